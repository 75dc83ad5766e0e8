import Foundation
import GRDB

/// The store's file seen from outside, by plain SQL.
struct StoreFile {
  let path: String

  /// The first column of what a query gives, as texts.
  func texts(_ sql: String) throws -> [String] {
    try queue().read { database in
      try Row.fetchAll(database, sql: sql).map { row in Self.shown(row[0]) }
    }
  }

  func count(_ sql: String) throws -> Int { try queue().read { try Int.fetchOne($0, sql: sql) ?? 0 } }

  func change(_ sql: String) throws { try queue().write { try $0.execute(sql: sql) } }

  /// All rows of tables, in the order of their keys, without the columns that are named.
  func rows(of tables: [String], without columns: Set<String> = []) throws -> [String] {
    try queue().read { database in
      var lines: [String] = []
      for table in tables {
        var found: [String] = []
        for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table)") {
          let cells = row.filter { !columns.contains($0.0) }.map { "\($0.0)=\(Self.shown($0.1))" }
          found.append(table + ": " + cells.joined(separator: " "))
        }
        lines += found.sorted()
      }
      return lines
    }
  }

  /// What was decided: everything but ids, times of writing and the chain of hashes, which no two runs share.
  func decided() throws -> [String] {
    try rows(
      of: [
        "record", "outcome", "attribute_change", "outcome_change", "stage_change", "proposal", "ask", "night_line",
      ], without: ["updated_at", "decided_at", "stored_at", "event", "proposal", "id_of_proposal"]
    ).map { line in
      // Proposals and changes have ids of their own making.
      line.hasPrefix("proposal:") || line.hasPrefix("stage_change:")
        ? line.replacing(/\s?\bid=[^ ]+/, with: "") : line
    }.sorted()
  }

  private func queue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func shown(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    case .string(let text): text
    default: value.description
    }
  }
}
