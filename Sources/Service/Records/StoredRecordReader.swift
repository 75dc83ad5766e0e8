internal import FEEL
internal import Sales

/// Reads records as they are stored, leniently where a newer playbook knows less than the one that stored them: an
/// attribute or list that it no longer declares is left out. All else is as strict as for any record.
struct StoredRecordReader: Sendable {
  /// The reader that is strict about attributes too.
  let strict: RecordReader
  private let kinds: [RecordKindDefinition]

  init(_ definition: PlaybookDefinition) {
    strict = RecordReader(definition)
    kinds = definition.kinds
  }

  /// - Throws: `RecordError` with all that is wrong.
  func record(_ bytes: [UInt8]) throws -> Record {
    let json = try JSON.parse(bytes, limits: RecordReader.limits)
    return try strict.record(withoutUnknown(json))
  }

  private func withoutUnknown(_ json: JSON) -> JSON {
    guard let members = json.members, let name = json["kind"]?.text,
      let kind = kinds.first(where: { $0.name == name })
    else { return json }
    let lists = kind.related
    return .object(
      members.map { member in
        guard let entries = member.value.members else { return member }
        switch member.name {
        case "attributes":
          return JSON.Member(
            member.name, .object(entries.filter { entry in kind.attributes.contains { $0.name == entry.name } }))
        case "related":
          return JSON.Member(member.name, .object(entries.filter { entry in lists.contains { $0.name == entry.name } }))
        case "changed":
          return JSON.Member(
            member.name,
            .object(
              entries.filter { entry in
                kind.attributes.contains { $0.name == entry.name } || lists.contains { $0.name == entry.name }
              }))
        default: return member
        }
      })
  }
}
