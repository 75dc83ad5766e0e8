public import FEEL

/// The CRM's own fields of a kind of record in which its people see what the evidence says; nil: they do not.
public struct OutcomeFields: Hashable, Sendable {
  /// The stage that is carried for certain.
  public var least: Text?
  /// `level`, `behind`, `unproven`, `ahead`.
  public var verdict: Text?
  /// The money as carried for certain less the money as stated, in the policy's currency.
  public var difference: Text?
  /// The address of the record's page.
  public var link: Text?

  /// Makes fields by the names that the CRM has for them; one that is nil is not written.
  public init(least: Text? = nil, verdict: Text? = nil, difference: Text? = nil, link: Text? = nil) {
    self.least = least
    self.verdict = verdict
    self.difference = difference
    self.link = link
  }

  /// Those that are named, in a fixed order.
  public var names: [Text] {
    var names: [Text] = []
    if let least { names.append(least) }
    if let verdict { names.append(verdict) }
    if let difference { names.append(difference) }
    if let link { names.append(link) }
    return names
  }

  /// What the fields are to hold after a decision, in the order of `names`. Outside the climb, e.g. once the record is
  /// closed, the evidence says nothing: all but the link are empty then.
  ///
  /// - Parameters:
  ///   - money: the record's; without it there is no difference.
  ///   - pipeline: the record's.
  ///   - page: the address of the record's page; without it the link is left as it is.
  public func values(
    of decision: Decision, money: Decimal34?, in pipeline: PipelineDefinition?, page: Text?
  ) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if let least { members.append(JSON.Member(least, text(decision.supported?.least))) }
    if let verdict { members.append(JSON.Member(verdict, text(decision.verdict?.word))) }
    if let difference {
      let stated = stage(decision.stated, pipeline)
      let least = stage(decision.supported?.least, pipeline)
      let value = Self.difference(money, stated: stated?.probability, least: least?.probability)
      members.append(JSON.Member(difference, value.map { .number($0) } ?? .null))
    }
    if let link, let page { members.append(JSON.Member(link, .string(page))) }
    return members
  }

  private func text(_ text: Text?) -> JSON { text.map { .string($0) } ?? .null }

  private func stage(_ name: Text?, _ pipeline: PipelineDefinition?) -> StageDefinition? {
    guard let name else { return nil }
    return pipeline?.stages.first { $0.name == name }
  }

  /// With two digits after the point, as CRMs keep money.
  private static func difference(_ money: Decimal34?, stated: Decimal34?, least: Decimal34?) -> Decimal34? {
    guard let stated = PipelineReport.weighted(money, stated), let least = PipelineReport.weighted(money, least),
      let difference = least.subtracting(stated)
    else { return nil }
    return difference.rounded(toScale: 2, .halfEven)
  }
}
