import FEEL
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Service
import Testing

@testable import Web

/// What the door answers before it knows who asks.
@Suite("A door that knows nobody yet", .timeLimit(.minutes(5)))
struct UnknownCallerTests {
  private func ask(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String = "",
    configuration: WebConfiguration = WebConfiguration(port: 0)
  ) async throws -> TestResponse {
    try await TestDoor.make(configuration).test(.router) { client in
      try await client.execute(
        uri: path, method: method, headers: headers, body: body.isEmpty ? nil : ByteBuffer(string: body))
    }
  }

  private func problem(_ response: TestResponse) throws -> JSON {
    #expect(response.headers[.contentType] == "application/problem+json")
    let json = try JSON.parse(Array(buffer: response.body))
    #expect(json["status"]?.number == Decimal34(response.status.code))
    for member in ["type", "title", "detail", "code"] { #expect(json[Text(member)]?.text != nil, "\(member)") }
    return json
  }

  /// Every route that the table lists, with something in the place of its parameters.
  static let guarded = Route.all.filter { $0.access != .open }.map { route in
    (
      method: route.method, kind: route.kind,
      path: route.path.replacing("{kind}", with: "opportunity").replacing("{id}", with: "1")
    )
  }

  @Test("is shut on every route that is not open to everybody")
  func denial() async throws {
    #expect(Self.guarded.count > 40)
    for route in Self.guarded {
      let response = try await ask(route.method, route.path, [.contentType: "application/json"], body: "{}")
      switch route.kind {
      case .api, .keyed:
        #expect(response.status == .unauthorized, "\(route.method) \(route.path)")
        #expect(response.headers[.wwwAuthenticate] == "Bearer realm=\"stagecraft\"", "\(route.path)")
        #expect(try problem(response)["code"]?.text == "not-signed-in", "\(route.path)")
      case .page, .form:
        #expect(response.status == .seeOther, "\(route.method) \(route.path)")
        #expect(response.headers[.location]?.hasPrefix("/sign-in") == true, "\(route.path)")
      }
    }
  }

  @Test("leads who wanted a page to sign in, and from there back to it")
  func wanted() async throws {
    let response = try await ask(.get, "/records/opportunity/00%2F6?language=de")
    #expect(response.headers[.location] == "/sign-in?to=%2Frecords%2Fopportunity%2F00%252F6%3Flanguage%3Dde")
    let page = try await ask(.get, "/sign-in?to=%2Frecords%2Fopportunity%2F006")
    #expect(String(buffer: page.body).contains(#"name="to" value="/records/opportunity/006""#))
  }

  @Test("never leads to another host", arguments: ["//evil.example/", "https://evil.example/", "/\\evil.example"])
  func elsewhere(address: String) async throws {
    let page = try await ask(.get, "/sign-in?to=" + PercentCoding.encoded(address))
    #expect(page.status == .ok)
    #expect(!String(buffer: page.body).contains("evil"))
  }

  @Test("answers what it does not know with 404, as a problem or as a page")
  func unknown() async throws {
    for path in ["/v1", "/v1/nothing", "/v1/records/a/b/c/d", "/assets/nothing.js"] {
      let response = try await ask(.get, path)
      #expect(response.status == .notFound, "\(path)")
      #expect(try problem(response)["code"]?.text == "no-such-route", "\(path)")
    }
    let page = try await ask(.get, "/nothing")
    #expect(page.status == .notFound)
    #expect(String(buffer: page.body).contains("There is nothing here"))
  }

  @Test("answers another method with 405 and those that it takes")
  func wrongMethod() async throws {
    for (method, path, allowed): (HTTPRequest.Method, String, String) in [
      (.delete, "/v1/submissions/7", "GET, HEAD, PUT"), (.get, "/v1/records/a/b/stage", "POST"),
      (.put, "/v1/webhooks/crm", "POST"), (.post, "/healthz", "GET, HEAD"), (.patch, "/v1/records/a/b", "GET, HEAD"),
    ] {
      let response = try await ask(method, path)
      #expect(response.status == .methodNotAllowed, "\(method) \(path)")
      #expect(response.headers[.allow] == allowed, "\(method) \(path)")
      #expect(try problem(response)["code"]?.text == "wrong-method", "\(method) \(path)")
    }
    #expect(try await ask(.delete, "/sign-in").status == .methodNotAllowed)
  }

  @Test(
    "takes nothing but a bearer token in the header",
    arguments: ["", "Bearer", "Basic YTpi", "Bearer " + String(repeating: "x", count: 513)])
  func credentials(header: String) async throws {
    let response = try await ask(.get, "/v1/records", [.authorization: header])
    #expect(response.status == .unauthorized)
    #expect(try problem(response)["code"]?.text == "not-signed-in")
  }

  @Test("does not take the session's cookie for what changes something")
  func cookie() async throws {
    let response = try await ask(
      .post, "/v1/records/a/b/stage", [.cookie: "stagecraft=some-token", .contentType: "application/json"], body: "{}")
    #expect(response.status == .unauthorized)
  }

  @Test("refuses a form from another site, before anything else")
  func otherSite() async throws {
    let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    for headers: HTTPFields in [[site: "cross-site"], [.origin: "https://evil.example"], [.origin: "null"]] {
      for path in ["/sign-in", "/sign-out", "/records/a/b/stage"] {
        let response = try await ask(.post, path, headers, body: "credential=x")
        #expect(response.status == .forbidden, "\(path) \(headers)")
        #expect(String(buffer: response.body).contains("another site"))
      }
    }
  }

  @Test("asks for a token before it tries one")
  func noCredential() async throws {
    let response = try await ask(.post, "/sign-in", body: "credential=")
    #expect(response.status == .unprocessableContent)
    #expect(String(buffer: response.body).contains("Paste your token first."))
  }

  @Test("does not use up a one-time link that is only looked at")
  func link() async throws {
    let response = try await ask(.get, "/sign-in?link=once%22only")
    #expect(response.status == .ok)
    #expect(String(buffer: response.body).contains(#"name="credential" value="once&quot;only""#))
  }

  @Test("refuses a webhook that is too large before anything looks at it")
  func largeWebhook() async throws {
    let limits = WebConfiguration(port: 0, webhookLimit: 100)
    let response = try await ask(
      .post, "/v1/webhooks/crm", [.contentLength: "101"], body: String(repeating: "x", count: 101),
      configuration: limits)
    #expect(response.status == .contentTooLarge)
    #expect(try problem(response)["code"]?.text == "body-too-large")
  }

  @Test("reads no query that is broken or says something twice")
  func query() async throws {
    for query in ["to=%zz", "to=%ff", "to=a&to=b"] {
      let response = try await ask(.get, "/sign-in?" + query)
      #expect(response.status == .badRequest, "\(query)")
    }
  }

  @Test("is alive without asking anybody")
  func alive() async throws {
    let response = try await ask(.get, "/healthz")
    #expect(response.status == .ok)
    #expect(String(buffer: response.body) == #"{"alive":true}"#)
    #expect(try await ask(.head, "/healthz").body.readableBytes == 0)
  }

  @Test("sends the same headers of caution with every answer")
  func headers() async throws {
    for path in ["/healthz", "/sign-in", "/nothing", "/v1/records", "/assets/style.css"] {
      let headers = try await ask(.get, path).headers
      #expect(headers[.contentSecurityPolicy] == Front.policy, "\(path)")
      #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
      #expect(headers.value(of: "Referrer-Policy") == "same-origin", "\(path)")
      #expect(headers[.cacheControl] == (path.hasPrefix("/assets") ? "public, no-cache" : "no-store"), "\(path)")
    }
  }

  @Test("sends its files once, and then only that they are the same")
  func assets() async throws {
    let first = try await ask(.get, "/assets/style.css")
    #expect(first.status == .ok)
    #expect(first.headers[.contentType] == "text/css; charset=utf-8")
    let tag = try #require(first.headers[.eTag])
    let second = try await ask(.get, "/assets/style.css", [.ifNoneMatch: "\"other\", " + tag])
    #expect(second.status == .notModified)
    #expect(second.body.readableBytes == 0)
    #expect(try await ask(.get, "/v1/openapi.yaml").body.readableBytes > 1000)
  }

  @Test("shows metrics to nobody without a token, unless the set-up lets this machine itself see them")
  func metrics() async throws {
    #expect(try await ask(.get, "/metrics").status == .unauthorized)
    try await withServing(WebConfiguration(port: 0, servesMetricsToLoopback: true)) { port in
      @Sendable func metrics(_ headers: String = "") throws -> (status: Int, text: String)? {
        let connection = try RawConnection(port: port)
        connection.send("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\(headers)\r\n")
        return try connection.answer()
      }
      try await onThread {
        let first = try metrics()
        #expect(first?.status == 200)
        #expect(first?.text.lowercased().contains("content-type: text/plain; version=0.0.4") == true)
        #expect(try metrics("X-Forwarded-For: 203.0.113.7\r\n")?.status == 401)
        let text = try metrics()?.text
        #expect(
          text?.contains(#"stagecraft_http_requests_total{method="GET",route="/metrics",status="401"} 1"#) == true)
      }
    }
  }
}
