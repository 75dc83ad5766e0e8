public import Connect
import FEEL
internal import Logging
import Sales
internal import Store

extension Application {
  /// Tries every connection: login, objects, fields, stages.
  public func checkConnections() async throws(ServiceError) -> [(name: String, report: ConnectionReport)] {
    let loaded = try await current(at: time.now()).loaded
    var reports: [(name: String, report: ConnectionReport)] = []
    for connection in connections {
      guard let connector = connection.connector else { continue }
      let mappings = connection.objects.compactMap { connection.mapping(of: $0.kind, loaded) }
      let stages = loaded.definition.pipelines.map { ($0.kind, $0.stages.map(\.name)) }
      var report = await connector.check(mappings, stages: stages.map { (kind: $0.0, names: $0.1) })
      if connection.pages == nil, mappings.contains(where: { $0.written.contains { $0.form == .link } }) {
        report.lines.append(
          ConnectionReport.Line(
            subject: "public_url", isFine: false,
            message: "the CRM is to show a link to our pages, whose address is not set",
            remedy: "set public_url in stagecraft.yaml, or take `link` out of `outcome` in rules/records.yaml"))
      }
      reports.append((connection.name, report))
    }
    return reports
  }

  /// What the worker would send now, one line each; the CRM's stages are read, nothing is written anywhere.
  public func dryRun() async throws(ServiceError) -> [String] {
    let loaded = try await current(at: time.now()).loaded
    var lines: [String] = []
    for connection in connections {
      guard let connector = connection.connector else { continue }
      let effects = try await reading { try $0.waitingEffects(connection: connection.name, limit: 10_000) }
      for (kind, group) in Dictionary(grouping: effects, by: \.key.kind).sorted(by: { $0.key < $1.key }) {
        guard let mapping = connection.mapping(of: kind, loaded) else { continue }
        let stages = group.filter { $0.kind == "stage" }
        var readings: [Text: StageReading] = [:]
        if !stages.isEmpty {
          do throws(ConnectorFailure) {
            readings = try await connector.stages(of: stages.map(\.key.id), object: mapping)
          } catch {
            throw ServiceError(
              .unavailable, code: "crm-unavailable", "\(connection.name) could not be read: \(error.message)")
          }
        }
        for effect in group {
          if effect.kind == "fields" {
            lines.append("\(connection.name): \(effect.key.id): what the evidence says")
            continue
          }
          guard let stage = StageEffect(payload: effect.payload) else {
            let assessment = (try? JSON.parse(effect.payload))?["assessment"]?.text ?? "an assessment"
            lines.append("\(connection.name): \(effect.key.id): the result of \(assessment)")
            continue
          }
          let there = readings[effect.key.id]?.stage
          let what =
            there == stage.to
            ? "stands there already"
            : stage.starts(at: there) ? "would be written" : "stands at \(there ?? "no stage"): would be superseded"
          lines.append("\(connection.name): \(effect.key.id): stage \(stage.from) → \(stage.to): \(what)")
        }
      }
    }
    return lines
  }
}
