import FEEL
import Testing

/// The built-in functions of DMN 1.5 tables 72 to 81, with the names of their parameters: what a call by name may say.
@Suite struct `The standard's list of functions` {
  static let functions: [(name: Text, signatures: [[Text]])] = [
    // Table 72: conversion
    ("date", [["from"], ["year", "month", "day"]]),
    ("date and time", [["from"], ["date", "time"]]),
    ("time", [["from"], ["hour", "minute", "second"], ["hour", "minute", "second", "offset"]]),
    ("number", [["from"], ["from", "grouping separator", "decimal separator"]]),
    ("string", [["from"]]), ("duration", [["from"]]), ("years and months duration", [["from", "to"]]),
    ("range", [["from"]]),
    // Table 73: boolean
    ("not", [["negand"]]),
    // Table 74: string (patterns are tested where they are)
    ("substring", [["string", "start position"], ["string", "start position", "length"]]),
    ("string length", [["string"]]), ("upper case", [["string"]]), ("lower case", [["string"]]),
    ("substring before", [["string", "match"]]), ("substring after", [["string", "match"]]),
    ("contains", [["string", "match"]]), ("starts with", [["string", "match"]]), ("ends with", [["string", "match"]]),
    ("string join", [["list"], ["list", "delimiter"]]),
    // Table 75: list
    ("list contains", [["list", "element"]]), ("count", [["list"]]), ("min", [["list"]]), ("max", [["list"]]),
    ("sum", [["list"]]), ("mean", [["list"]]), ("all", [["list"]]), ("any", [["list"]]),
    ("sublist", [["list", "start position"], ["list", "start position", "length"]]),
    ("append", [["list", "item"]]), ("concatenate", [["list"]]),
    ("insert before", [["list", "position", "newItem"]]), ("remove", [["list", "position"]]),
    ("list replace", [["list", "position", "newItem"], ["list", "match", "newItem"]]),
    ("reverse", [["list"]]), ("index of", [["list", "match"]]), ("union", [["list"]]), ("distinct values", [["list"]]),
    ("flatten", [["list"]]), ("product", [["list"]]), ("median", [["list"]]), ("stddev", [["list"]]),
    ("mode", [["list"]]),
    // Table 76: numeric
    ("decimal", [["n", "scale"]]), ("floor", [["n"], ["n", "scale"]]), ("ceiling", [["n"], ["n", "scale"]]),
    ("round up", [["n", "scale"]]), ("round down", [["n", "scale"]]), ("round half up", [["n", "scale"]]),
    ("round half down", [["n", "scale"]]), ("abs", [["n"]]), ("modulo", [["dividend", "divisor"]]),
    ("sqrt", [["number"]]), ("log", [["number"]]), ("exp", [["number"]]), ("odd", [["number"]]), ("even", [["number"]]),
    // Tables 77 and 78: date and time
    ("now", [[]]), ("today", [[]]), ("is", [["value1", "value2"]]),
    // Table 79: ranges
    ("before", [["point1", "point2"], ["point", "range"], ["range", "point"], ["range1", "range2"]]),
    ("after", [["point1", "point2"], ["point", "range"], ["range", "point"], ["range1", "range2"]]),
    ("meets", [["range1", "range2"]]), ("met by", [["range1", "range2"]]), ("overlaps", [["range1", "range2"]]),
    ("overlaps before", [["range1", "range2"]]), ("overlaps after", [["range1", "range2"]]),
    ("finishes", [["point", "range"], ["range1", "range2"]]),
    ("finished by", [["range", "point"], ["range1", "range2"]]),
    ("includes", [["range", "point"], ["range1", "range2"]]), ("during", [["point", "range"], ["range1", "range2"]]),
    ("starts", [["point", "range"], ["range1", "range2"]]),
    ("started by", [["range", "point"], ["range1", "range2"]]),
    ("coincides", [["point1", "point2"], ["range1", "range2"]]),
    // Table 80: temporal
    ("day of year", [["date"]]), ("day of week", [["date"]]), ("month of year", [["date"]]),
    ("week of year", [["date"]]), ("sort", [["list", "precedes"]]),
    // Table 81: context
    ("get value", [["m", "key"]]), ("get entries", [["m"]]), ("context", [["entries"]]),
    ("context put", [["context", "key", "value"], ["context", "keys", "value"]]), ("context merge", [["contexts"]]),
  ]

  @Test(arguments: functions) func `is there with all its parameters`(_ name: Text, signatures: [[Text]]) throws {
    #expect(try #require(Builtin(named: name)).signatures == signatures)
  }

  @Test(arguments: ["min", "max", "sum", "mean", "all", "any", "product", "median", "stddev", "mode"] as [Text])
  func `takes its items one by one, too`(_ name: Text) throws {
    #expect(try #require(Builtin(named: name)).isVariadic)
  }

  @Test func `nothing reads the machine's randomness`() {
    #expect(Builtin(named: "random number") == nil)
  }
}
