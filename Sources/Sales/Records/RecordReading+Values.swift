import FEEL

extension RecordReading {
  mutating func attributes(_ json: JSON, of kind: KindReading) -> [Record.Attribute] {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return []
    }
    var attributes: [Record.Attribute] = []
    attributes.reserveCapacity(members.count)
    var expected = 0
    var isInOrder = true
    for member in members {
      enter(.member(member.name))
      defer { leave() }
      let previous = expected
      guard let place = place(of: member.name, in: kind.attributes, &expected) else {
        reportUnknown(member.name, kind.attributes, [], kind.name)
        continue
      }
      if place < previous { isInOrder = false }
      guard !member.value.isNull else { continue }
      let attribute = kind.attributes[place]
      attributes.append(Record.Attribute(name: attribute.name, value: value(member.value, attribute)))
    }
    if isInOrder { return attributes }
    // What is written of a record depends on its attributes, not on the order in which a sender names them.
    var ordered: [Record.Attribute] = []
    for attribute in kind.attributes {
      if let given = attributes.first(where: { $0.name == attribute.name }) { ordered.append(given) }
    }
    return ordered
  }

  /// Members mostly come in the order of declaration.
  private func place(of name: Text, in attributes: [KindReading.Attribute], _ expected: inout Int) -> Int? {
    let place =
      expected < attributes.count && attributes[expected].name == name
      ? expected : attributes.firstIndex { $0.name == name }
    if let place { expected = place + 1 }
    return place
  }

  mutating func related(_ json: JSON, of kind: KindReading) -> [Record.RelatedList] {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return []
    }
    var lists: [Record.RelatedList] = []
    for member in members {
      enter(.member(member.name))
      defer { leave() }
      guard let list = kind.related.first(where: { $0.name == member.name }) else {
        let names = kind.related.map { $0.name }
        report(
          "unknown related list " + Suggestion.shown(member.name) + " of " + kind.name,
          fix: Suggestion.didYouMean(member.name, among: names))
        continue
      }
      guard !member.value.isNull else { continue }
      var items: [Value] = []
      for (index, item) in self.items(member.value).enumerated() {
        enter(.item(index))
        items.append(self.item(item, of: list))
        leave()
      }
      lists.append(Record.RelatedList(name: list.name, items: items))
    }
    return lists
  }

  private mutating func item(_ json: JSON, of list: KindReading.List) -> Value {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return .unknown
    }
    var values: [Value] = Array(repeating: .unknown, count: list.attributes.count)
    var expected = 0
    for member in members {
      enter(.member(member.name))
      defer { leave() }
      guard let place = place(of: member.name, in: list.attributes, &expected) else {
        reportUnknown(member.name, list.attributes, [], list.name)
        continue
      }
      if !member.value.isNull { values[place] = value(member.value, list.attributes[place]) }
    }
    return .context(Context(shape: list.shape, values: values))
  }

  /// The value of an attribute, checked against those that its definition allows.
  mutating func value(_ json: JSON, _ attribute: KindReading.Attribute) -> Value {
    let value = value(json, attribute.type)
    guard !attribute.values.isEmpty else { return value }
    switch value {
    case .string(let text): checkAllowed(text, attribute)
    case .list(let items):
      for (index, item) in items.enumerated() {
        guard case .string(let text) = item else { continue }
        enter(.item(index))
        checkAllowed(text, attribute)
        leave()
      }
    default: break
    }
    return value
  }

  private mutating func checkAllowed(_ text: Text, _ attribute: KindReading.Attribute) {
    guard !attribute.values.contains(text) else { return }
    report(
      Suggestion.shown(text) + " is none of the values of " + attribute.name + ": "
        + attribute.values.listedBriefly, fix: Suggestion.didYouMean(text, among: attribute.values))
  }

  /// The value of the declared type; null inside of lists and contexts is unknown. The document's depth bounds the
  /// recursion.
  mutating func value(_ json: JSON, _ type: FeelType) -> Value {
    if json.isNull { return .unknown }
    switch type {
    case .any: return untyped(json)
    case .boolean:
      if case .boolean(let boolean) = json { return .boolean(boolean) }
      reportKind("true or false", json)
    case .number:
      if case .number(let number) = json { return .number(number) }
      reportKind("a number", json)
    case .string:
      if case .string(let text) = json { return .string(text) }
      reportKind("a text", json)
    case .date:
      if case .string(let text) = json, let date = CalendarDate(text) { return .date(date) }
      reportKind("a day like 2026-01-31", json)
    case .time:
      if case .string(let text) = json, let time = TimeOfDay(text) { return .time(time) }
      reportKind("a time like 13:30:00", json)
    case .dateTime:
      if case .string(let text) = json, let dateTime = DateTime(document: text) { return placed(dateTime, text) }
      reportKind("a date and time like 2026-01-31T13:30:00Z", json)
    case .monthsDuration:
      if case .string(let text) = json, let duration = TemporalLiteral.duration(text),
        case .monthsDuration = duration
      {
        return duration
      }
      reportKind("a duration like P1Y2M", json)
    case .daysDuration:
      if case .string(let text) = json, let duration = TemporalLiteral.duration(text), case .daysDuration = duration {
        return duration
      }
      reportKind("a duration like P3DT4H", json)
    case .list(let item): return list(json, item)
    case .context(let entries): return context(json, entries)
    case .null, .range, .function, .named: report("values of this type can't be given in a record")
    }
    return .unknown
  }

  /// A date and time without offset is of the policy's zone, as every day is: what is local compares with no instant.
  private mutating func placed(_ dateTime: DateTime, _ text: Text) -> Value {
    if dateTime.offsetSeconds != nil { return .dateTime(dateTime) }
    if let placed = zone.placed(dateTime) { return .dateTime(placed) }
    report(
      Suggestion.shown(text) + " says no offset from UTC, and the policy's zone " + Suggestion.shown(zone.name)
        + " is not known", fix: "write it like 2026-01-31T13:30:00+07:00, or with Z for UTC")
    return .unknown
  }

  private mutating func list(_ json: JSON, _ type: FeelType) -> Value {
    var values: [Value] = []
    for (index, item) in items(json).enumerated() {
      enter(.item(index))
      values.append(value(item, type))
      leave()
    }
    return .list(values)
  }

  private mutating func context(_ json: JSON, _ entries: [FeelType.Entry]) -> Value {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return .unknown
    }
    var values: [Value] = Array(repeating: .unknown, count: entries.count)
    for member in members {
      enter(.member(member.name))
      defer { leave() }
      guard let place = entries.firstIndex(where: { $0.name == member.name }) else {
        let names = entries.map { $0.name }
        report("unknown entry " + Suggestion.shown(member.name), fix: Suggestion.didYouMean(member.name, among: names))
        continue
      }
      values[place] = value(member.value, entries[place].type)
    }
    return .context(Context(shape: Shape(entries.map { $0.name }), values: values))
  }

  /// What JSON says by itself.
  private func untyped(_ json: JSON) -> Value {
    switch json {
    case .null: return .unknown
    case .boolean(let boolean): return .boolean(boolean)
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .array(let items): return .list(items.map { untyped($0) })
    case .object(let members):
      return .context(
        Context(shape: Shape(members.map { $0.name }), values: members.map { untyped($0.value) }))
    }
  }
}
