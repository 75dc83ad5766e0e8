internal import FEEL
public import Sales

/// Makes records of a file that another system wrote (CSV or NDJSON), as its mapping says.
///
///     let (importer, findings) = Importer.prepare(file: "deals.csv", mapping: "mapping.yaml", playbook: definition)
///     let report = try importer?.run(skipBad: false) { line in try output.write(line) }
///
/// The file is read twice: once to see that all of it is good, once to write. Nothing is written if a row is bad, unless
/// bad rows are to be skipped; nothing at all if the file cannot be read to its end. Memory is bounded by one row, the
/// joined files and 24 bytes a record.
public struct Importer {
  private let file: String
  private let mapping: ImportMapping
  private let builder: RecordBuilder
  private let limits: ImportLimits

  /// Reads the mapping and the joined files, and looks whether all columns are there.
  /// - Returns: nil if a finding is an error.
  public static func prepare(
    file: String, mapping mappingPath: String, playbook: PlaybookDefinition, limits: ImportLimits = ImportLimits()
  ) -> (importer: Importer?, findings: [PlacedFinding]) {
    let findings = FindingCollector()
    let importer = prepare(file, mappingPath, playbook, limits, findings)
    return (findings.hasErrors ? nil : importer, findings.findings.sorted())
  }

  private static func prepare(
    _ file: String, _ mappingPath: String, _ playbook: PlaybookDefinition, _ limits: ImportLimits,
    _ findings: FindingCollector
  ) -> Importer? {
    let source: SourceFile
    do throws(FileTrouble) {
      source = SourceFile(name: mappingPath, bytes: try FileAccess.bytes(of: mappingPath, limit: YAMLLimits().bytes))
    } catch {
      findings.add(ImportTrouble.file(error).placed(in: mappingPath))
      return nil
    }
    guard let root = YAMLComposer.compose(source, findings: findings) else { return nil }
    var reader = ImportMappingReader(file: source, playbook: playbook, findings: findings)
    guard let mapping = reader.read(root) else { return nil }
    let yaml = YAMLReader(file: source, findings: findings)
    checkColumns(mapping, of: file, limits, yaml)
    let names = mapping.kind.attributes.map(\.name)
    let tables = mapping.joins.compactMap { join -> JoinedTable? in
      let path = place(of: join.file.string, beside: [file, mappingPath])
      do throws(ImportTrouble) {
        return try JoinedTable(
          join, path: path, name: join.file.string, kindAttributes: names, mapping: yaml, limits: limits)
      } catch {
        findings.add(error.placed(in: join.file.string))
        return nil
      }
    }
    return Importer(
      file: file, mapping: mapping,
      builder: RecordBuilder(mapping: mapping, tables: tables, policy: playbook.policy), limits: limits)
  }

  /// A joined file lies beside the imported file, or else beside the mapping.
  private static func place(of name: String, beside paths: [String]) -> String {
    if name.hasPrefix("/") { return name }
    let candidates = paths.map { path -> String in
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      return folder.isEmpty ? (path.hasPrefix("/") ? "/" : "") + name : "\(folder)/\(name)"
    }
    return candidates.first { FileAccess.isFile($0) } ?? candidates.first ?? name
  }

