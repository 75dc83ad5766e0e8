import FEEL
import Foundation

/// One tab of the browser.
struct BrowserPage: Sendable {
  let browser: Chromium
  fileprivate let session: String

  static func open(in browser: Chromium) async throws -> BrowserPage {
    let target = try await browser.send("Target.createTarget", members(["url": .string("about:blank")]))
    let id = target["targetId"] ?? .null
    let attached = try await browser.send(
      "Target.attachToTarget", members(["targetId": id, "flatten": .boolean(true)]))
    guard let session = attached["sessionId"]?.text else {
      throw Chromium.Failure(description: "no session for the page")
    }
    let page = BrowserPage(browser: browser, session: session.string)
    for domain in ["Page", "Runtime", "Log"] { try await page.send(domain + ".enable") }
    return page
  }

  static func members(_ members: KeyValuePairs<Text, JSON>) -> JSON {
    .object(members.map { JSON.Member($0.key, $0.value) })
  }

  @discardableResult
  func send(_ method: String, _ parameters: JSON = .object([])) async throws -> JSON {
    try await browser.send(method, parameters, page: session)
  }

  /// Goes to an address and waits until it is loaded.
  func go(to address: String) async throws {
    let result = try await send("Page.navigate", Self.members(["url": .string(Text(address))]))
    if let error = result["errorText"]?.text { throw Chromium.Failure(description: "\(address): \(error.string)") }
    _ = try await browser.event("Page.loadEventFired", page: session)
  }

  /// Waits until the next page is loaded, after something that leads there.
  func loaded() async throws { _ = try await browser.event("Page.loadEventFired", page: session) }

  /// What a script comes to, a promise awaited.
  @discardableResult
  func evaluate(_ script: String) async throws -> JSON {
    let result = try await send(
      "Runtime.evaluate",
      Self.members([
        "expression": .string(Text(script)), "awaitPromise": .boolean(true), "returnByValue": .boolean(true),
      ]))
    if let exception = result["exceptionDetails"] {
      throw Chromium.Failure(description: exception["exception"]?["description"]?.text?.string ?? "script failed")
    }
    return result["result"]?["value"] ?? .null
  }

  enum Scheme: String, CaseIterable, Sendable { case light, dark }

  func show(width: Int, height: Int, _ scheme: Scheme) async throws {
    try await send(
      "Emulation.setDeviceMetricsOverride",
      Self.members([
        "width": .number(Decimal34(width)), "height": .number(Decimal34(height)), "deviceScaleFactor": .number(1),
        "mobile": .boolean(width < 600),
      ]))
    try await send(
      "Emulation.setEmulatedMedia",
      Self.members([
        "features": .array([
          Self.members(["name": .string("prefers-color-scheme"), "value": .string(Text(scheme.rawValue))])
        ])
      ]))
  }

  /// The whole page as a PNG.
  func picture() async throws -> Data {
    let size = try await send("Page.getLayoutMetrics")["cssContentSize"] ?? .null
    let clip = Self.members([
      "x": .number(0), "y": .number(0), "width": size["width"] ?? .number(1), "height": size["height"] ?? .number(1),
      "scale": .number(1),
    ])
    let shot = try await send(
      "Page.captureScreenshot",
      Self.members(["format": .string("png"), "captureBeyondViewport": .boolean(true), "clip": clip]))
    guard let data = (shot["data"]?.text).flatMap({ Data(base64Encoded: $0.string) }) else {
      throw Chromium.Failure(description: "no picture")
    }
    return data
  }
}
