internal import FEEL

/// The address of a page of ours. Made of parts that are escaped, so that no id can lead anywhere else.
struct LocalPath: Sendable, Hashable {
  private(set) var text: String

  init(_ parts: String...) {
    text = parts.isEmpty ? "/" : ""
    for part in parts { text += "/" + PercentCoding.encoded(part) }
  }

  /// An address from outside; nil where it could lead to another host.
  init?(checking address: String) {
    guard address.utf8.first == UInt8(ascii: "/"), !address.hasPrefix("//"), address.utf8.count <= 2000,
      address.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
    else { return nil }
    text = address
  }

  /// With a query item, if there is a value for it.
  func with(_ name: String, _ value: String?) -> LocalPath {
    guard let value, !value.isEmpty else { return self }
    var path = self
    path.text += text.contains("?") ? "&" : "?"
    path.text += PercentCoding.encoded(name) + "=" + PercentCoding.encoded(value)
    return path
  }

  func with(_ name: String, _ value: Text?) -> LocalPath { with(name, value?.string) }
}
