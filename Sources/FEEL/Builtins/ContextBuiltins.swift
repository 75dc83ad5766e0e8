/// Functions of contexts (DMN 1.5 §10.3.4.10).
enum ContextBuiltins {
  private static let entryShape = Shape(["key", "value"])

  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("get value", [.context("m"), .string("key")], result: .any) { arguments, surroundings in
      guard case .context(let context) = arguments[0] else { return .null }
      return context[arguments.text(1)] ?? (surroundings.law == .sales ? .unknown : .null)
    },
    BuiltinDefinition("get entries", [.context("m")], result: .list(.any)) { arguments, _ in
      guard case .context(let context) = arguments[0] else { return .null }
      return .list(
        zip(context.shape.keys, context.values).map { .context(Context(shape: entryShape, values: [.string($0), $1])) })
    },
    BuiltinDefinition("context", [.items("entries", of: .context([]))], result: .any) { arguments, surroundings in
      made(of: arguments.items(0), &surroundings)
    },
    contextPut([.context("context"), .any("key"), .any("value")], [.context("context"), .any("keys"), .any("value")]),
    BuiltinDefinition("context merge", [.items("contexts", of: .context([]))], result: .any) {
      arguments, surroundings in
      var keys: [Text] = []
      var values: [Value] = []
      for (index, item) in arguments.items(0).enumerated() {
        guard case .context(let context) = item else { return surroundings.wrongItem(index + 1, "a context", item) }
        for (key, value) in zip(context.shape.keys, context.values) {
          guard surroundings.spend(keys.count / 8 + 1) else { return surroundings.fail("there is too much to merge") }
          set(key, value, &keys, &values)
        }
      }
      return .context(Context(shape: Shape(keys), values: values))
    },
  ]

  /// `context put` with its arguments by name: one key, or several.
  static let forms: [BuiltinDefinition] = [
    contextPut([.context("context"), .string("key"), .any("value")]),
    contextPut([.context("context"), .list("keys"), .any("value")]),
  ]

  private static func contextPut(_ signatures: [Parameter]...) -> BuiltinDefinition {
    BuiltinDefinition("context put", signatures: signatures, unknown: .own, result: .any) { arguments, surroundings in
      switch arguments[1] {
      case .string(let key): return put(arguments[0], [key], 0, arguments[2], &surroundings)
      case .list(let items):
        var keys: [Text] = []
        for (index, item) in items.enumerated() {
          if item.isOpen { return .unknown }
          guard case .string(let key) = item else { return surroundings.wrongItem(index + 1, "a string", item) }
          keys.append(key)
        }
        if keys.isEmpty { return surroundings.fail("there is no key") }
        if keys.count > 100 { return surroundings.fail("there are more than 100 keys") }
        return put(arguments[0], keys, 0, arguments[2], &surroundings)
      case let key where key.isOpen: return .unknown
      case let key: return surroundings.wrong(2, "a string", key)
      }
    }
  }

  /// A context of entries `{key: ..., value: ...}`.
  private static func made(of entries: [Value], _ surroundings: inout CallSurroundings) -> Value {
    var keys: [Text] = []
    var values: [Value] = []
    for (index, entry) in entries.enumerated() {
      guard case .context(let context) = entry, let key = context["key"] else {
        return surroundings.wrongItem(index + 1, "a context with the entries key and value", entry)
      }
      if key.isOpen { return .unknown }
      guard case .string(let name) = key else {
        return surroundings.fail(Text("the key of the \(CallSurroundings.ordinal(index + 1)) entry must be a string"))
      }
      guard let value = context["value"] else {
        return surroundings.fail(Text("the \(CallSurroundings.ordinal(index + 1)) entry has no value"))
      }
      guard surroundings.spend(keys.count / 8 + 1) else { return surroundings.fail("there are too many entries") }
      if keys.contains(where: { $0.hasSameBytes(as: name) }) {
        return surroundings.fail("the key \"" + name + "\" comes twice")
      }
      keys.append(name)
      values.append(value)
    }
    return .context(Context(shape: Shape(keys), values: values))
  }

  /// The context with the value at the end of the path of keys; contexts on the way must be there.
  private static func put(
    _ value: Value, _ path: [Text], _ depth: Int, _ new: Value, _ surroundings: inout CallSurroundings
  ) -> Value {
    if value.isOpen { return .unknown }
    guard case .context(let context) = value else {
      return surroundings.fail("there is no context at the key \"" + path[max(depth - 1, 0)] + "\"")
    }
    var keys = context.shape.keys
    var values = context.values
    surroundings.steps += keys.count
    if depth == path.count - 1 {
      set(path[depth], new, &keys, &values)
    } else {
      let inner = put(context[path[depth]] ?? .null, path, depth + 1, new, &surroundings)
      // Null inside is an error already told; unknown inside is an entry that is missing.
      if inner.isNull { return .null }
      set(path[depth], inner, &keys, &values)
    }
    let shape = keys.count == context.shape.keys.count ? context.shape : Shape(keys)
    return .context(Context(shape: shape, values: values))
  }

  private static func set(_ key: Text, _ value: Value, _ keys: inout [Text], _ values: inout [Value]) {
    if let index = keys.firstIndex(where: { $0.hasSameBytes(as: key) }), index < values.count {
      values[index] = value
    } else {
      keys.append(key)
      values.append(value)
    }
  }
}
