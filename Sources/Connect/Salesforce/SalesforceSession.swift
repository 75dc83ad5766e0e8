internal import Cryptography
internal import FEEL
internal import FoundationEssentials

/// The login of the integration user by a signed proof (JWT bearer, RFC 7523), shared by all callers.
actor SalesforceSession {
  /// What a login gave.
  struct Login: Sendable {
    var token: String
    /// Scheme and host of the org, without a slash at the end.
    var instance: String
    /// The integration user's id.
    var user: Text?
    /// When it was asked for, epoch milliseconds.
    var at: Int64
  }

  /// Salesforce takes proofs that end at most three minutes ahead; the rest is for clocks that differ.
  private static let proofSeconds: Int64 = 150

  private let settings: SalesforceSettings
  private let transport: Transport
  private let now: @Sendable () -> Int64
  private var login: Login?
  private var pending: Task<Result<Login, ConnectorFailure>, Never>?

  init(_ settings: SalesforceSettings, transport: Transport, now: @escaping @Sendable () -> Int64) {
    self.settings = settings
    self.transport = transport
    self.now = now
  }

  /// The integration user's id, once signed in.
  var identity: String? { login?.user?.string }

  /// The login in force, made or renewed if need be; one request for however many callers.
  /// - Parameter refused: a token that the CRM no longer takes.
  func current(without refused: String? = nil) async throws(ConnectorFailure) -> Login {
    if let login, login.token != refused {
      let age = now() - login.at
      // A clock that was set back says nothing about the age.
      if age >= 0, age < settings.tokenAgeMilliseconds { return login }
    }
    let task = pending ?? Task { await signIn() }
    pending = task
    return try await task.value.get()
  }

  private func signIn() async -> Result<Login, ConnectorFailure> {
    let result: Result<Login, ConnectorFailure>
    do throws(ConnectorFailure) {
      result = .success(try await request())
    } catch {
      result = .failure(error)
    }
    login = try? result.get()
    pending = nil
    return result
  }

  private func request() async throws(ConnectorFailure) -> Login {
    if let trouble = settings.trouble { throw ConnectorFailure(kind: .auth, message: trouble) }
    let at = now()
    let proof = try proof(at: at)
    let form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=\(proof)"
    let request = HTTPRequest(
      method: "POST", url: audience + "/services/oauth2/token",
      headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")],
      body: Array(form.utf8), timeoutMilliseconds: settings.requestTimeoutMilliseconds)
    let answer: HTTPAnswer
    do throws(TransportError) {
      answer = try await transport.send(request)
    } catch {
      throw SalesforceFailures.failure(of: error, isWrite: false)
    }
    guard answer.status == 200 else {
      var failure = SalesforceFailures.failure(of: answer, isWrite: false, now: at)
      // Whatever else a login is refused for, trying again does not help.
      if failure.kind == .person || failure.kind == .gone { failure.kind = .auth }
      throw failure
    }
    return try login(from: answer, at: at)
  }

  private var audience: String {
    settings.loginURL.hasSuffix("/") ? String(settings.loginURL.dropLast()) : settings.loginURL
  }

  /// Who asks for what until when, signed (RFC 7519, with RS256).
  private func proof(at milliseconds: Int64) throws(ConnectorFailure) -> String {
    let header = JSON.object([JSON.Member("alg", .string("RS256")), JSON.Member("typ", .string("JWT"))])
    let claims = JSON.object([
      JSON.Member("iss", .string(Text(settings.clientID))), JSON.Member("sub", .string(Text(settings.user))),
      JSON.Member("aud", .string(Text(audience))),
      JSON.Member("exp", .number(Decimal34(milliseconds / 1000 + Self.proofSeconds))),
    ])
    let signed = Self.base64url(header.bytes) + "." + Self.base64url(claims.bytes)
    guard let signature = RSASignature.make(Array(signed.utf8), privateKey: settings.privateKeyPEM) else {
      throw ConnectorFailure(
        kind: .auth, message: "the private key of the connection is no RSA key (PEM) of 2,048 bits or more")
    }
    return signed + "." + Self.base64url(signature)
  }

  /// RFC 4648 §5, without padding.
  private static func base64url(_ bytes: [UInt8]) -> String {
    let text = Data(bytes).base64EncodedString()
    return String(
      text.compactMap { character -> Character? in
        switch character {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: character
        }
      })
  }

  private func login(from answer: HTTPAnswer, at: Int64) throws(ConnectorFailure) -> Login {
    guard let json = try? JSON.parse(answer.body), let token = json["access_token"]?.text,
      let instance = json["instance_url"]?.text
    else { throw SalesforceFailures.strange(answer, isWrite: false) }
    guard !token.isEmpty, token.bytes.count <= 8192, token.bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw SalesforceFailures.strange(answer, isWrite: false)
    }
    let origin = try SalesforceInstance(
      rules: settings.rules, loginURL: settings.loginURL, named: settings.instance
    ).origin(instance.string)
    // https://login.salesforce.com/id/{org}/{user}
    let user = json["id"]?.text?.bytes.split(separator: UInt8(ascii: "/")).last
    return Login(
      token: token.string, instance: origin, user: user.flatMap { SalesforceID.widened(Text(bytes: Array($0))) }, at: at
    )
  }
}
