internal import ArgumentParser
internal import Glibc

/// Reads a file or standard input line by line with bounded memory.
struct LineReader: ~Copyable {
  /// A line, or one that is longer than the limit and was skipped.
  enum Line {
    /// Without its end; valid until the next line is read.
    case bytes(UnsafeBufferPointer<UInt8>)
    case tooLong
  }

  /// The longest line that is read.
  static let longestLine = 4 << 20
  private static let chunk = 1 << 18

  /// Bytes of the whole file, if that is known.
  let total: Int?
  /// Bytes read so far.
  private(set) var done = 0
  /// The number of the line read last, from 1.
  private(set) var number = 0
  /// What messages call it.
  private let name: String
  private let descriptor: Int32
  // SAFETY: owned by this value alone, freed in deinit; `start` and `end` never leave its bounds.
  private let buffer: UnsafeMutablePointer<UInt8>
  /// What was read and not yet returned.
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `Refusal` where it cannot be opened.
  init(path: String) throws {
    name = path == "-" ? "standard input" : path
    if path == "-", Terminal.isInteractiveInput { Terminal.tell("reading what you type; end it with Ctrl-D") }
    (descriptor, total) = path == "-" ? (STDIN_FILENO, nil) : try LineReader.opened(path)
    buffer = .allocate(capacity: LineReader.longestLine + LineReader.chunk)
  }

  private static func opened(_ path: String) throws -> (descriptor: Int32, total: Int?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      let check = errno == EACCES ? "who may read it" : "the name"
      throw Refusal(
        "\(path) cannot be read: \(String(cString: strerror(errno))). Check \(check).", ExitStatus.noInput)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Refusal("\(path) is a folder; name a file.", ExitStatus.noInput)
    }
    return (descriptor, status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil)
  }

  deinit {
    buffer.deallocate()
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next line; lines without content count, and are returned empty. A byte order mark before the first is left out.
  mutating func next() throws -> Line? {
    var scanned = start
    while true {
      if let found = lineEnd(from: scanned) {
        let line = line(until: found)
        start = found + 1
        return line
      }
      if end - start > LineReader.longestLine {
        try skipLine()
        number += 1
        return .tooLong
      }
      if isAtEnd {
        if start == end { return nil }
        let line = line(until: end)
        start = end
        return line
      }
      let before = end - start
      try fill()
      scanned = start + before
    }
  }

  /// Whether the next line can be had without waiting for whoever writes the input.
  var hasNext: Bool { isAtEnd || lineEnd(from: start) != nil }

  private func lineEnd(from place: Int) -> Int? {
    memchr(buffer + place, 0x0A, end - place).map { UnsafeMutableRawPointer(buffer).distance(to: $0) }
  }

  private mutating func line(until place: Int) -> Line {
    number += 1
    var line = UnsafeBufferPointer(start: buffer + start, count: place - start)[...]
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == 0x0D { line = line.dropLast() }
    if line.first.map(Self.isBlank) == true, line.allSatisfy(Self.isBlank) { line = line.prefix(0) }
    return .bytes(UnsafeBufferPointer(rebasing: line))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Forgets the line under way up to its end, without keeping it.
  private mutating func skipLine() throws {
    repeat {
      start = 0
      end = 0
      try fill()
      if let found = lineEnd(from: 0) {
        start = found + 1
        return
      }
    } while !isAtEnd
    start = end
  }

  /// Reads one chunk behind what is there, which is first moved to the front.
  private mutating func fill() throws {
    memmove(buffer, buffer + start, end - start)
    end -= start
    start = 0
    var count = 0
    repeat { count = read(descriptor, buffer + end, LineReader.chunk) } while count < 0 && errno == EINTR
    if count < 0 {
      throw Refusal("\(name) cannot be read: \(String(cString: strerror(errno)))", ExitStatus.inputOutput)
    }
    if count == 0 { isAtEnd = true }
    end += count
    done += count
  }
}
