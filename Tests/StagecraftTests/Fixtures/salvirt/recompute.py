"""Scores and verdicts of the judged deals, recomputed from the CSV alone: recompute.py DEALS.csv

Writes a line a deal: id, then for each assessment points, percent (exact fractions, or least..most), then least, most
and verdict. It shares nothing with the product: the points stand here once more, and every way to complete a sheet is
tried one by one.
"""

import csv
import itertools
import sys
from fractions import Fraction

POINTS = {
    "Qualification": [
        # column, weight, required, points by answer; a cell that is not listed is unanswered
        ("Authority", Fraction("1"), True, {"Low": 0, "Mid": 15, "High": 20}),
        ("Comp_size", Fraction("1"), True, {"Small": 4, "Mid": 8, "Big": 10}),
        ("Purch_dept", Fraction("1"), False, {"Yes": 3, "No": 8}),
        ("Budgt_alloc", Fraction("1"), True, {"Yes": 25, "No": 0}),
        ("Needs_def", Fraction("1"), True, {"No": 0, "Poor": 3, "Info gathering": 8, "Yes": 15}),
        ("Growth", Fraction("1"), False, {"Slow down": -2, "Stable": 5, "Growth": 8}),
        ("Client", Fraction("1"), True, {"New": 4, "Past": 6, "Current": 10}),
    ],
    "Solution": [
        # column, weight, required, points by answer; a cell that is not listed is unanswered
        ("Scope", Fraction("2"), True, {"Low": 0, "Few questions": 5, "Clear": 10}),
        ("Forml_tend", Fraction("1"), True, {"Yes": 2, "No": 6}),
        ("RFI", Fraction("1"), True, {"Yes": 5, "No": 2}),
        ("RFP", Fraction("1.5"), True, {"Yes": 7, "No": 0}),
        ("Deal_type", Fraction("1"), True, {"Project": 5, "Maintenance": 9, "Solution": 7, "Consulting": 4}),
        ("Cross_sale", Fraction("1"), True, {"Yes": 3, "No": 1}),
        ("Up_sale", Fraction("1"), True, {"Yes": 6, "No": 0}),
    ],
    "Relationship": [
        # column, weight, required, points by answer; a cell that is not listed is unanswered
        ("Competitors", Fraction("1"), True, {"Yes": 2, "No": 12}),
        ("Partnership", Fraction("1"), True, {"Yes": 5, "No": 6}),
        ("Posit_statm", Fraction("1"), True, {"No": 0, "Neutral": 6, "Yes": 13}),
        ("Source", Fraction("0.75"), False, {"Other": 1, "Event": 3, "Online form": 3, "Direct mail": 2, "Media": 4, "Referral": 9, "Joint past": 11}),
        ("Strat_deal", Fraction("1"), True, {"Unimportant": 1, "Average important": 6, "Very important": 10}),
        ("Att_t_client", Fraction("1"), True, {"Bad client": -5, "First deal": 4, "Normal": 8, "Strategic account": 12}),
    ],
}


def ways(row, questions):
    """(points, maximum) of every way to complete the sheet, and whether it is complete."""
    complete = all(row[column] in points for column, _, required, points in questions if required)
    choices = []
    for column, weight, required, points in questions:
        if row[column] in points:
            choices.append([weight * points[row[column]]])
        elif complete:
            choices.append([Fraction(0)])
        else:
            choices.append([weight * value for value in points.values()] + ([] if required else [Fraction(0)]))
    maximum = sum(weight * max(points.values()) for _, weight, _, points in questions)
    return [sum(way) for way in itertools.product(*choices)], maximum, complete


def test(values, condition):
    """True, False, or None where the ways differ."""
    found = {condition(value) for value in values}
    return found.pop() if len(found) == 1 else None


def decide(row):
    result = {}
    for name, questions in POINTS.items():
        sums, maximum, complete = ways(row, questions)
        result[name] = ((min(sums), max(sums)), (min(sums) * 100 / maximum, max(sums) * 100 / maximum), complete)
    qualification, solution, relationship = (result[name] for name in POINTS)
    # Sums of undecided scores are unknown, whatever their bounds.
    together = qualification[0][0] + solution[0][0] if qualification[2] and solution[2] else None
    if together is None:
        weak = None
    else:
        weak = together < 95
    gates = [
        test(qualification[0], lambda score: score >= 60),
        test(solution[1], lambda score: score > Fraction("62.5")),
    ]
    passes = test(relationship[1], lambda score: score > 70)
    sturdy = None if weak is None else not weak
    gates.append(False if passes is False or sturdy is False else None if passes is None or sturdy is None else True)
    least = 0
    while least < 3 and gates[least] is True:
        least += 1
    most = least
    while most < 3 and gates[most] is not False:
        most += 1
    return result, least, most


STAGES = ["Qualification", "Solution", "Relationship", "Negotiation"]


def show(bounds):
    return str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]}..{bounds[1]}"


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";"), 1):
            result, least, most = decide(row)
            words = [f"{show(points)} {show(percent)}" for points, percent, _ in result.values()]
            verdict = "level" if least == 0 else f"behind {least}"
            print(number, *words, STAGES[least], STAGES[most], verdict, sep="\t")


main()
