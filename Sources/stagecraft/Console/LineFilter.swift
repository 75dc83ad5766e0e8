internal import ArgumentParser

/// Answers each line of a file or of standard input with one of its own, with bounded memory.
///
/// An answer is written out before the filter waits for further input, so that another program may ask and wait.
enum LineFilter {
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - answer: appends the answer to a line with its line end, and tells whether the line was a request at all.
  ///   - tooLong: appends the answer to a line beyond the limit, given the number of the line.
  /// - Throws: `ExitStatus.badData` once all is answered, if a line was no request.
  static func run(
    _ path: String, answer: (UnsafeBufferPointer<UInt8>, Int, inout [UInt8]) -> Bool,
    tooLong: (Int, inout [UInt8]) -> Void
  ) throws {
    var lines = try LineReader(path: path)
    var output = OutputBuffer()
    var bad = 0
    while let line = try lines.next() {
      let number = lines.number
      switch line {
      case .tooLong:
        bad += 1
        output.append { tooLong(number, &$0) }
      case .bytes(let bytes):
        if bytes.isEmpty { continue }
        output.append { if !answer(bytes, number, &$0) { bad += 1 } }
      }
      if !lines.hasNext { output.flush() }
    }
    output.flush()
    guard bad > 0 else { return }
    Terminal.tell("stagecraft: \(bad) line\(bad == 1 ? " was" : "s were") no request; the answers say why")
    throw ExitStatus.badData
  }
}
