internal import HTTPTypes

/// Whether a browser sent a request from a page of ours.
enum SameOrigin {
  /// True where the browser says so, or says nothing at all (then it is old, or no browser).
  static func holds(_ headers: HTTPFields, host: String?, publicURL: String?) -> Bool {
    if let site = headers.value(of: "Sec-Fetch-Site") {
      return site == "same-origin" || site == "none"
    }
    guard let origin = headers[.origin] else { return true }
    if let publicURL, origin == Self.origin(of: publicURL) { return true }
    guard let host else { return false }
    return origin == "http://" + host || origin == "https://" + host
  }

  /// Scheme, host and port of an address, as browsers send them.
  static func origin(of address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return address }
    return (parts[0] + "//" + parts[2]).lowercased()
  }
}
