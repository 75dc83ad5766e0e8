public import Sales

extension PlaybookDefinition {
  /// The same definitions in another order, wherever order has no meaning.
  public func shuffled(_ random: inout SeededRandom) -> PlaybookDefinition {
    var shuffled = self
    shuffled.kinds = random.shuffled(kinds)
    shuffled.assessments = random.shuffled(assessments)
    shuffled.pipelines = random.shuffled(pipelines)
    shuffled.facts = random.shuffled(facts)
    shuffled.sentences = random.shuffled(sentences)
    shuffled.policy.people = random.shuffled(policy.people)
    shuffled.policy.units = random.shuffled(policy.units)
    return shuffled
  }
}
