internal import FEEL

extension ImportReport {
  /// What there is to tell, line by line: first what is wrong, then what was done.
  public var text: String {
    var lines = findings.map { FindingsReport.line(of: $0) }
    if findingCount > findings.count { lines.append("... and \(findingCount - findings.count) more") }
    lines.append(
      "\(file): \(counted(rows, "row")) read, \(imported) \(isWritten ? "imported" : "good"), \(badRows) bad")
    for join in joins {
      if join.withoutKey > 0 {
        lines.append("\(counted(join.withoutKey, "record")) without `\(join.column)`: nothing joined from \(join.file)")
      }
      if join.withoutPartner > 0 {
        lines.append(
          "\(counted(join.withoutPartner, "record")) whose `\(join.column)` is not in \(join.file): "
            + Self.named(join.unmatched))
      }
    }
    if let money, withoutMoney > 0 {
      lines.append("\(counted(withoutMoney, "record")) without `\(money)`: counted, never taken as 0")
    }
    if !unknownStages.isEmpty {
      lines.append(
        "stages that the pipeline does not know, kept as they are: \(Self.named(unknownStages)); "
          + "`aliases` under `stage` in the mapping can name them")
    }
    if !isReadable {
      lines.append("nothing was written: the file could not be read to its end")
    } else if !isWritten {
      lines.append("nothing was written: repair the bad rows, or leave them out with --skip-bad")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The same as one JSON object and a line end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("file")
    writer.string(Text(file))
    for (name, number) in [
      ("rows", rows), ("imported", imported), ("bad", badRows), ("submissions", submissions),
      ("withoutMoney", withoutMoney),
    ] {
      writer.name(Text(name))
      writer.number(number)
    }
    writer.key("joins")
    writer.beginArray()
    for join in joins {
      writer.beginObject()
      writer.key("file")
      writer.string(Text(join.file))
      writer.key("column")
      writer.string(Text(join.column))
      writer.key("withoutKey")
      writer.number(join.withoutKey)
      writer.key("withoutPartner")
      writer.number(join.withoutPartner)
      writer.key("unmatched")
      Self.write(join.unmatched, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("unknownStages")
    Self.write(unknownStages, to: &writer)
    writer.key("written")
    writer.boolean(isWritten)
    writer.key("findingCount")
    writer.number(findingCount)
    writer.key("findings")
    writer.beginArray()
    for finding in findings { FindingsReport.write(finding, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private static func sorted(_ counts: [Text: Int]) -> [(name: Text, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private static func write(_ counts: [Text: Int], to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, count) in sorted(counts) {
      writer.name(name)
      writer.number(count)
    }
    writer.endObject()
  }

  /// The most frequent ones with their number.
  private static func named(_ counts: [Text: Int]) -> String {
    let sorted = sorted(counts)
    let names = sorted.prefix(10).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
    return FindingsReport.visible(sorted.count > 10 ? names + ", ..." : names)
  }

  private func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
