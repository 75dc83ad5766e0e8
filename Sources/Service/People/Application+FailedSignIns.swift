internal import FEEL
internal import Logging
public import ServiceLifecycle

extension Application {
  /// The person of an API token or a session that came from an address.
  ///
  /// - Throws: as `person(token:)`, and `tooMany` for what failed from there too often: then the token is not looked at.
  public func person(token: String, from address: String) async throws(ServiceError) -> Person {
    try await limited(token, from: address) { (token) async throws(ServiceError) in try await person(token: token) }
  }

  /// Opens a session for an API token or a one-time link that came from an address.
  ///
  /// - Throws: as `signIn(token:)`, and `tooMany` for what failed from there too often: then the token is not looked at.
  public func signIn(token: String, from address: String) async throws(ServiceError) -> Session {
    try await limited(token, from: address) { (token) async throws(ServiceError) in try await signIn(token: token) }
  }

  private func limited<Result>(
    _ token: String, from address: String, _ look: (String) async throws(ServiceError) -> Result
  ) async throws(ServiceError) -> Result {
    if let seconds = failedSignIns.wait(token, from: address, at: time.now()) { throw Self.tooManySignIns(seconds) }
    do throws(ServiceError) { return try await look(token) } catch {
      guard error.kind == .notSignedIn else { throw error }
      guard let seconds = failedSignIns.note(token, from: address, at: time.now()) else { throw error }
      throw Self.tooManySignIns(seconds)
    }
  }

  private static func tooManySignIns(_ seconds: Int64) -> ServiceError {
    var error = ServiceError(
      .tooMany, code: "too-many-sign-ins",
      "Too many sign-ins failed from here. Wait \(seconds) s, and check the token before you try again.")
    error.retryAfterSeconds = seconds
    return error
  }

  /// Tells the sign-ins that failed since the last time in one line of the log and one of the audit chain, however many
  /// they were: nobody can fill either with them.
  public func reportFailedSignIns() async {
    guard let report = failedSignIns.report() else { return }
    let now = time.now()
    do throws(ServiceError) {
      try await writing { [self] transaction in
        try audit("sign-in.failed", subject: "sign-in", by: nil, payload: report.json.bytes, at: now, in: transaction)
      }
    } catch {
      return failedSignIns.keep(report)
    }
    logger.warning(
      "sign-ins failed",
      metadata: [
        "failures": "\(report.failures)", "refused": "\(report.refused)", "addresses": "\(report.addresses)",
        "busiest": "\(report.busiest.first?.address ?? "")",
      ])
  }
}

/// Reports failed sign-ins once a minute, the first ones of a row within seconds.
public struct SignInWatch: ServiceLifecycle.Service {
  let application: Application

  /// Reports failures that the application saw.
  public init(_ application: Application) { self.application = application }

  /// Reports now and then until it is cancelled.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(5))
        if Task.isCancelled || !application.failedSignIns.hasNews { continue }
        await application.reportFailedSignIns()
        try? await Task.sleep(for: .seconds(55))
      }
    }
    await application.reportFailedSignIns()
  }
}
