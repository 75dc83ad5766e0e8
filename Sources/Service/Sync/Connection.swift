public import Connect
public import FEEL
internal import Sales

/// One CRM as this home knows it.
public struct Connection: Sendable {
  /// One record kind on one object of the CRM.
  public struct Object: Sendable {
    /// The playbook's name of the kind.
    public var kind: Text
    /// The CRM's API name, e.g. `Opportunity`.
    public var object: String
    /// The field of the stated stage; nil: records of this kind have no stage there.
    public var stageField: String?
    /// The field with the owner's id.
    public var ownerField: String
    /// One kind of record on one object.
    public init(kind: Text, object: String, stageField: String?, ownerField: String = "OwnerId") {
      self.kind = kind
      self.object = object
      self.stageField = stageField
      self.ownerField = ownerField
    }
  }

  /// What the set-up calls it.
  public var name: String
  /// Where people reach our pages: `https://stagecraft.example.com`; nil: the CRM gets no links to them.
  public var pages: String?
  /// Speaks to the CRM; nil: this process only knows of the connection, so that what it decides is queued for it, and
  /// leaves carrying it out to the worker.
  public var connector: (any Connector)?
  /// The kinds of records that it carries.
  public var objects: [Object]
  /// How often changes are polled.
  public var pollMilliseconds: Int64
  /// The first and the longest wait after failures of this connection, milliseconds; nil: as the worker's settings say.
  public var firstDelay: Int64?
  /// See `firstDelay`.
  public var longestDelay: Int64?

  /// All parts of a connection; times are milliseconds.
  public init(
    name: String, connector: (any Connector)?, objects: [Object], pollMilliseconds: Int64 = 60_000,
    firstDelay: Int64? = nil, longestDelay: Int64? = nil, pages: String? = nil
  ) {
    self.name = name
    self.connector = connector
    self.objects = objects
    self.pollMilliseconds = pollMilliseconds
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.pages = pages
  }

  /// The object with the fields that a playbook reads of it (`crm:` in `rules/records.yaml`); nil where this connection
  /// does not carry that kind.
  func mapping(of kind: Text, _ loaded: LoadedPlaybook) -> ObjectMapping? {
    guard let object = objects.first(where: { $0.kind == kind }) else { return nil }
    let definition = loaded.definition.kinds.first { $0.name == kind }
    let attributes = definition?.attributes ?? []
    let outcome = definition?.outcome ?? OutcomeFields()
    let written: [(Text?, WrittenField.Form)] = [
      (outcome.least, .text), (outcome.verdict, .text), (outcome.difference, .number), (outcome.link, .link),
    ]
    return ObjectMapping(
      kind: kind, object: object.object, stageField: object.stageField, ownerField: object.ownerField,
      fields: attributes.compactMap { attribute in attribute.field.map { (attribute.name, $0.string) } },
      written: written.compactMap { name, form in name.map { WrittenField($0.string, form) } })
  }

  /// The address of a record's page; nil: there is none to be named.
  func page(of key: RecordKey) -> Text? {
    func isPlain(_ text: Text) -> Bool {
      text.bytes.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
    }
    guard let pages, isPlain(key.kind), isPlain(key.id) else { return nil }
    return Text(pages.hasSuffix("/") ? String(pages.dropLast()) : pages) + "/records/" + key.kind + "/" + key.id
  }
}

/// Where signed webhooks come from.
public struct WebhookSource: Sendable {
  /// What the set-up calls it: the last part of the address that its webhooks are sent to.
  public var name: String
  /// Proves that a hint comes from who shares a secret with us.
  public var verifier: WebhookVerifier
  /// The connection whose rows the hints are about.
  public var connection: String
  /// One source, by the last part of its address.
  public init(name: String, verifier: WebhookVerifier, connection: String) {
    self.name = name
    self.verifier = verifier
    self.connection = connection
  }
}
