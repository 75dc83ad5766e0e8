import FEEL
import Foundation
import Hummingbird
import Service
import Testing

@testable import Web

/// A rep with a phone, from the deal to the verdict, in a real browser and without any script of ours.
@Suite("An assessment in a browser", .serialized, .timeLimit(.minutes(5)))
struct AssessmentInBrowserTests {
  @Test(
    "is filled in from My deals with three taps and a number, and its verdict is on the next page",
    .enabled(if: Chromium.executable != nil, "neither chromium-headless-shell nor chromium is installed"))
  func journey() async throws {
    let application = try await TestDoor.application()
    let token = try await application.makeToken(for: "dewi", name: "test").token
    try await withServing { told in
      try await TestDoor.make(application: application, whenRunning: told).run()
    } _: { port in
      let browser = try Chromium(try #require(Chromium.executable))
      do {
        try await fillIn(try await BrowserPage.open(in: browser), "http://127.0.0.1:\(port)", token)
      } catch {
        await browser.close()
        throw error
      }
      await browser.close()
    }
    await TestDoor.discard(application)
  }

  private func fillIn(_ page: BrowserPage, _ root: String, _ token: String) async throws {
    try await page.show(width: 390, height: 844, .light)
    try await page.go(to: root + "/sign-in?to=%2Fmy-deals")
    try await page.tap("input[name=credential]")
    try await page.type(token)
    try await page.tap("main button")
    try await page.loaded()
    #expect(try await page.evaluate("document.querySelector('h1').textContent") == .string("My deals"))
    #expect(try await page.evaluate("document.querySelector('.deals h2').textContent") == .string("Anggrek Hotels"))

    try await page.tap(".deals a.button")
    try await page.loaded()
    #expect(try await page.evaluate("document.scripts.length") == .number(0))
    try await page.tap("#question-1")
    try await page.type("6.5")
    try await page.tap("#question-2 label")
    #expect(try await page.evaluate("document.querySelector('#question-2 input').checked") == .boolean(true))
    try await page.tap("button[value=send]")
    try await page.loaded()
    #expect(try await page.evaluate("location.pathname") == .string("/records/opportunity/D-100"))
    let told = try await page.evaluate("document.querySelector('[role=status]').textContent").text?.string ?? ""
    #expect(told.hasPrefix("Sent; recorded: the evidence carries it to Discovery"), "\(told)")

    try await page.tap(".action a[href$=ProspectingAssessment]")
    try await page.loaded()
    #expect(
      try await page.evaluate("document.querySelector('#question-1').value") == .string("6.5"),
      "the next sheet begins with these answers")
  }
}

extension BrowserPage {
  /// Taps the middle of an element, as a finger does.
  func tap(_ selector: String) async throws {
    let place = try await evaluate(
      """
      (() => {
        const element = document.querySelector(\(String(decoding: JSON.string(Text(selector)).bytes, as: UTF8.self)));
        element.scrollIntoView({block: 'center'});
        const box = element.getBoundingClientRect();
        return {x: box.left + box.width / 2, y: box.top + box.height / 2};
      })()
      """)
    for type in ["mousePressed", "mouseReleased"] {
      try await send(
        "Input.dispatchMouseEvent",
        Self.members([
          "type": .string(Text(type)), "x": place["x"] ?? .null, "y": place["y"] ?? .null, "button": .string("left"),
          "clickCount": .number(1),
        ]))
    }
  }

  /// Types into what has the focus.
  func type(_ text: String) async throws {
    try await send("Input.insertText", Self.members(["text": .string(Text(text))]))
  }
}
