internal import FEEL

/// What is wrong with a file that is being imported: a stable code, a place, a sentence.
public struct ImportTrouble: Error, Hashable, Sendable {
  /// A word for programs, such as `VALUE`.
  public var code: String
  /// From 1; 0 if it is about the file as a whole.
  public var line: Int
  /// From 1, in characters.
  public var column: Int
  /// What is wrong, a sentence without its full stop.
  public var message: String
  /// What to do about it, if there is something to say.
  public var fix: String?
  /// Whether nothing after it can be read; else only this row is bad.
  public var isFinal: Bool

  init(_ code: String, line: Int, column: Int, _ message: String, fix: String? = nil, isFinal: Bool = false) {
    self.code = code
    self.line = line
    self.column = column
    self.message = message
    self.fix = fix
    self.isFinal = isFinal
  }

  /// A file that cannot be read.
  static func file(_ trouble: FileTrouble) -> ImportTrouble {
    let code =
      switch trouble {
      case .absent: "FILE-ABSENT"
      case .tooLarge: "FILE-TOO-LARGE"
      default: "FILE-UNREADABLE"
      }
    let fix: String? =
      switch trouble {
      case .absent: "check its name"
      case .isFolder: "name a file in it"
      case .isNoFile: "save it as a file first: it is read twice, to see that all of it is good, and to import it"
      default: nil
      }
    return ImportTrouble(code, line: 0, column: 0, "the file \(trouble.words)", fix: fix, isFinal: true)
  }

  /// The trouble as a finding about a file.
  func placed(in file: String) -> PlacedFinding {
    PlacedFinding(.error, code, file: file, line: line, column: column, message, fix: fix)
  }
}

/// What a file to import may cost.
public struct ImportLimits: Sendable {
  /// Bytes of one row, line ends inside quotes included.
  public var rowBytes = 1 << 20
  /// How many columns a file may have.
  public var columns = 2_000
  /// Rows of a file that is joined, which is kept in memory.
  public var joinedRows = 1_000_000
  /// Bytes of the cells of a file that is joined.
  public var joinedBytes = 256 << 20
  /// How many findings are kept; the rest is counted.
  public var findings = 1_000
  /// The limits that the members start with.
  public init() {}
}
