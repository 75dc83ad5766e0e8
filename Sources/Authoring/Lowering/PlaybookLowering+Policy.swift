internal import FEEL
internal import Sales

/// `rules/policy.yaml`: what holds for all pipelines.
///
///     zone: Asia/Jakarta                     # the zone that dates are of
///     currency: IDR                          # the one currency of all money
///     promotions_per_day: 2                  # stages a record may be promoted in a day; else unlimited
///     freshness_days: 90                     # after how many days answers no longer carry a gate; else never
///     writes: {Opportunities: propose}       # none, propose or auto, for each pipeline; propose if nothing is said
///     keep: {requests: 7, tokens: 30, effects: 90, inbound: 30}    # days that the store keeps what has ended
///     people:
///       - {id: rina, owner: 0055g00000AbCdE, role: rep, unit: west}
///     units:
///       - {id: company}
///       - {id: west, parent: company}
extension PlaybookLowering {
  func lowerPolicy(_ root: YAMLNode, _ source: Source) {
    let reader = source.reader
    let keys: [Text] = [
      "currency", "freshness_days", "keep", "people", "promotions_per_day", "units", "writes", "zone",
    ]
    guard let map = reader.mapping(root, "the policy", keys: keys) else { return }
    record(.policy, source, at: map.start)
    if let node = map["zone"], let zone = reader.text(node, "`zone`") {
      definition.policy.zone = zone
      checkZone(zone, at: node.start, reader)
    }
    if let node = map["currency"], let currency = reader.text(node, "`currency`") {
      definition.policy.currency = currency
      definition.policy.currencyDigits = Self.digits(of: currency)
      if currency.bytes.count != 3 || !currency.bytes.allSatisfy({ (0x41...0x5A).contains($0) }) {
        reader.error(
          "WRONG-VALUE", at: node.start, "`currency` cannot be `\(currency)`",
          fix: "write its three letters, such as USD or IDR")
      }
    }
    definition.policy.promotionsPerDay = map.wholeNumber("promotions_per_day", in: 1...1_000)
    definition.policy.freshnessDays = map.wholeNumber("freshness_days", in: 1...36_500)
    if let node = map["keep"] { lowerKeeping(node, reader) }
    if let node = map["writes"] { lowerWrites(node, reader) }
    definition.policy.units = units(map, reader)
    definition.policy.people = people(map, reader)
  }

