public import FEEL

/// How records of one kind stand in one object of the CRM.
public struct ObjectMapping: Sendable {
  /// Our kind of record: `opportunity`.
  public var kind: Text
  /// The CRM's name of the object: `Opportunity`.
  public var object: String
  /// The field that holds the stated stage; nil: records of this kind have none.
  public var stageField: String?
  /// The field that holds the owner's id.
  public var ownerField: String
  /// Our attributes and the fields that they come from; a field may be a path over lookups: `Account.Name`.
  public var fields: [(attribute: Text, field: String)]
  /// Fields of ours, which are only written.
  public var written: [WrittenField]

  /// Maps a kind of record to an object; fields are read in the order given.
  public init(
    kind: Text, object: String, stageField: String?, ownerField: String = "OwnerId",
    fields: [(attribute: Text, field: String)], written: [WrittenField] = []
  ) {
    self.kind = kind
    self.object = object
    self.stageField = stageField
    self.ownerField = ownerField
    self.fields = fields
    self.written = written
  }
}

/// A field of the CRM into which we write and which we never read.
public struct WrittenField: Hashable, Sendable {
  /// What a value is written as.
  public enum Form: Hashable, Sendable {
    /// A text; a number; a text that is an address of ours.
    case text, number, link
  }

  /// The CRM's name of the field.
  public var name: String
  /// What the field takes.
  public var form: Form

  /// Names a field of the CRM and what it takes.
  public init(_ name: String, _ form: Form) {
    self.name = name
    self.form = form
  }
}

/// One record as the CRM has it now.
public struct CRMRow: Sendable {
  /// Our kind of record, by the mapping that the row was read with.
  public var kind: Text
  /// The CRM's id, in its long form (Salesforce: 18 characters).
  public var id: Text
  /// As it stands in the CRM, whether or not a pipeline knows it.
  public var stage: Text?
  /// The CRM's id of the owner; nil: the row has none.
  public var owner: Text?
  /// In the order of the mapping; `null`: the CRM has none.
  public var fields: [(attribute: Text, value: JSON)]
  /// The modification stamp, verbatim; empty for a row that is gone.
  public var modified: Text
  /// The same as epoch milliseconds UTC; 0 for a row that is gone.
  public var modifiedAt: Int64
  /// The id of who changed it last.
  public var modifiedBy: Text?
  /// It was deleted, or the integration user may no longer see it: the CRM does not tell one from the other.
  public var isDeleted: Bool

  /// A row as a connector read it; `modified` and `modifiedAt` say the same instant.
  public init(
    kind: Text, id: Text, stage: Text?, owner: Text?, fields: [(attribute: Text, value: JSON)], modified: Text,
    modifiedAt: Int64, modifiedBy: Text?, isDeleted: Bool
  ) {
    self.kind = kind
    self.id = id
    self.stage = stage
    self.owner = owner
    self.fields = fields
    self.modified = modified
    self.modifiedAt = modifiedAt
    self.modifiedBy = modifiedBy
    self.isDeleted = isDeleted
  }
}

/// A place among the changes of one object: rows are ordered by stamp, rows of one stamp by id.
public struct ChangeCursor: Hashable, Sendable {
  /// The modification stamp, epoch milliseconds UTC.
  public var stamp: Int64
  /// The last row of that stamp that lies before the place; nil: none, so that all rows of the stamp lie behind it.
  public var id: Text?

  /// The place behind the row with this stamp and id; without an id the place before all rows of the stamp.
  public init(stamp: Int64, id: Text?) {
    self.stamp = stamp
    self.id = id
  }
}

/// Some rows that changed, in the order of the cursor.
public struct ChangePage: Sendable {
  /// The rows, oldest change first.
  public var rows: [CRMRow]
  /// Where to go on: the last row; without rows the cursor that was asked with.
  public var next: ChangeCursor?
  /// Nothing more has changed yet.
  public var isLast: Bool

  /// A page of changes, and where the next one begins.
  public init(rows: [CRMRow], next: ChangeCursor?, isLast: Bool) {
    self.rows = rows
    self.next = next
    self.isLast = isLast
  }
}

/// Stage and stamp of one record, read before a stage is written.
public struct StageReading: Hashable, Sendable {
  /// The CRM's id of the record, in its long form.
  public var id: Text
  /// As it stands in the CRM; nil: it has none.
  public var stage: Text?
  /// The modification stamp, verbatim.
  public var modified: Text
  /// The same as epoch milliseconds UTC.
  public var modifiedAt: Int64
  /// The id of who changed the row last; nil: the CRM does not say.
  public var modifiedBy: Text?

  /// A reading; `modified` and `modifiedAt` say the same instant.
  public init(id: Text, stage: Text?, modified: Text, modifiedAt: Int64, modifiedBy: Text?) {
    self.id = id
    self.stage = stage
    self.modified = modified
    self.modifiedAt = modifiedAt
    self.modifiedBy = modifiedBy
  }
}
