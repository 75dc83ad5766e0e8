import Authoring
import Decisions
import FEEL
import Foundation
import Sales

/// Writes a playbook as its author would: YAML and sentences.
struct PlaybookFiles {
  private let playbook: PlaybookDefinition

  init(_ playbook: PlaybookDefinition) { self.playbook = playbook }

  func write(into folder: URL) throws {
    var files: [(String, String)] = [
      ("rules/records.yaml", records), ("rules/policy.yaml", policy),
      ("rules/all.rules", playbook.sentences.map { SentencePrinter.text(of: $0) + "\n" }.joined()),
    ]
    if !playbook.facts.isEmpty { files.append(("rules/facts.yaml", facts)) }
    for (place, pipeline) in playbook.pipelines.enumerated() {
      files.append(("rules/pipelines/pipeline-\(place + 1).yaml", text(of: pipeline)))
    }
    for assessment in playbook.assessments {
      files.append(("assessments/\(assessment.name)-\(assessment.version).yaml", text(of: assessment)))
    }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
  }

  // MARK: Parts

  private var records: String {
    var lines = ["records:"]
    for kind in playbook.kinds {
      lines.append("  \(kind.name):")
      if let money = kind.money { lines.append("    money: \(money)") }
      lines.append("    attributes:")
      for attribute in kind.attributes { lines.append("      \(attribute.name): \(text(of: attribute))") }
      if kind.related.isEmpty { continue }
      lines.append("    related:")
      for list in kind.related {
        let items = list.attributes.map { "\($0.name): \(text(of: $0))" }
        lines.append("      \(list.name): {\(items.joined(separator: ", "))}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of attribute: AttributeDefinition) -> String {
    var parts = ["type: \(name(of: attribute.type))"]
    if !attribute.values.isEmpty { parts.append("values: [\(listed(attribute.values))]") }
    if attribute.changeable { parts.append("changeable: true") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func name(of type: FeelType) -> String {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .list(let item): "list of \(name(of: item))"
    default: "any"
    }
  }

  private var policy: String {
    let writes = playbook.pipelines.map { "\"\($0.name)\": \($0.writes)" }.joined(separator: ", ")
    return "zone: UTC\ncurrency: USD\nwrites: {\(writes)}\n"
  }

  private var facts: String {
    var lines = ["facts:"]
    for fact in playbook.facts {
      let merge = fact.merge == .highestPriority ? "highest priority" : "\(fact.merge)"
      var parts = ["type: \(name(of: fact.type))", "merge: \(merge)"]
      if !fact.domain.isEmpty { parts.append("values: [\(listed(fact.domain))]") }
      if let fallback = fact.fallback { parts.append("default: \(quoted(fallback))") }
      lines.append("  \(fact.name): {\(parts.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of pipeline: PipelineDefinition) -> String {
    var lines = ["pipeline: \(pipeline.name)", "kind: \(pipeline.kind)"]
    if let entry = pipeline.entry { lines.append("entry: \(entry)") }
    lines.append("stages:")
    for stage in pipeline.stages {
      var parts = ["name: \(stage.name)", "status: \(stage.status)", "rank: \(stage.rank)", "funnel: \(stage.funnel)"]
      parts.append("probability: \(stage.probability)")
      if !stage.requires.isEmpty { parts.append("requires: [\(listed(stage.requires))]") }
      lines.append("  - {\(parts.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Assessments

  private func text(of assessment: AssessmentDefinition) -> String {
    var lines = [
      "assessment: \(assessment.name)", "version: \(assessment.version)", "title: {en: \(assessment.name)}",
      "languages: [en]", "score: \(assessment.score)",
      "current: \(assessment.current == .latestPerQuestion ? "latest per question" : "latest submission")",
    ]
    if let stage = assessment.stages.first { lines.append("stage: \(stage)") }
    if !assessment.sections.isEmpty {
      lines.append("sections:")
      for section in assessment.sections {
        let relevance = section.relevance.map { ", relevant: \(quoted($0))" } ?? ""
        lines.append("  - {id: \(section.id), title: {en: \(section.id)}\(relevance)}")
      }
    }
    lines.append("questions:")
    for question in assessment.questions { lines += self.lines(of: question) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of question: QuestionDefinition) -> [String] {
    var lines = ["  - id: \(question.id)", "    ask: {en: \(quoted(question.ask.text(in: "en")))}"]
    if let section = question.section { lines.append("    section: \(section)") }
    if !question.required { lines.append("    required: false") }
    if question.weight != Decimal34(1) { lines.append("    weight: \(question.weight)") }
    if let points = question.unanswered { lines.append("    unanswered: \(points)") }
    if let relevance = question.relevance { lines.append("    relevant: \(quoted(relevance))") }
    switch question.kind {
    case .choice(let options): lines += ["    type: choice", "    options:"] + options.map(line)
    case .severalOf(let options): lines += ["    type: several of", "    options:"] + options.map(line)
    case .yesNo(let yes, let no):
      lines += ["    type: yes/no", "    points: {yes: \(yes.points ?? 0), no: \(no.points ?? 0)}"]
    case .number(let minimum, let maximum, _, let bands):
      lines.append("    type: number")
      if let minimum { lines.append("    minimum: \(minimum)") }
      if let maximum { lines.append("    maximum: \(maximum)") }
      lines += self.lines(of: bands)
    case .scale(let from, let to, let step, let bands):
      lines += ["    type: scale", "    minimum: \(from)", "    maximum: \(to)"]
      if let step { lines.append("    points_per_step: \(step)") }
      if !bands.isEmpty { lines += self.lines(of: bands) }
    case .text(let points, let length):
      lines += ["    type: text", "    maximum_length: \(length)"]
      if let points { lines.append("    points: \(points)") }
    case .date(let bands): lines += ["    type: date"] + self.lines(of: bands)
    }
    return lines
  }

  private func line(of option: OptionDefinition) -> String {
    let points = option.points.map { ", points: \($0)" } ?? ""
    return "      - {id: \(option.id), label: {en: \(option.id)}\(points)}"
  }

  private func lines(of bands: [BandDefinition]) -> [String] {
    ["    bands:"] + bands.map { "      - {when: \(quoted($0.tests)), points: \($0.points)}" }
  }

  // MARK: Texts

  private func quoted(_ text: Text) -> String { String(decoding: JSON.string(text).bytes, as: UTF8.self) }

  private func listed(_ texts: [Text]) -> String { texts.map { $0.string }.joined(separator: ", ") }
}
