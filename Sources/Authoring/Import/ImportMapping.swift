internal import FEEL
internal import Sales

/// Which column of a file becomes what in a record; see `ImportMappingReader` for the file that says it.
struct ImportMapping {
  /// Where a value comes from.
  struct Column {
    /// The column's name; nil if the value is the same for every row.
    var name: Text?
    /// The value for every row.
    var constant: Text?
    /// What a cell says, and what is read instead; an empty text means that nothing was said.
    var aliases: [Text: Text] = [:]
    /// How days are written.
    var format: DayFormat?
    /// Its place in the mapping.
    var start: Int
  }

  /// The id of a record.
  enum Identity {
    case column(Column)
    /// The number of the row, from 1.
    case row
  }

  /// What another file adds to a row.
  struct Join {
    var file: Text
    var fileStart: Int
    /// The column here, and the one there that holds the same.
    var here: Column
    var there: Text
    var thereStart: Int
    var separator: UInt8
    var attributes: [(name: Text, column: Column)]
    /// Every column there becomes an attribute of its name with this before it.
    var prefix: Text?
  }

  /// The answers that a row gives to one assessment.
  struct Sheet {
    var assessment: AssessmentDefinition
    var captured: Column?
    var answers: [(question: QuestionDefinition, column: Column)]
  }

  var kind: RecordKindDefinition
  var pipeline: PipelineDefinition?
  var separator = UInt8(ascii: ",")
  /// JSON, one object a line; nil: by the name of the file.
  var isLineDelimited: Bool?
  var identity: Identity
  var stage: Column?
  var owner: Column?
  /// A column that must name the policy's currency.
  var currency: Column?
  var numbers = NumberFormat()
  var attributes: [(name: Text, column: Column)] = []
  var joins: [Join] = []
  var sheets: [Sheet] = []

  /// Every column of the file that is used.
  var columns: [Column] {
    var columns = [stage, owner, currency].compactMap { $0 }
    if case .column(let column) = identity { columns.append(column) }
    columns += attributes.map(\.column) + joins.map(\.here)
    for sheet in sheets { columns += [sheet.captured].compactMap { $0 } + sheet.answers.map(\.column) }
    return columns
  }
}
