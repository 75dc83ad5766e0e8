public import FEEL

/// A kind of CRM record: lead, opportunity or account.
public struct RecordKindDefinition: Hashable, Sendable {
  /// What records name as their kind.
  public var name: Text
  /// What is known of one such record.
  public var attributes: [AttributeDefinition]
  /// The lists of other records that belong to it.
  public var related: [RelatedListDefinition]
  /// The attribute that is the record's money, in the policy's currency.
  public var money: Text?
  /// Where the CRM shows what the evidence says.
  public var outcome: OutcomeFields

  /// Makes a record kind.
  public init(
    name: Text, attributes: [AttributeDefinition], related: [RelatedListDefinition] = [], money: Text? = nil,
    outcome: OutcomeFields = OutcomeFields()
  ) {
    self.name = name
    self.attributes = attributes
    self.related = related
    self.money = money
    self.outcome = outcome
  }
}

/// One attribute with its type.
public struct AttributeDefinition: Hashable, Sendable {
  /// What rules and records call it.
  public var name: Text
  /// What people call it; absent: the name.
  public var label: Label?
  /// What its values must be.
  public var type: FeelType
  /// The allowed texts, in ascending order, if the author lists them.
  public var values: [Text]
  /// Whether a person can be told to change it ("what it would take").
  public var changeable: Bool
  /// The CRM's field.
  public var field: Text?

  /// Makes an attribute; no `values`: every value of its type will do.
  public init(
    name: Text, label: Label? = nil, type: FeelType, values: [Text] = [], changeable: Bool = false, field: Text? = nil
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.values = values
    self.changeable = changeable
    self.field = field
  }
}

/// A list of other records (contacts, activities, line items), each with attributes.
public struct RelatedListDefinition: Hashable, Sendable {
  /// What rules and records call it.
  public var name: Text
  /// What is known of each item.
  public var attributes: [AttributeDefinition]
  /// Makes a related list.
  public init(name: Text, attributes: [AttributeDefinition]) {
    self.name = name
    self.attributes = attributes
  }
}
