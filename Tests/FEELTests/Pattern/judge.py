"""Random patterns, and what Saxon (saxonche of PyPI, XPath 3.1) says of them: judge.py SEED COUNT

A line for each: matches, replace or tokenize; text, pattern, flags and replacement in hexadecimal with an underscore before
each; and what comes out: true, false, error, or texts in the same form, parted by commas.
"""
import random
import signal
import subprocess
import sys

from saxonche import PySaxonProcessor

LETTERS = "aabbcAB1_- .\nKkſsıéÉߥΣσςжЖ\u212a😀$^"
CATEGORIES = "L Lu Ll N Nd P Pd Z Zs S Sc M C Cn Lo".split()
BLOCKS = "BasicLatin Latin-1Supplement Greek GreekandCoptic Cyrillic LetterlikeSymbols Arrows PrivateUse".split()


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.opened = 0
        self.closed = []
        self.is_choice = False

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def text(self, longest=12):
        return "".join(self.random.choice(LETTERS) for _ in range(self.random.randrange(longest + 1)))

    def literal(self):
        letter = self.random.choice(LETTERS)
        return "\\" + letter if letter in "-.$^" else letter if letter != "\n" else "\\n"

    def escape(self):
        kind = self.random.randrange(4)
        if kind == 0:
            return "\\" + self.random.choice("sSdDwWiIcC")
        if kind == 1:
            return "\\" + self.random.choice("pP") + "{" + self.random.choice(CATEGORIES) + "}"
        if kind == 2:
            return "\\" + self.random.choice("pP") + "{Is" + self.random.choice(BLOCKS) + "}"
        return "\\" + self.random.choice("nrt.*+?(){}[]^$|\\-")

    def group(self, depth):
        parts = ["-"] if self.chance(10) else []
        for _ in range(self.random.randrange(1, 4)):
            kind = self.random.randrange(6)
            if kind == 0:
                parts.append(self.escape())
            elif kind < 3:
                a, b = sorted((self.random.choice("abckzABKZ19éΩЖ"), self.random.choice("abckzABKZ19éΩЖ")))
                parts.append(a + "-" + b)
            else:
                parts.append(self.random.choice("abckAB1_^$.|(*?éK ") if parts else "a")
        subtracted = "-" + self.group(depth + 1) if depth < 2 and self.chance(20) else ""
        return "[" + ("^" if self.chance(25) else "") + "".join(parts) + subtracted + "]"

    def atom(self, depth):
        """An atom, and whether it may match the empty text."""
        kind = self.random.randrange(12)
        if kind < 5:
            return self.literal(), False
        if kind == 5:
            return ".", False
        if kind == 6:
            return self.group(0), False
        if kind == 7:
            return self.escape(), False
        if kind == 8 and self.closed and self.chance(60):
            return "\\" + str(self.random.choice(self.closed)), True
        if kind < 11 and depth < 3:
            if self.chance(20):
                inner, nullable = self.choice(depth + 1)
                return "(?:" + inner + ")", nullable
            self.opened += 1
            number = self.opened
            inner, nullable = self.choice(depth + 1)
            # A back-reference to a group in a branch or loop is not asked: Saxon forgets such groups.
            if depth == 0 and not self.is_choice:
                self.closed.append(number)
            return "(" + inner + ")", nullable
        return self.literal(), False

    def choice(self, depth=0):
        count = self.random.choice((1, 1, 1, 2, 2, 3))
        self.is_choice = self.is_choice or depth == 0 and count > 1
        branches = [self.branch(depth) for _ in range(count)]
        if depth == 0 or self.chance(10):
            # Anchors stand at the ends: behind what may be empty Saxon does not find them.
            place = self.random.randrange(count)
            text, nullable = branches[place]
            branches[place] = ("^" + text, nullable) if self.chance(50) else (text + "$", nullable)
        return "|".join(text for text, _ in branches), any(nullable for _, nullable in branches)

    def branch(self, depth):
        result, is_nullable = "", True
        for _ in range(self.random.choice((0, 1, 1, 2, 2, 3, 4))):
            atom, nullable = self.atom(depth)
            # Saxon has ways of its own with what may be empty and is repeated, and with reluctant groups.
            is_group = atom.startswith("(")
            if is_group and self.closed and self.closed[-1] == self.opened:
                pass
            elif not nullable and self.chance(35):
                quantifier = self.random.choice(["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}"])
                nullable = quantifier in ("*", "?", "{0,2}")
                atom += quantifier + ("?" if not is_group and self.chance(30) else "")
            result += atom
            is_nullable = is_nullable and nullable
        return result, is_nullable

    def pattern(self):
        self.opened, self.closed, self.is_choice = 0, [], False
        result, _ = self.choice()
        if self.chance(12) and result:
            # Spoilt: a character left out, put in or changed.
            place = self.random.randrange(len(result))
            result = result[:place] + self.random.choice(["", *"()[]{}*+?\\^$-|a1&p"]) + result[place + self.random.randrange(2) :]
        return result

    def replacement(self):
        return "".join(
            self.random.choice(["$0", "$1", "$2", "$12", "[", "]", "\\$", "\\\\", "x", "$" if self.chance(5) else "y"])
            for _ in range(self.random.randrange(4))
        )


