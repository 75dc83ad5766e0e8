import Glibc

/// Writes a playbook of many rules: ten assessments, facts in chains, and rules that read them.
enum RulePlaybook {
  static func write(to folder: String, rules: Int) {
    for path in [folder, folder + "/rules", folder + "/rules/pipelines", folder + "/assessments"] { mkdir(path, 0o755) }
    let stages = (1...8).map { "Stage \($0)" }
    write(
      "pipeline: Deals\nkind: opportunity\nstages:\n"
        + stages.enumerated().map { "  - {name: \($1), status: open, probability: \(10 * ($0 + 1))}\n" }.joined()
        + "  - {name: Closed Won, status: won, probability: 100}\n  - {name: Closed Lost, status: lost, probability: 0}\n",
      to: folder + "/rules/pipelines/deals.yaml")
    let attributes = (1...20).map { "      number_\($0): number\n" }.joined()
    write(
      "records:\n  opportunity:\n    money: amount\n    attributes:\n      amount: number\n      region: string\n"
        + attributes, to: folder + "/rules/records.yaml")
    write("zone: UTC\ncurrency: USD\n", to: folder + "/rules/policy.yaml")
    for number in 1...10 {
      var text = "assessment: Sheet\(number)\nversion: 1\ntitle: Sheet \(number)\nstage: \(stages[(number - 1) % 8])\n"
      text += "score: raw\nquestions:\n"
      for question in 1...10 {
        text += "  - id: q\(question)\n    ask: Question \(question)?\n    type: choice\n    options:\n"
        for option in 0..<4 { text += "      - {id: o\(option), label: Option \(option), points: \(option * 3)}\n" }
      }
      write(text, to: folder + "/assessments/sheet\(number).yaml")
    }
    write((0..<rules).map { sentence($0, stages) }.joined(), to: folder + "/rules/all.rules")
  }

  private static func sentence(_ number: Int, _ stages: [String]) -> String {
    let sheet = number % 10 + 1
    let attribute = number % 20 + 1
    switch number % 5 {
    case 0:
      let stage = number / 5 % 7
      return
        "if Sheet\(stage + 1).Score > \(30 + number % 40) and fact_\(number % 15) != 3 then upgrade to \(stages[stage + 1])\n"
    case 1: return "if number_\(attribute) > \(number) then set fact_\(number % 15) to \(number % 15)\n"
    case 2:
      return "if Sheet\(sheet).Percent between 20 and \(40 + number % 60) then add \(number % 7) to sum_\(number % 9)\n"
    case 3: return "if region in (\"NA\", \"EMEA\") and amount >= \(number * 1000) then flag \"large \(number)\"\n"
    default: return "if sum_\((number - 2) % 9) > 5 or number_\(attribute) < 0 then ask Sheet\(sheet)\n"
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else {
      print("cannot write \(path)")
      exit(73)
    }
    fputs(text, file)
    fclose(file)
  }
}
