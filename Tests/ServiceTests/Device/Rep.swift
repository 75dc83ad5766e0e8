import Connect
import Cryptography
import FEEL
import Foundation
import Sales
import Store
import Synchronization

import struct Store.Bundle

@testable import Service

/// A rep's device with a clock of its own.
final class Rep: Sendable {
  /// A folder that goes away with the test.
  final class Folder: Sendable {
    let path: String
    init() throws {
      // In memory where there is such a place: every transaction is synchronised.
      let base = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/" : NSTemporaryDirectory()
      path = base + "stagecraft-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  let folder: Folder
  let file: DeviceFile
  let time: SimulatedTime

  init(seed: UInt64 = 1, device: String = "device-a") throws {
    folder = try Folder()
    file = try DeviceFile(path: folder.path + "/device.sqlite", device: device)
    time = SimulatedTime(seed: seed)
  }

  /// Saves a submission as `assess` does.
  @discardableResult
  func save(_ record: Text = "O-1", user: Text? = nil) throws -> OutboxItem {
    let id = time.identifier()
    let now = time.now()
    return try file.freeze(record: record, assessment: "ProspectingAssessment", id: id, at: now) { device, sequence in
      Envelope(
        id: Text(id), device: Text(device), sequence: sequence, user: user, capturedAt: now,
        record: Envelope.Seen(kind: "opportunity", id: record, stage: "Prospecting"),
        assessment: "ProspectingAssessment", version: 1, bundle: "b",
        answers: [Submission.Answer(question: "hours", value: .number(6))]
      ).bytes()
    }
  }

  /// The bundle of a person from the simulated server.
  func belongs(to person: Text) throws {
    try file.replaceBundle(
      Bundle(
        version: "v", playbook: [1], fetchedAt: time.now(), person: person, server: "https://server.test", tag: "\"t\""),
      records: [])
  }

  func sender(
    token: String = "token-of-ana", person: Text? = nil, tries: Int = 5,
    exchange: @escaping OutboxSender.Exchange
  ) throws -> OutboxSender {
    OutboxSender(
      file: file, server: try ServerAddress("https://server.test"), token: token, person: person, tries: tries,
      time: time, exchange: exchange, pause: { [time] in time.pass($0) }, isAlive: { $0 != Rep.deadProcess })
  }

  /// The process of a sender that was killed.
  static let deadProcess: Int32 = 999_999_999
}

/// A clock that moves only when somebody waits, and repeatable randomness.
final class SimulatedTime: TimeSource {
  private struct State {
    var now: Int64 = 1_800_000_000_000
    var random: RepeatableRandom
    var waits: [Int64] = []
  }

  private let state: Mutex<State>

  init(seed: UInt64) { state = Mutex(State(random: RepeatableRandom(seed: seed))) }

  /// What was waited for so far, milliseconds.
  var waits: [Int64] { state.withLock(\.waits) }

  func pass(_ milliseconds: Int64) {
    state.withLock { state in
      state.now += milliseconds
      state.waits.append(milliseconds)
    }
  }

  func now() -> Int64 {
    state.withLock { state in
      state.now += 1
      return state.now
    }
  }

  func random(_ count: Int) -> [UInt8] {
    state.withLock { state in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &state.random) } }
  }

  func jitter() -> Int64 { state.withLock { Int64.random(in: 0..<1_000_000, using: &$0.random) } }

  func identifier() -> String {
    let digits = Hexadecimal.text(random(16))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  func offset(of zone: Text, at instant: Int64) -> Int32 { 0 }
}

/// SplitMix64: the same numbers for the same seed.
struct RepeatableRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
