internal import FEEL

/// Why a file is no strict YAML: a stable code, a place and a sentence.
struct YAMLError: Error {
  var code: String
  var byte: Int
  var message: String
  var fix: String?

  static func tooLarge(bytes: Int, limit: Int) -> YAMLError {
    YAMLError(
      code: "FILE-TOO-LARGE", byte: 0, message: "the file has \(bytes) bytes, \(limit) are allowed",
      fix: "split it into several files")
  }

  static func notUTF8(byte: Int, value: UInt8) -> YAMLError {
    YAMLError(
      code: "INVALID-UTF8", byte: byte, message: "the byte 0x\(hexadecimal(value)) is no UTF-8",
      fix: "save the file as UTF-8")
  }

  static func tab(byte: Int, lines: Int) -> YAMLError {
    let others = lines > 1 ? " (and on \(lines - 1) more line\(lines > 2 ? "s" : ""))" : ""
    return YAMLError(
      code: "TAB", byte: byte, message: "a tab stands here\(others), YAML is indented with spaces only",
      fix: "replace every tab by two spaces")
  }

  static func tooMany(byte: Int, limit: Int) -> YAMLError {
    YAMLError(
      code: "YAML-TOO-LARGE", byte: byte, message: "the file has more than \(limit) values",
      fix: "split it into several files")
  }

  static func tooDeep(byte: Int, limit: Int) -> YAMLError {
    YAMLError(
      code: "YAML-TOO-DEEP", byte: byte, message: "values are nested more than \(limit) levels deep",
      fix: "no definition needs that: look for brackets that are never closed")
  }

  static func severalDocuments(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-DOCUMENTS", byte: byte, message: "a second document starts here, a file holds one",
      fix: "take the line `---` out, or move what follows into a file of its own")
  }

  static func anchor(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-ANCHOR", byte: byte, message: "anchors (`&name`) are not read here",
      fix: "write the value where it is used; put text that starts with & in quotes")
  }

  static func alias(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-ALIAS", byte: byte, message: "aliases (`*name`) are not read here",
      fix: "write the value where it is used; put text that starts with * in quotes")
  }

  static func tag(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-TAG", byte: byte, message: "tags (`!name`) are not read here",
      fix: "take the tag out; put text that starts with ! in quotes")
  }

  static func merge(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-MERGE", byte: byte, message: "merges (`<<:`) are not read here",
      fix: "write the keys where they are used"
    )
  }

  static func duplicateKey(byte: Int, key: String, firstLine: Int) -> YAMLError {
    YAMLError(
      code: "DUPLICATE-KEY", byte: byte, message: "`\(key)` stands here a second time, first on line \(firstLine)",
      fix: "keep one of the two")
  }

  static func keyIsNoText(byte: Int) -> YAMLError {
    YAMLError(
      code: "YAML-KEY", byte: byte, message: "a key must be a text",
      fix: "put it in quotes if it starts with [, {, > or |")
  }

  static var outOfMemory: YAMLError {
    YAMLError(code: "OUT-OF-MEMORY", byte: 0, message: "there is not enough memory to read the file", fix: nil)
  }

  static func syntax(byte: Int, problem: String, fix: String?) -> YAMLError {
    YAMLError(code: "YAML-SYNTAX", byte: byte, message: problem, fix: fix)
  }

  /// libyaml's words in ours, with the usual cause.
  static func syntax(parser problem: String, byte: Int, in file: SourceFile) -> YAMLError {
    let position = file.position(ofByte: byte)
    let line = file.line(position.line).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if problem.contains("nesting") { return .tooDeep(byte: byte, limit: YAMLLimits().depth) }
    if looksLikeUnquotedBand(line) {
      return .syntax(
        byte: byte, problem: "this line cannot be read as YAML",
        fix: "put the band in quotes, e.g. \"[0..1)\": 10 or \"> 5\": 40")
    }
    return .syntax(
      byte: byte, problem: "this cannot be read as YAML: \(problem)",
      fix: "look at the indentation, and put text with `: `, ` #` or a leading [ { > | @ % & * ! in quotes")
  }

  /// Bands start with a bracket or a comparison, which mean something else in YAML.
  private static func looksLikeUnquotedBand(_ line: String) -> Bool {
    let start = line.drop { $0 == " " || $0 == "-" }
    guard let first = start.first else { return false }
    return first == ">" || (first == "[" || first == "(" || first == "]") && start.contains("..")
  }
}

/// Two digits in base 16.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count < 2 ? "0" + digits : digits
}
