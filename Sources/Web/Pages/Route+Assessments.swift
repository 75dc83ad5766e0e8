internal import FEEL
internal import HTTPTypes
internal import Sales
internal import Service

extension Route {
  static let assessments = [
    Route(.get, "/my-deals", .permission(.submit), .page, work: myDealsPage),
    Route(
      .get, "/records/{kind}/{id}/assessments/{assessment}", .permission(.submit), .page, work: assessmentPage),
    Route(
      .post, "/records/{kind}/{id}/assessments/{assessment}", .permission(.submit), .form, limit: .submission,
      work: assessmentForm),
  ]

  /// How many deals are shown at most.
  private static let mostDeals = 30

  private static func myDealsPage(_ call: Call) async throws(ServiceError) -> Reply {
    let view = try await call.application.myDeals(for: try call.person(), limit: mostDeals)
    return .page(MyDealsPage(visitor: try call.visitor(), view: view).html)
  }

  private static func assessmentPage(_ call: Call) async throws(ServiceError) -> Reply {
    let form = try await call.application.form(
      Text(try call.parameter("assessment")), about: try call.recordKey(), language: try call.language(),
      person: try call.person())
    return .page(AssessmentPage(visitor: try call.visitor(), form: form).html)
  }

  private static func assessmentForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    let assessment = Text(try call.parameter("assessment"))
    let language = try call.language()
    let sheet = AssessmentFields.sheet(call.fields)
    if call.fields["do"] == "look" {
      let form = try await call.application.preview(
        sheet, of: assessment, about: key, language: language, person: person)
      return .page(AssessmentPage(visitor: try call.visitor(), form: form).html)
    }
    let filledIn = try await call.application.fillIn(
      sheet, of: assessment, about: key, language: language, unfinished: call.fields["do"] == "unfinished",
      form: call.fields["key"] ?? "", person: person)
    switch filledIn {
    case .sent(let sheet):
      return try call.done(sheet.sentence, at: LocalPath("records", key.kind.string, key.id.string))
    case .notSent(let form):
      let status = if case .refused? = form.obstacle { 503 } else { 422 }
      return .page(AssessmentPage(visitor: try call.visitor(), form: form).html, status: status)
    }
  }
}

extension SentSheet {
  /// What came of it, and what that is worth.
  fileprivate var sentence: String {
    if isHeld { return message.string + "." }
    var sentence = "Sent; \(message.string)."
    if let moved, let least {
      let money = currency.string + " " + Figures.grouped(moved.magnitude, decimals: 0)
      sentence +=
        moved.signum > 0
        ? " You moved \(money): \(least.string) is carried." : " That is \(money) less: \(least.string) is carried."
    }
    return sentence
  }
}

extension Call {
  /// The language that the address asks for; nil: none.
  fileprivate func language() throws(ServiceError) -> Text? {
    let query = target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    return try FormFields(query).text("language")
  }
}

/// How the fields of an assessment's form are called. Each name ends with the question's id, which may be any text.
enum AssessmentFields {
  static let version = "version"
  static let note = "note"

  /// The field of a question that has one answer.
  static func answer(_ question: Text) -> String { "answer:" + question.string }
  /// The field of one of several options.
  static func option(_ number: Int, of question: Text) -> String { "option\(number):" + question.string }
  /// The field that says that none of several options fits.
  static func none(_ question: Text) -> String { "none:" + question.string }

  /// What was typed.
  static func sheet(_ fields: FormFields) -> TypedSheet {
    var sheet = TypedSheet(version: fields[version].flatMap { Int($0) } ?? 0)
    sheet.note = fields.text(note) ?? ""
    // Options in their order: of those of one question, `option2` comes before `option10`.
    let named = fields.values.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    for (name, value) in named where !value.isEmpty {
      guard let colon = name.firstIndex(of: ":") else { continue }
      let question = Text(String(name[name.index(after: colon)...]))
      switch name[..<colon] {
      case "answer": sheet.entries[question, default: TypedSheet.Entry()].texts = [Text(value)]
      case "none": sheet.entries[question, default: TypedSheet.Entry()].isNone = true
      case let kind where kind.hasPrefix("option"):
        sheet.entries[question, default: TypedSheet.Entry()].texts.append(Text(value))
      default: continue
      }
    }
    return sheet
  }

  /// The fields that say what stands in a question's entry.
  static func fields(of question: AssessmentForm.Question) -> [(name: String, value: String)] {
    let id = question.definition.id
    guard case .severalOf = question.definition.kind else {
      return question.entry.texts.filter { !$0.isEmpty }.map { (answer(id), $0.string) }
    }
    let options = zip(question.entry.texts, 0...).map { text, number in (option(number, of: id), text.string) }
    return options + (question.entry.isNone ? [(none(id), "yes")] : [])
  }
}
