import Decisions
import FEEL

/// What a rule depends on, through facts: places among the kind's assessments, attributes and related lists, ascending.
struct EvidenceSources: Sendable {
  var assessments: [Int] = []
  var attributes: [Int] = []
  var related: [Int] = []

  mutating func add(assessment place: Int) { assessments = Self.union(assessments, [place]) }

  /// Adds what lies in a slot, if it is an attribute or a related list.
  mutating func add(slot: Int, _ layout: SlotLayout) {
    if slot < layout.attributeCount {
      attributes = Self.union(attributes, [slot])
    } else if slot < layout.attributeCount + layout.relatedCount {
      related = Self.union(related, [slot - layout.attributeCount])
    }
  }

  mutating func formUnion(_ other: EvidenceSources) {
    assessments = Self.union(assessments, other.assessments)
    attributes = Self.union(attributes, other.attributes)
    related = Self.union(related, other.related)
  }

  private static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    var places = a
    for place in b where !places.contains(place) { places.append(place) }
    return places.sorted()
  }
}

extension KindProgram {
  /// What each rule depends on, by its place: through facts, as far as the rules that give these their values are in
  /// force on a day. A rule out of force says nothing, so nothing of it is evidence.
  func evidence(on day: CalendarDate) -> [EvidenceSources] {
    rules.rules.indices.map { rule in
      var sources = EvidenceSources()
      for slot in rules.transitiveReads(rule: rule, on: day) {
        guard let place = assessments.firstIndex(where: { $0.holds(slot: slot) }) else {
          sources.add(slot: slot, layout)
          continue
        }
        sources.add(assessment: place)
        for slot in assessments[place].surroundings.slots { sources.add(slot: slot, layout) }
      }
      return sources
    }
  }
}

extension AssessmentUnit {
  /// Whether a slot holds a number or an answer of this assessment.
  fileprivate func holds(slot: Int) -> Bool {
    slot == slots.score || slot == slots.points || slot == slots.percent || slot == slots.complete
      || slots.answers.contains(slot)
  }
}

/// What the rules of each kind depend on: worked out once, and anew for another day where rules have dates.
struct EvidenceOfRules: Sendable {
  private var known: [(day: CalendarDate, sources: [EvidenceSources])?]

  init(kinds: Int) { known = Array(repeating: nil, count: kinds) }

  /// Must be called before `subscript`, for each record.
  mutating func prepare(_ kind: KindProgram, at place: Int, on day: CalendarDate) {
    if let found = known[place], !kind.hasDates || found.day == day { return }
    known[place] = (day, kind.evidence(on: day))
  }

  subscript(kind place: Int) -> [EvidenceSources] { known[place]?.sources ?? [] }
}
