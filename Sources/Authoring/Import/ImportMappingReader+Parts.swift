internal import FEEL
internal import Sales

/// Attributes, joins and answers of a mapping.
extension ImportMappingReader {
  func attributes(_ node: YAMLNode, of kind: RecordKindDefinition) -> [(name: Text, column: ImportMapping.Column)] {
    let names = kind.attributes.map(\.name)
    return (reader.anyMapping(node, "`attributes`")?.entries ?? []).compactMap { entry in
      guard let attribute = kind.attributes.first(where: { $0.name == entry.key }) else {
        unknown("UNKNOWN-ATTRIBUTE", "attribute of \(kind.name)", entry.key, names, at: entry.keyStart)
        return nil
      }
      guard let column = column(entry.value, "`\(entry.key)`") else { return nil }
      for alias in column.aliases.values.sorted() where !attribute.values.isEmpty && !alias.isEmpty {
        if attribute.values.contains(alias) { continue }
        unknown("UNKNOWN-VALUE", "value of \(entry.key)", alias, attribute.values, at: column.start)
      }
      return (entry.key, column)
    }
  }

  func join(_ node: YAMLNode, of kind: RecordKindDefinition) -> ImportMapping.Join? {
    let keys: [Text] = ["aliases", "attributes", "column", "file", "key", "prefix", "separator"]
    guard let map = reader.mapping(node, "a join", keys: keys) else { return nil }
    let fileNode = map.required("file")
    let keyNode = map.required("key")
    guard let hereNode = map.required("column"), let fileNode, let keyNode, let file = reader.text(fileNode, "`file`"),
      let key = reader.text(keyNode, "`key`"), var here = column(hereNode, "`column`")
    else { return nil }
    if let node = map["aliases"] { here.aliases = aliases(node) }
    let attributes = map["attributes"].map { self.attributes($0, of: kind) } ?? []
    let prefix = map["prefix"].map { node -> Text in
      if case .scalar(let scalar) = node.content { return scalar.text }
      return reader.text(node, "`prefix`") ?? ""
    }
    if attributes.isEmpty, prefix == nil {
      reader.error("MISSING-KEY", at: map.start, "a join needs `attributes` or `prefix`: else it adds nothing")
    }
    return ImportMapping.Join(
      file: file, fileStart: fileNode.start, here: here, there: key, thereStart: keyNode.start,
      separator: map["separator"].flatMap { separator($0) } ?? UInt8(ascii: ","), attributes: attributes,
      prefix: prefix)
  }

  func sheets(_ node: YAMLNode, of kind: RecordKindDefinition) -> [ImportMapping.Sheet] {
    let names = playbook.assessments.filter { $0.kind == kind.name }.map(\.name)
    return (reader.anyMapping(node, "`assessments`")?.entries ?? []).compactMap { entry in
      guard names.contains(entry.key) else {
        unknown("UNKNOWN-ASSESSMENT", "assessment of \(kind.name)", entry.key, names, at: entry.keyStart)
        return nil
      }
      return sheet(entry)
    }
  }

  private func sheet(_ entry: YAMLEntry) -> ImportMapping.Sheet? {
    let keys: [Text] = ["answers", "captured", "version"]
    guard let map = reader.mapping(entry.value, "an assessment's mapping", keys: keys) else { return nil }
    let versions = playbook.assessments.filter { $0.name == entry.key }
    var newest = versions.max { $0.version < $1.version }
    if let version = map.wholeNumber("version", in: 1...1_000_000) {
      newest = versions.first { $0.version == version }
      if newest == nil {
        let known = versions.map(\.version).sorted().map { Text("\($0)") }
        unknown(
          "UNKNOWN-VERSION", "version of \(entry.key)", Text("\(version)"), known,
          at: map["version"]?.start ?? map.start)
      }
    }
    guard let assessment = newest else { return nil }
    var sheet = ImportMapping.Sheet(assessment: assessment, answers: [])
    sheet.captured = map["captured"].flatMap { column($0, "`captured`") }
    guard let node = map.required("answers") else { return nil }
    for answer in reader.anyMapping(node, "`answers`")?.entries ?? [] {
      guard let question = assessment.questions.first(where: { $0.id == answer.key }) else {
        unknown(
          "UNKNOWN-QUESTION", "question of \(entry.key)", answer.key, assessment.questions.map(\.id),
          at: answer.keyStart)
        continue
      }
      guard let column = column(answer.value, "`\(answer.key)`") else { continue }
      checkAliases(column, of: question)
      sheet.answers.append((question, column))
    }
    return sheet
  }

  /// An alias must be an answer itself, or nothing.
  private func checkAliases(_ column: ImportMapping.Column, of question: QuestionDefinition) {
    for alias in column.aliases.values.sorted() where !alias.isEmpty {
      do throws(AnswerReader.Problem) {
        _ = try AnswerReader.read(alias, for: question)
      } catch {
        reader.error(
          "ANSWER", at: column.start, "the alias `\(alias)` of `\(question.id)`: \(error.message)",
          fix: error.fix?.string)
      }
    }
  }
}
