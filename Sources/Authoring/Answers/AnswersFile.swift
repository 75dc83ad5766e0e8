internal import FEEL
public import Sales

/// The answers of one sheet, filled in a file: a YAML (or JSON) mapping from question id to answer.
///
///     hours: 6.5
///     compliance: yes
///     tools: [excel, crm]
///
/// An answer is an option's id or its exact label, a number, a text or a day; a list for several of the options.
public enum AnswersFile {
  /// What a file gives: of use only if there are no findings.
  public struct Reading: Sendable {
    /// In the order of the file.
    public var answers: [Submission.Answer]
    /// What could not be read, each with its place.
    public var findings: [PlacedFinding]
  }

  /// Reads a file for an assessment; all findings at once, each with its place.
  public static func read(_ path: String, for assessment: AssessmentDefinition) -> Reading {
    let findings = FindingCollector()
    do throws(FileTrouble) {
      let bytes = try FileAccess.bytes(of: path, limit: 1 << 20)
      let file = SourceFile(name: path, bytes: bytes)
      let answers = read(file, for: assessment, findings: findings)
      return Reading(answers: findings.findings.isEmpty ? answers : [], findings: findings.findings.sorted())
    } catch {
      return Reading(
        answers: [],
        findings: [
          PlacedFinding(
            .error, "FILE", file: path, "the file \(error.words)", fix: error == .absent ? "check its name" : nil)
        ])
    }
  }

  private static func read(
    _ file: SourceFile, for assessment: AssessmentDefinition, findings: FindingCollector
  ) -> [Submission.Answer] {
    guard let root = YAMLComposer.compose(file, findings: findings) else { return [] }
    guard case .mapping(let entries) = root.content else {
      findings.add(
        "ANSWERS", in: file, at: root.start, "the file is no mapping from question to answer",
        fix: "write one `question: answer` a line")
      return []
    }
    var answers: [Submission.Answer] = []
    for entry in entries {
      guard let question = assessment.questions.first(where: { $0.id == entry.key }) else {
        findings.add(
          "UNKNOWN-QUESTION", in: file, at: entry.keyScalar.source.lowerBound,
          "\(assessment.name) has no question \(entry.key)",
          fix: suggestions(for: entry.key, among: assessment.questions.map(\.id)).map { "did you mean \($0)?" }
            ?? "its questions are \(assessment.questions.map(\.id.string).joined(separator: ", "))")
        continue
      }
      guard let text = text(of: entry.value) else {
        findings.add("ANSWER", in: file, at: entry.value.start, "`\(entry.key)` is no answer", fix: "write one text")
        continue
      }
      if text.isEmpty { continue }
      do throws(AnswerReader.Problem) {
        answers.append(
          Submission.Answer(
            question: question.id, value: try AnswerReader.read(TruthWord.answer(text, to: question), for: question)))
      } catch {
        findings.add(
          "ANSWER", in: file, at: entry.value.start, "`\(entry.key)`: \(error.message)", fix: error.fix?.string)
      }
    }
    return answers
  }

  /// What a scalar says, or the items of a list joined as `AnswerReader` takes them.
  private static func text(of node: YAMLNode) -> Text? {
    switch node.content {
    case .scalar(let scalar): return scalar.text
    case .sequence(let items):
      var joined: Text = ""
      for item in items {
        guard case .scalar(let scalar) = item.content else { return nil }
        joined += (joined.isEmpty ? "" : ";") + scalar.text
      }
      return joined
    case .mapping: return nil
    }
  }
}
