internal import Connect
internal import FEEL
public import Sales

extension Application {
  /// The name under which a record is kept: where a CRM carries its kind, an id of 15 characters, as people copy it from
  /// there, is widened to the 18 that rows come with. Every id from outside goes through here.
  public func name(_ key: RecordKey) -> RecordKey {
    guard key.id.bytes.count == 15, connection(of: key.kind) != nil, let id = SalesforceID.widened(key.id) else {
      return key
    }
    return RecordKey(kind: key.kind, id: id)
  }
}
