internal import FEEL

/// The time zones that this machine knows (tzdata). A machine without the table knows nothing and refuses nothing.
enum ZoneNames {
  private static let folder = "/usr/share/zoneinfo"

  /// Whether the table is here, and has no such zone.
  static func isUnknown(_ zone: Text) -> Bool {
    FileAccess.isFile("\(folder)/Etc/UTC") && !FileAccess.isFile("\(folder)/\(zone)")
  }

  /// The zones by their places, for a near miss; empty where there is no list of them.
  static func places() -> [Text] {
    do throws(FileTrouble) {
      let bytes = try FileAccess.bytes(of: "\(folder)/tzdata.zi", limit: 1 << 20)
      return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
        let words = line.split(separator: UInt8(ascii: " "))
        // A zone is a line `Z Asia/Jakarta ...`, another name of it `L Asia/Jakarta Asia/...`.
        if words.count > 1, words[0] == [UInt8(ascii: "Z")] { return Text(bytes: Array(words[1])) }
        if words.count > 2, words[0] == [UInt8(ascii: "L")] { return Text(bytes: Array(words[2])) }
        return nil
      }
    } catch {
      return []
    }
  }
}
