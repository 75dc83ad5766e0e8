public import FEEL
public import Sales
internal import Store

extension Application {
  /// The time zone of the playbook in force, or UTC while none is.
  public func zone() async throws(ServiceError) -> Text {
    do throws(ServiceError) { return try await current(at: time.now()).loaded.definition.policy.zone } catch {
      if error.code == "no-playbook" { return "UTC" }
      throw error
    }
  }

  /// The definitions in force at an instant; nil: now.
  public func definition(at instant: Int64? = nil) async throws(ServiceError) -> PlaybookDefinition {
    let instant = instant ?? time.now()
    return try await reading { [self] reading in try inForce(at: instant, in: reading).loaded.definition }
  }
}
