/// How one Salesforce org is reached.
public struct SalesforceSettings: Sendable {
  /// `https://login.salesforce.com`, or the org's own domain; also the audience of the login's proof.
  public var loginURL: String
  /// The only address that a login may send us to: `https://acme.my.salesforce.com`; nil: the login's own, or where that
  /// is Salesforce's, any of Salesforce's.
  public var instance: String?
  /// The consumer key of the connected app.
  public var clientID: String
  /// The integration user's name.
  public var user: String
  /// The RSA key whose certificate the connected app has; 2,048 bits or more.
  public var privateKeyPEM: String
  /// The version of the API: `62.0`.
  public var version: String
  /// The custom object of results, with our external id.
  public var resultObject: String
  /// Nil: answers only as JSON in the result.
  public var answerObject: String?
  /// Rows of one write, at most 200 (Salesforce's own limit).
  public var batchLimit: Int
  /// Which addresses may be reached, and the limits of a call.
  public var rules: Transport.Rules
  /// A login older than this is renewed ahead of its end, which Salesforce does not tell.
  public var tokenAgeMilliseconds: Int64
  /// For one call as a whole.
  public var requestTimeoutMilliseconds: Int

  /// Settings with Salesforce's production login and the objects of our set-up guide.
  public init(
    loginURL: String = "https://login.salesforce.com", instance: String? = nil, clientID: String, user: String,
    privateKeyPEM: String,
    version: String = "62.0", resultObject: String = "Assessment_Result__c",
    answerObject: String? = "Assessment_Answer__c", batchLimit: Int = 200, rules: Transport.Rules = Transport.Rules(),
    tokenAgeMilliseconds: Int64 = 15 * 60_000, requestTimeoutMilliseconds: Int = 60_000
  ) {
    self.loginURL = loginURL
    self.instance = instance
    self.clientID = clientID
    self.user = user
    self.privateKeyPEM = privateKeyPEM
    self.version = version
    self.resultObject = resultObject
    self.answerObject = answerObject
    self.batchLimit = batchLimit
    self.rules = rules
    self.tokenAgeMilliseconds = tokenAgeMilliseconds
    self.requestTimeoutMilliseconds = requestTimeoutMilliseconds
  }

  /// What in the settings no call can be made with; nil: nothing.
  var trouble: String? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count != 2
      || !parts.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    {
      return "the version of the Salesforce API must be written like 62.0"
    }
    for object in [resultObject, answerObject].compactMap({ $0 }) where !SOQL.isName(object) {
      return "\"\(object)\" is no API name of a Salesforce object"
    }
    return nil
  }
}
