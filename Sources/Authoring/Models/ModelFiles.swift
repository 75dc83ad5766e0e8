public import Decisions
public import FEEL
internal import Glibc

/// Decision models read from files, each set of files once; the latest are kept.
public struct ModelFiles: Sendable {
  /// A model that was read, or why there is none.
  public struct Loaded: Sendable {
    /// Nil if the file can't be read or is no DMN.
    public var model: DecisionModel?
    /// What is wrong with the files, each with its place.
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

  private let limits: Limits

  /// - Parameter limits: what one evaluated expression may cost, and how deep a model may nest.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// The model of a file, read when it is first asked for.
  public mutating func model(_ path: String, imports: [String] = []) -> Loaded {
    let key = Key(model: path, imports: imports)
    if let loaded = models[key] { return loaded }
    let loaded = Self.read(path, imports: imports, limits: limits)
    if order.count >= Self.most { models[order.removeFirst()] = nil }
    models[key] = loaded
    order.append(key)
    return loaded
  }

  /// Reads the model of a file with those that it may import.
  public static func read(_ path: String, imports: [String] = [], limits: Limits = Limits()) -> Loaded {
    var files: [DMNModelReader.File] = []
    for name in [path] + imports {
      do throws(FileTrouble) {
        files.append(DMNModelReader.File(name: Text(name), bytes: try NamedFile.bytes(of: name)))
      } catch {
        return Loaded(model: nil, findings: [], trouble: "\(name) \(error.words)")
      }
    }
    let (model, findings) = DMNModelReader.read(files[0], imports: Array(files.dropFirst()), limits: limits)
    return Loaded(model: model, findings: findings)
  }

  /// Reads the model of a file; what it imports is looked for in the same folder: where it says that it lies, else in the
  /// files that have the namespace.
  public static func readWithNeighbours(_ path: String, limits: Limits = Limits()) -> Loaded {
    let file: DMNModelReader.File
    do throws(FileTrouble) {
      file = DMNModelReader.File(name: Text(path), bytes: try NamedFile.bytes(of: path))
    } catch {
      return Loaded(model: nil, findings: [], trouble: "\(path) \(error.words)")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let (model, findings) = DMNModelReader.read(file, limits: limits) { reference in
      located(reference, in: folder).map { [$0] } ?? neighbours(in: folder, but: path, having: reference.namespace)
    }
    return Loaded(model: model, findings: findings)
  }

  /// The file that an import says that it means, if that lies in the folder or below it.
  private static func located(_ reference: ModelImport, in folder: String) -> DMNModelReader.File? {
    guard let location = reference.location?.string, !location.hasPrefix("/"), !location.contains(":"),
      !location.split(separator: "/").contains("..")
    else { return nil }
    return ordinary(folder + location)
  }

  /// The models of a folder that name a namespace; what can't be read is none.
  private static func neighbours(
    in folder: String, but path: String, having namespace: Text
  ) -> [DMNModelReader.File] {
    let items = (try? FileAccess.items(of: folder.isEmpty ? "." : folder)) ?? []
    let names = items.filter { !$0.isFolder && $0.name.hasSuffix(".dmn") }.map { folder + $0.name }
    return names.filter { $0 != path && mentions(namespace, $0) }.compactMap { ordinary($0) }
  }

  /// Whether a namespace stands at the start of a file, where a model names its own: most need not be read whole to know
  /// that they are not meant.
  private static func mentions(_ namespace: Text, _ path: String) -> Bool {
    guard let descriptor = try? FileAccess.open(path) else { return false }
    defer { close(descriptor) }
    guard let head = try? FileAccess.read(descriptor, atMost: 65_536) else { return false }
    let isWide = head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE])
    return isWide || TextSearch(namespace).first(in: head) != nil
  }

  private static func ordinary(_ path: String) -> DMNModelReader.File? {
    guard let bytes = try? FileAccess.bytes(of: path, limit: NamedFile.mostBytes) else { return nil }
    return DMNModelReader.File(name: Text(path), bytes: bytes)
  }
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
