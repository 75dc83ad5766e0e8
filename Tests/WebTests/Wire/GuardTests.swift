import HTTPTypes
import Service
import Testing

@testable import Web

@Suite("Guarding forms and sessions")
struct GuardTests {
  @Test("a form's token is good for its session only")
  func seals() {
    let seal = Seal(session: "one")
    #expect(seal.isFormToken(seal.formToken))
    #expect(!seal.isFormToken(Seal(session: "two").formToken))
    #expect(!seal.isFormToken(seal.mark("told x")))
    for bad in ["", "zz", "0", seal.formToken.uppercased(), seal.formToken + "00", String(seal.formToken.dropLast(2))] {
      #expect(!seal.isFormToken(bad), "\(bad)")
    }
  }

  @Test("a browser's own word about the site counts before the origin")
  func origins() throws {
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    func holds(_ headers: HTTPFields, publicURL: String? = nil) -> Bool {
      SameOrigin.holds(headers, host: "127.0.0.1:8484", publicURL: publicURL)
    }
    #expect(holds([:]))
    #expect(holds([site: "same-origin"]))
    #expect(holds([site: "none"]))
    #expect(!holds([site: "same-site", .origin: "http://127.0.0.1:8484"]))
    #expect(holds([.origin: "http://127.0.0.1:8484"]))
    #expect(!holds([.origin: "http://127.0.0.1:8485"]))
    #expect(holds([.origin: "https://sales.example.com"], publicURL: "https://sales.example.com/stagecraft"))
    #expect(!holds([.origin: "https://sales.example.com.evil.example"], publicURL: "https://sales.example.com"))
  }

  @Test("over https the cookie is one that no other host can set")
  func cookies() {
    let secure = SessionCookie(isSecure: WebConfiguration(publicURL: "https://sales.example.com").isSecure)
    #expect(
      secure.setting("t", seconds: 60)
        == "__Host-stagecraft=t; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
    let plain = SessionCookie(isSecure: WebConfiguration().isSecure)
    #expect(plain.setting("t", seconds: -5) == "stagecraft=t; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    #expect(plain.token(in: [.cookie: "a=b; stagecraft=x.y; c=d"]) == "x.y")
    #expect(plain.token(in: [.cookie: "__Host-stagecraft=x"]) == nil)
    #expect(secure.token(in: [.cookie: "stagecraft=x"]) == nil)
  }

  @Test("entity tags are found in a list, strong or weak")
  func entityTags() {
    let tag = EntityTag("\"5f\"")
    for named in ["\"5f\"", "\"4e\", \"5f\"", "W/\"5f\"", "*"] { #expect(tag.isNamed(in: [.ifNoneMatch: named])) }
    for other in ["5f", "\"5\"", ""] { #expect(!tag.isNamed(in: [.ifNoneMatch: other]), "\(other)") }
    #expect(!tag.isNamed(in: [:]))
  }

  @Test(
    "each kind of refusal has its status",
    arguments: [
      (ServiceError.Kind.notSignedIn, 401), (.notAllowed, 403), (.notFound, 404), (.conflict, 409), (.invalid, 422),
      (.tooLarge, 413), (.malformed, 400), (.notReady, 503), (.unavailable, 503),
    ])
  func problems(kind: ServiceError.Kind, status: Int) throws {
    let problem = Problem(ServiceError(kind, code: "some-code", "Some words.", problems: ["one", "two"]))
    #expect(problem.status == status)
    #expect(problem.headers[.retryAfter] == (kind == .unavailable ? "5" : nil))
    #expect((problem.headers[.wwwAuthenticate] != nil) == (kind == .notSignedIn))
    #expect(
      String(decoding: problem.reply.body, as: UTF8.self)
        == """
        {"type":"urn:stagecraft:problem:some-code","title":"\(problem.title)","status":\(status),\
        "detail":"Some words.","code":"some-code","errors":[{"detail":"one"},{"detail":"two"}]}
        """)
  }
}