class Unjudged(Exception):
    """Saxon has trouble of its own."""


class Saxon:
    def __init__(self):
        self.process = PySaxonProcessor(license=False)
        self.paths = self.process.new_xpath_processor()
        self.paths.set_language_version("3.1")
        for name in ("text", "pattern", "flags", "replacement"):
            self.paths.declare_variable(name)

    def ask(self, expression, *values):
        """The texts that it comes to; None if it is an error."""
        for name, value in zip(("text", "pattern", "flags", "replacement"), values):
            self.paths.set_parameter(name, self.process.make_string_value(value))
        try:
            answer = self.paths.evaluate(expression)
        except Exception as error:
            if "regular expression" in str(error) or "replacement string" in str(error):
                return None
            raise Unjudged from error
        if answer is None:
            return []
        return [answer.item_at(place).string_value for place in range(answer.size)]


def hexadecimal(text):
    return "_" + text.encode("utf-8").hex()


def judge(seed, first, count):
    saxon = Saxon()
    for index in range(first, count):
        # Some patterns keep Saxon busy for ever.
        signal.alarm(5)
        maker = Maker(seed * 1_000_003 + index)
        pattern = maker.pattern()
        flags = "".join(flag for flag in "smix" if maker.chance(15))
        print("at", index)
        for _ in range(3):
            text = maker.text()
            kind = maker.random.choice(["matches", "matches", "replace", "tokenize"])
            replacement = maker.replacement() if kind == "replace" else ""
            if kind == "tokenize" and not text:
                continue  # XPath has no part of an empty text, DMN an empty one
            function = "replace($text, $pattern, $replacement, $flags)"
            if kind != "replace":
                function = kind + "($text, $pattern, $flags)"
            try:
                answer = saxon.ask(function, text, pattern, flags, replacement)
            except Unjudged:
                continue
            if answer is None:
                told = "error"
            else:
                told = answer[0] if kind == "matches" else ",".join(hexadecimal(part) for part in answer)
            print(kind, hexadecimal(text), hexadecimal(pattern), hexadecimal(flags), hexadecimal(replacement), told)
            sys.stdout.flush()


def main():
    seed, count = sys.argv[1], int(sys.argv[2])
    if len(sys.argv) > 3:
        return judge(int(seed), int(sys.argv[3]), count)
    first = 0
    while first < count:
        command = [sys.executable, __file__, seed, str(count), str(first)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as worker:
            for line in worker.stdout:
                if line.startswith("at "):
                    first = int(line[3:]) + 1
                else:
                    print(line, end="")
        if worker.returncode not in (0, -signal.SIGALRM):
            sys.exit(f"the judge's worker ended with {worker.returncode}")
        if worker.returncode == 0:
            break


main()
