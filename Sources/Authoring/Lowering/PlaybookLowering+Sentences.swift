internal import Decisions
internal import FEEL
internal import Sales

/// `rules/*.rules`: one sentence a line (design §5); see `SentenceParser`.
extension PlaybookLowering {
  func lowerSentences() {
    let vocabulary = vocabulary()
    for (file, number) in ruleFiles {
      if let byte = file.firstInvalidByte {
        isWhole = false
        findings.add(
          "INVALID-UTF8", in: file, at: byte, "the byte 0x\(hexadecimal(file.bytes[byte])) is no UTF-8",
          fix: "save the file as UTF-8")
        continue
      }
      let (sentences, found) = SentenceParser(file: file, vocabulary: vocabulary).parse()
      for finding in found { findings.add(finding) }
      for sentence in sentences { add(sentence, file, number) }
    }
  }

  private func add(_ sentence: ParsedSentence, _ file: SourceFile, _ number: Int) {
    let name = sentence.definition.name
    if !ruleNames.insert(name).inserted {
      let first = origins.place(of: .rule(name))
      // Within one file the parser has told already.
      if first?.file != file.name {
        findings.add(
          "DUPLICATE-RULE", in: file, at: sentence.byte,
          "the name `\(name)` is already used in \(firstPlace(of: .rule(name)))", fix: "choose another name")
      }
      return
    }
    definition.sentences.append(sentence.definition)
    origins.record(.rule(name), file: number, byte: sentence.byte)
    origins.record(
      .condition(rule: name), file: number, byte: sentence.condition.fileByte(0), map: sentence.condition)
    for (index, action) in sentence.actions.enumerated() {
      origins.record(.action(rule: name, index: index), file: number, byte: action.byte, map: action.value)
    }
  }

  /// The names that sentences may use.
  private func vocabulary() -> SentenceVocabulary {
    var vocabulary = SentenceVocabulary()
    vocabulary.stages = definition.pipelines.flatMap { $0.stages.map(\.name) }
    vocabulary.assessments = definition.assessments.map {
      SentenceVocabulary.Assessment($0.name, questions: $0.questions.map(\.id))
    }
    vocabulary.facts = definition.facts.map(\.name)
    for kind in definition.kinds {
      vocabulary.attributes += kind.attributes.map(\.name)
      for list in kind.related {
        vocabulary.attributes.append(list.name)
        vocabulary.attributes += list.attributes.map(\.name)
      }
    }
    return vocabulary
  }
}
