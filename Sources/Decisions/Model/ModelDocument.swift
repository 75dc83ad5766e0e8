public import FEEL

/// One file of a decision model as written: names and references are not resolved yet (DMN 1.5 §6.3).
public struct ModelDocument: Sendable {
  /// The file as the caller named it.
  public var file: Text
  /// The model's name.
  public var name: Text
  /// What tells it from other models of the same name.
  public var namespace: Text
  /// The models that it uses.
  public var imports: [ModelImport] = []
  /// The types that it defines.
  public var types: [ItemDefinition] = []
  /// Input data, decisions, knowledge models and services, in the order of the file.
  public var elements: [ModelElement] = []

  /// Makes a document without imports, types and elements.
  public init(file: Text, name: Text, namespace: Text) {
    self.file = file
    self.name = name
    self.namespace = namespace
  }
}

/// Another model whose elements and types are used (DMN 1.5 §6.3.3).
public struct ModelImport: Sendable {
  /// The prefix of its names; empty if they stand by themselves.
  public var name: Text
  /// The namespace of the other model.
  public var namespace: Text
  /// Where the file says that the other one lies, as written.
  public var location: Text?
  /// Where the import stands in its file.
  public var place: SourcePlace
  /// Makes an import; if the location is nil, the file names none, and the namespace alone tells which model is meant.
  public init(name: Text, namespace: Text, location: Text? = nil, place: SourcePlace) {
    self.name = name
    self.namespace = namespace
    self.location = location
    self.place = place
  }
}

/// A type as a file names it.
public struct TypeReference: Hashable, Sendable {
  /// The name as written.
  public var name: Text
  /// For a name with an XML prefix: the namespace that it stands for, and the rest of the name.
  public var qualified: QualifiedName?
  /// Where it stands in its file.
  public var place: SourcePlace

  /// A name within a namespace.
  public struct QualifiedName: Hashable, Sendable {
    /// The namespace.
    public var namespace: Text
    /// The name within it.
    public var name: Text
    /// Makes a qualified name.
    public init(namespace: Text, name: Text) {
      self.namespace = namespace
      self.name = name
    }
  }

  /// Makes a reference to a type; if `qualified` is nil, the name has no XML prefix.
  public init(_ name: Text, qualified: QualifiedName? = nil, place: SourcePlace) {
    self.name = name
    self.qualified = qualified
    self.place = place
  }
}

/// An element as a file refers to it: `#id` or `namespace#id`.
public struct ElementReference: Hashable, Sendable {
  /// The namespace of another model; nil: of the same one.
  public var namespace: Text?
  /// The id within that model.
  public var id: Text
  /// Where the reference stands in its file.
  public var place: SourcePlace
  /// Makes a reference; if the namespace is nil, to an element of the same model.
  public init(namespace: Text?, id: Text, place: SourcePlace) {
    self.namespace = namespace
    self.id = id
    self.place = place
  }
}

/// A type that a file defines, or a component of one (DMN 1.5 §7.3.2).
public struct ItemDefinition: Sendable {
  /// The form of a function (DMN 1.5 §7.3.4).
  public struct FunctionItem: Sendable {
    /// In the order of its arguments.
    public var parameters: [TypedName]
    /// What it gives.
    public var output: TypeReference?
    /// Makes the form of a function; if the output is nil, it may give anything.
    public init(parameters: [TypedName], output: TypeReference?) {
      self.parameters = parameters
      self.output = output
    }
  }

  /// The name of the type or component.
  public var name: Text
  /// Where it stands in its file.
  public var place: SourcePlace
  /// The type that it is made of; nil for one of components, or a function.
  public var type: TypeReference?
  /// Whether it is a list of what is described.
  public var isCollection = false
  /// The entries of a context.
  public var components: [ItemDefinition] = []
  /// Set for the type of a function.
  public var function: FunctionItem?
  /// Unary tests of which each value, or each item of a collection, must meet one.
  public var allowedValues: PlacedText?
  /// Unary tests of which the value as a whole must meet one.
  public var constraint: PlacedText?

  /// Makes a definition that says nothing of the values yet: neither type, components nor constraints.
  public init(name: Text, place: SourcePlace) {
    self.name = name
    self.place = place
  }
}

/// A variable or parameter: a name with its declared type.
public struct TypedName: Sendable {
  /// The name as written.
  public var name: Text
  /// The declared type; nil: any.
  public var type: TypeReference?
  /// Where it stands in its file.
  public var place: SourcePlace
  /// Makes a name with its type; nil: any.
  public init(_ name: Text, type: TypeReference?, place: SourcePlace) {
    self.name = name
    self.type = type
    self.place = place
  }
}

/// A node of the requirements graph (DMN 1.5 §6.3).
public struct ModelElement: Sendable {
  /// What a decision service consists of (DMN 1.5 §6.3.10).
  public struct Service: Sendable {
    /// The decisions whose values it gives.
    public var outputs: [ElementReference] = []
    /// The decisions that are evaluated within it.
    public var encapsulated: [ElementReference] = []
    /// The decisions whose values it is given.
    public var inputDecisions: [ElementReference] = []
    /// The input data that it is given.
    public var inputData: [ElementReference] = []
    /// Makes a service without decisions and inputs.
    public init() {}
  }

  /// What the node is.
  public enum Kind: Sendable {
    /// Given from outside.
    case inputDatum
    /// Nil if it has no logic: its value can only be given.
    case decision(BoxedExpression?)
    /// A function; nil if it has no logic.
    case knowledgeModel(BoxedFunction?)
    /// Decisions that are called together.
    case service(Service)
  }

  /// What the node is.
  public var kind: Kind
  /// Empty if the file gives it none: nothing can refer to it then.
  public var id: Text
  /// The name under which others use it.
  public var name: Text
  /// The type of its variable.
  public var type: TypeReference?
  /// Required input data and decisions.
  public var information: [ElementReference] = []
  /// Required business knowledge models and services.
  public var knowledge: [ElementReference] = []
  /// Where it stands in its file.
  public var place: SourcePlace

  /// Makes an element that requires nothing; if the type is nil, its variable may hold any value.
  public init(_ kind: Kind, id: Text, name: Text, type: TypeReference?, place: SourcePlace) {
    self.kind = kind
    self.id = id
    self.name = name
    self.type = type
    self.place = place
  }
}