  /// The look of an IANA name, and whether this machine's table of zones has it.
  private func checkZone(_ zone: Text, at byte: Int, _ reader: YAMLReader) {
    let parts = zone.string.split(separator: "/", omittingEmptySubsequences: false)
    let fits =
      zone == "UTC"
      || parts.count >= 2
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.unicodeScalars.allSatisfy {
              $0.isASCII && ($0.properties.isAlphabetic || "_-+0123456789".unicodeScalars.contains($0))
            }
        }
    if !fits {
      reader.error(
        "WRONG-VALUE", at: byte, "`zone` cannot be `\(zone)`",
        fix: "write a zone by its place, such as Asia/Jakarta, or UTC")
    } else if ZoneNames.isUnknown(zone) {
      reader.error(
        "UNKNOWN-ZONE", at: byte, "there is no time zone `\(zone)`",
        fix: reader.didYouMean(zone, among: ZoneNames.places())
          ?? "write a zone by its place, such as Asia/Jakarta, or UTC")
    }
  }

  private func lowerKeeping(_ node: YAMLNode, _ reader: YAMLReader) {
    guard let map = reader.mapping(node, "`keep`", keys: ["effects", "inbound", "requests", "tokens"]) else { return }
    // Devices and the CRM repeat what they got no answer to for a day at least.
    let days = 1...3650
    let usual = Keeping()
    definition.policy.keep = Keeping(
      requests: map.wholeNumber("requests", in: days) ?? usual.requests,
      tokens: map.wholeNumber("tokens", in: days) ?? usual.tokens,
      effects: map.wholeNumber("effects", in: days) ?? usual.effects,
      inbound: map.wholeNumber("inbound", in: days) ?? usual.inbound)
  }

  private func lowerWrites(_ node: YAMLNode, _ reader: YAMLReader) {
    let words: [(Text, Writes)] = [("none", .none), ("propose", .propose), ("auto", .auto)]
    let names = definition.pipelines.map(\.name)
    if names.isEmpty { return }
    for entry in reader.anyMapping(node, "`writes`")?.entries ?? [] {
      guard let writes = reader.word(entry.value, "`writes` of `\(entry.key)`", among: words) else { continue }
      guard let index = names.firstIndex(of: entry.key) else {
        reader.error(
          "UNKNOWN-PIPELINE", at: entry.keyStart, "there is no pipeline `\(entry.key)`",
          fix: reader.didYouMean(entry.key, among: names) ?? "the pipelines are \(listed(names))")
        continue
      }
      definition.pipelines[index].writes = writes
    }
  }

  private func units(_ map: YAMLMapping, _ reader: YAMLReader) -> [UnitDefinition] {
    var units: [(unit: UnitDefinition, map: YAMLMapping)] = []
    for node in map.sequence("units") ?? [] {
      guard let map = reader.mapping(node, "a unit", keys: ["id", "parent"]), let idNode = map.required("id"),
        let id = reader.title(idNode, "`id`")
      else { continue }
      if units.contains(where: { $0.unit.id == id }) {
        reader.error(
          "DUPLICATE", at: idNode.start, "the unit `\(id)` is there already", fix: "keep one of the two")
        continue
      }
      units.append((UnitDefinition(id: id, parent: map.text("parent")), map))
    }
    let ids = units.map(\.unit.id)
    let all = units.map(\.unit)
    for (index, (unit, map)) in units.enumerated() {
      guard let parent = unit.parent else { continue }
      let byte = map["parent"]?.start ?? map.start
      if !ids.contains(parent) {
        unknownUnit(parent, ids, at: byte, reader)
      } else if isOwnAncestor(unit.id, all) {
        reader.error("UNIT-CYCLE", at: byte, "the unit `\(unit.id)` stands above itself", fix: "units form a tree")
      } else {
        continue
      }
      units[index].unit.parent = nil
    }
    return units.map(\.unit)
  }

  private func isOwnAncestor(_ id: Text, _ units: [UnitDefinition]) -> Bool {
    let parents = Dictionary(units.map { ($0.id, $0.parent) }) { first, _ in first }
    var place = parents[id] ?? nil
    for _ in units {
      guard let here = place else { return false }
      if here == id { return true }
      place = parents[here] ?? nil
    }
    return false
  }

  private func unknownUnit(_ name: Text, _ ids: [Text], at byte: Int, _ reader: YAMLReader) {
    reader.error(
      "UNKNOWN-UNIT", at: byte, "there is no unit `\(name)`",
      fix: reader.didYouMean(name, among: ids) ?? "declare it under `units`")
  }

  private func people(_ map: YAMLMapping, _ reader: YAMLReader) -> [PersonDefinition] {
    let roles: [(Text, Text)] = [
      ("rep", "rep"), ("manager", "manager"), ("sales ops", "sales ops"), ("sequence manager", "sequence manager"),
      ("admin", "admin"), ("operator", "operator"),
    ]
    let units = definition.policy.units.map(\.id)
    var people: [PersonDefinition] = []
    for node in map.sequence("people") ?? [] {
      guard let map = reader.mapping(node, "a person", keys: ["id", "owner", "role", "unit"]),
        let idNode = map.required("id"), let id = reader.title(idNode, "`id`")
      else { continue }
      if people.contains(where: { $0.id == id }) {
        reader.error(
          "DUPLICATE", at: idNode.start, "the person `\(id)` is there already", fix: "keep one of the two")
        continue
      }
      let role = map.required("role").flatMap { _ in map.word("role", among: roles) } ?? "rep"
      let unit = map.text("unit")
      if let unit, !units.contains(unit) { unknownUnit(unit, units, at: map["unit"]?.start ?? map.start, reader) }
      people.append(PersonDefinition(id: id, owner: map.text("owner"), role: role, unit: unit))
    }
    return people
  }

  /// Decimals of a currency's minor unit (ISO 4217).
  private static func digits(of currency: Text) -> Int {
    let none = [
      "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
      "XPF",
    ]
    if none.contains(currency.string) { return 0 }
    if ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].contains(currency.string) { return 3 }
    return currency == "CLF" || currency == "UYW" ? 4 : 2
  }
}
