import FEEL
import Testing

@testable import Sales

@Suite("Bounds of unfinished sheets") struct BoundsPropertyTests {
  static func partial(_ random: RandomAssessment, _ numbers: inout SeededNumbers) -> [AnswerValue?] {
    random.questions.indices.map { place in
      Bool.random(using: &numbers) ? random.answers(to: place).randomElement(using: &numbers) : nil
    }
  }

  static func submitted(_ sheet: [AnswerValue?]) -> [(String, AnswerValue)] {
    sheet.enumerated().compactMap { place, answer in answer.map { ("q\(place)", $0) } }
  }

  static func percent(_ total: RandomAssessment.Total) -> Decimal34? {
    guard total.maximum > 0 else { return nil }
    return Decimal34(total.points * 100).divided(by: Decimal34(total.maximum))
  }

  @Test("are exactly what all ways to complete the sheet come to", arguments: 0..<400)
  func exact(seed: Int) throws {
    var numbers = SeededNumbers(seed)
    let random = RandomAssessment(&numbers, withRegion: true)
    var bench = try #require(Bench(random.definition, attributes: [("region", .string)]))
    let region = Bool.random(using: &numbers) ? "north" : "south"
    bench.machine.slots[0] = .string(Text(region))
    let sheet = Self.partial(random, &numbers)
    let result = bench.score(Self.submitted(sheet))
    let ways = (result.state == .complete ? [sheet] : random.completions(of: sheet))
      .map { random.total($0, region: region) }
    #expect(result.points?.least == ways.map { Decimal34($0.points) }.min())
    #expect(result.points?.most == ways.map { Decimal34($0.points) }.max())
    #expect(result.maximum?.least == ways.map { Decimal34($0.maximum) }.min())
    #expect(result.maximum?.most == ways.map { Decimal34($0.maximum) }.max())
    let percents = ways.compactMap { Self.percent($0) }
    if percents.count == ways.count {
      #expect(result.percent?.least == percents.min())
      #expect(result.percent?.most == percents.max())
    } else {
      #expect(result.percent == nil)
    }
    #expect(result.score == (random.score == .raw ? result.points : result.percent))
  }

  @Test("are never left by completing what is missing, attributes too", arguments: 0..<400)
  func monotone(seed: Int) throws {
    var numbers = SeededNumbers(seed &+ 10_000)
    let random = RandomAssessment(&numbers, withRegion: true)
    var bench = try #require(Bench(random.definition, attributes: [("region", .string)]))
    var sheet: [AnswerValue?] = random.questions.map { _ in nil }
    var before = bench.score(Self.submitted(sheet))
    var missing = Array(0...sheet.count).shuffled(using: &numbers)
    while let place = missing.popLast(), before.state != .complete {
      if place == sheet.count {
        bench.machine.slots[0] = .string(Bool.random(using: &numbers) ? "north" : "south")
      } else {
        sheet[place] = random.answers(to: place).randomElement(using: &numbers)
      }
      let after = bench.score(Self.submitted(sheet))
      for (wide, narrow) in [
        (before.points, after.points), (before.maximum, after.maximum), (before.percent, after.percent),
      ] {
        guard let wide else { continue }
        let narrow = try #require(narrow)
        #expect(wide.least <= narrow.least && narrow.most <= wide.most)
      }
      before = after
    }
    #expect(before.state == .complete)
  }

  @Test("taken question by question hold the exact ones", arguments: 0..<200)
  func coarse(seed: Int) throws {
    var numbers = SeededNumbers(seed &+ 20_000)
    let random = RandomAssessment(&numbers, withRegion: false)
    var bench = try #require(Bench(random.definition))
    let answers = Self.submitted(Self.partial(random, &numbers))
    let sheet = bench.program.read(
      answers.map { Submission.Answer(question: Text($0.0), value: $0.1) }, &bench.machine, bench.clock)
    let standing = bench.program.standing(sheet, finished: false, &bench.machine, bench.clock)
    let exact = bench.program.bounds(sheet, standing, &bench.machine, bench.clock)
    let coarse = bench.program.coarseBounds(sheet, standing)
    #expect(coarse.points.least <= exact.points.least && exact.points.most <= coarse.points.most)
    #expect(coarse.maximum.least <= exact.maximum.least && exact.maximum.most <= coarse.maximum.most)
    if let wide = coarse.percent, let narrow = exact.percent {
      #expect(wide.least <= narrow.least && narrow.most <= wide.most)
    }
  }
}
