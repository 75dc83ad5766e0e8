internal import FEEL

/// The rows of a file, whatever its format.
struct ImportRows {
  /// One row.
  struct Row {
    /// Its line.
    var line: Int
    /// Its number among the rows, from 1; bad ones count.
    var number: Int
    fileprivate var cells: [ImportCell]
    fileprivate var byName: [Text: ImportCell]
    fileprivate var places: [Text: Int]

    /// The cell of a column; nil if it is empty or not there.
    func cell(_ column: Text) -> ImportCell? {
      if let place = places[column] { return cells[place].text.isEmpty ? nil : cells[place] }
      guard let cell = byName[column], !cell.text.isEmpty else { return nil }
      return cell
    }
  }

  private enum Format {
    case csv(CSVReader, header: [Text: Int], count: Int)
    case lines(LineDelimitedReader)
  }

  private var format: Format
  /// The columns in their order; nil if every row may have its own.
  let columns: [Text]?
  private var number = 0

  /// Whether a file of that name holds JSON, one object a line.
  static func isLineDelimited(_ name: String) -> Bool {
    [".ndjson", ".jsonl"].contains { name.lowercased().hasSuffix($0) }
  }

  /// - Parameter isLineDelimited: JSON, one object a line; else values with a separator and a line of names.
  init(_ stream: ByteStream, isLineDelimited: Bool, separator: UInt8, limits: ImportLimits) throws(ImportTrouble) {
    if isLineDelimited {
      format = .lines(LineDelimitedReader(stream, limits: limits))
      columns = nil
      return
    }
    var reader = CSVReader(stream, separator: separator, limits: limits)
    guard let header = try Self.header(&reader) else {
      throw ImportTrouble(
        "CSV-EMPTY", line: 0, column: 0, "the file is empty", fix: "write the names of the columns on its first line",
        isFinal: true)
    }
    var places: [Text: Int] = [:]
    for (place, cell) in header.enumerated() where !cell.text.isEmpty {
      if places[cell.text] != nil {
        throw ImportTrouble(
          "CSV-DUPLICATE-COLUMN", line: cell.line, column: cell.column,
          "the column `\(cell.text)` stands here a second time", fix: "rename one of the two", isFinal: true)
      }
      places[cell.text] = place
    }
    columns = header.map(\.text)
    format = .csv(reader, header: places, count: header.count)
  }

  /// Trouble in the line of names is trouble with the whole file.
  private static func header(_ reader: inout CSVReader) throws(ImportTrouble) -> [ImportCell]? {
    do throws(ImportTrouble) {
      return try reader.next()
    } catch {
      var trouble = error
      trouble.isFinal = true
      throw trouble
    }
  }

  /// The next row, or nil at the end.
  /// - Throws: trouble about this row; unless it is final, reading may go on.
  mutating func next() throws(ImportTrouble) -> Row? {
    number += 1
    switch format {
    case .lines(var reader):
      defer { format = .lines(reader) }
      guard let (line, cells) = try reader.next() else { return nil }
      return Row(line: line, number: number, cells: [], byName: cells, places: [:])
    case .csv(var reader, let header, let count):
      defer { format = .csv(reader, header: header, count: count) }
      guard let cells = try reader.next(), let first = cells.first else { return nil }
      if cells.count != count {
        throw ImportTrouble(
          "CSV-COLUMNS", line: first.line, column: 1,
          "the row has \(cells.count) cell\(cells.count == 1 ? "" : "s"), the first line names \(count)",
          fix: cells.count > count ? "put cells that hold the separator in quotes" : "fill the row up with separators")
      }
      return Row(line: first.line, number: number, cells: cells, byName: [:], places: header)
    }
  }
}
