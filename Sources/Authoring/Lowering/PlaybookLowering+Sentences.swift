internal import FEEL
internal import Sales

/// `rules/*.rules`: one sentence a line (design §5).
extension PlaybookLowering {
  func lowerSentences() {
    _ = ruleFiles
  }
}
