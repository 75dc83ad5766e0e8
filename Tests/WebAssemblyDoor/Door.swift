import PortableCases
import WebAssemblyRuntime

/// Where a WASI runtime starts the module: all of standard input in, the answer to standard output.
@c(_start) public func start() {
  var input: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = chunk.withUnsafeMutableBufferPointer { runtime_read($0.baseAddress!, Int32($0.count)) }
    if count <= 0 { break }
    input += chunk[..<Int(count)]
  }
  let output = PortableCases.answer(input)
  output.withUnsafeBufferPointer { if let start = $0.baseAddress { _ = runtime_write(start, Int32($0.count)) } }
}
