internal import FEEL
internal import Sales
internal import Service

/// A verdict as pages show it: always a word and a sign, never a colour alone.
enum VerdictWords {
  static func chip(_ verdict: Text?, by distance: Int) -> HTML {
    guard let verdict else { return tag(.span, .class("chip none")) { "–" } }
    return tag(.span, .class("chip " + style(verdict))) {
      tag(.span, .hiddenFromReaders) { sign(verdict) + " " }
      verdict.string + (distance > 0 ? " by \(distance)" : "")
    }
  }

  /// What it means, in a sentence.
  static func sentence(_ verdict: Text?, by distance: Int) -> String {
    let stages = Figures.counted(distance, "stage", "stages")
    switch verdict {
    case "level": return "The evidence carries the stated stage, and no further."
    case "behind": return "The evidence carries it \(stages) further than stated."
    case "unproven": return "Evidence is missing for \(stages) of what is stated."
    case "ahead": return "It is stated \(stages) beyond what the evidence allows."
    default: return "Closed, or not in a stage that is judged."
    }
  }

  static func style(_ verdict: Text?) -> String {
    switch verdict {
    case "level": "level"
    case "behind": "behind"
    case "unproven": "unproven"
    case "ahead": "ahead"
    default: "none"
    }
  }

  private static func sign(_ verdict: Text) -> String {
    switch verdict {
    case "level": "="
    case "behind": "↑"
    case "unproven": "?"
    case "ahead": "↓"
    default: ""
    }
  }
}

extension RecordLine {
  /// `Discovery`, `Discovery to Demo`, or a dash.
  var supportedWords: String {
    guard let least else { return most.map { "up to \($0.string)" } ?? "–" }
    guard let most, most != least else { return least.string }
    return "\(least.string) to \(most.string)"
  }

  var path: LocalPath { LocalPath("records", key.kind.string, key.id.string) }
}
