internal import FEEL

/// A file that is joined, in memory: its rows by key.
struct JoinedTable {
  let join: ImportMapping.Join
  /// The attributes that it gives, with the place of each in a row.
  let attributes: [(name: Text, column: ImportMapping.Column)]
  private var rows: [Text: (line: Int, cells: [ImportCell?])] = [:]

  /// Reads the file; what is wrong with it goes to the findings, and then it must not be used.
  /// - Parameters:
  ///   - path: where it lies; `name` is what findings call it.
  ///   - kindAttributes: the attributes that a prefix may lead to.
  init(
    _ join: ImportMapping.Join, path: String, name: String, kindAttributes: [Text], mapping: YAMLReader,
    limits: ImportLimits
  ) throws(ImportTrouble) {
    self.join = join
    let stream: ByteStream
    do throws(FileTrouble) {
      stream = try ByteStream(path: path)
    } catch {
      throw .file(error)
    }
    let isLineDelimited = ImportRows.isLineDelimited(name)
    var source = try ImportRows(stream, isLineDelimited: isLineDelimited, separator: join.separator, limits: limits)
    attributes = join.attributes + Self.prefixed(join, source.columns ?? [], kindAttributes, mapping)
    if let columns = source.columns {
      Self.check(columns, has: join.there, at: join.thereStart, in: name, mapping)
      for attribute in join.attributes {
        if let column = attribute.column.name {
          Self.check(columns, has: column, at: attribute.column.start, in: name, mapping)
        }
      }
    }
    var bytes = 0
    while let row = try source.next() {
      guard let key = row.cell(join.there) else { continue }
      if let first = rows[key.text] {
        throw ImportTrouble(
          "DUPLICATE-KEY", line: key.line, column: key.column,
          "`\(join.there)` is `\(key.text)` a second time, first on line \(first.line)", fix: "keep one of the two",
          isFinal: true)
      }
      let cells = attributes.map { attribute in attribute.column.name.flatMap { row.cell($0) } }
      bytes += cells.reduce(key.text.bytes.count) { $0 + ($1?.text.bytes.count ?? 0) }
      rows[key.text] = (key.line, cells)
      if rows.count > limits.joinedRows || bytes > limits.joinedBytes {
        throw ImportTrouble(
          "FILE-TOO-LARGE", line: key.line, column: 1,
          "the file is too large to be joined: \(limits.joinedRows) rows and \(limits.joinedBytes) bytes are allowed",
          fix: "leave out the rows that no record names", isFinal: true)
      }
    }
  }

  /// The cells of the row with that key, one for each attribute.
  subscript(key: Text) -> [ImportCell?]? { rows[key]?.cells }

  /// Every column but the key becomes an attribute of its name behind the prefix.
  private static func prefixed(
    _ join: ImportMapping.Join, _ columns: [Text], _ kindAttributes: [Text], _ mapping: YAMLReader
  ) -> [(name: Text, column: ImportMapping.Column)] {
    guard let prefix = join.prefix else { return [] }
    return columns.compactMap { column in
      if column == join.there || column.isEmpty { return nil }
      let name = prefix + column
      if kindAttributes.contains(name) {
        return (name, ImportMapping.Column(name: column, start: join.fileStart))
      }
      mapping.error(
        "UNKNOWN-ATTRIBUTE", at: join.fileStart,
        "the column `\(column)` of \(join.file) leads to no attribute `\(name)`",
        fix: mapping.didYouMean(name, among: kindAttributes)
          ?? "declare it in rules/records.yaml, or list the `attributes` instead of a prefix")
      return nil
    }
  }

  private static func check(
    _ columns: [Text], has column: Text, at byte: Int, in name: String, _ mapping: YAMLReader
  ) {
    if columns.contains(column) { return }
    mapping.error(
      "MISSING-COLUMN", at: byte, "\(name) has no column `\(column)`",
      fix: mapping.didYouMean(column, among: columns) ?? "its columns are \(listed(columns, most: 12))")
  }
}
