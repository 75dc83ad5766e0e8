public import Service

/// What the doors ask. Under a name of its own, for the library that serves HTTP has an `Application` too.
public typealias UseCases = Application