  private static func checkColumns(
    _ mapping: ImportMapping, of file: String, _ limits: ImportLimits, _ yaml: YAMLReader
  ) {
    do throws(ImportTrouble) {
      guard let columns = try rows(of: file, mapping, limits).rows.columns else { return }
      if let separator = otherSeparator(columns, mapping) {
        let name = separator == "\t" ? "tabs" : "`\(separator)`"
        yaml.findings.add(
          PlacedFinding(
            .error, "SEPARATOR", file: file, line: 1, column: 1,
            "the first line has no `\(Unicode.Scalar(mapping.separator))`, but \(name): it looks like one column",
            fix: "write `separator: \(separator == "\t" ? "tab" : "\"\(separator)\"")` in the mapping"))
        return
      }
      for column in mapping.columns {
        guard let name = column.name, !columns.contains(name) else { continue }
        yaml.error(
          "MISSING-COLUMN", at: column.start, "\(file) has no column `\(name)`",
          fix: yaml.didYouMean(name, among: columns) ?? "its columns are \(listed(columns, most: 12))")
      }
    } catch {
      yaml.findings.add(error.placed(in: file))
    }
  }

  /// What separates the columns instead, if the first line is one column for the mapping's separator.
  private static func otherSeparator(_ columns: [Text], _ mapping: ImportMapping) -> Character? {
    guard columns.count == 1, let only = columns.first?.string else { return nil }
    if mapping.columns.contains(where: { $0.name == columns.first }) { return nil }
    return [";", "\t", ",", "|"].first { only.contains($0) }
  }

  private static func rows(
    of file: String, _ mapping: ImportMapping, _ limits: ImportLimits
  ) throws(ImportTrouble) -> (rows: ImportRows, stream: ByteStream) {
    let stream: ByteStream
    do throws(FileTrouble) {
      stream = try ByteStream(path: file)
    } catch {
      throw .file(error)
    }
    let isLineDelimited = mapping.isLineDelimited ?? ImportRows.isLineDelimited(file)
    return (
      try ImportRows(stream, isLineDelimited: isLineDelimited, separator: mapping.separator, limits: limits), stream
    )
  }

  /// Reads the file and writes its records, one JSON object a line.
  ///
  /// - Parameters:
  ///   - skipBad: leave bad rows out, instead of writing nothing.
  ///   - progress: bytes done, of how many.
  ///   - write: takes one line with its end.
  /// - Throws: what `write` throws.
  public func run<Failure: Error>(
    skipBad: Bool, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    write: (_ line: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> ImportReport {
    let checked = try pass(progress: { progress($0, $1 * 2) }, write: { _ throws(Failure) in })
    guard checked.isReadable, skipBad || checked.badRows == 0 else { return checked }
    var report = try pass(progress: { progress($1 + $0, $1 * 2) }, write: write)
    report.isWritten = true
    return report
  }

  private func pass<Failure: Error>(
    progress: (Int, Int) -> Void, write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> ImportReport {
    var report = ImportReport(file: file, mapping: mapping, limits: limits)
    var writer = RecordWriter()
    var ids = IdentitySet()
    guard let (opened, stream) = opened(&report) else { return report }
    var rows = opened
    while true {
      let next = Self.next(&rows)
      if next.isEnd { break }
      report.rows += 1
      if let trouble = next.trouble {
        report.add([trouble])
        if trouble.isFinal {
          report.isReadable = false
          break
        }
        continue
      }
      guard let row = next.row else { continue }
      var outcome = builder.build(row)
      if outcome.record != nil, let first = ids.insert(outcome.record?.id ?? "", line: row.line) {
        outcome.troubles.append(
          ImportTrouble(
            "DUPLICATE-ID", line: row.line, column: 1,
            "the id `\(outcome.record?.id ?? "")` stands here a second time, first on line \(first)",
            fix: "keep one of the two rows, or name another column as the id"))
        outcome.record = nil
      }
      report.add(outcome)
      if let record = outcome.record { try write(writer.line(record)) }
      if report.rows % 256 == 0 { progress(stream.done, stream.total) }
    }
    progress(stream.total, stream.total)
    return report
  }

  private func opened(_ report: inout ImportReport) -> (rows: ImportRows, stream: ByteStream)? {
    do throws(ImportTrouble) {
      return try Self.rows(of: file, mapping, limits)
    } catch {
      report.add([error])
      report.isReadable = false
      return nil
    }
  }

  /// The next row, its trouble, or the end.
  private static func next(_ rows: inout ImportRows) -> (row: ImportRows.Row?, trouble: ImportTrouble?, isEnd: Bool) {
    do throws(ImportTrouble) {
      let row = try rows.next()
      return (row, nil, row == nil)
    } catch {
      return (nil, error, false)
    }
  }
}

/// The ids that were met, as 128 bits each: ten million of them fit into memory.
private struct IdentitySet {
  private struct Key: Hashable {
    var first: Int
    var second: Int
  }
  private var lines: [Key: Int32] = [:]

  /// The line of the same id before, if there was one.
  mutating func insert(_ id: Text, line: Int) -> Int32? {
    var first = Hasher()
    first.combine(id)
    var second = Hasher()
    second.combine(1)
    second.combine(id)
    let key = Key(first: first.finalize(), second: second.finalize())
    if let known = lines[key] { return known }
    lines[key] = Int32(clamping: line)
    return nil
  }
}
