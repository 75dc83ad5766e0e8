public import Decisions
internal import FEEL

/// Decision models read from files, each set of files once; the latest are kept.
public struct ModelFiles: Sendable {
  /// A model that was read, or why there is none.
  public struct Loaded: Sendable {
    /// Nil if the file can't be read or is no DMN.
    public var model: DecisionModel?
    public var findings: [ModelFinding]
    /// Why the files could not even be read: `prices.dmn is not there`.
    public var trouble: String?
  }

  /// Which files: the model's, and those that it may import.
  private struct Key: Hashable, Sendable {
    var model: String
    var imports: [String]
  }

  /// How many models are kept at most.
  private static let most = 256

  private var models: [Key: Loaded] = [:]
  /// The keys of `models`, the oldest first.
  private var order: [Key] = []

  public init() {}

  /// The model of a file, read when it is first asked for.
  public mutating func model(_ path: String, imports: [String] = []) -> Loaded {
    let key = Key(model: path, imports: imports)
    if let loaded = models[key] { return loaded }
    let loaded = Self.read(path, imports: imports)
    if order.count >= Self.most { models[order.removeFirst()] = nil }
    models[key] = loaded
    order.append(key)
    return loaded
  }

  /// Reads the model of a file with those that it may import.
  public static func read(_ path: String, imports: [String] = []) -> Loaded {
    var files: [DMNModelReader.File] = []
    for name in [path] + imports {
      do throws(FileTrouble) {
        files.append(DMNModelReader.File(name: Text(name), bytes: try NamedFile.bytes(of: name)))
      } catch {
        return Loaded(model: nil, findings: [], trouble: "\(name) \(error.words)")
      }
    }
    let (model, findings) = DMNModelReader.read(files[0], imports: Array(files.dropFirst()))
    return Loaded(model: model, findings: findings)
  }

  /// The other models that stand in the folder of one: what it may import if nobody says more.
  public static func neighbours(of path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    let items = (try? FileAccess.items(of: folder.isEmpty ? "." : folder)) ?? []
    let names = items.filter { !$0.isFolder && $0.name.hasSuffix(".dmn") && $0.name != name }.map { folder + $0.name }
    return Array(names.prefix(mostNeighbours))
  }

  private static let mostNeighbours = 64
}

extension PlacedFinding {
  /// A finding of a model as one of a file.
  public init(_ finding: ModelFinding) {
    let about = finding.node.map { "`\($0.string)`: " } ?? ""
    self.init(
      finding.severity, finding.code.string, file: finding.file.string, line: finding.place.line,
      column: finding.place.column, about + finding.message.string, fix: finding.fix?.string)
  }
}
