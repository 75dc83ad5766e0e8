internal import FEEL
internal import Sales
public import Store

/// Frozen submissions outside of a device's file: read back from a copy, or saved again under a new id.
public enum EnvelopeCopies {
  /// The longest envelope, as the server has it.
  public static let longestEnvelope = Application.longestEnvelope

  /// A line of a copy, read as strictly as the server reads it; the bytes stay as they are.
  ///
  /// - Returns: the envelope, or all that is wrong with it.
  public static func read(_ bytes: [UInt8]) -> (envelope: ImportedEnvelope?, problems: [String]) {
    var check = EnvelopeCheck()
    let id = (try? JSON.parse(bytes, limits: EnvelopeCheck.limits))?["id"]?.text
    guard let envelope = check.read(bytes, id: id?.string ?? "") else { return (nil, check.problems) }
    let imported = ImportedEnvelope(
      id: envelope.id.string, device: envelope.device.string, sequence: envelope.sequence, person: envelope.user,
      record: envelope.record.id, assessment: envelope.assessment, savedAt: envelope.capturedAt, bytes: bytes)
    return (imported, [])
  }

  /// The same answers as a new submission: everything as it was frozen but for id, device and number.
  ///
  /// - Returns: nil where the bytes are no envelope.
  public static func again(_ bytes: [UInt8], id: String, device: String, sequence: Int) -> [UInt8]? {
    guard let members = (try? JSON.parse(bytes, limits: EnvelopeCheck.limits))?.members else { return nil }
    let changed = members.map { member in
      switch member.name {
      case "id": JSON.Member("id", .string(Text(id)))
      case "device": JSON.Member("device", .string(Text(device)))
      case "seq": JSON.Member("seq", .number(Decimal34(sequence)))
      default: member
      }
    }
    let made = JSON.object(changed).bytes
    return Envelope(bytes: made)?.id == Text(id) ? made : nil
  }
}
