internal import Cryptography

/// One step of the schema. Never changed once released: a later need is a later number.
struct Migration: Sendable {
  /// From 1, without gaps.
  let number: Int
  let name: String
  /// The statements of SQLite's dialect, each alone.
  let statements: [String]

  /// SHA-256 of the statements, recorded when they were run.
  var checksum: String { Hexadecimal.sha256(Array(statements.joined(separator: ";\n").utf8)) }
}
