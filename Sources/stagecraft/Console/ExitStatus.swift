internal import ArgumentParser

/// Exit codes in the sense of sysexits(3).
enum ExitStatus {
  /// `check` found errors.
  static let findings = ExitCode(1)
  /// Bad input data; what could be done was done, if the message says so.
  static let badData = ExitCode(65)
  /// A file is absent or cannot be read.
  static let noInput = ExitCode(66)
  /// A file cannot be written.
  static let cannotCreate = ExitCode(73)
  /// The disk or a device failed.
  static let inputOutput = ExitCode(74)
  /// Somebody else holds it; try again later.
  static let temporary = ExitCode(75)
  /// The set-up is wrong.
  static let configuration = ExitCode(78)
}

/// An error that is told in one line and ends the program with its own code.
struct Refusal: Error {
  var message: String
  var status: ExitCode

  init(_ message: String, _ status: ExitCode) {
    self.message = message
    self.status = status
  }
}
