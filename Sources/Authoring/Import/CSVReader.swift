public import FEEL

/// One cell of a row with its place.
public struct ImportCell: Hashable, Sendable {
  /// What the cell says.
  public var text: Text
  /// The line on which it begins, from 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int

  /// A cell with its quotes resolved, and the place of its first character in the file.
  public init(text: Text, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}

/// Reads comma-separated values as RFC 4180 has them: quotes, doubled quotes and line breaks inside quotes, LF or CRLF,
/// a byte order mark at the start. Anything else is told, nothing is guessed: what a careless reader would swallow
/// (a quote that is never closed, a row with a cell too many) is an error with its line.
///
/// - Complexity: O(bytes); memory for one row and one chunk.
public struct CSVReader {
  private var bytes: ByteCursor
  private let separator: UInt8
  private let limits: ImportLimits
  /// The row that is being gathered.
  private var cells: [ImportCell] = []
  private var rowBytes = 0

  /// - Parameter separator: an ASCII character, neither a quote nor a line end.
  public init(_ stream: ByteStream, separator: UInt8 = UInt8(ascii: ","), limits: ImportLimits = ImportLimits()) {
    bytes = ByteCursor(stream)
    self.separator = separator
    self.limits = limits
  }

  /// The next row, or nil at the end. Empty lines are left out.
  /// - Throws: trouble about this row; unless it is final, reading may go on.
  public mutating func next() throws(ImportTrouble) -> [ImportCell]? {
    if bytes.isAtStart { try bytes.skipByteOrderMark() }
    while true {
      cells.removeAll(keepingCapacity: true)
      rowBytes = 0
      guard try bytes.peek() != nil else { return nil }
      do throws(ImportTrouble) {
        while try cell() {}
      } catch {
        if !error.isFinal { try skipLine() }
        throw error
      }
      if cells.count == 1, cells[0].text.isEmpty { continue }
      try checkEncoding()
      return cells
    }
  }

  /// Reads one cell; whether another one follows in this row.
  private mutating func cell() throws(ImportTrouble) -> Bool {
    let line = bytes.line
    let column = bytes.column
    var text: [UInt8] = []
    if cells.count == limits.columns {
      throw ImportTrouble(
        "TOO-MANY-COLUMNS", line: line, column: column, "the row has more than \(limits.columns) cells",
        fix: "check the separator", isFinal: true)
    }
    if try bytes.peek() == UInt8(ascii: "\"") {
      _ = try take()
      try quoted(&text, line: line, column: column)
    } else {
      try plain(&text)
    }
    cells.append(ImportCell(text: Text(bytes: text), line: line, column: column))
    switch try bytes.peek() {
    case nil: return false
    case separator:
      _ = try take()
      return true
    case UInt8(ascii: "\r"):
      _ = try take()
      if try bytes.peek() == UInt8(ascii: "\n") { _ = try take() }
      return false
    case UInt8(ascii: "\n"):
      _ = try take()
      return false
    default:
      let began = bytes.line == line ? "" : "; its cell began on line \(line), column \(column)"
      throw ImportTrouble(
        "CSV-QUOTE", line: bytes.line, column: bytes.column, "text follows a closing quote\(began)",
        fix: "put the whole cell in quotes, and write a quote inside it twice")
    }
  }

  private mutating func plain(_ text: inout [UInt8]) throws(ImportTrouble) {
    while let byte = try bytes.peek(), byte != separator, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\"") {
        throw ImportTrouble(
          "CSV-QUOTE", line: bytes.line, column: bytes.column,
          "a quote stands inside a cell that does not start with one",
          fix: "put the whole cell in quotes, and write the quote inside it twice")
      }
      text.append(try take())
    }
  }

  /// What stands between quotes; the opening one is read already.
  private mutating func quoted(_ text: inout [UInt8], line: Int, column: Int) throws(ImportTrouble) {
    while let byte = try bytes.peek() {
      if rowBytes >= limits.rowBytes { throw tooLong(quoteLine: line, column: column) }
      _ = try take()
      if byte == UInt8(ascii: "\"") {
        guard try bytes.peek() == UInt8(ascii: "\"") else { return }
        _ = try take()
      }
      text.append(byte)
    }
    throw ImportTrouble(
      "CSV-UNCLOSED-QUOTE", line: line, column: column, "this quote is never closed",
      fix: "close it; write a quote inside a cell twice", isFinal: true)
  }

  private mutating func take() throws(ImportTrouble) -> UInt8 {
    rowBytes += 1
    if rowBytes > limits.rowBytes { throw tooLong(quoteLine: nil, column: bytes.column) }
    return try bytes.take()
  }

  private func tooLong(quoteLine: Int?, column: Int) -> ImportTrouble {
    let fix = "check that the file is text, with a line end after every row"
    if let quoteLine {
      return ImportTrouble(
        "CSV-UNCLOSED-QUOTE", line: quoteLine, column: column,
        "this quote is not closed within \(limits.rowBytes) bytes", fix: "close it; write a quote inside a cell twice",
        isFinal: true)
    }
    return ImportTrouble(
      "LINE-TOO-LONG", line: bytes.line, column: 1, "the line has more than \(limits.rowBytes) bytes", fix: fix,
      isFinal: true)
  }

  /// After a bad row: on with the next line.
  private mutating func skipLine() throws(ImportTrouble) {
    while let byte = try bytes.peek() {
      _ = try take()
      if byte == UInt8(ascii: "\n") { return }
    }
  }

  private func checkEncoding() throws(ImportTrouble) {
    for cell in cells {
      guard let place = UTF8Check.firstInvalidByte(in: cell.text.bytes[...]) else { continue }
      throw ImportTrouble(
        "INVALID-UTF8", line: cell.line, column: cell.column,
        "the cell holds the byte 0x\(hexadecimal(cell.text.bytes[place])), which is no UTF-8",
        fix: "save the file as UTF-8")
    }
  }
}
