internal import ArgumentParser
internal import FEEL
internal import Sales

/// Reads all records of some files of NDJSON, or none.
enum RecordFiles {
  /// The records with the lines that they came as, in the order of the files.
  ///
  /// - Parameter otherwise: what follows for the user from a line that is wrong.
  /// - Throws: `Refusal` with every line that cannot be read, and every record that stands twice.
  static func read(
    _ files: [String], _ definition: PlaybookDefinition, otherwise: String
  ) throws -> [(record: Record, line: [UInt8])] {
    var reader = RecordReader(definition)
    var records: [(record: Record, line: [UInt8])] = []
    var known: [RecordKey: String] = [:]
    var problems: [String] = []
    var progress = ProgressBar("reading records")
    for file in files {
      var lines = try LineReader(path: file)
      while let line = try lines.next() {
        let place = "\(file):\(lines.number)"
        guard case .bytes(let bytes) = line else {
          problems.append("\(place): the line is longer than \(LineReader.longestLine) bytes")
          continue
        }
        if bytes.isEmpty { continue }
        do throws(RecordError) {
          let record = try reader.read(bytes)
          if let first = known.updateValue(place, forKey: RecordKey(kind: record.kind, id: record.id)) {
            problems.append("\(place): the \(record.kind) \(record.id) stands at \(first) already")
          }
          records.append((record, Array(bytes)))
        } catch {
          for problem in error.problems { problems.append("\(place): \(problem.description)") }
        }
        progress.show(done: lines.done, total: lines.total, count: records.count)
      }
    }
    progress.finish()
    guard problems.isEmpty else { throw Refusal(problems, otherwise, ExitStatus.badData) }
    return records
  }
}
