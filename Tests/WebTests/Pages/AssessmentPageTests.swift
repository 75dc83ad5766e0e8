import FEEL
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Sales
import Testing

@testable import Service
@testable import Web

/// Filling in an assessment on a page, with a real service and without any script.
@Suite("Assessments on a page", .serialized, .timeLimit(.minutes(5)))
struct AssessmentPageTests {
  /// A person who is signed in, and pages that they get.
  private struct Browser {
    let client: any TestClientProtocol
    let cookie: String

    init(_ client: any TestClientProtocol, _ token: String) async throws {
      self.client = client
      let response = try await client.execute(
        uri: "/sign-in", method: .post, body: ByteBuffer(string: "credential=" + PercentCoding.encoded(token)))
      cookie = try #require(response.headers[.setCookie]?.split(separator: ";").first.map(String.init))
    }

    func get(_ address: String) async throws -> (status: HTTPResponse.Status, page: String) {
      let response = try await client.execute(uri: address, method: .get, headers: [.cookie: cookie])
      return (response.status, String(buffer: response.body))
    }

    /// Sends a form of a page, with what guards it.
    func send(
      _ address: String, of page: String, _ fields: [String: String]
    ) async throws -> (status: HTTPResponse.Status, page: String, location: String?) {
      var fields = fields
      for name in ["token", "key", "version"] where fields[name] == nil {
        let start = try #require(page.range(of: "name=\"\(name)\" value=\"", options: .backwards)?.upperBound)
        fields[name] = String(page[start...].prefix { $0 != "\"" })
      }
      let body = fields.map { PercentCoding.encoded($0.key) + "=" + PercentCoding.encoded($0.value) }
      let response = try await client.execute(
        uri: address, method: .post, headers: [.cookie: cookie],
        body: ByteBuffer(string: body.sorted().joined(separator: "&")))
      return (response.status, String(buffer: response.body), response.headers[.location])
    }
  }

  private static let form = "/records/opportunity/D-100/assessments/ProspectingAssessment"

  private func signedIn(
    as person: Text = "dewi", _ work: @escaping @Sendable (Browser) async throws -> Void
  ) async throws {
    let application = try await TestDoor.application()
    let token = try await application.makeToken(for: person, name: "test").token
    try await TestDoor.make(application: application).test(.router) { client in
      try await work(try await Browser(client, token))
    }
    await TestDoor.discard(application)
  }

  @Test(
    "from the record's page to the verdict: the recommended one is the one thing to do, and what came of it is told")
  func journey() async throws {
    try await signedIn { browser in
      let record = try await browser.get("/records/opportunity/D-100")
      #expect(record.page.contains("<a class=\"button\" href=\"\(Self.form)\">Fill in Prospecting</a>"))
      let form = try await browser.get(Self.form)
      #expect(form.status == .ok && form.page.contains("How many hours do you spend on your data challenges"))

      let bad = try await browser.send(Self.form, of: form.page, ["answer:hours": "six <b>", "do": "send"])
      #expect(bad.status == .unprocessableContent)
      #expect(bad.page.contains("One answer does not fit. One question is still open."))
      #expect(bad.page.contains("value=\"six &lt;b&gt;\""), "what was typed is still there")
      #expect(bad.page.contains("aria-invalid=\"true\""))

      let answers = ["answer:hours": "6.5", "answer:compliance": "yes"]
      let looked = try await browser.send(Self.form, of: bad.page, answers.merging(["do": "look"]) { $1 })
      #expect(looked.status == .ok && looked.page.contains("<dd>70 of 70</dd>"))
      #expect(looked.page.contains("value=\"6.5\"") && looked.page.contains("value=\"yes\" checked"))
      #expect(try await browser.get("/records/opportunity/D-100").page.contains("nobody has filled it in"))

      let sent = try await browser.send(Self.form, of: looked.page, answers.merging(["do": "send"]) { $1 })
      #expect(sent.status == .seeOther)
      let told = try await browser.get(try #require(sent.location))
      #expect(told.page.contains("Sent; recorded: the evidence carries it to Discovery"))
      #expect(told.page.contains("<td data-head=\"Score\" class=\"number\">70 of 70</td>"))
      #expect(told.page.contains("Fill in Discovery"))
      #expect(
        try await browser.get(Self.form).page.contains("value=\"6.5\""), "the next sheet begins with these answers")
    }
  }

