internal import HTTPTypes

extension HTTPFields {
  /// The value of a header that the library has no name for.
  func value(of name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
