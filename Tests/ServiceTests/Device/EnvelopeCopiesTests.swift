import FEEL
import Foundation
import Sales
import Store
import Testing

@testable import Service

@Suite("Copies of frozen submissions")
struct EnvelopeCopiesTests {
  @Test("come back byte for byte, with their own id, device and person")
  func roundTrip() throws {
    let rep = try Rep()
    let item = try rep.save("O-7", user: "ana")
    let reading = EnvelopeCopies.read(item.envelope)
    let envelope = try #require(reading.envelope)
    #expect(envelope.bytes == item.envelope && envelope.id == item.id && envelope.person == "ana")
    let other = try Rep(seed: 2, device: "device-b")
    #expect(try other.file.take([envelope]).taken == [item.id])
    #expect(try other.file.take([envelope, envelope]).known == [item.id, item.id])
    let taken = try #require(try other.file.outbox().first)
    #expect(taken.envelope == item.envelope && taken.device == "device-a" && taken.person == "ana")
    #expect(taken.sha256 == item.sha256 && taken.sequence == 1 && taken.savedAt == item.savedAt)
    #expect(try other.save().sequence == 1, "the numbers of this device are its own")
  }

  @Test("other bytes under a known id are told, and what is here stays")
  func different() throws {
    let rep = try Rep()
    let item = try rep.save()
    var changed = try #require(EnvelopeCopies.read(item.envelope).envelope)
    changed.bytes = Array(
      String(decoding: item.envelope, as: UTF8.self).replacing(#""hours":6"#, with: #""hours":3"#).utf8)
    #expect(changed.bytes != item.envelope)
    let outcome = try rep.file.take([changed])
    #expect(outcome.different == [item.id] && outcome.taken.isEmpty && outcome.known.isEmpty)
    #expect(try rep.file.outbox().map(\.envelope) == [item.envelope])
  }

  @Test("an own copy from before the file was lost takes its numbers along")
  func ownNumbers() throws {
    let rep = try Rep()
    for _ in 1...3 { try rep.save() }
    let copies = try rep.file.outbox().compactMap { EnvelopeCopies.read($0.envelope).envelope }
    let restored = try Rep(seed: 9)
    _ = try restored.file.take(copies)
    #expect(try restored.save().sequence == 4)
  }

  @Test(
    "what is no envelope is refused with what is wrong",
    arguments: [
      ("", "no JSON"), ("[1]", "object"), (#"{"v":2}"#, "version 1"), (#"{"v":1,"id":"x"}"#, "no UUID"),
      (#"{"v":1,"id":"x"}"#, "answers"),
    ])
  func notEnvelopes(text: String, words: String) {
    let reading = EnvelopeCopies.read(Array(text.utf8))
    #expect(reading.envelope == nil)
    #expect(reading.problems.contains { $0.contains(words) }, "\(reading.problems)")
  }

  @Test("sent as new: another id and number, the same answers, and the refused one stays as history")
  func again() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let refused = try rep.save("O-1", user: "ana")
    server.occupy(refused.id)
    _ = try await rep.sender { server.answer($0) }.run()
    let newID = rep.time.identifier()
    let new = try #require(
      try rep.file.replace(refused.id, by: newID, at: 5) { item, device, sequence in
        EnvelopeCopies.again(item.envelope, id: newID, device: device, sequence: sequence)
      })
    let before = try #require(Envelope(bytes: refused.envelope))
    let after = try #require(Envelope(bytes: new.envelope))
    #expect(after.id.string == newID && after.sequence == 2 && new.sequence == 2)
    #expect(after.answers.map(\.question) == before.answers.map(\.question))
    #expect(after.capturedAt == before.capturedAt && after.user == "ana")
    #expect(try rep.file.outbox().map(\.id) == [newID])
    let history = try rep.file.history()
    #expect(history.map(\.state) == [.replaced, .waiting] && history[0].replacedBy == newID)
    #expect(history[0].envelope == refused.envelope)
    #expect(try await rep.sender { server.answer($0) }.run().sent == 1)
    #expect(try rep.file.replace(newID, by: "x", at: 6) { _, _, _ in [] } == nil, "received: not sent as new")
  }
}
