internal import ArgumentParser
internal import Glibc

/// Reads a file or standard input line by line with bounded memory.
struct LineReader: ~Copyable {
  /// A line, or one that is longer than the limit and was skipped.
  enum Line {
    case bytes(ArraySlice<UInt8>)
    case tooLong
  }

  /// The longest line that is read.
  static let longestLine = 4 << 20

  /// Bytes of the whole file, if that is known.
  let total: Int?
  /// Bytes read so far.
  private(set) var done = 0
  /// The number of the line read last, from 1.
  private(set) var number = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `Refusal` where it cannot be opened.
  init(path: String) throws {
    if path == "-" {
      descriptor = STDIN_FILENO
      total = nil
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Refusal("\(path) cannot be read: \(String(cString: strerror(errno))). Check the name.", ExitStatus.noInput)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Refusal("\(path) is a folder; name a file.", ExitStatus.noInput)
    }
    total = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next line without its end; empty lines count and are returned.
  mutating func next() throws -> Line? {
    var scanned = place
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        let line = buffer[place..<end]
        place = end + 1
        number += 1
        return .bytes(line.last == 0x0D ? line.dropLast() : line)
      }
      if buffer.count - place > LineReader.longestLine {
        try skipLine()
        number += 1
        return .tooLong
      }
      scanned = buffer.count - place
      if isAtEnd {
        let line = buffer[place...]
        if line.isEmpty { return nil }
        place = buffer.count
        number += 1
        return .bytes(line.last == 0x0D ? line.dropLast() : line)
      }
      try fill()
    }
  }

  /// Forgets the line under way up to its end, without keeping it.
  private mutating func skipLine() throws {
    repeat {
      buffer.removeAll(keepingCapacity: true)
      place = 0
      try fill()
      if let end = buffer.firstIndex(of: 0x0A) {
        place = end + 1
        return
      }
    } while !isAtEnd
    place = buffer.count
  }

  private mutating func fill() throws {
    buffer.removeFirst(place)
    place = 0
    let before = buffer.count
    let chunk = 1 << 18
    buffer.append(contentsOf: repeatElement(0, count: chunk))
    var count = 0
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + before, chunk) }
    } while count < 0 && errno == EINTR
    buffer.removeLast(chunk - max(count, 0))
    if count < 0 { throw Refusal("reading failed: \(String(cString: strerror(errno)))", ExitStatus.inputOutput) }
    if count == 0 { isAtEnd = true }
    done += max(count, 0)
  }
}
