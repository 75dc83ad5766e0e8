import Decisions
import FEEL

extension PlaybookDefinition {
  /// The number of the canonical form; a form that older programs would misread gets another one.
  static let format = 1
  /// What a canonical document may cost: 64 MB, 4 million values.
  static let limits = JSONLimits(bytes: 67_108_864, depth: 64, values: 4_000_000)

  /// The same definitions in the order in which the canonical document has them: by name (ids for people and units)
  /// wherever order has no meaning. Stages, attributes, questions, options and bands keep their author's order.
  public func sorted() -> PlaybookDefinition {
    var sorted = self
    sorted.kinds.sort { Self.precedes(($0.name, $1.name), $0.document(), $1.document()) }
    sorted.assessments.sort {
      $0.name == $1.name && $0.version != $1.version
        ? $0.version < $1.version : Self.precedes(($0.name, $1.name), $0.document(), $1.document())
    }
    sorted.pipelines.sort { Self.precedes(($0.name, $1.name), $0.document(), $1.document()) }
    sorted.facts.sort { Self.precedes(($0.name, $1.name), $0.document(), $1.document()) }
    sorted.sentences.sort { Self.precedes(($0.name, $1.name), $0.document(), $1.document()) }
    sorted.policy.people.sort { ($0.id, $0.owner ?? "", $0.role) < ($1.id, $1.owner ?? "", $1.role) }
    sorted.policy.units.sort { ($0.id, $0.parent ?? "") < ($1.id, $1.parent ?? "") }
    return sorted
  }

  /// By name; the same name twice is an error, but even then no order of files may show.
  private static func precedes(
    _ names: (Text, Text), _ first: @autoclosure () -> JSON, _ second: @autoclosure () -> JSON
  ) -> Bool {
    names.0 == names.1 ? first().bytes.lexicographicallyPrecedes(second().bytes) : names.0 < names.1
  }

  /// The canonical document (design §5): UTF-8 JSON without blanks, keys sorted, what is absent or empty left out,
  /// decimals as their text, FEEL as source text. Equal playbooks give equal bytes, whatever the order of their files.
  ///
  /// - Complexity: O(n log n) in the size of the playbook.
  public func canonical() -> [UInt8] { document().bytes }

  /// The playbook that a canonical document holds; strict: an unknown key is an error.
  ///
  /// `init(canonical: definition.canonical())` gives `definition.sorted()` back exactly.
  public init(canonical bytes: [UInt8]) throws(DocumentError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes, limits: Self.limits)
    } catch {
      throw DocumentError([DocumentError.Problem(path: "", message: Text("no JSON: \(error.description)"))])
    }
    var reader = DocumentReader()
    self = reader.playbook(DocumentPlace(json: json, path: ""))
    try reader.finish()
  }

  func document() -> JSON {
    let sorted = sorted()
    var members = DocumentMembers()
    members.add("format", Self.format)
    members.add("kinds", ifAny: sorted.kinds.json { $0.document() })
    members.add("assessments", ifAny: sorted.assessments.json { $0.document() })
    members.add("pipelines", ifAny: sorted.pipelines.json { $0.document() })
    members.add("facts", ifAny: sorted.facts.json { $0.document() })
    members.add("rules", ifAny: sorted.sentences.json { $0.document() })
    members.add("policy", sorted.policy.document())
    members.add("zones", ifAny: sorted.zones.isEmpty ? nil : sorted.zones)
    return members.sorted()
  }
}

extension DocumentReader {
  mutating func playbook(_ place: DocumentPlace) -> PlaybookDefinition {
    check(place, keys: ["assessments", "facts", "format", "kinds", "pipelines", "policy", "rules", "zones"])
    var definition = PlaybookDefinition()
    guard place.json.members != nil else { return definition }
    let format = integer(place, "format")
    if format != PlaybookDefinition.format, problems.isEmpty {
      report(
        "format", Text("this program reads format \(PlaybookDefinition.format), the document has \(format)"),
        fix: "make the document anew with this program")
    }
    for item in items(place, "kinds") { definition.kinds.append(kind(item)) }
    for item in items(place, "assessments") { definition.assessments.append(assessment(item)) }
    for item in items(place, "pipelines") { definition.pipelines.append(pipeline(item)) }
    for item in items(place, "facts") { definition.facts.append(fact(item)) }
    for item in items(place, "rules") { definition.sentences.append(sentence(item)) }
    if let item = require(place, "policy") { definition.policy = policy(item) }
    definition.zones = optionalText(place, "zones") ?? ""
    return definition
  }
}
