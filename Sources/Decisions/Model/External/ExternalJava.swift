public import FEEL

/// The functions of Java that models may name (DMN 1.5 §10.3.2.13.3): pure ones of `java.lang`, evaluated here.
///
/// There is no Java: a class and a method signature are looked up in a list. What is not on it is null, with a message.
public enum ExternalJava {
  /// All of them.
  public static let functions = ExternalFunctions { mapping, parameters in function(mapping, parameters) }

  private static func function(_ mapping: Context, _ parameters: [FunctionParameter]) -> HostFunction? {
    guard case .context(let java)? = mapping["java"], case .string(let name)? = java["class"],
      case .string(let text)? = java["method signature"], let signature = JavaSignature(text),
      signature.takes(parameters.count), let method = method(name, signature)
    else { return nil }
    return HostFunction(name + "." + signature.text) { arguments, surroundings in
      var converted: [JavaValue] = []
      for (place, argument) in arguments.enumerated() {
        guard let value = JavaValue(argument, as: signature.type(at: place)) else {
          surroundings.failure = "argument \(place + 1) is no \(signature.type(at: place).name) of Java"
          return .null
        }
        converted.append(value)
      }
      guard let result = method(converted)?.value else {
        surroundings.failure = "the Java function `\(name).\(signature.text)` has no result for these arguments"
        return .null
      }
      return result
    }
  }

  /// What a method does; nil if it is not on the list.
  static func method(_ name: Text, _ signature: JavaSignature) -> JavaMethod? {
    switch name {
    case "java.lang.Math", "java.lang.StrictMath": JavaMath.method(signature)
    case "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long":
      JavaNumbers.whole(JavaType(boxed: name), signature)
    case "java.lang.Float", "java.lang.Double": JavaNumbers.fraction(JavaType(boxed: name), signature)
    case "java.lang.Boolean": JavaTexts.boolean(signature)
    case "java.lang.String": JavaTexts.string(signature)
    case "java.lang.Character": JavaTexts.character(signature)
    default: nil
    }
  }
}

/// What a method does with arguments of its parameters' types; nil if it throws.
typealias JavaMethod = @Sendable ([JavaValue]) -> JavaValue?
