public import FEEL

extension SalesforceConnector {
  public func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport {
    ConnectionReport(lines: [])
  }
}
