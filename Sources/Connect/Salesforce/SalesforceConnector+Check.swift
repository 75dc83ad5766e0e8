public import FEEL

extension SalesforceConnector {
  /// Signs in and describes each object, its fields and its stages; only reads.
  public func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport {
    var check = SalesforceCheck(connector: self)
    await check.run(objects, stages: stages)
    return ConnectionReport(lines: check.lines)
  }
}
