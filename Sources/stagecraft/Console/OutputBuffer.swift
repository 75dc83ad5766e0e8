internal import Glibc

/// Collects output and writes it in large pieces.
struct OutputBuffer: ~Copyable {
  private var bytes: [UInt8] = []
  private let descriptor: Int32

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    bytes.reserveCapacity(1 << 17)
  }

  /// Lets the caller append, and writes when enough has come together.
  mutating func append(_ body: (inout [UInt8]) -> Void) {
    body(&bytes)
    if bytes.count >= 1 << 16 { flush() }
  }

  mutating func flush() {
    Terminal.write(bytes, to: descriptor)
    bytes.removeAll(keepingCapacity: true)
  }
}
