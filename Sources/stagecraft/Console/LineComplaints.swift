/// What is wrong with single lines of a file: each complaint once, with the first lines that it is about.
struct LineComplaints {
  /// How many lines are wrong.
  private(set) var count = 0
  private var complaints: [(message: String, first: [Int], count: Int)] = []
  private var places: [String: Int] = [:]
  /// Different complaints beyond so many are only counted.
  private static let most = 50
  private static let mostLines = 3
  private var untold = 0

  /// - Parameter line: its number, from 1.
  mutating func add(_ line: Int, _ message: String) {
    count += 1
    if let place = places[message] {
      complaints[place].count += 1
      if complaints[place].first.count < Self.mostLines { complaints[place].first.append(line) }
    } else if complaints.count < Self.most {
      places[message] = complaints.count
      complaints.append((message, [line], 1))
    } else {
      untold += 1
    }
  }

  /// `deals.ndjson:3: this is no decision (412 lines: 3, 4, 5, ...)`.
  func lines(of file: String) -> [String] {
    var lines = complaints.map { complaint in
      let numbers = complaint.first.map { "\($0)" }.joined(separator: ", ")
      let more = complaint.count > complaint.first.count ? ", ..." : ""
      return "\(file):\(complaint.first.first ?? 0): \(complaint.message)"
        + (complaint.count > 1 ? " (\(complaint.count) lines: \(numbers)\(more))" : "")
    }
    if untold > 0 { lines.append("... and \(untold) more lines with other complaints") }
    return lines
  }
}
