import Testing

/// The stories as a user meets them: the program, the server and the CRM as processes on loopback. One after the other,
/// since most measure what happens within a time.
@Suite("Acceptance", .serialized) enum Acceptance {}
