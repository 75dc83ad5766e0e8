import Foundation
import Testing

@testable import Service

@Suite("The server's address and the token")
struct SigningInTests {
  @Test(
    "https anywhere, http on this machine only",
    arguments: [
      ("https://Stagecraft.example/", "https://Stagecraft.example", "stagecraft.example"),
      ("https://10.0.0.7:8443/crm", "https://10.0.0.7:8443/crm", "10.0.0.7"),
      ("http://127.0.0.1:8484", "http://127.0.0.1:8484", "127.0.0.1"),
      ("http://localhost:8484/", "http://localhost:8484", "localhost"), ("http://[::1]:1", "http://[::1]:1", "::1"),
    ])
  func addresses(given: String, text: String, host: String) throws {
    let address = try ServerAddress(given)
    #expect(address.text == text && address.host == host)
    #expect(address.url("/v1/bundle") == text + "/v1/bundle")
  }

  @Test(
    "everything else is refused with what to write",
    arguments: [
      "", "stagecraft.example", "http://stagecraft.example", "http://127.0.0.1.evil.example", "ftp://x", "https://",
      "https://user:word@x", "https://x?y", "https://x#y", "https://a b", "http://127.0.0.300", "https://ü",
    ])
  func badAddresses(given: String) {
    let error = #expect(throws: DeviceError.self) { try ServerAddress(given) }
    guard case .badAddress? = error else {
      Issue.record("\(given): \(String(describing: error))")
      return
    }
  }

  @Test("a token is read from a file of mode 0600, blanks around it left out")
  func token() throws {
    let folder = try Rep.Folder()
    let path = folder.path + "/token"
    try Data(" sct_abc\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try AccessTokenFile.read(path) == "sct_abc")
    for mode in [0o640, 0o604, 0o666] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = #expect(throws: DeviceError.self) { try AccessTokenFile.read(path) }
      #expect(error?.description.contains("chmod 600 \(path)") == true)
    }
  }

  @Test("a file without a token is told, and never its content", arguments: ["", "\n", "two words", "caf\u{e9}"])
  func noToken(content: String) throws {
    let folder = try Rep.Folder()
    let path = folder.path + "/token"
    try Data(content.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let error = #expect(throws: DeviceError.self) { try AccessTokenFile.read(path) }
    #expect(error?.description.contains("two words") == false)
    #expect(throws: DeviceError.self) { try AccessTokenFile.read(folder.path) }
    #expect(throws: DeviceError.self) { try AccessTokenFile.read(path + "-absent") }
  }
}
