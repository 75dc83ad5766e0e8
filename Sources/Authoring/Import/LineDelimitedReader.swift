internal import FEEL

/// Reads line-delimited JSON (NDJSON): one object a line, each a row whose columns are the object's members.
struct LineDelimitedReader {
  private var bytes: ByteCursor
  private var json: JSONReader
  private let limits: ImportLimits

  init(_ stream: ByteStream, limits: ImportLimits) {
    bytes = ByteCursor(stream)
    json = JSONReader(limits: JSONLimits(bytes: limits.rowBytes, depth: 8, values: limits.columns * 2))
    self.limits = limits
  }

  /// The next row by column, or nil at the end. Empty lines are left out; members that are null too.
  mutating func next() throws(ImportTrouble) -> (line: Int, cells: [Text: ImportCell])? {
    if bytes.isAtStart { try bytes.skipByteOrderMark() }
    while true {
      let line = bytes.line
      guard let text = try nextLine() else { return nil }
      if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
      return (line, try cells(text, line))
    }
  }

  private mutating func nextLine() throws(ImportTrouble) -> [UInt8]? {
    guard try bytes.peek() != nil else { return nil }
    var text: [UInt8] = []
    while try bytes.peek() != nil {
      let byte = try bytes.take()
      if byte == UInt8(ascii: "\n") { return text }
      text.append(byte)
      if text.count > limits.rowBytes {
        throw ImportTrouble(
          "LINE-TOO-LONG", line: bytes.line, column: 1, "the line has more than \(limits.rowBytes) bytes",
          fix: "write one record a line", isFinal: true)
      }
    }
    return text
  }

  private mutating func cells(_ text: [UInt8], _ line: Int) throws(ImportTrouble) -> [Text: ImportCell] {
    let value: JSON
    do throws(JSONError) {
      value = try json.read(text)
    } catch {
      throw ImportTrouble(
        "JSON", line: line, column: error.column, "\(error.message)", fix: "write one JSON object a line")
    }
    guard let members = value.members else {
      throw ImportTrouble(
        "JSON", line: line, column: 1, "the line is no JSON object", fix: "write one JSON object a line")
    }
    var cells: [Text: ImportCell] = [:]
    for member in members {
      let text: Text
      switch member.value {
      case .null: continue
      case .string(let string): text = string
      case .number(let number): text = number.text
      case .boolean(let boolean): text = boolean ? "true" : "false"
      case .array, .object:
        throw ImportTrouble(
          "JSON", line: line, column: 1, "`\(member.name)` holds a list or an object, a cell holds one value",
          fix: "take it out, or give its parts members of their own")
      }
      cells[member.name] = ImportCell(text: text, line: line, column: 1)
    }
    return cells
  }
}
