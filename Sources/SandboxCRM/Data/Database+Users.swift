extension Database {
  /// The user with this id or username; a username that nobody has makes a new user.
  mutating func user(named text: String, context: WriteContext) throws(APIFailure) -> RecordID {
    guard let users = schema.object("User"), let username = users.field("Username") else { throw .notFound }
    if let id = RecordID(text), id.prefix == users.prefix { return try row(text, of: users).id }
    if let id = ids(of: users, where: username, is: text).first { return id }
    let id = nextID(of: users)
    var row = Row(
      id: id, object: users.name, values: [username.name: .text(text)], created: context.stamp, createdBy: id,
      modified: context.stamp, modifiedBy: id)
    complete(&row, of: users, context: context)
    put(row, of: users)
    return id
  }
}
