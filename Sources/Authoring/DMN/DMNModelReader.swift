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

  /// Reads a file and those that it may import, which are matched by namespace; all findings are told.
  ///
  /// The model is nil only if the file is no DMN at all; anything less is a finding, and null when it is evaluated.
  ///
  /// - Parameter limits: what one evaluated expression may cost, and how deep a model may nest.
  public static func read(
    _ file: File, imports: [File] = [], limits: Limits = Limits()
  ) -> (model: DecisionModel?, findings: [ModelFinding]) {
    let (document, findings) = DMNDocumentReader.read(file.bytes, file: file.name, limits: limits)
    guard let document else { return (nil, findings) }
    var all = findings
    var imported: [ModelDocument] = []
    for file in imports {
      let (document, findings) = DMNDocumentReader.read(file.bytes, file: file.name, limits: limits)
      all += findings
      if let document { imported.append(document) }
    }
    let (model, others) = DecisionModel.compile(document, imports: imported, limits: limits)
    return (model, all + others)
  }
}
