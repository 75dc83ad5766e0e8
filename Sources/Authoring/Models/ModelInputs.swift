public import Decisions
public import FEEL

/// The values of a model's inputs as people write them: where a date, a time or a duration is declared, its text will do.
public struct ModelInputs: Sendable {
  /// The values that were read, in their order.
  public private(set) var inputs: [ModelInput] = []
  /// What does not fit, each with its place: `order.day must be a date such as "2026-01-31", but is "soon"`.
  public private(set) var problems: [String] = []

  /// Reads an object of which the members are inputs, or decisions whose value is given.
  public init(_ json: JSON, for model: DecisionModel) {
    guard let members = json.members, json["@type"] == nil else {
      problems = ["the inputs must be an object: {\"name\": value}"]
      return
    }
    for member in members {
      let input = model.inputs.first { $0.name == member.name }
      if input == nil, !model.decisions.contains(member.name) {
        let near = suggestions(for: member.name, among: model.inputs.map(\.name) + model.decisions)
        problems.append(
          "the model has no input `\(member.name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
        continue
      }
      let value = value(member.value, input?.type ?? .any, place: member.name.string, depth: 0)
      inputs.append(ModelInput(member.name, value))
    }
  }

  private mutating func value(_ json: JSON, _ type: FeelType, place: String, depth: Int) -> Value {
    guard depth < 200 else {
      problems.append("\(place) is nested too deeply")
      return .null
    }
    switch (json, type) {
    case (.string(let text), .date), (.string(let text), .time), (.string(let text), .dateTime),
      (.string(let text), .monthsDuration), (.string(let text), .daysDuration):
      do throws(ConversionError) {
        return try Value(.string(text), as: type, law: .standard)
      } catch {
        problems.append("\(place) \(error.message)")
        return .null
      }
    case (.array(let items), .list(let item)):
      return .list(
        items.enumerated().map { value($1, item, place: "\(place)[\($0 + 1)]", depth: depth + 1) })
    case (.object(let members), .context(let entries)) where json["@type"] == nil:
      let values = members.map { member in
        let type = entries.first { $0.name == member.name }?.type ?? .any
        return value(member.value, type, place: "\(place).\(member.name)", depth: depth + 1)
      }
      return .context(Context(shape: Shape(members.map(\.name)), values: values))
    default:
      do throws(TypedValueError) {
        return try Value(typed: json)
      } catch {
        problems.append("\(place): \(error)")
        return .null
      }
    }
  }
}
