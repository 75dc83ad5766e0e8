import Authoring
import Foundation

/// What reading and compiling a decision model costs, the file's bytes being in memory or in the system's cache.
enum ModelBenchmarks {
  /// - Parameter folder: where the models lie, in folders below it too.
  static func run(_ folder: String) {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = found.filter { $0.hasSuffix(".dmn") }.sorted().map { folder + "/" + $0 }
    if files.isEmpty { Benchmarks.fail("no models below \(folder)") }
    var times: [(seconds: Double, file: String)] = []
    for file in files {
      var samples: [Double] = []
      for _ in 0..<5 {
        let start = Stopwatch.seconds
        _ = ModelFiles.read(file)
        samples.append(Stopwatch.seconds - start)
      }
      samples.sort()
      times.append((samples[2], file))
    }
    times.sort { $0.seconds < $1.seconds }
    Stopwatch.tell("DMN: load a model (median of \(times.count))", times[times.count / 2].seconds * 1e3, "ms")
    guard let slowest = times.last else { return }
    let name = slowest.file.split(separator: "/").last.map(String.init) ?? slowest.file
    Stopwatch.tell("DMN: load the slowest, \(name)", slowest.seconds * 1e3, "ms")
  }
}
