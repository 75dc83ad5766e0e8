import FEEL
import Testing

@testable import Store

@Suite("SQLite store: what is asked often goes along an index")
struct PlanTests {
  @Test("claiming finds what is due, and what is before it, by index")
  func claiming() async throws {
    let store = try await Engine.sqlite.store()
    let plan = try await store.read { reading in
      try reading.list(
        """
        EXPLAIN QUERY PLAN SELECT e.id FROM effect AS e
        WHERE e.connection = $1 AND e.kind = $2 AND e.is_open = 1 AND e.due <= $3
          AND NOT EXISTS (
            SELECT 1 FROM effect AS earlier
            WHERE earlier.connection = e.connection AND earlier.record_kind = e.record_kind
              AND earlier.record_id = e.record_id AND earlier.is_open = 1
              AND (earlier.place, earlier.id) < (e.place, e.id))
        ORDER BY e.due, e.place, e.id LIMIT $4
        """, values("c", "k", 1, 1)
      ) { columns in
        for _ in 1...3 { _ = try columns.next() as Int }
        return try columns.next() as String
      }
    }
    #expect(plan.contains { $0.contains("effect_due (connection=? AND kind=? AND due<?)") }, "\(plan)")
    #expect(plan.contains { $0.contains("effect_order (connection=? AND record_kind=? AND record_id=?") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test("figures look at nothing that is over")
  func counting() async throws {
    let store = try await Engine.sqlite.store()
    let plan = try await store.read { reading in
      try reading.list(
        """
        EXPLAIN QUERY PLAN
        SELECT connection, kind, state, count(*), min(created_at) FROM effect WHERE is_open = 1
        GROUP BY connection, kind, state
        UNION ALL
        SELECT connection, kind, 'dead', count(*), min(created_at) FROM effect WHERE state = 'dead'
        GROUP BY connection, kind
        """
      ) { columns in
        for _ in 1...3 { _ = try columns.next() as Int }
        return try columns.next() as String
      }
    }
    #expect(plan.contains { $0.contains("COVERING INDEX effect_due") }, "\(plan)")
    #expect(plan.contains { $0.contains("COVERING INDEX effect_dead") }, "\(plan)")
  }
}
