import FEEL
import Foundation

/// The accessibility checker axe-core, out of a package of PyPI with a pinned version.
enum Axe {
  private static let package = "axe-playwright-python"
  private static let version = "0.1.8"

  /// The checker's script, fetched once; nil: it cannot be had.
  static let script: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: ".build/\(package)-\(version)")
    let file = folder.appending(path: "axe.min.js")
    if let text = try? String(contentsOf: file, encoding: .utf8) { return text }
    let fetch = """
      import glob, pathlib, subprocess, sys, zipfile
      folder = sys.argv[1]
      subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, sys.argv[2]],
                     check=True, timeout=60)
      with zipfile.ZipFile(glob.glob(folder + "/*.whl")[0]) as wheel:
          name = next(name for name in wheel.namelist() if name.endswith("/axe.min.js"))
          pathlib.Path(folder, "axe.min.js").write_bytes(wheel.read(name))
      """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["timeout", "90", "python3", "-c", fetch, folder.path, "\(package)==\(version)"]
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try python.run()
      python.waitUntilExit()
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      print("WebTests: SKIPPED the accessibility checks: \(package) \(version) cannot be had: \(error)")
      return nil
    }
  }()

  /// What the checker finds on a page, as `rule: the element's markup`.
  static func violations(on page: BrowserPage, script: String) async throws -> [String] {
    try await page.evaluate(script + "; 0")
    let found = try await page.evaluate(
      """
      axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(rule =>
        rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + (node.failureSummary || ''))))
      """)
    return found.items?.compactMap { $0.text?.string } ?? ["axe answered nothing"]
  }
}
