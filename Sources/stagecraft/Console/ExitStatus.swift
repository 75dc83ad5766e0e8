internal import ArgumentParser

/// Exit codes in the sense of sysexits(3).
enum ExitStatus {
  /// `check` found errors.
  static let findings = ExitCode(1)
  /// Bad input data; what could be done was done, if the message says so.
  static let badData = ExitCode(65)
  /// A file is absent or cannot be read.
  static let noInput = ExitCode(66)
  /// Another process took over what this one held; started again, it waits for its turn or takes it.
  static let takenOver = ExitCode(69)
  /// A file cannot be written.
  static let cannotCreate = ExitCode(73)
  /// The disk or a device failed.
  static let inputOutput = ExitCode(74)
  /// Somebody else holds it; try again later.
  static let temporary = ExitCode(75)
  /// The set-up is wrong.
  static let configuration = ExitCode(78)
}

/// An error that ends the program with its own code: what is wrong in which place, a line each, then what follows from
/// it in a sentence.
struct Refusal: Error {
  /// Lines that begin with the place they are about, as `file:line:column: ...`; of very many the first are told.
  var places: [String]
  var message: String
  var status: ExitCode

  init(_ places: [String] = [], _ message: String, _ status: ExitCode) {
    self.places = places
    self.message = message
    self.status = status
  }

  init(_ message: String, _ status: ExitCode) { self.init([], message, status) }

  /// How many places are told.
  static let mostPlaces = 50

  /// What goes to standard error.
  var lines: [String] {
    var lines = Array(places.prefix(Self.mostPlaces))
    if places.count > lines.count { lines.append("... and \(places.count - lines.count) more") }
    return lines + ["stagecraft: \(message)"]
  }
}

extension Refusal: CustomStringConvertible {
  var description: String { message }
}
