import Testing

@testable import FEEL

/// What an author is told of a text that is no pattern: what is wrong, and at which character.
@Suite struct `What is wrong with a pattern` {
  @Test(arguments: [
    ("a**", "there is nothing here that could be repeated", 3),
    ("a(b", "this parenthesis is never closed", 2),
    ("ab)", "this parenthesis was never opened", 3),
    ("x[abc", "this bracket is never closed", 2),
    ("x[]", "a character class cannot be empty", 2),
    ("a]", "a bracket that stands for itself needs a backslash before it", 2),
    ("[z-a]", "this range ends before it starts", 4),
    ("[a-\\d]", "a range ends with a single character", 4),
    ("[--z]", "a hyphen that starts a range needs a backslash before it", 2),
    ("\\p{Xx}", "Unicode has no category of this name", 4),
    ("\\p{IsFoo}", "Unicode has no block of this name", 4),
    ("\\p{Lu", "this brace is never closed", 3),
    ("a\\", "a backslash is the last character", 2),
    ("éé\\h", "this character needs and has no backslash before it", 3),
    ("a{2,1}", "2 to 1 repetitions cannot be: the first number is the greater one", 6),
    ("a{,1}", "a number of repetitions is missing here", 3),
    ("(a)\\2", "there is no group 2 before this back-reference", 5),
    ("(a\\1)", "a back-reference cannot stand inside its own group 1", 4),
    ("(a)[\\1]", "a back-reference cannot stand in a character class", 5),
    ("(?=a)", "only `(?:` may follow an opening parenthesis with a question mark", 3),
  ]) func `is told with its place`(pattern: String, message: String, place: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(Text(pattern)) }
    #expect(error?.message.string == message)
    #expect(error?.place == place, "\(pattern)")
  }

  @Test func `places count the blanks that flag x leaves out`() {
    let error = #expect(throws: PatternError.self) { try Pattern("a b * *", flags: .ignoresBlanks) }
    #expect(error?.place == 7)
  }

  @Test func `reaches whoever evaluates it`() {
    let scope = Scope([Scope.Variable("p", .slot(0, .string))])
    let expression = Expression("matches(\"a\", p)", scope: scope, law: .standard)
    let notes = expression.evaluate([.string("a(")], clock: Clock(epochMilliseconds: 0, offsetSeconds: 0)).notes
    #expect(notes.map(\.message) == ["matches: this parenthesis is never closed (character 2 of the pattern)"])
    #expect(
      Expression("matches(\"a\", \"a(\")", law: .standard).compiled.diagnostics.map(\.message.string) == [
        "this is always null: matches: this parenthesis is never closed (character 2 of the pattern)"
      ])
  }
}
