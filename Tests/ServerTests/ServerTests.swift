import Testing

/// Tests of the whole as processes. One after the other: each of them fills the machine.
@Suite("Server, worker and CRM as processes", .serialized)
struct ServerTests {}
