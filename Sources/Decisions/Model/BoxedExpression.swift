public import FEEL

/// An expression in boxes, down to the texts in its cells (DMN 1.5 §7.3 and §10.2).
public struct BoxedExpression: Sendable {
  /// What stands in the box, one case for each kind of box of the standard.
  public indirect enum Form: Sendable {
    /// A FEEL text.
    case literal(PlacedText)
    /// Entries, each of which sees those before it.
    case context([BoxedEntry])
    /// Rows of tests and results.
    case table(DecisionTable)
    /// Rows of cells, each row a context of the columns.
    case relation(columns: [TypedName], rows: [[BoxedExpression]])
    /// Items.
    case list([BoxedExpression])
    /// A function to be called.
    case function(BoxedFunction)
    /// A call with its arguments by name.
    case invocation(BoxedExpression, [BoxedBinding])
    /// `if`, `then`, `else`.
    case conditional(condition: BoxedExpression, then: BoxedExpression, otherwise: BoxedExpression)
    /// The items of a list that match.
    case filter(BoxedExpression, match: BoxedExpression)
    /// A result for each item of a domain.
    case loop(variable: Text, domain: BoxedExpression, result: BoxedExpression)
    /// Whether some or every item of a domain meets a test.
    case quantified(Quantifier, variable: Text, domain: BoxedExpression, test: BoxedExpression)
    /// What can't be read, told as a finding: null, for this reason.
    case failure(Text)
  }

  /// What stands in the box.
  public var form: Form
  /// The type that the value is held against.
  public var type: TypeReference?
  /// Where it stands in its file.
  public var place: SourcePlace

  /// Makes an expression; if the type is nil, its value is checked against none.
  public init(_ form: Form, type: TypeReference? = nil, place: SourcePlace) {
    self.form = form
    self.type = type
    self.place = place
  }
}

/// An entry of a boxed context; one without a variable is its result (DMN 1.5 §10.2.1.4).
public struct BoxedEntry: Sendable {
  /// The entry's name; nil: it is the result of the context.
  public var variable: TypedName?
  /// What it holds.
  public var value: BoxedExpression
  /// Makes an entry; if the variable is nil, it is the result of the context.
  public init(variable: TypedName?, value: BoxedExpression) {
    self.variable = variable
    self.value = value
  }
}

/// A parameter of a boxed invocation with its argument (DMN 1.5 §10.2.1.3).
public struct BoxedBinding: Sendable {
  /// The parameter that is given.
  public var parameter: TypedName
  /// What it is given.
  public var argument: BoxedExpression
  /// Makes a binding of an argument to a parameter.
  public init(parameter: TypedName, argument: BoxedExpression) {
    self.parameter = parameter
    self.argument = argument
  }
}

/// A function in boxes (DMN 1.5 §10.2.1.7).
public struct BoxedFunction: Sendable {
  /// What language the function is written in; those of PMML are not evaluated, and give null.
  public enum Kind: Sendable { case feel, java, pmml }
  /// What language it is written in.
  public var kind: Kind
  /// In the order of its arguments.
  public var parameters: [TypedName]
  /// Nil if there is none: the function gives null.
  public var body: BoxedExpression?
  /// The type that its result is checked against.
  public var type: TypeReference?
  /// Where it stands in its file.
  public var place: SourcePlace
  /// Makes a function; for `java` the body is the mapping, a context that names class and method.
  public init(
    _ kind: Kind, parameters: [TypedName], body: BoxedExpression?, type: TypeReference?, place: SourcePlace
  ) {
    self.kind = kind
    self.parameters = parameters
    self.body = body
    self.type = type
    self.place = place
  }
}

/// A decision table, its cells as written; how it is laid out on paper makes no difference (DMN 1.5 §8.3).
public struct DecisionTable: Sendable {
  /// A column of tests.
  public struct InputClause: Sendable {
    /// What is tested.
    public var expression: PlacedText
    /// The type that its value is checked against.
    public var type: TypeReference?
    /// Unary tests of the values that the input may have.
    public var values: PlacedText?
    /// Makes a column of tests; if type or values are nil, the input may be anything.
    public init(expression: PlacedText, type: TypeReference?, values: PlacedText?) {
      self.expression = expression
      self.type = type
      self.values = values
    }
  }

  /// A column of results.
  public struct OutputClause: Sendable {
    /// The name of the entry in the result; nil where there is only one output.
    public var name: Text?
    /// The type that its value is checked against.
    public var type: TypeReference?
    /// The values that the output may have, the first of them with the highest priority.
    public var values: PlacedText?
    /// The value if no rule matches.
    public var defaultValue: PlacedText?
    /// Where it stands in its file.
    public var place: SourcePlace
    /// Makes a column of results; if the default is nil, none is declared.
    public init(name: Text?, type: TypeReference?, values: PlacedText?, defaultValue: PlacedText?, place: SourcePlace) {
      self.name = name
      self.type = type
      self.values = values
      self.defaultValue = defaultValue
      self.place = place
    }
  }

  /// One row.
  public struct Rule: Sendable {
    /// One cell of unary tests for each input.
    public var tests: [PlacedText]
    /// One expression for each output.
    public var outputs: [PlacedText]
    /// Where it stands in its file.
    public var place: SourcePlace
    /// Makes a row, its cells in the order of the columns.
    public init(tests: [PlacedText], outputs: [PlacedText], place: SourcePlace) {
      self.tests = tests
      self.outputs = outputs
      self.place = place
    }
  }

  /// Which of the rows that match count.
  public var policy: HitPolicy
  /// The columns of tests, left to right.
  public var inputs: [InputClause]
  /// The columns of results, left to right.
  public var outputs: [OutputClause]
  /// The rows, top to bottom.
  public var rules: [Rule]

  /// Makes a table; every rule has as many tests and outputs as there are columns of each.
  public init(policy: HitPolicy, inputs: [InputClause], outputs: [OutputClause], rules: [Rule]) {
    self.policy = policy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}