  @Test("in another language the questions are in it and say so, and the form goes on in it")
  func language() async throws {
    try await signedIn { browser in
      let address = Self.form + "?language=id"
      let form = try await browser.get(address)
      #expect(form.page.contains("<span lang=\"id\">Berapa jam seminggu"))
      #expect(form.page.contains("action=\"\(address)\""))
      let sent = try await browser.send(
        address, of: form.page, ["answer:hours": "6,5", "answer:compliance": "yes", "do": "send"])
      #expect(sent.status == .seeOther, "a comma before decimals")
    }
  }

  @Test("an unfinished sheet is sent only by its own button")
  func unfinished() async throws {
    try await signedIn { browser in
      let form = try await browser.get(Self.form)
      let open = try await browser.send(Self.form, of: form.page, ["answer:hours": "6.5", "do": "send"])
      #expect(open.status == .unprocessableContent && open.page.contains("Send it unfinished"))
      let sent = try await browser.send(Self.form, of: open.page, ["answer:hours": "6.5", "do": "unfinished"])
      #expect(sent.status == .seeOther)
    }
  }

  @Test("pressed twice, a form is answered twice and stored once")
  func twice() async throws {
    try await signedIn { browser in
      let form = try await browser.get(Self.form)
      let answers = ["answer:hours": "6.5", "answer:compliance": "yes", "do": "send"]
      async let first = browser.send(Self.form, of: form.page, answers)
      async let second = browser.send(Self.form, of: form.page, answers)
      let (one, other) = try await (first, second)
      #expect(one.status == .seeOther && other.status == .seeOther && one.location == other.location)
      let record = try await browser.get("/records/opportunity/D-100").page
      #expect(record.components(separatedBy: "ProspectingAssessment version 2").count - 1 == 1)
    }
  }

  @Test("a form of another session, or of nobody's, is refused; so are records out of reach")
  func guarded() async throws {
    try await signedIn { browser in
      let form = try await browser.get(Self.form)
      let forged = try await browser.send(
        Self.form, of: form.page, ["token": String(repeating: "0", count: 64), "answer:hours": "6"])
      #expect(forged.status == .forbidden)
      #expect(try await browser.get("/records/opportunity/D-101/assessments/ProspectingAssessment").status == .notFound)
      #expect(try await browser.get("/records/opportunity/D-100/assessments/Nothing").status == .notFound)
    }
  }

  @Test("who signs in as a rep begins with the own deals, and a manager with the pipeline")
  func landing() async throws {
    for (person, place) in [("dewi", "/my-deals"), ("siti", "/")] as [(Text, String)] {
      let application = try await TestDoor.application()
      let token = try await application.makeToken(for: person, name: "test").token
      try await TestDoor.make(application: application).test(.router) { client in
        let signedIn = try await client.execute(
          uri: "/sign-in", method: .post, body: ByteBuffer(string: "credential=" + PercentCoding.encoded(token)))
        #expect(signedIn.headers[.location] == place)
      }
      await TestDoor.discard(application)
    }
  }

  @Test("who may not answer is offered no form")
  func notOffered() {
    #expect(
      !OneRecordPage(visitor: SamplePages.visitor(.operations), view: SamplePages.record).html.text.contains("Fill in"))
    #expect(OneRecordPage(visitor: SamplePages.visitor(.rep), view: SamplePages.record).html.text.contains("Fill in"))
  }

  @Test("the names of fields bring back every entry, whatever the questions are called")
  func names() throws {
    let ids: [Text] = ["a", "a:b", "option1:a", "ä \"x\" & y", "none:"]
    var sheet = TypedSheet(version: 3, note: "n")
    var fields = "version=3&note=n"
    for id in ids {
      let entry = TypedSheet.Entry((0..<12).map { Text("o\($0)") }, isNone: true)
      sheet.entries[id] = entry
      let question = AssessmentForm.Question(
        definition: QuestionDefinition(id: id, ask: Label([]), kind: .severalOf([])), entry: entry, relevance: .no,
        problem: nil, isMissing: false, isFromCRM: false)
      for (name, value) in AssessmentFields.fields(of: question) {
        fields += "&" + PercentCoding.encoded(name) + "=" + PercentCoding.encoded(value)
      }
    }
    let read = AssessmentFields.sheet(try FormFields(fields, most: FormFields.mostOfAssessment))
    #expect(read == sheet)
  }
}
