import FEEL
import Testing

@Test func debugSeed() {
  let scope = Scope([
    .init("close date", .slot(0, .date)), .init("stage", .slot(1, .string)), .init("b", .slot(2, .boolean)),
    .init("acts", .slot(3, .list(.context([.init("date", .date)])))), .init("n", .slot(4, .number)),
  ])
  for text in [
    "close date > today()", "not(close date + @\"P1M\" > today())", "b and (not(close date > today()))",
    "b and (close date > today())", "(close date > today())", "stage = \"A\" and (close date > today())",
    "if b then close date > today() else b", "b and not(close date > today())",
    "if n > 3 then close date.month = 3 else b", "if n > 3 then close date > today() else b",
    "if (n > 3) then close date > today() else b", "n > 3 and close date > today()",
    "(n > 3) and (close date > today())", "acts[1].date > today() and close date > today()",
    "b and (b) and (close date > today())",
  ] as [Text] {
    let e = Expression(text, scope: scope)
    print(text, e.compiled.diagnostics.filter { $0.severity == .error }.map { $0.message })
  }
}
