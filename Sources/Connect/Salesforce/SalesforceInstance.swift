/// Where a login may send us: its answer says which address gets our token from then on.
///
/// - Where the connection names an instance, only there.
/// - Else to the login's own address.
/// - Else, where the login is at one of Salesforce's domains (`login.salesforce.com`, `test.salesforce.com`, a domain of
///   the org's own), to any https address of these, at the usual port.
///
/// An org behind another name (a proxy, a domain of the company) names its instance or signs in there. Inner addresses
/// are refused when the socket is opened, whatever their name.
struct SalesforceInstance: Sendable {
  /// What Salesforce itself serves its interfaces under.
  static let domains = ["salesforce.com", "force.com", "cloudforce.com", "salesforce.mil"]

  var rules: Transport.Rules
  var loginURL: String
  /// The one that the connection names.
  var named: String?

  /// Scheme and host of the instance, without a slash at the end.
  func origin(_ answered: String) throws(ConnectorFailure) -> String {
    guard let address = try? WebAddress(answered, rules: rules), let origin = address.origin else {
      throw Self.refusal("the login names an instance that is no https address of a host")
    }
    if let named {
      guard let wanted = try? WebAddress(named, rules: rules), let wantedOrigin = wanted.origin else {
        throw Self.refusal("the connection's `instance` is no https address of a host")
      }
      guard origin.lowercased() == wantedOrigin.lowercased() else {
        throw Self.refusal(
          "the login names the instance \(address.host), and the connection only allows \(wanted.host)")
      }
      return origin
    }
    guard let login = try? WebAddress(loginURL, rules: rules) else {
      throw Self.refusal("the login's address is no https address of a host")
    }
    // Plain addresses are of this machine only, where the port says nothing.
    if address.host == login.host, address.isPlain || origin == login.origin { return origin }
    if Self.isSalesforce(login.host), Self.isSalesforce(address.host), origin == "https://" + address.host {
      return origin
    }
    throw Self.refusal(
      "the login at \(login.host) names the instance \(address.host), which does not belong to it; if it is right, name "
        + "it in stagecraft.yaml: `instance: \(origin)`")
  }

  private static func isSalesforce(_ host: String) -> Bool { domains.contains { host.hasSuffix("." + $0) } }

  private static func refusal(_ message: String) -> ConnectorFailure { ConnectorFailure(kind: .auth, message: message) }
}
