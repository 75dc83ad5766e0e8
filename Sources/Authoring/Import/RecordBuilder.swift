internal import FEEL
internal import Sales

/// Makes one record of one row. What does not fit is reported cell by cell; then there is no record.
struct RecordBuilder {
  let mapping: ImportMapping
  let tables: [JoinedTable]
  let policy: PolicyDefinition
  let reader: AttributeReader

  init(mapping: ImportMapping, tables: [JoinedTable], policy: PolicyDefinition) {
    self.mapping = mapping
    self.tables = tables
    self.policy = policy
    reader = AttributeReader(policy)
  }

  /// How the joins of the row went, one for each table.
  enum JoinOutcome {
    case joined
    case withoutKey
    case withoutPartner(Text)
  }

  /// What a row came to.
  struct Outcome {
    /// Nil if there is trouble.
    var record: Record?
    var troubles: [ImportTrouble] = []
    var joins: [JoinOutcome] = []
    var hasMoney = false
    /// A stage that the pipeline does not know.
    var unknownStage: Text?
  }

  func build(_ row: ImportRows.Row) -> Outcome {
    var work = Work(row: row)
    var record = Record(kind: mapping.kind.name, id: identity(&work), pipeline: mapping.pipeline?.name)
    checkCurrency(&work)
    record.owner = value(mapping.owner, &work)?.text
    record.stage = value(mapping.stage, &work)?.text
    if let stage = record.stage, let pipeline = mapping.pipeline, !pipeline.stages.contains(where: { $0.name == stage })
    {
      work.outcome.unknownStage = stage
    }
    for (name, column) in mapping.attributes {
      guard let cell = value(column, &work) else { continue }
      add(name, cell, column, to: &record, &work)
    }
    for table in tables { join(table, to: &record, &work) }
    for sheet in mapping.sheets {
      if let submission = submission(sheet, &work) { record.submissions.append(submission) }
    }
    if let money = mapping.kind.money {
      work.outcome.hasMoney = record.attributes.contains { $0.name == money }
    }
    if work.outcome.troubles.isEmpty { work.outcome.record = record }
    return work.outcome
  }

  /// A row that is being read.
  struct Work {
    let row: ImportRows.Row
    var outcome = Outcome()

    mutating func tell(_ code: String, _ cell: ImportCell, _ message: String, fix: String? = nil) {
      outcome.troubles.append(ImportTrouble(code, line: cell.line, column: cell.column, message, fix: fix))
    }
  }

  /// What a column says in this row, aliases resolved; nil if nothing was said.
  func value(_ column: ImportMapping.Column?, _ work: inout Work) -> ImportCell? {
    guard let column else { return nil }
    if let constant = column.constant { return ImportCell(text: constant, line: work.row.line, column: 1) }
    return column.name.flatMap { work.row.cell($0) }.flatMap { resolved($0, column) }
  }

  private func resolved(_ cell: ImportCell, _ column: ImportMapping.Column) -> ImportCell? {
    guard let alias = column.aliases[cell.text] else { return cell }
    return alias.isEmpty ? nil : ImportCell(text: alias, line: cell.line, column: cell.column)
  }

  private func identity(_ work: inout Work) -> Text {
    guard case .column(let column) = mapping.identity else { return Text("\(work.row.number)") }
    if let cell = value(column, &work) {
      if cell.text.bytes.count <= 200 { return cell.text }
      work.tell("ID", cell, "the id has \(cell.text.bytes.count) bytes, 200 are allowed")
      return ""
    }
    work.outcome.troubles.append(
      ImportTrouble(
        "ID", line: work.row.line, column: 1, "the row has no `\(column.name ?? "id")`, so the record has no id",
        fix: "fill it in"))
    return ""
  }

  private func checkCurrency(_ work: inout Work) {
    guard let cell = value(mapping.currency, &work), cell.text != policy.currency else { return }
    work.tell(
      "CURRENCY", cell, "the row is in `\(cell.text)`, the policy's one currency is \(policy.currency)",
      fix: "convert the money before it is imported")
  }

  private func join(_ table: JoinedTable, to record: inout Record, _ work: inout Work) {
    guard let key = value(table.join.here, &work) else {
      work.outcome.joins.append(.withoutKey)
      return
    }
    guard let cells = table[key.text] else {
      work.outcome.joins.append(.withoutPartner(key.text))
      return
    }
    work.outcome.joins.append(.joined)
    for (attribute, found) in zip(table.attributes, cells) {
      let said = attribute.column.constant.map { ImportCell(text: $0, line: key.line, column: key.column) } ?? found
      guard let said, let cell = resolved(said, attribute.column) else { continue }
      // Trouble is told where the row is that names the other file's.
      let here = ImportCell(text: cell.text, line: key.line, column: key.column)
      add(attribute.name, here, attribute.column, to: &record, &work)
    }
  }

  private func submission(_ sheet: ImportMapping.Sheet, _ work: inout Work) -> Submission? {
    var answers: [Submission.Answer] = []
    for (question, column) in sheet.answers {
      guard let cell = value(column, &work), let text = answerText(cell, question, column, &work) else { continue }
      do throws(AnswerReader.Problem) {
        answers.append(Submission.Answer(question: question.id, value: try AnswerReader.read(text, for: question)))
      } catch {
        work.tell(
          "ANSWER", cell,
          "`\(question.id)` of \(sheet.assessment.name), column `\(column.name ?? "")`: \(error.message)",
          fix: error.fix?.string)
      }
    }
    guard !answers.isEmpty else { return nil }
    return Submission(
      assessment: sheet.assessment.name, version: sheet.assessment.version, answers: answers,
      capturedAt: captured(sheet, &work))
  }

  /// The cell as `AnswerReader` takes it: days as 2026-01-31, numbers with a point.
  private func answerText(
    _ cell: ImportCell, _ question: QuestionDefinition, _ column: ImportMapping.Column, _ work: inout Work
  ) -> Text? {
    switch question.kind {
    case .date: return day(cell, column, &work)?.text
    case .yesNo: return TruthWord.answer(cell.text, to: question)
    case .number, .scale: return mapping.numbers.number(cell.text)?.text ?? cell.text
    default: return cell.text
    }
  }

  private func captured(_ sheet: ImportMapping.Sheet, _ work: inout Work) -> Int64? {
    guard let column = sheet.captured, let cell = value(column, &work) else { return nil }
    if let instant = Instant.milliseconds(column.format?.day(cell.text)?.text ?? cell.text) { return instant }
    work.tell(
      "VALUE", cell, "`captured` is a day or an instant, `\(cell.text)` is none",
      fix: "write it like 2026-01-31 or 2026-01-31T10:00:00Z, or say its format in the mapping")
    return nil
  }
}
