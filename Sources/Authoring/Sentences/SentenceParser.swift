public import FEEL

/// Reads a `.rules` file (design §5):
///
///     sentence = [ "name" ":" ] if CONDITION [","] then [","] action { ("," | and) action } [ ";" option { "," option } ]
///     action   = upgrade [from stage {or stage}] to stage | propose stage | set fact to FEEL | add FEEL to fact
///              | flag text | ask assessment | start sequence | require attribute
///     option   = from date | until date | priority number | automatically | by proposal
///
/// One sentence a line; an indented line continues it. Keywords, stages and assessments match in any case, comments are
/// FEEL's, a full stop may end a sentence, and any name may stand in quotation marks.
public struct SentenceParser {
  private let file: SourceFile
  private let vocabulary: SentenceVocabulary
  private let limits: Limits

  /// - Parameter limits: `sourceBytes` is the length of one sentence.
  public init(file: SourceFile, vocabulary: SentenceVocabulary, limits: Limits = Limits()) {
    self.file = file
    self.vocabulary = vocabulary
    self.limits = limits
  }

  /// All sentences of the file that say what to do when, and all that is wrong in it, in its order.
  ///
  /// A sentence of which something could not be read is given as far as it could, so that the rest of it is checked
  /// too; a finding of severity error says that it is not whole. Names of facts, attributes, sequences and assessments
  /// are not judged here. An unnamed sentence is called `file#ordinal`, counted over all sentences of the file.
  public func parse() -> (sentences: [ParsedSentence], findings: [PlacedFinding]) {
    let findings = FindingCollector()
    var cutter = SentenceCutter(file, limit: limits.sourceBytes, findings: findings)
    let names = SentenceNames(vocabulary)
    var sentences: [ParsedSentence] = []
    var lines: [Text: Int] = [:]
    for (index, text) in cutter.cut().enumerated() where !text.isBroken {
      var reader = SentenceReader(text, file: file, names: names, limits: limits, findings: findings)
      let name = reader.readName() ?? Text("\(baseName)#\(index + 1)")
      let line = file.position(ofByte: text.start).line
      if let first = lines[name] {
        findings.add(
          .error, "DUPLICATE-RULE", in: file, at: text.start, "the name `\(name)` is already used in line \(first)",
          fix: "choose another name")
      } else {
        lines[name] = line
      }
      if let sentence = reader.read(name: name) { sentences.append(sentence) }
    }
    return (sentences, findings.findings.sorted())
  }

  /// The file's name without its folders.
  private var baseName: String { file.name.split(separator: "/").last.map(String.init) ?? file.name }
}
