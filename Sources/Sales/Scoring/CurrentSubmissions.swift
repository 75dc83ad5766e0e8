import FEEL

/// The submissions of one assessment that count as evidence, the latest last (design §6, "latest").
struct CurrentSubmissions {
  struct Dated {
    var submission: Submission
    /// Raised to the highest capture time before it on the same device; nil: before all that have one.
    var time: Int64?
    var place: Int
  }

  /// In order, within the episode.
  var dated: [Dated] = []
  var notes: [AssessmentResult.Note] = []

  /// - Parameter submissions: all of the record: those of other assessments tell how far a device's clock was.
  init(of assessment: Text, in submissions: [Submission], episodeStart: Int64?) {
    let times = submissions.count > Self.few ? CurrentSubmissions.times(of: submissions) : nil
    for (place, submission) in submissions.enumerated() where submission.assessment == assessment {
      let time = if let times { times[place] } else { CurrentSubmissions.time(of: submission, among: submissions) }
      if let episodeStart, time ?? Int64.min < episodeStart {
        if time == nil {
          notes.append(
            AssessmentResult.Note(
              code: "UNDATED", question: nil,
              message: "A submission without a capture time does not count: the record was opened again since"))
        }
        continue
      }
      dated.append(Dated(submission: submission, time: time, place: place))
    }
    if dated.count > 1 { dated.sort(by: CurrentSubmissions.precedes) }
  }

  /// Up to so many, each is held against all others.
  private static let few = 16

  /// The times of all submissions, as `time(of:among:)` finds them one by one.
  private static func times(of submissions: [Submission]) -> [Int64?] {
    var times = submissions.map { $0.capturedAt }
    let order = submissions.indices.filter { submissions[$0].device != nil && submissions[$0].sequence != nil }.sorted {
      let (a, b) = (submissions[$0], submissions[$1])
      return a.device == b.device ? (a.sequence ?? 0) < (b.sequence ?? 0) : (a.device ?? "") < (b.device ?? "")
    }
    // The latest before the sequence number at hand, and at it.
    var before: Int64?
    var here: Int64?
    for (rank, place) in order.enumerated() {
      let previous = rank > 0 ? submissions[order[rank - 1]] : nil
      if previous?.device != submissions[place].device {
        before = nil
        here = nil
      } else if previous?.sequence != submissions[place].sequence {
        before = later(before, here)
        here = nil
      }
      here = later(here, submissions[place].capturedAt)
      times[place] = later(before, submissions[place].capturedAt)
    }
    return times
  }

  private static func later(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }

  /// A device's clock may be set back; its sequence is not.
  private static func time(of submission: Submission, among submissions: [Submission]) -> Int64? {
    guard let device = submission.device, let sequence = submission.sequence else { return submission.capturedAt }
    var time = submission.capturedAt
    for other in submissions {
      guard let captured = other.capturedAt, let place = other.sequence, place < sequence, other.device == device else {
        continue
      }
      if time.map({ $0 < captured }) ?? true { time = captured }
    }
    return time
  }

  private static func precedes(_ a: Dated, _ b: Dated) -> Bool {
    let times = (a.time ?? Int64.min, b.time ?? Int64.min)
    if times.0 != times.1 { return times.0 < times.1 }
    let devices = (a.submission.device ?? Text(""), b.submission.device ?? Text(""))
    if devices.0 != devices.1 { return devices.0 < devices.1 }
    let sequences = (a.submission.sequence ?? Int.min, b.submission.sequence ?? Int.min)
    if sequences.0 != sequences.1 { return sequences.0 < sequences.1 }
    let ids = (a.submission.id ?? Text(""), b.submission.id ?? Text(""))
    return ids.0 == ids.1 ? a.place < b.place : ids.0 < ids.1
  }
}
