import Foundation
import Testing

@Suite("The sandbox at the command line", .timeLimit(.minutes(2)))
struct CommandTests {
  /// Runs it to its end, and returns its exit code and all it said.
  static func run(_ arguments: [String]) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = RunningSandbox.binary
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test("--help shows an example")
  func help() throws {
    let (status, said) = try Self.run(["--help"])
    #expect(status == 0 && said.contains("Example: SandboxCRM --key-file") && said.contains("rate-429"))
  }

  @Test(
    "a wrong seed is told with its line",
    arguments: [
      ("{\"object\": \"Account\", \"Name\": \"a\"}\nnot json", "line 2: not JSON"),
      ("{\"object\": \"Nothing\"}", "line 1: there is no object Nothing"),
      ("\n{\"object\": \"Account\", \"Colour\": \"red\"}", "line 2: INVALID_FIELD: No such column 'Colour'"),
      ("{\"object\": \"Account\", \"Id\": \"001000000000001AAB\"}", "line 1: MALFORMED_ID"),
      ("{\"object\": \"Opportunity\", \"StageName\": \"Dreaming\"}", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
      ("{\"field\": {\"object\": \"Account\", \"name\": \"A__c\", \"type\": \"colour\"}}", "type colour is none of"),
    ])
  func wrongSeed(_ seed: String, _ reason: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "seed-\(UUID().uuidString).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(seed.utf8).write(to: file)
    let (status, said) = try Self.run(["--seed", file.path])
    #expect(status == 1 && said.contains(reason), "\(said)")
  }

  @Test("a seed declares fields and stages, and may give stamps and authors")
  func seed() async throws {
    let seed = """
      {"object":"Opportunity","Name":"A","StageName":"Found","CloseDate":"2026-01-31","Kind__c":"New",\
      "SystemModstamp":"2026-01-02T03:04:05.006+0000","LastModifiedById":"bob@example.com"}
      {"stages":[{"name":"Found","probability":15},{"name":"Bought","isClosed":true,"isWon":true,"probability":100}]}
      {"field":{"object":"Opportunity","name":"Kind__c","type":"picklist","values":["New","Old"]}}
      """
    let session = try await RunningSandbox(seed: seed).session()
    let rows = try session.records(
      "SELECT Id, Kind__c, Probability, SystemModstamp, LastModifiedBy.Username FROM Opportunity")
    #expect(rows.count == 1 && rows[0]["Kind__c"] as? String == "New" && rows[0]["Probability"] as? Double == 15)
    #expect(rows[0]["SystemModstamp"] as? String == "2026-01-02T03:04:05.000+0000")
    #expect((rows[0]["LastModifiedBy"] as? [String: Any])?["Username"] as? String == "bob@example.com")
    let stages = try session.records(
      "SELECT ApiName, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder")
    #expect(stages.map { $0["ApiName"] as? String } == ["Found", "Bought"])
  }
}
