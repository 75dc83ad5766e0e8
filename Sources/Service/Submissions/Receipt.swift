internal import Decisions
internal import FEEL
internal import Sales

/// The server's answer for exactly the bytes of one submission; stored, and given again for ever.
struct Receipt {
  var id: String
  var sha256: String
  var number: Int64
  var receivedAt: Int64
  /// `promoted`, `recorded`, `no effect` or `held`.
  var effect: Text
  /// What came of it, for the rep.
  var message: Text
  var playbook: String
  /// The stage after all.
  var stage: Text?
  var supported: (least: Text, most: Text)?
  var verdict: Text?
  var result: AssessmentResult?
  /// Why the device's verdict differed; empty where it did not.
  var differences: [Text] = []
  var bundleStale = false
  var flags: [Text] = []

  var bytes: [UInt8] {
    var members: [JSON.Member] = [
      JSON.Member("id", .string(Text(id))), JSON.Member("sha256", .string(Text(sha256))),
      JSON.Member("number", .number(Decimal34(Int(number)))),
      JSON.Member("receivedAt", .string(Instant.text(receivedAt))), JSON.Member("effect", .string(effect)),
      JSON.Member("message", .string(message)), JSON.Member("playbook", .string(Text(playbook))),
    ]
    if let stage { members.append(JSON.Member("stage", .string(stage))) }
    if let supported {
      members.append(
        JSON.Member(
          "supported",
          .object([JSON.Member("least", .string(supported.least)), JSON.Member("most", .string(supported.most))])))
    }
    if let verdict { members.append(JSON.Member("verdict", .string(verdict))) }
    if let result {
      members.append(JSON.Member("assessment", .string(result.assessment)))
      if let score = result.score { members.append(JSON.Member("score", score.document())) }
      if let maximum = result.maximum { members.append(JSON.Member("of", maximum.document())) }
    }
    members.append(JSON.Member("previewDiffers", .boolean(!differences.isEmpty)))
    if !differences.isEmpty {
      members.append(JSON.Member("why", .array(differences.map { .string($0) })))
    }
    members.append(JSON.Member("bundleStale", .boolean(bundleStale)))
    if !flags.isEmpty { members.append(JSON.Member("flags", .array(flags.map { .string($0) }))) }
    return JSON.object(members).bytes
  }
}
