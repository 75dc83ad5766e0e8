internal import Service

/// Who may take a route.
enum Access: Sendable, Hashable {
  /// Everybody: what is there holds nothing of anybody.
  case open
  /// Whoever is signed in.
  case signedIn
  case permission(Role.Permission)
  /// Those who may read metrics, and this machine itself where the set-up says so.
  case metrics

  /// Whether somebody in that role may pass; nil: nobody is signed in.
  func admits(_ role: Role?) -> Bool {
    switch self {
    case .open: true
    case .signedIn: role != nil
    case .permission(let permission): role?.permissions.contains(permission) ?? false
    case .metrics: role?.permissions.contains(.readMetrics) ?? false
    }
  }
}
