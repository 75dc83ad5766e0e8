internal import FEEL

/// What a playbook on disk may cost.
public struct PlaybookLimits: Sendable {
  /// How many files a playbook may have.
  public var files = 1_000
  /// How many bytes one file may have.
  public var fileBytes = 1 << 20
  /// How many bytes all files together may have.
  public var totalBytes = 16 << 20
  /// The limits that the members start with.
  public init() {}
}

/// The files of a playbook, found and read (design §5).
struct PlaybookFolder {
  /// What a file defines.
  enum Kind: Hashable {
    case assessment
    case records
    case pipeline
    case facts
    case rules
    case policy
    /// A kind of file that is not read yet, with its name in the plural.
    case later(String)
  }

  /// All files that define something, by name.
  private(set) var files: [(kind: Kind, file: SourceFile)] = []
  private let limits: PlaybookLimits
  private let findings: FindingCollector
  private var totalBytes = 0
  private var fileCount = 0

  init(limits: PlaybookLimits, findings: FindingCollector) {
    self.limits = limits
    self.findings = findings
  }

  /// Reads the folders `assessments` and `rules` of a playbook.
  mutating func read(_ path: String) {
    do throws(FileTrouble) {
      let items = try FileAccess.items(of: path)
      guard items.contains(where: { $0.name == "rules" && $0.isFolder }) else {
        findings.add(
          PlacedFinding(
            .error, "NO-PLAYBOOK", file: "rules", "the folder `rules` is not in \(path), so this is no playbook",
            fix: "name the folder that holds `rules` and `assessments`"))
        return
      }
      if items.contains(where: { $0.name == "assessments" && $0.isFolder }) { readFolder("assessments", in: path) }
      readFolder("rules", in: path)
      for name in ["pipelines", "guidance", "tests"] where FileAccess.isFolder("\(path)/rules/\(name)") {
        readFolder("rules/\(name)", in: path)
      }
    } catch {
      findings.add(
        PlacedFinding(
          .error, error == .absent ? "FOLDER-ABSENT" : "FOLDER-UNREADABLE", file: path,
          "the playbook's folder \(path) \(error.words)",
          fix: error == .absent || error == .isNoFolder ? "check the name" : nil))
    }
  }

  private mutating func readFolder(_ folder: String, in path: String) {
    do throws(FileTrouble) {
      for item in try FileAccess.items(of: "\(path)/\(folder)") {
        let name = "\(folder)/\(item.name)"
        if item.isFolder { noteFolder(name) } else { readFile(name, in: path) }
      }
    } catch {
      findings.add(PlacedFinding(.error, "FOLDER-UNREADABLE", file: folder, "the folder \(error.words)"))
    }
  }

  /// Folders that are known are read by themselves; another one would be passed over without a word.
  private func noteFolder(_ name: String) {
    let known = ["rules/pipelines", "rules/guidance", "rules/tests", "rules/examples"]
    if known.contains(name) { return }
    findings.add(
      PlacedFinding(
        .warning, "NOT-READ", file: name, "this folder is not read",
        fix: "move its files to the folder above; sample data may lie in rules/examples"))
  }

  private mutating func readFile(_ name: String, in path: String) {
    guard let kind = Self.kind(of: name) else {
      if !Self.isForPeople(name) {
        findings.add(
          PlacedFinding(
            .warning, "NOT-READ", file: name, "no kind of definition is read from a file of this name",
            fix: name.hasSuffix(".yml") ? "let its name end in .yaml" : "take it out of the playbook"))
      }
      return
    }
    fileCount += 1
    if fileCount > limits.files {
      if fileCount == limits.files + 1 {
        findings.add(
          PlacedFinding(.error, "PLAYBOOK-TOO-LARGE", file: name, "the playbook has more than \(limits.files) files"))
      }
      return
    }
    do throws(FileTrouble) {
      let bytes = try FileAccess.bytes(of: "\(path)/\(name)", limit: limits.fileBytes)
      totalBytes += bytes.count
      if totalBytes > limits.totalBytes {
        if totalBytes - bytes.count <= limits.totalBytes {
          findings.add(
            PlacedFinding(
              .error, "PLAYBOOK-TOO-LARGE", file: name, "the playbook has more than \(limits.totalBytes) bytes"))
        }
        return
      }
      add(SourceFile(name: name, bytes: bytes), kind)
    } catch {
      let code =
        if case .tooLarge = error { "FILE-TOO-LARGE" } else { error == .absent ? "FILE-ABSENT" : "FILE-UNREADABLE" }
      findings.add(PlacedFinding(.error, code, file: name, "the file \(error.words)"))
    }
  }

  /// Adds a file by its name.
  mutating func add(_ file: SourceFile) {
    if let kind = Self.kind(of: file.name) { add(file, kind) }
  }

  private mutating func add(_ file: SourceFile, _ kind: Kind) {
    if case .later(let what) = kind {
      findings.add(PlacedFinding(.warning, "NOT-READ-YET", file: file.name, "\(what) are not read yet"))
    } else {
      files.append((kind, file))
    }
  }

  /// What a file of that name defines, or nil.
  private static func kind(of name: String) -> Kind? {
    let parts = name.split(separator: "/").map(String.init)
    guard let last = parts.last else { return nil }
    let isYAML = last.hasSuffix(".yaml")
    switch (parts.dropLast().joined(separator: "/"), last) {
    case ("assessments", _) where isYAML: return .assessment
    case ("rules", "records.yaml"): return .records
    case ("rules", "facts.yaml"): return .facts
    case ("rules", "policy.yaml"): return .policy
    case ("rules", _) where last.hasSuffix(".rules"): return .rules
    case ("rules", _) where last.hasSuffix(".csv") || last.hasSuffix(".xlsx"): return .later("decision tables")
    case ("rules", _) where last.hasSuffix(".dmn"): return .later("DMN models")
    case ("rules/pipelines", _) where isYAML: return .pipeline
    case ("rules/guidance", _) where isYAML: return .later("sequences")
    case ("rules/tests", _) where isYAML: return .later("scenario tests")
    default: return nil
    }
  }

  /// Notes for people may lie beside the definitions.
  private static func isForPeople(_ name: String) -> Bool {
    [".md", ".txt"].contains { name.hasSuffix($0) }
  }
}
