public import FEEL
internal import Sales
public import Store

extension Application {
  /// How long a session lasts: twelve hours.
  public static let sessionLength: Int64 = 43_200_000
  /// How long a one-time link can be used: ten minutes.
  public static let linkLength: Int64 = 600_000

  /// The person of an API token or a session.
  ///
  /// - Throws: `notSignedIn` for anything else: unknown, expired, revoked, a link, a person who left the policy.
  public func person(token: String) async throws(ServiceError) -> Person {
    let now = time.now()
    let hash = TokenText.hash(token)
    let version = try await directoryVersion()
    if let known = knownPeople.person(hash, version, at: now) { return known }
    let (person, until) = try await reading { [self] reading in
      guard let found = try reading.token(hash: hash), found.kind != "link" else { throw Self.notSignedIn }
      let person = try holder(of: found, now: now, in: reading)
      return (person, min(found.expiresAt ?? .max, try reading.nextActivation(after: now) ?? .max))
    }
    knownPeople.remember(person, hash, version, at: now, until: until)
    return person
  }

  /// Opens a session for an API token or a one-time link; the link is used up by it.
  public func signIn(token: String) async throws(ServiceError) -> Session {
    let now = time.now()
    let made = TokenText.make(.session, time)
    let id = time.identifier()
    let hash = TokenText.hash(token)
    return try await writing { [self] transaction in
      guard let found = try transaction.token(hash: hash), found.kind != "session" else { throw Self.notSignedIn }
      let person = try holder(of: found, now: now, in: transaction)
      if found.kind == "link", try transaction.useLink(hash: hash, at: now) == nil { throw Self.notSignedIn }
      // A session ends with the token that opened it; a link is used up by then.
      let longest = now + Self.sessionLength
      let expires = found.kind == "link" ? longest : min(longest, found.expiresAt ?? longest)
      try transaction.insertToken(
        AccessToken(
          id: id, hash: TokenText.hash(made), person: found.person, name: "session", role: found.role,
          unit: found.unit, createdAt: now,
          expiresAt: expires, kind: "session"))
      try audit("session.opened", subject: "person/\(person.id)", by: person, payload: [], at: now, in: transaction)
      return Session(token: made, person: person, expiresAt: expires)
    }
  }

  /// Ends a session; one that has ended already stays so.
  public func signOut(session: String) async throws(ServiceError) {
    let now = time.now()
    let hash = TokenText.hash(session)
    try await writing { transaction in
      guard let found = try transaction.token(hash: hash), found.kind == "session" else { return }
      _ = try transaction.revokeToken(found.id, at: now)
    }
  }

  /// Makes an API token; its text is shown once and stored as a hash only.
  ///
  /// - Parameters:
  ///   - role: for somebody who is not in the policy, such as the first admin.
  ///   - expiresAt: epoch milliseconds; nil: until it is revoked.
  public func makeToken(
    for person: Text, name: Text, role: Role? = nil, expiresAt: Int64? = nil, by: Person? = nil
  ) async throws(ServiceError) -> (id: String, token: String) {
    if let by { try allow(by, .manageTokens) }
    let now = time.now()
    let made = TokenText.make(.api, time)
    let id = time.identifier()
    try await writing { [self] transaction in
      if role == nil {
        let people = try inForce(at: now, in: transaction).loaded.definition.policy.people
        guard people.contains(where: { $0.id == person }) else {
          throw ServiceError(
            .invalid, code: "no-person",
            "The policy in force knows no \(EnvelopeCheck.shown(person.string)). Add the person to rules/policy.yaml and activate it."
          )
        }
      }
      try transaction.insertToken(
        AccessToken(
          id: id, hash: TokenText.hash(made), person: person, name: name, role: role.map { Text($0.rawValue) },
          createdAt: now, expiresAt: expiresAt, kind: "api"))
      try audit("token.made", subject: "token/\(id)", by: by, payload: person.bytes, at: now, in: transaction)
    }
    return (id, made)
  }

  /// Whether the policy in force has a person of that id; false while none is in force.
  public func knows(person: Text) async throws(ServiceError) -> Bool {
    do throws(ServiceError) {
      return try await current(at: time.now()).loaded.definition.policy.people.contains { $0.id == person }
    } catch {
      if error.code == "no-playbook" { return false }
      throw error
    }
  }

  /// A link that signs a person in once.
  public func makeLink(for person: Text, role: Role? = nil) async throws(ServiceError) -> String {
    let now = time.now()
    let made = TokenText.make(.link, time)
    let id = time.identifier()
    try await writing { transaction in
      try transaction.insertToken(
        AccessToken(
          id: id, hash: TokenText.hash(made), person: person, name: "link", role: role.map { Text($0.rawValue) },
          createdAt: now, expiresAt: now + Self.linkLength, kind: "link"))
    }
    return made
  }

