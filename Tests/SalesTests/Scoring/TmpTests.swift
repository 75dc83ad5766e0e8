import FEEL
import Testing
@testable import Sales
@Suite struct Tmp {
  @Test func tmp() {
    var seen: [String] = []
    for seed in 0..<400 {
      var numbers = SeededNumbers(seed)
      let random = RandomAssessment(&numbers, withRegion: true)
      var builder = ProgramBuilder()
      let c = AssessmentProgram.compile(random.definition, surroundings: Scope([Scope.Variable("region", .slot(0, .string))]), firstSlot: 1, builder: &builder)
      for f in c.findings { 
        let s = "\(f.code) \(f.message)"
        if seen.count < 12, !seen.contains(s) { seen.append(s); print(s, f.subject) } }
    }
  }
}
