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
}
