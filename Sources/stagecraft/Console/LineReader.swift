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
  /// How much is read at once.
  private static let chunk = 1 << 18

  /// Bytes of the whole file, if that is known.
  let total: Int?
  /// Bytes read so far.
  private(set) var done = 0
  /// The number of the line read last, from 1.
  private(set) var number = 0
  private let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `Refusal` where it cannot be opened.
  init(path: String) throws {
    if path == "-" {
      name = "standard input"
      descriptor = STDIN_FILENO
      total = nil
      if Terminal.isInteractiveInput { Terminal.tell("reading what you type; end it with Ctrl-D") }
      return
    }
    name = path
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

  /// The next line without its end. Lines without content count, and are returned empty; so is a byte order mark at the
  /// start left out.
  mutating func next() throws -> Line? {
    var scanned = place
    while true {
      if let end = lineEnd(from: scanned) {
        let line = buffer[place..<end]
        place = end + 1
        number += 1
        return .bytes(content(of: line))
      }
      if buffer.count - place > LineReader.longestLine {
        try skipLine()
        number += 1
        return .tooLong
      }
      if isAtEnd {
        let line = buffer[place...]
        if line.isEmpty { return nil }
        place = buffer.count
        number += 1
        return .bytes(content(of: line))
      }
      scanned = buffer.count - place
      try fill()
    }
  }

  /// A line without the carriage return of other systems; empty if it holds blanks only.
  private func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == 0x0D { line = line.dropLast() }
    guard line.first == 0x20 || line.first == 0x09 else { return line }
    return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? [] : line
  }

  private func lineEnd(from start: Int) -> Int? {
    Self.lineEnd(in: buffer, from: start)
  }

  /// In builds for debugging too, `memchr` makes a gigabyte a matter of a second.
  private static func lineEnd(in buffer: [UInt8], from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      guard let found = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Forgets the line under way up to its end, without keeping it.
  private mutating func skipLine() throws {
    repeat {
      place = buffer.count
      try fill()
      if let end = lineEnd(from: 0) {
        place = end + 1
        return
      }
    } while !isAtEnd
    place = buffer.count
  }

  /// Reads on behind what has not been given out yet, which moves to the start.
  private mutating func fill() throws {
    guard let read = Self.read(descriptor) else {
      throw Refusal("\(name) cannot be read: \(String(cString: strerror(errno)))", ExitStatus.inputOutput)
    }
    buffer = place == buffer.count ? read : Array(buffer[place...]) + read
    place = 0
    if read.isEmpty { isAtEnd = true }
    done += read.count
  }

  /// The next bytes, none at the end; nil where reading fails.
  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { bytes, initialized in
      repeat {
        count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      } while count < 0 && errno == EINTR
      initialized = max(count, 0)
    }
    return count < 0 ? nil : bytes
  }
}
