/// A declared type made ready to read values from JSON; all contexts it makes share their shapes.
///
/// The declared type decides what a string is: a text, a date, a duration. Numbers come from JSON numbers only. Null
/// and absent members are unknown under our law, null under DMN's.
public final class ValueForm: Sendable {
  /// What values must be.
  public let type: FeelType
  private let inner: Inner

  private enum Inner: Sendable {
    case scalar
    case list(ValueForm)
    /// One form for each key, in the order of the shape.
    case context(Shape, [ValueForm])
  }

  /// Makes the form of a type, with the forms and shapes of all its parts.
  ///
  /// - Complexity: O(parts of the type).
  public init(_ type: FeelType) {
    self.type = type
    switch type {
    case .list(let item): inner = .list(ValueForm(item))
    case .context(let entries): inner = .context(Shape(entries.map { $0.name }), entries.map { ValueForm($0.type) })
    default: inner = .scalar
    }
  }

  /// The shape of the contexts of this type, if it is a context type.
  public var shape: Shape? {
    if case .context(let shape, _) = inner { shape } else { nil }
  }

  /// The value of a JSON value; the first thing that does not fit the type is thrown.
  public func value(of json: JSON, law: Law) throws(ConversionError) -> Value {
    var errors: [ConversionError] = []
    let value = value(of: json, law: law, errors: &errors)
    if let error = errors.first { throw error }
    return value
  }

  /// The value of a JSON value, with everything that does not fit the type; what does not fit is as if it were absent.
  public func value(of json: JSON, law: Law, errors: inout [ConversionError]) -> Value {
    switch json {
    case .null: return Self.absent(law)
    case .array(let items):
      guard case .list(let form) = inner else { break }
      var values: [Value] = []
      values.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        let before = errors.count
        values.append(form.value(of: item, law: law, errors: &errors))
        for error in before..<errors.count { errors[error].isInside(.item(index)) }
      }
      return .list(values)
    case .object(let members):
      guard case .context(let shape, let forms) = inner else { break }
      return context(members, shape, forms, law, &errors)
    default: break
    }
    if case .scalar = inner { return scalar(json, law, &errors) }
    return fail(.wrongKind, law, &errors)
  }

  private static func absent(_ law: Law) -> Value { law == .sales ? .unknown : .null }

  private func fail(_ reason: ConversionError.Reason, _ law: Law, _ errors: inout [ConversionError]) -> Value {
    errors.append(ConversionError(reason, expected: type))
    return Self.absent(law)
  }

  private func context(
    _ members: [JSON.Member], _ shape: Shape, _ forms: [ValueForm], _ law: Law, _ errors: inout [ConversionError]
  ) -> Value {
    var values = Array(repeating: Self.absent(law), count: forms.count)
    for (position, member) in members.enumerated() {
      let before = errors.count
      // Most documents write their members in the declared order.
      let declared = position < forms.count && shape.keys[position].hasSameBytes(as: member.name)
      if let index = declared ? position : shape.index(of: member.name) {
        values[index] = forms[index].value(of: member.value, law: law, errors: &errors)
      } else {
        _ = fail(.undeclared, law, &errors)
      }
      for error in before..<errors.count { errors[error].isInside(.member(member.name)) }
    }
    return .context(Context(shape: shape, values: values))
  }

  private func scalar(_ json: JSON, _ law: Law, _ errors: inout [ConversionError]) -> Value {
    switch (json, type) {
    case (_, .any): return Value(json, law: law)
    case (.boolean(let boolean), .boolean): return .boolean(boolean)
    case (.number(let number), .number): return .number(number)
    case (.string(let text), .string): return .string(text)
    case (.string(let text), .date):
      return CalendarDate(text).map { .date($0) } ?? fail(.unreadable(text), law, &errors)
    case (.string(let text), .time): return TimeOfDay(text).map { .time($0) } ?? fail(.unreadable(text), law, &errors)
    case (.string(let text), .dateTime):
      guard let dateTime = DateTime(text) else { return fail(.unreadable(text), law, &errors) }
      // Compared with `now()` it would be null, and a rule would silently say no.
      if law == .sales, dateTime.time.offsetSeconds == nil { return fail(.missingOffset(text), law, &errors) }
      return .dateTime(dateTime)
    case (.string(let text), .monthsDuration):
      if case .monthsDuration(let duration)? = TemporalLiteral.duration(text) { return .monthsDuration(duration) }
      return fail(.unreadable(text), law, &errors)
    case (.string(let text), .daysDuration):
      if case .daysDuration(let duration)? = TemporalLiteral.duration(text) { return .daysDuration(duration) }
      return fail(.unreadable(text), law, &errors)
    case (_, .range), (_, .function): return fail(.unsupported, law, &errors)
    default: return fail(.wrongKind, law, &errors)
    }
  }
}

extension Value {
  /// The value of a JSON value of a declared type; for many values make one `ValueForm`.
  public init(_ json: JSON, as type: FeelType, law: Law) throws(ConversionError) {
    self = try ValueForm(type).value(of: json, law: law)
  }

  /// The value of a JSON value of no declared type: strings stay texts, objects become contexts.
  public init(_ json: JSON, law: Law) {
    switch json {
    case .null: self = law == .sales ? .unknown : .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map { Value($0, law: law) })
    case .object(let members):
      self = .context(
        Context(shape: Shape(members.map { $0.name }), values: members.map { Value($0.value, law: law) }))
    }
  }
}
