extension [Text] {
  /// The texts one after the other, with a separator between each two.
  public func joined(by separator: Text) -> Text {
    var joined: Text = ""
    for (place, text) in enumerated() {
      if place > 0 { joined += separator }
      joined += text
    }
    return joined
  }

  /// The texts as a sentence lists them: `a`, `a and b`, `a, b and c`; of a long list the first, `a, b and 7 more`.
  ///
  /// - Parameters:
  ///   - conjunction: stands before the last one.
  ///   - most: how many are written out at most.
  public func listed(_ conjunction: Text = "and", most: Int = .max) -> Text {
    if count > most {
      let rest: Text = "\(count - most) more"
      return Array(prefix(most)).joined(by: ", ") + " and " + rest
    }
    guard let last, count > 1 else { return first ?? "" }
    return Array(dropLast()).joined(by: ", ") + " " + conjunction + " " + last
  }
}
