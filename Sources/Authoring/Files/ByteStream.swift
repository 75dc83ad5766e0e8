internal import Glibc

/// The bytes of a file one chunk after the other, so that a file of any size costs the memory of one chunk.
public final class ByteStream {
  /// How many bytes a chunk has at most.
  public static let chunkSize = 1 << 16

  private enum Source {
    case descriptor(Int32)
    case memory([UInt8], chunk: Int)
  }
  private let source: Source
  /// Bytes of the whole file.
  public let total: Int
  /// Bytes given out so far.
  public private(set) var done = 0

  /// Opens an ordinary file.
  public init(path: String) throws(FileTrouble) {
    let descriptor = try FileAccess.open(path)
    source = .descriptor(descriptor)
    total = FileAccess.size(of: descriptor)
  }

  /// Bytes that are in memory already.
  public init(bytes: [UInt8], chunk: Int = ByteStream.chunkSize) {
    source = .memory(bytes, chunk: max(1, chunk))
    total = bytes.count
  }

  deinit {
    if case .descriptor(let descriptor) = source { close(descriptor) }
  }

  /// The next bytes; empty at the end.
  public func next() throws(FileTrouble) -> [UInt8] {
    let chunk: [UInt8]
    switch source {
    case .descriptor(let descriptor): chunk = try FileAccess.read(descriptor, atMost: Self.chunkSize)
    case .memory(let bytes, let size): chunk = Array(bytes[done..<min(done + size, bytes.count)])
    }
    done += chunk.count
    return chunk
  }
}
