public import FEEL

/// An expression in boxes, down to the texts in its cells (DMN 1.5 §7.3 and §10.2).
public struct BoxedExpression: Sendable {
  public indirect enum Form: Sendable {
    case literal(PlacedText)
    case context([BoxedEntry])
    case table(DecisionTable)
    case relation(columns: [TypedName], rows: [[BoxedExpression]])
    case list([BoxedExpression])
    case function(BoxedFunction)
    case invocation(BoxedExpression, [BoxedBinding])
    case conditional(condition: BoxedExpression, then: BoxedExpression, otherwise: BoxedExpression)
    case filter(BoxedExpression, match: BoxedExpression)
    case loop(variable: Text, domain: BoxedExpression, result: BoxedExpression)
    case quantified(Quantifier, variable: Text, domain: BoxedExpression, test: BoxedExpression)
    /// What can't be read, told as a finding: null, for this reason.
    case failure(Text)
  }

  public var form: Form
  /// The type that the value is held against.
  public var type: TypeReference?
  public var place: SourcePlace

  public init(_ form: Form, type: TypeReference? = nil, place: SourcePlace) {
    self.form = form
    self.type = type
    self.place = place
  }
}

/// An entry of a boxed context; one without a variable is its result (DMN 1.5 §10.2.1.4).
public struct BoxedEntry: Sendable {
  public var variable: TypedName?
  public var value: BoxedExpression
  public init(variable: TypedName?, value: BoxedExpression) {
    self.variable = variable
    self.value = value
  }
}

/// A parameter of a boxed invocation with its argument (DMN 1.5 §10.2.1.3).
public struct BoxedBinding: Sendable {
  public var parameter: TypedName
  public var argument: BoxedExpression
  public init(parameter: TypedName, argument: BoxedExpression) {
    self.parameter = parameter
    self.argument = argument
  }
}

/// A function in boxes (DMN 1.5 §10.2.1.7).
public struct BoxedFunction: Sendable {
  public enum Kind: Sendable { case feel, java, pmml }
  public var kind: Kind
  public var parameters: [TypedName]
  /// Nil if there is none: the function gives null.
  public var body: BoxedExpression?
  public var type: TypeReference?
  public var place: SourcePlace
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
  public struct InputClause: Sendable {
    public var expression: PlacedText
    public var type: TypeReference?
    /// Unary tests of the values that the input may have.
    public var values: PlacedText?
    public init(expression: PlacedText, type: TypeReference?, values: PlacedText?) {
      self.expression = expression
      self.type = type
      self.values = values
    }
  }

  public struct OutputClause: Sendable {
    public var name: Text?
    public var type: TypeReference?
    /// The values that the output may have, the first of them with the highest priority.
    public var values: PlacedText?
    /// The value if no rule matches.
    public var defaultValue: PlacedText?
    public var place: SourcePlace
    public init(name: Text?, type: TypeReference?, values: PlacedText?, defaultValue: PlacedText?, place: SourcePlace) {
      self.name = name
      self.type = type
      self.values = values
      self.defaultValue = defaultValue
      self.place = place
    }
  }

  public struct Rule: Sendable {
    /// One cell of unary tests for each input.
    public var tests: [PlacedText]
    /// One expression for each output.
    public var outputs: [PlacedText]
    public var place: SourcePlace
    public init(tests: [PlacedText], outputs: [PlacedText], place: SourcePlace) {
      self.tests = tests
      self.outputs = outputs
      self.place = place
    }
  }

  public var policy: HitPolicy
  public var inputs: [InputClause]
  public var outputs: [OutputClause]
  public var rules: [Rule]

  public init(policy: HitPolicy, inputs: [InputClause], outputs: [OutputClause], rules: [Rule]) {
    self.policy = policy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}
