import Authoring
import Testing

@Suite("Where a server listens")
struct HomeAddressTests {
  @Test("an address and a port; localhost is 127.0.0.1, whatever the machine's hosts call so")
  func addresses() throws {
    for text in ["localhost:8484", "LOCALHOST:8484", "127.0.0.1:8484"] {
      let address = try #require(HomeDefinition.address(text))
      #expect(address == ("127.0.0.1", 8484), "\(text)")
    }
    #expect(try #require(HomeDefinition.address("0.0.0.0:0")) == ("0.0.0.0", 0))
    for text in ["", "localhost", ":8484", "a:b", "127.0.0.1:65536", "a:1:2"] {
      #expect(HomeDefinition.address(text) == nil, "\(text)")
    }
  }
}
