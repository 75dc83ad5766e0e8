// Types (DMN 1.5 grammar rules 53, 54): names, and `list<...>`, `range<...>`, `context<...>`, `function<...> -> ...`.
extension Parser {
  /// Reads the source as one type; nil if it is none.
  mutating func parseType() -> FeelType? {
    start()
    let type = isStopped ? nil : type()
    if !isStopped, current.kind != .end { skipUnexpected() }
    return diagnostics.isEmpty ? type : nil
  }

  /// Reads a type; nil, told, if none stands here.
  mutating func type() -> FeelType? {
    guard level < max(1, limits.depth) else {
      stopAtDepth(current.span)
      return nil
    }
    level += 1
    defer { level -= 1 }
    guard current.kind == .word else {
      report("SYNTAX", current.span, "a type is missing at \(quoted(current))", fix: "write a type like `number`")
      return nil
    }
    if following.kind == .less, let composed = composedType() { return composed }
    return typeName()
  }

  /// A type with parts, if the word is one that has parts.
  private mutating func composedType() -> FeelType?? {
    let word = bytes(current.span)
    if word.elementsEqual("list".utf8) || word.elementsEqual("range".utf8) {
      let isList = word.elementsEqual("list".utf8)
      advance()
      advance()
      guard let part = type(), closeType() else { return .some(nil) }
      return .some(isList ? .list(part) : .range(part))
    }
    if word.elementsEqual("context".utf8) { return .some(contextType()) }
    if word.elementsEqual("function".utf8) { return .some(functionType()) }
    return nil
  }

  private mutating func closeType() -> Bool {
    if take(.greater) { return true }
    report("SYNTAX", current.span, "`>` is missing at \(quoted(current))", fix: "close the type with `>`")
    return false
  }

  private mutating func contextType() -> FeelType? {
    advance()
    advance()
    var entries: [FeelType.Entry] = []
    if !take(.greater) {
      repeat {
        guard let end = keyEnd(), end > position else {
          report("SYNTAX", current.span, "a name is missing at \(quoted(current))", fix: "write `name: type`")
          return nil
        }
        let name = name(position..<end)
        _ = keys.add(parts: tokens[position..<end], of: source.bytes)
        position = end + 1
        guard let type = type() else { return nil }
        entries.append(FeelType.Entry(name, type))
      } while !isStopped && take(.comma)
      guard closeType() else { return nil }
    }
    return .context(entries)
  }

  private mutating func functionType() -> FeelType? {
    advance()
    advance()
    var parameters: [FeelType] = []
    if !take(.greater) {
      repeat {
        guard let parameter = type() else { return nil }
        parameters.append(parameter)
      } while !isStopped && take(.comma)
      guard closeType() else { return nil }
    }
    guard take(.minus), take(.greater) else {
      report(
        "SYNTAX", current.span, "`->` is missing at \(quoted(current))", fix: "write `function<number> -> number`")
      return nil
    }
    guard let result = type() else { return nil }
    return .function(parameters, result)
  }

  /// A type by its name, the longest that is known; of an unknown one the words and dots up to what is no name.
  private mutating func typeName() -> FeelType {
    let start = position
    let known = names.types.longestMatch(tokens, at: position, of: source.bytes)
    for _ in 0..<max(1, known) { advance() }
    if known == 0 {
      while continuesName(current) || (current.kind == .dot && following.kind == .word) {
        if current.kind == .dot { advance() }
        advance()
      }
    }
    let name = name(start..<position)
    return FeelType.simple(name) ?? .named(name)
  }
}

extension FeelType {
  /// The type of a name of the language; also the names of DMN 1.1, and types with parts that are not told.
  static func simple(_ name: Text) -> FeelType? {
    for simple in simpleNames where simple.name == name { return simple.type }
    return switch name {
    case "list": .list(.any)
    case "context": .context([])
    case "range": .range(.any)
    case "function": .anyFunction
    case "dateTime": .dateTime
    case "dayTimeDuration": .daysDuration
    case "yearMonthDuration": .monthsDuration
    default: nil
    }
  }
}
