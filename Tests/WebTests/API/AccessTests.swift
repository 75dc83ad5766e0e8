import Foundation
import Hummingbird
import Service
import Testing

@testable import Web

@Suite("Who may take which route")
struct AccessTests {
  @Test("every route that the door knows stands in the table, and none twice")
  func table() async throws {
    let known = try await TestDoor.make().door.router().routes.map { "\($0.method) \($0.path)" }.sorted()
    let listed = Route.all.map { "\($0.method) \($0.path)" }.sorted()
    #expect(known == listed)
    #expect(Set(listed).count == listed.count)
  }

  @Test("the table of roles and routes is the one that was agreed on")
  func matrix() throws {
    var lines: [String] = []
    for route in Route.all.sorted(by: { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }) {
      var line = "\(route.method) \(route.path):"
      line += route.access.admits(nil) ? " everybody" : ""
      if !route.access.admits(nil) {
        for role in Role.allCases where route.access.admits(role) {
          line += " " + role.rawValue.replacing(" ", with: "-")
        }
      }
      lines.append(line)
    }
    try Golden.compare(lines.joined(separator: "\n") + "\n", with: "access.txt")
  }

  @Test("without a role nothing is admitted but what is open")
  func nobody() {
    for route in Route.all { #expect(route.access.admits(nil) == (route.access == .open), "\(route.path)") }
  }

  @Test("what changes something takes a token with an Idempotency-Key, or a form of ours, but for a few that are named")
  func writes() {
    let writes = Route.all.filter { $0.method != .get }
    let without = writes.filter { $0.kind == .api || $0.kind == .page }.map { "\($0.method) \($0.path)" }
    #expect(without.sorted() == ["POST /v1/decide", "POST /v1/webhooks/{source}", "PUT /v1/submissions/{id}"])
    for route in writes where route.access == .open {
      #expect(["/sign-in", "/v1/webhooks/{source}"].contains(route.path))
    }
  }
}
