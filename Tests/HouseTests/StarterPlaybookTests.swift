import Foundation
import StarterPlaybook
import Testing

/// The playbook inside the program is the one that ships, file by file.
@Suite("The playbook inside the program")
struct StarterPlaybookTests {
  @Test("holds every file of rules and assessments, byte for byte")
  func files() throws {
    let root = ImportDirectionTests.root
    var embedded: [String: Data] = [:]
    for place in 0..<starter_file_count() {
      let file = starter_file_at(place)
      embedded[String(cString: file.path)] = Data(bytes: file.bytes, count: file.count)
    }
    var shipped: Set<String> = []
    for folder in ["rules", "assessments"] {
      let enumerator = try #require(FileManager.default.enumerator(atPath: root.appending(path: folder).path))
      for case let name as String in enumerator {
        let path = folder + "/" + name
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
        if isFolder.boolValue { continue }
        shipped.insert(path)
        #expect(embedded[path] == (try Data(contentsOf: root.appending(path: path))), "\(path)")
      }
    }
    #expect(shipped == Set(embedded.keys))
  }
}
