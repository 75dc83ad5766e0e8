internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// The nightly run, asked for by a person.
  ///
  /// Its answer is kept when the run is over: sent again after a kill it goes on where the run stopped.
  ///
  /// - Parameter asOf: epoch milliseconds; nil: now.
  /// - Throws: `conflict` while another run is under way, naming its process and start.
  public func rescore(
    asOf: Int64?, person: Person, once: IdempotentRequest<NightReport>? = nil
  ) async throws(ServiceError) -> NightReport {
    try allow(person, .rescore)
    do {
      let report = try await rescore(asOf: asOf).report
      return try await writing(once: once) { _ in report }
    } catch let taken as HeldLease.Taken {
      throw ServiceError(
        .conflict, code: "run-under-way",
        "Another run is under way: process \(taken.lease.pid) on \(taken.lease.host), since "
          + "\(Instant.text(taken.lease.startedAt)). Wait for it.")
    } catch let error as ServiceError {
      throw error
    } catch {
      throw ServiceError(
        .unavailable, code: "interrupted", "The run was interrupted; the next one goes on where it stopped.")
    }
  }
}
