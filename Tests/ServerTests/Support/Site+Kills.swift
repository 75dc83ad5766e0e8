import Foundation
import Testing

extension Site {
  /// Starts server and worker, as one process or as two, and kills them at random moments.
  ///
  /// - Returns: how many were killed.
  func roundOfKills(_ random: inout SeededNumbers) throws -> Int {
    let together = Bool.random(using: &random)
    let (server, portFile) = try startServer(withWorker: together)
    let worker = together ? nil : try worker()
    // Some are killed before they listen.
    let isEarly = Int.random(in: 0..<8, using: &random) == 0
    if !isEarly, let port = PortFile.port(portFile, of: server, seconds: 60) { self.port = port }
    let pauses = [server, worker].compactMap { $0 }.map { ($0, UInt32.random(in: 1000...1_200_000, using: &random)) }
    var waited: UInt32 = 0
    for (process, pause) in pauses.sorted(by: { $0.1 < $1.1 }) {
      usleep(pause - waited)
      waited = pause
      if process === server { port = nil }
      process.end(SIGKILL)
    }
    for (process, _) in pauses {
      // Ended by itself: then it was no kill, and why it ended must be seen.
      #expect(process.endStatus == 128 + SIGKILL, "ended by itself: \(process.text.suffix(1500))")
    }
    return pauses.count
  }

  /// Starts a server with its worker and kills it between the CRM's commit of results and our note of it.
  ///
  /// Random moments hit this one seldom, and on some machines never.
  func killAfterCommit() throws {
    let before = try sandbox.journal().count
    try sandbox.fault("slow", ["method": "PATCH", "path": "/composite/sobjects", "late": true, "ms": 20_000])
    let server = try server()
    #expect(
      try eventually(seconds: 30) { try sandbox.faults().isEmpty && sandbox.journal().count > before },
      "no results were sent to the CRM")
    port = nil
    server.end(SIGKILL)
    #expect(server.endStatus == 128 + SIGKILL, "ended by itself: \(server.text.suffix(1500))")
    try sandbox.clearFaults()
  }
}
