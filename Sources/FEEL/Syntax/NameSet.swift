/// The names that a source text may use, for putting names of several parts together (feel.md, traps 1 and 2).
///
/// A name of one part need not be in it: an unknown name parses as well, and the compiler tells that it is undefined.
public struct NameSet: Sendable {
  /// Names that stand by themselves.
  var names: NameTrie
  /// Names that stand behind a dot, and by themselves in a filter.
  var members: NameTrie
  /// Names of types.
  var types = NameTrie()

  /// The names of the built-in functions only.
  public static let builtins = NameSet(Builtin.names)

  /// The given names and no others.
  public init(_ names: [Text] = []) {
    self.names = NameTrie()
    members = NameTrie()
    for name in names { self.names.add(name) }
    for simple in FeelType.simpleNames { types.add(simple.name) }
  }

  /// The names of a scope and of the built-in functions.
  public init(scope: Scope) {
    self = .builtins
    for variable in scope.variables { add(variable: variable) }
    for type in scope.types { types.add(type.name) }
  }

  /// Adds the name of a type, for `instance of` and for the parameters of functions.
  public mutating func add(type: Text) { types.add(type) }

  /// Adds a name that stands by itself.
  public mutating func add(name: Text) { names.add(name) }

  /// Adds a name that stands behind a dot.
  public mutating func add(member: Text) { members.add(member) }

  /// How many tokens from `start` on the longest name takes that is known; 0 if none starts there.
  public func longestMatch(_ tokens: [Token], at start: Int, of source: Text) -> Int {
    names.longestMatch(tokens, at: start, of: source.bytes)
  }

  /// Adds a name of a scope with all that may stand behind it.
  public mutating func add(variable: Scope.Variable) {
    names.add(variable.name)
    switch variable.meaning {
    case .slot(_, let type): add(membersOf: type)
    case .namespace(let variables, _): for member in variables { add(member: member) }
    }
  }

  private mutating func add(member variable: Scope.Variable) {
    members.add(variable.name)
    switch variable.meaning {
    case .slot(_, let type): add(membersOf: type)
    case .namespace(let variables, _): for member in variables { add(member: member) }
    }
  }

  private mutating func add(membersOf type: FeelType) {
    switch type {
    case .list(let item), .range(let item): add(membersOf: item)
    case .context(let entries):
      for entry in entries {
        members.add(entry.name)
        add(membersOf: entry.type)
      }
    default: break
    }
  }
}
