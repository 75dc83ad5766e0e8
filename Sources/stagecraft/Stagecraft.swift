import ArgumentParser

@main
struct Stagecraft: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Makes the stage of a deal follow the evidence.")
}
