public import FEEL

/// What holds for all pipelines (design §5, `rules/policy.yaml`).
public struct PolicyDefinition: Hashable, Sendable {
  /// IANA name of the zone that dates are of.
  public var zone: Text
  /// ISO 4217 code of the one currency.
  public var currency: Text
  /// Decimals of the currency's minor unit.
  public var currencyDigits: Int
  /// How many stages a record may be promoted in a day; absent: unlimited.
  public var promotionsPerDay: Int?
  /// After how many days answers no longer carry a gate; absent: never.
  public var freshnessDays: Int?
  /// Everybody who uses the product.
  public var people: [PersonDefinition]
  /// The tree of business units.
  public var units: [UnitDefinition]
  /// For how many days the store keeps what it does not need for ever.
  public var keep: Keeping

  /// Makes a policy; without arguments, that of a playbook that has no policy of its own.
  public init(
    zone: Text = "UTC", currency: Text = "USD", currencyDigits: Int = 2, promotionsPerDay: Int? = nil,
    freshnessDays: Int? = nil, people: [PersonDefinition] = [], units: [UnitDefinition] = [],
    keep: Keeping = Keeping()
  ) {
    self.zone = zone
    self.currency = currency
    self.currencyDigits = currencyDigits
    self.promotionsPerDay = promotionsPerDay
    self.freshnessDays = freshnessDays
    self.people = people
    self.units = units
    self.keep = keep
  }
}

/// Somebody who uses the product.
public struct PersonDefinition: Hashable, Sendable {
  /// The name by which people and tokens know the person.
  public var id: Text
  /// The CRM's id of the same person, which records name as their owner; absent: none.
  public var owner: Text?
  /// What the person is, such as `rep` or `manager`: it decides what the person may do.
  public var role: Text
  /// The unit that the person belongs to; absent: none.
  public var unit: Text?
  /// Makes a person.
  public init(id: Text, owner: Text?, role: Text, unit: Text?) {
    self.id = id
    self.owner = owner
    self.role = role
    self.unit = unit
  }
}

/// A node in the tree of business units.
public struct UnitDefinition: Hashable, Sendable {
  /// Unique among the units.
  public var id: Text
  /// The unit above; absent: it is a root.
  public var parent: Text?
  /// Makes a unit.
  public init(id: Text, parent: Text?) {
    self.id = id
    self.parent = parent
  }
}
