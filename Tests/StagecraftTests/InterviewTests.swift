import Foundation
import Testing

/// A rep at a terminal: chooses a deal from the list, is asked, and sees what it means.
@Suite("An assessment at the terminal", .timeLimit(.minutes(5)))
struct InterviewTests {
  private func fetched() throws -> Program {
    let program = try Program()
    let records = [
      #"{"id":"O-1","stage":"Prospecting","attributes":{"company":"Teratai Schools","next_meeting":"2026-12-19"}}"#,
      #"{"id":"O-2","stage":"Demo","attributes":{"company":"Anggrek Hotels"}}"#,
      #"{"id":"O-3","stage":"Closed Won","attributes":{"company":"Done Already"}}"#,
      #"{"id":"O-4","stage":"Prospecting"}"#,
    ]
    try program.folder.write(records.joined(separator: "\n") + "\n", to: "records.ndjson")
    let fetched = try program.run("outbox", "fetch", "--from", "records.ndjson", "--playbook", Program.root)
    #expect(fetched.status == 0, "\(fetched.error)")
    return program
  }

  @Test("without a record the open deals are listed by what they are called, and one is chosen by the beginning of it")
  func list() throws {
    let program = try fetched()
    let talk = try program.converse(
      "assess",
      replying: [
        ("Which one?", "x"), ("Which one?", "tera"), ("hours per week >", "6.5"), ("name >", "yes"), ("Save?", "y"),
      ])
    #expect(talk.status == 0, "\(talk.screen)")
    let rows = talk.screen.split(separator: "\n").filter { $0.contains("  O-") }
    #expect(rows.count == 3 && rows[0].contains("Anggrek Hotels") && rows[1].contains("O-4"), "\(talk.screen)")
    #expect(rows[0].contains("unproven by 2") && rows[2].contains("Prospecting"))
    #expect(!talk.screen.contains("Done Already"), "it is closed")
    #expect(talk.screen.contains("Prospecting for Teratai Schools (O-1)"))
    #expect(talk.screen.contains("Saved on this device as no. 1"))
    let other = try program.converse("assess", replying: [("Which one?", "")])
    #expect(other.status == 0 && other.screen.contains("Nothing was chosen."))
  }

  @Test("a record is named by what it is called as well")
  func named() throws {
    let program = try fetched()
    try program.folder.write("hours: 6.5\ncompliance: yes\n", to: "answers.yaml")
    let saved = try program.run("assess", "teratai schools", "ProspectingAssessment", "--answers", "answers.yaml")
    #expect(saved.status == 0 && saved.output.contains("Saved on this device"), "\(saved.error)")
    let none = try program.run("assess", "--answers", "answers.yaml")
    #expect(none.status == 64 && none.error.contains("Name a record"))
  }

  @Test("a question mark explains the question and asks again; a comma before decimals is one in Indonesian")
  func help() throws {
    let program = try fetched()
    let talk = try program.converse(
      "assess", "O-1", "ProspectingAssessment", "--language", "id",
      replying: [("jam per minggu >", "?"), ("jam per minggu >", "6,5"), ("name >", "Ya"), ("Save?", "y")])
    #expect(talk.status == 0, "\(talk.screen)")
    #expect(talk.screen.contains("Type: a number from 0 to 168 jam per minggu."))
    #expect(talk.screen.contains("takes the answer away"))
    let kept = try program.run("outbox", "list", "--json")
    #expect(kept.output.contains(#""hours":6.5"#), "\(kept.output)")
  }

  @Test("on a narrow screen no word is broken")
  func narrow() throws {
    let program = try fetched()
    let talk = try program.converse("assess", "O-1", columns: 40, replying: [("hours per week >", "\u{4}")])
    let asked = talk.screen.split(separator: "\n").filter {
      $0.contains("How many hours") || $0.contains("every week?")
    }
    #expect(asked.count == 2, "\(talk.screen)")
    for line in talk.screen.split(separator: "\n") where !line.contains(" > ") { #expect(line.count <= 40, "\(line)") }
  }
}
