public import Decisions
public import FEEL

/// Reads decision models: DMN XML of versions 1.1 to 1.6.
public enum DMNModelReader {
  /// A file of a model: its bytes, and the name under which findings speak of it.
  public struct File: Sendable {
    public var name: Text
    public var bytes: [UInt8]
    public init(name: Text, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads a file and those that it may import, which are matched by namespace; all findings about what it imports are
  /// told, and none about the rest.
  ///
  /// The model is nil only if the file is no DMN at all; anything less is a finding, and null when it is evaluated.
  ///
  /// - Parameter limits: what one evaluated expression may cost, and how deep a model may nest.
  public static func read(
    _ file: File, imports: [File] = [], limits: Limits = Limits()
  ) -> (model: DecisionModel?, findings: [ModelFinding]) {
    let (document, findings) = DMNDocumentReader.read(file.bytes, file: file.name, limits: limits)
    guard let document else { return (nil, findings) }
    let others =
      document.imports.isEmpty
      ? []
      : imports.map {
        DMNDocumentReader.read($0.bytes, file: $0.name, limits: limits)
      }
    let (model, compiling) = DecisionModel.compile(document, imports: others.compactMap(\.document), limits: limits)
    let isComplete = !compiling.contains { $0.code == "IMPORT" }
    // A file that can't be read may be the one that is missing.
    let reading = others.filter { $0.document.map { model.isMade(of: $0.namespace) } ?? !isComplete }
    return (model, findings + reading.flatMap(\.findings) + compiling)
  }
}
