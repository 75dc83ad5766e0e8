import ArgumentParser

@main
struct SandboxCRM: ParsableCommand {}
