internal import HTTPTypes
internal import Service
internal import WebAssets

/// A file inside the program.
struct Asset: Sendable {
  var name: String
  var type: String
  var bytes: [UInt8]
  var tag: EntityTag

  static let all: [Asset] = (0..<web_asset_count()).map { place in
    let file = web_asset_at(place)
    let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    return Asset(
      name: String(cString: file.name), type: String(cString: file.type), bytes: bytes, tag: EntityTag(of: bytes))
  }

  static func named(_ name: String) throws(ServiceError) -> Asset {
    guard let asset = all.first(where: { $0.name == name }) else { throw .noSuchPage() }
    return asset
  }

  func reply(to headers: HTTPFields) -> Reply {
    tag.reply(to: headers, Reply(type: type, body: bytes), caching: "public, no-cache")
  }
}
