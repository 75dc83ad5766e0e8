public import FEEL

/// Somebody who is signed in, as the playbook in force describes them.
public struct Person: Sendable, Hashable {
  /// As in `policy.yaml`.
  public var id: Text
  /// What the person may do.
  public var role: Role
  /// The unit that the person belongs to; nil: none.
  public var unit: Text?
  /// The owners (as records name them) whose records this person may see; nil: all.
  public var owners: [Text]?
  /// How this person's own records name them: the CRM's id, and the policy's for records from files.
  public var names: [Text]

  /// A person as a playbook describes them.
  public init(id: Text, role: Role, unit: Text?, owners: [Text]?, names: [Text]) {
    self.id = id
    self.role = role
    self.unit = unit
    self.owners = owners
    self.names = names
  }

  /// Whether this person may do that at all.
  public func may(_ permission: Role.Permission) -> Bool { role.permissions.contains(permission) }

  /// Whether a record of this owner is within this person's reach. A record without an owner is for those who see all.
  public func sees(owner: Text?) -> Bool {
    guard let owners else { return true }
    guard let owner else { return false }
    return owners.contains(owner)
  }
}
