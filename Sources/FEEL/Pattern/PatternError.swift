/// Why a text is no pattern.
struct PatternError: Error, Equatable, Sendable {
  /// A sentence without its full stop.
  var message: Text
  /// The character of the pattern that it is about, counted from 1; nil if it is about the flags or the whole.
  var place: Int?
}
