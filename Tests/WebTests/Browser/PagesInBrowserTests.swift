import FEEL
import Foundation
import Hummingbird
import Logging
import NIOCore
import Testing

@testable import Web

/// The pages in a real browser, with the headers that the server sends.
@Suite("Pages in a browser", .serialized, .timeLimit(.minutes(4)))
struct PagesInBrowserTests {
  private static let noBrowser: Comment = "neither chromium-headless-shell nor chromium is installed"
  private static let noAxe: Comment = "axe-core cannot be had from PyPI"

  /// Serves the sample pages with our own front and assets, and opens a browser there, while the work is done.
  private func withBrowser(_ work: @Sendable @escaping (BrowserPage, String) async throws -> Void) async throws {
    try await withServing { told in
      let door = try await TestDoor.make().door
      let router = Router(context: DoorContext.self)
      router.add(middleware: Front(door: door))
      for (name, html) in SamplePages.all {
        router.get(RouterPath("/" + name)) { _, _ in Reply.page(html).response }
      }
      router.get("/faulty") { _, _ in Reply.page(tag(.html) { tag(.body) { tag(.input, .type("text")) } }).response }
      router.get("/assets/{name}") { request, context in
        try Asset.named(context.parameters.get("name") ?? "").reply(to: request.headers).response
      }
      let application = Application(
        router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in await told(channel.localAddress?.port ?? 0) }, logger: door.logger)
      try await application.run()
    } _: { port in
      let browser = try Chromium(try #require(Chromium.executable))
      do {
        try await work(try await BrowserPage.open(in: browser), "http://127.0.0.1:\(port)/")
      } catch {
        await browser.close()
        throw error
      }
      await browser.close()
    }
  }

  /// Where to leave pictures for people to look at, if somebody wants any: `STAGECRAFT_PICTURES`.
  private static let pictures = ProcessInfo.processInfo.environment["STAGECRAFT_PICTURES"]

  @Test(
    "no page has anything that axe finds, in light and dark, wide and on a phone",
    .enabled(if: Chromium.executable != nil, noBrowser), .enabled(if: Axe.script != nil, noAxe))
  func accessibility() async throws {
    let script = try #require(Axe.script)
    try await withBrowser { page, root in
      for scheme in BrowserPage.Scheme.allCases {
        for (width, height) in [(1280, 900), (390, 844)] {
          try await page.show(width: width, height: height, scheme)
          for (name, _) in SamplePages.all {
            try await page.go(to: root + name)
            let violations = try await Axe.violations(on: page, script: script)
            #expect(violations.isEmpty, "\(name), \(scheme), \(width) wide")
            let overflowing = try await page.evaluate(
              "[...document.querySelectorAll('main, .panel')].filter(e => e.scrollWidth > e.clientWidth).length")
            #expect(overflowing == .number(0), "\(name), \(scheme), \(width) wide")
            guard let folder = Self.pictures else { continue }
            try await page.picture().write(to: URL(filePath: "\(folder)/\(name)-\(scheme)-\(width).png"))
          }
        }
      }
    }
  }

  @Test(
    "the checker does find what is wrong", .enabled(if: Chromium.executable != nil, noBrowser),
    .enabled(if: Axe.script != nil, noAxe))
  func checker() async throws {
    let script = try #require(Axe.script)
    try await withBrowser { page, root in
      try await page.go(to: root + "faulty")
      let rules = try await Axe.violations(on: page, script: script).map { $0.prefix { $0 != ":" } }
      for rule in ["document-title", "html-has-lang", "label"] { #expect(rules.contains { $0 == rule }, "\(rule)") }
    }
  }

  @Test("every page fits a screen of 320 pixels", .enabled(if: Chromium.executable != nil, noBrowser))
  func reflow() async throws {
    try await withBrowser { page, root in
      try await page.show(width: 320, height: 640, .light)
      for (name, _) in SamplePages.all {
        try await page.go(to: root + name)
        #expect(try await page.evaluate("document.documentElement.scrollWidth") == .number(320), "\(name)")
      }
    }
  }

  @Test(
    "what is pressed is 48 pixels high, but for links inside text", .enabled(if: Chromium.executable != nil, noBrowser))
  func targets() async throws {
    try await withBrowser { page, root in
      try await page.show(width: 390, height: 844, .light)
      for (name, _) in SamplePages.all {
        try await page.go(to: root + name)
        let small = try await page.evaluate(
          """
          [...document.querySelectorAll('button, .button, input:not([type=hidden]), select, textarea, summary, nav a')]
            .filter(e => e.checkVisibility() && (e.closest('label') ?? e).getBoundingClientRect().height < 48)
            .map(e => e.outerHTML)
          """)
        #expect(small.items?.isEmpty == true, "\(name): \(small)")
      }
    }
  }

  @Test(
    "the style sheet is taken, nothing is against the policy, and no text from outside becomes markup",
    .enabled(if: Chromium.executable != nil, noBrowser))
  func policy() async throws {
    try await withBrowser { page, root in
      for (name, _) in SamplePages.all {
        try await page.go(to: root + name)
        #expect(try await page.evaluate("document.styleSheets.length") == .number(1), "\(name)")
        #expect(try await page.evaluate("document.querySelectorAll('script').length") == .number(0), "\(name)")
      }
      // Scripts are off the page by policy; what the tools of the browser report would be a break of it.
      _ = try await page.evaluate("0")
      let reports = page.browser.events.filter { $0["method"]?.text == "Log.entryAdded" }
      #expect(reports.isEmpty)
      try await page.go(to: root + "pipeline")
      let title = try await page.evaluate(
        "[...document.querySelectorAll('.list a.title')].map(e => e.textContent).find(t => t.startsWith('Acme'))")
      #expect(title.text == "Acme <script>alert(1)</script> & Sons")
    }
  }

  @Test("the first press of Tab leads past the bar to the content", .enabled(if: Chromium.executable != nil, noBrowser))
  func keyboard() async throws {
    try await withBrowser { page, root in
      try await page.show(width: 1280, height: 900, .light)
      try await page.go(to: root + "record")
      for type in ["keyDown", "keyUp"] {
        try await page.send(
          "Input.dispatchKeyEvent",
          BrowserPage.members([
            "type": .string(Text(type)), "key": .string("Tab"), "code": .string("Tab"),
            "windowsVirtualKeyCode": .number(9),
          ]))
      }
      #expect(try await page.evaluate("document.activeElement.textContent") == .string("Skip to the content"))
      #expect(try await page.evaluate("document.activeElement.getBoundingClientRect().left >= 0") == .boolean(true))
    }
  }
}
