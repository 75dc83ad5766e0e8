import Foundation
import Synchronization
import Testing

/// Copies of the store, taken while servers and workers are at work and killed.
final class CopiesUnderLoad: Sendable {
  private struct State {
    var files: [String] = []
    var complaints: [String] = []
  }

  private let site: Site
  private let state = Mutex(State())
  private let underway = DispatchGroup()

  init(_ site: Site) { self.site = site }

  /// Begins one more copy.
  func take() {
    let number = state.withLock { state in
      state.files.append(site.home + "/copy-\(state.files.count + 1).sqlite")
      return state.files.count
    }
    let file = site.home + "/copy-\(number).sqlite"
    underway.enter()
    Thread { [self] in
      defer { underway.leave() }
      do {
        let taken = try site.run("backup", file)
        if taken.status != 0 { complain("copy \(number) ended with \(taken.status): \(taken.output)") }
      } catch {
        complain("copy \(number): \(error)")
      }
    }.start()
  }

  private func complain(_ text: String) { state.withLock { $0.complaints.append(text) } }

  /// Verifies every copy, and puts the last one in the place of the store.
  ///
  /// - Returns: how many there are.
  func check() throws -> Int {
    #expect(underway.wait(timeout: .now() + 120) == .success)
    let (files, complaints) = state.withLock { ($0.files, $0.complaints) }
    #expect(complaints == [])
    for file in files {
      let verified = try site.run("restore", "--verify", file)
      #expect(verified.status == 0 && verified.output.contains("all links"), "\(file): \(verified.output)")
    }
    let last = try #require(files.last)
    let restored = try site.run("restore", last)
    #expect(restored.status == 0, "\(restored.output)")
    let chain = try site.run("audit", "verify")
    #expect(chain.status == 0, "\(chain.output)")
    return files.count
  }
}
