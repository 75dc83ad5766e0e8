internal import FEEL
internal import Service

/// Stated beside carried, as a row of dots on a line: the same picture on every page.
struct StagePath {
  var line: RecordLine
  /// The open stages of the record's pipeline, by rank.
  var stages: [Text]

  @HTMLBuilder var html: HTML {
    if stages.count > 1 {
      tag(.span, .class("path"), .role("img"), .label(words)) {
        for place in stages.indices {
          tag(.span, .class(place == stated ? style(place) + " stated" : style(place)), .hiddenFromReaders)
        }
      }
    }
  }

  private var stated: Int? { line.stage.flatMap { stages.firstIndex(of: $0) } }
  private var least: Int { line.least.flatMap { stages.firstIndex(of: $0) } ?? -1 }
  private var most: Int { line.most.flatMap { stages.firstIndex(of: $0) } ?? least }

  /// Carried for certain; stated, but open or refused; what may still be carried; none of them.
  private func style(_ place: Int) -> String {
    if place <= least { return "sure" }
    let isStated = stated.map { place <= $0 } ?? false
    if place <= most { return isStated ? "open" : "may" }
    return isStated ? "against" : "none"
  }

  private var words: String {
    let carried =
      switch (line.least, line.most) {
      case (let least?, let most?) where least != most: "carries \(least.string) for certain, \(most.string) at most"
      case (let least?, _): "carries \(least.string), no further"
      default: "is not judged"
      }
    return "Stated \(line.stage?.string ?? "no stage"). Evidence \(carried)."
  }
}