  /// The tokens of the API, without their texts.
  public func tokens() async throws(ServiceError) -> [AccessToken] {
    try await reading { try $0.tokens(kind: "api") }
  }

  /// Gives a token a new text; whoever has the old one is signed out at once, or after a while.
  ///
  /// - Parameters:
  ///   - expiresAt: the end of the new text, epoch milliseconds; nil: none.
  ///   - grace: how long the old text goes on, milliseconds.
  /// - Returns: the new text, shown once, and the person's id; nil: there is no such token that was not revoked.
  public func rotateToken(
    _ id: String, expiresAt: Int64?, grace: Int64 = 0, by: Person? = nil
  ) async throws(ServiceError) -> (token: String, person: Text)? {
    if let by { try allow(by, .manageTokens) }
    let now = time.now()
    let made = TokenText.make(.api, time)
    return try await writing { [self] transaction in
      guard let known = try transaction.token(id: id), known.kind == "api", !id.hasSuffix("/old"),
        let token = try transaction.rotateToken(
          id, hash: TokenText.hash(made), expiresAt: expiresAt, oldUntil: grace > 0 ? now + grace : nil, at: now)
      else { return nil }
      if grace <= 0 { try endSessions(of: token.person, at: now, in: transaction) }
      try audit("token.rotated", subject: "token/\(id)", by: by, payload: token.person.bytes, at: now, in: transaction)
      return (made, token.person)
    }
  }

  private func endSessions(of person: Text, at now: Int64, in transaction: StoreTransaction) throws {
    for session in try transaction.validTokens(at: now, of: person) where session.kind == "session" {
      _ = try transaction.revokeToken(session.id, at: now)
    }
  }

  /// Revokes a token and everything that was signed in by the same person's sessions.
  ///
  /// - Returns: whether there was such a token.
  public func revokeToken(_ id: String, by: Person? = nil) async throws(ServiceError) -> Bool {
    if let by { try allow(by, .manageTokens) }
    let now = time.now()
    return try await writing { [self] transaction in
      guard let token = try transaction.token(id: id), token.kind == "api" else { return false }
      guard try transaction.revokeToken(id, at: now) else { return false }
      try endSessions(of: token.person, at: now, in: transaction)
      try audit("token.revoked", subject: "token/\(id)", by: by, payload: token.person.bytes, at: now, in: transaction)
      return true
    }
  }

  static let notSignedIn = ServiceError(
    .notSignedIn, code: "not-signed-in", "Sign in with a token; this one is unknown, expired or revoked.")

  private func holder(of token: AccessToken, now: Int64, in reading: StoreReading) throws -> Person {
    guard token.revokedAt == nil, token.expiresAt.map({ $0 > now }) ?? true else { throw Self.notSignedIn }
    if let role = token.role.flatMap({ Role(rawValue: $0.string) }) {
      return Person(
        id: token.person, role: role, unit: nil, owners: role.reach == .all ? nil : [token.person],
        names: [token.person])
    }
    // A playbook that is missing or cannot be read says nothing about this person: that is no wrong token.
    guard let person = Person(token.person, try inForce(at: now, in: reading).loaded.definition.policy) else {
      throw Self.notSignedIn
    }
    // Whoever left has no token any more, also after coming back.
    guard try stayed(token.person, since: token.createdAt, until: now, in: reading) else { throw Self.notSignedIn }
    return person
  }
}

extension Person {
  /// A person as the policy describes them; nil: they are not in it.
  init?(_ id: Text, _ policy: PolicyDefinition) {
    guard let definition = policy.people.first(where: { $0.id == id }),
      let role = Role(rawValue: definition.role.string)
    else { return nil }
    let names = definition.names
    let owners: [Text]?
    switch role.reach {
    case .all: owners = nil
    case .own: owners = names
    case .unit:
      guard let unit = definition.unit else {
        owners = names
        break
      }
      let units = Self.below(unit, policy)
      owners = policy.people.filter { $0.unit.map(units.contains) ?? false || $0.id == id }.flatMap(\.names)
    }
    self.init(id: id, role: role, unit: definition.unit, owners: owners, names: names)
  }

  /// The unit and all below it; a loop among units ends.
  private static func below(_ unit: Text, _ policy: PolicyDefinition) -> Set<Text> {
    var found: Set<Text> = [unit]
    var count = 0
    while count != found.count {
      count = found.count
      for unit in policy.units where unit.parent.map(found.contains) ?? false { found.insert(unit.id) }
    }
    return found
  }
}

extension PersonDefinition {
  /// How records name this person as their owner.
  var names: [Text] { owner.map { [$0, id] } ?? [id] }
}
