"""Writes arithmetic cases for the decimal of FEEL, answered by Python's own decimal.

    oracle.py SEED COUNT

One case a line: operation, first number, second number, expected result, separated by spaces; `-` stands for "no
result" (overflow, division by zero, ...) and for a second number that the operation does not take.
"""

import sys
from decimal import (
    Context, Decimal, MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP)
from random import Random

# decimal128: with clamp the greatest exponent is 6111, and Etiny is -6176.
law = Context(prec=34, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1, traps=[])
# Wide enough that sums and remainders of any two numbers are exact.
exact = Context(prec=13_000, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])
# Wide enough that rounding a power or root to 34 digits afterwards is right.
wide = Context(prec=120, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])

MODES = [ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_UP, ROUND_DOWN, ROUND_FLOOR, ROUND_CEILING]
POWERS_OF_TEN = [10**n for n in range(40)]


class Cases:
    def __init__(self, seed):
        random = Random(seed)
        self.below = random.randrange
        self.bits = random.getrandbits
        self.kinds = [
            self.small, self.small, self.money, self.money, self.fraction, self.long, self.long, self.full, self.full,
            self.edge, self.edge, self.far, self.top, self.bottom, self.word]

    def sign(self):
        return "-" if self.bits(2) == 0 else ""

    # Numbers, as text.

    def small(self):
        return str(self.below(-100, 101))

    def money(self):
        return f"{self.sign()}{self.bits(self.below(1, 40))}E-2"

    def fraction(self):
        return f"{self.sign()}{self.bits(self.below(1, 34))}E-{self.below(0, 8)}"

    def word(self):
        """Around the ends of 32 and 64 bits."""
        return f"{self.sign()}{(1 << (31 + self.bits(1) * 32)) + self.below(-3, 4)}E{self.below(-3, 4)}"

    def long(self):
        return f"{self.sign()}{self.below(POWERS_OF_TEN[self.below(1, 35)])}E{self.below(-40, 11)}"

    def full(self):
        return f"{self.sign()}{self.below(POWERS_OF_TEN[33], POWERS_OF_TEN[34])}E{self.below(-45, 3)}"

    def edge(self):
        """Near powers of ten and halves: 9999, 10001, 4999, 5000, 2500, 7500."""
        digits = self.below(1, 35)
        head = (1, 10, 5, 5, 15, 25, 75)[self.below(7)]
        coefficient = min(max(head * POWERS_OF_TEN[digits - 1] + self.below(-1, 2), 0), POWERS_OF_TEN[34] - 1)
        return f"{self.sign()}{coefficient}E{self.below(-36, 4)}"

    def far(self):
        return f"{self.sign()}{self.below(POWERS_OF_TEN[self.below(1, 35)])}E{self.below(-6176, 6112)}"

    def top(self):
        return f"{self.sign()}{self.below(POWERS_OF_TEN[self.below(1, 35)])}E{self.below(6070, 6112)}"

    def bottom(self):
        return f"{self.sign()}{self.below(POWERS_OF_TEN[self.below(1, 35)])}E-{self.below(6100, 6177)}"

    def number(self):
        return self.kinds[self.below(len(self.kinds))]()

    def neighbour(self, text):
        """A number that has to do with the given one: a tie for it, its equal held otherwise, or its near kin."""
        head, _, tail = text.partition("E")
        sign = head.startswith("-")
        digits = head.lstrip("-")
        coefficient = int(digits)
        exponent = int(tail or 0)
        way = self.below(6)
        if way == 0:
            # Half of its last place, and a little more or less.
            return f"{self.sign()}{(50, 49, 51, 5000000001, 4999999999)[self.below(5)]}E{max(exponent - 2, -6176)}"
        if way == 1:
            zeros = self.below(0, 35 - len(digits))
            return f"{'-' if sign else ''}{coefficient * POWERS_OF_TEN[zeros]}E{max(exponent - zeros, -6176)}"
        if way == 2:
            return f"{'-' if sign else ''}{min(coefficient + 1, POWERS_OF_TEN[34] - 1)}E{exponent}"
        if way == 3:
            return f"{'' if sign else '-'}{coefficient}E{exponent}"
        if way == 4:
            # One that lies about 34 places above or below.
            return f"{self.sign()}{self.below(1, 1000)}E{min(max(exponent + self.below(-40, 41), -6176), 6111)}"
        return f"{self.sign()}{(2, 4, 5, 8, 16, 25, 125, 3, 7, 9)[self.below(10)]}E{self.below(-3, 3)}"

    def pair(self):
        a = self.number()
        b = self.neighbour(a) if self.bits(2) == 0 else self.number()
        return (a, b) if self.bits(1) else (b, a)

    # Cases: operation, numbers, expected.

    def arithmetic(self, operation, function):
        a, b = self.pair()
        return operation, a, b, answer(function(Decimal(a), Decimal(b)))

    def add(self):
        return self.arithmetic("+", law.add)

    def subtract(self):
        return self.arithmetic("-", law.subtract)

    def multiply(self):
        return self.arithmetic("*", law.multiply)

    def divide(self):
        return self.arithmetic("/", law.divide)

    def compare(self):
        return self.arithmetic("c", exact.compare)

    def modulo(self):
        return self.arithmetic("%", modulo)

    def power(self):
        kind = self.below(4)
        base = (self.small, self.money, self.fraction, self.number)[kind]()
        if self.bits(3) == 0:
            base = f"{POWERS_OF_TEN[33] + self.bits(40)}E-33"
        exponent = str(self.below(-40, 41) if self.bits(2) else self.below(-3000, 3001))
        b = Decimal(exponent)
        a = Decimal(base)
        return "^", base, exponent, answer(Decimal(1) if b == 0 else law.plus(wide.power(a, b)))

    def round(self):
        a = self.number()
        number = Decimal(a)
        exponent = number.as_tuple().exponent
        scale = -exponent - self.below(-2, 38) if self.bits(2) else self.below(-6160, 6180)
        mode = self.below(7)
        result = number
        if scale < -exponent:
            # A unit far above the number needs more digits than `quantize` has only where it overflows anyhow.
            result = law.plus(number.quantize(Decimal(f"1E{-scale}"), MODES[mode], exact))
        return "0123456"[mode], a, str(scale), answer(result)

    def text(self):
        a = self.written() if self.bits(1) else self.number()
        return "t", a, "-", plain(law.create_decimal(a))

    def written(self):
        """Long and odd, but a number."""
        whole = str(self.bits(self.below(1, 200))) if self.bits(2) else ""
        fraction = ""
        if self.bits(1) or not whole:
            fraction = "." + "0" * self.below(0, 40) + str(self.bits(self.below(1, 200)))
        power = f"{'eE'[self.bits(1)]}{('', '+', '-')[self.below(3)]}{self.below(0, 60)}" if self.bits(1) else ""
        return f"{('', '', '-', '+')[self.below(4)]}{'0' * self.below(0, 3) if whole else ''}{whole}{fraction}{power}"

    def integer(self):
        a = (self.small, self.money, self.word, self.fraction, self.number)[self.below(5)]()
        number = Decimal(a)
        if number == 0 or number.adjusted() < 20 and number == int(number) and -(2**63) <= number < 2**63:
            return "i", a, "-", str(int(number))
        return "i", a, "-", "-"

    def root(self):
        a = self.number()
        number = Decimal(a)
        if self.bits(2) == 0:
            number = exact.multiply(number, number)
            number = law.plus(number)
            if not number.is_finite():
                number = Decimal(2)
            a = str(number)
        return "r", a, "-", answer(law.sqrt(number)) if number >= 0 else "-"

    def exponential(self):
        a = (self.small, self.money, self.fraction, self.long)[self.below(4)]()
        return "e", a, "-", answer(law.exp(Decimal(a)))

    def logarithm(self):
        a = self.number()
        number = Decimal(a)
        return "l", a, "-", answer(law.ln(number)) if number > 0 else "-"

    def fractional(self):
        base = self.money().lstrip("-") if self.bits(1) else f"{POWERS_OF_TEN[33] + self.bits(self.below(1, 40))}E-33"
        exponent = f"{self.sign()}{self.below(1, 500)}E-{self.below(1, 3)}"
        number = Decimal(base)
        power = Decimal(exponent)
        if number == 0:
            return "^", base, exponent, "0" if power > 0 else "-"
        return "^", base, exponent, answer(law.plus(wide.power(number, power)))


def modulo(a, b):
    """a - b * floor(a / b), the quotient exact."""
    if b == 0:
        return None
    rest = exact.remainder(a, b)
    if rest and (rest < 0) != (b < 0):
        rest = exact.add(rest, b)
    return law.plus(rest)


def answer(result):
    return str(result) if result is not None and result.is_finite() else "-"


def plain(number):
    """As the product writes a number."""
    if not number.is_finite():
        return "-"
    if number == 0:
        return "0"
    sign, digits, exponent = number.normalize(exact).as_tuple()
    digits = "".join(map(str, digits))
    if exponent >= 0 and len(digits) + exponent <= 40:
        text = digits + "0" * exponent
    elif exponent < 0 and len(digits) + exponent > 0:
        text = f"{digits[:exponent]}.{digits[exponent:]}"
    elif -40 < exponent < 0:
        text = "0." + digits.rjust(-exponent, "0")
    else:
        power = len(digits) - 1 + exponent
        text = f"{digits[0]}{'.' + digits[1:] if len(digits) > 1 else ''}E{power:+d}"
    return "-" * sign + text


def main():
    cases = Cases(int(sys.argv[1]))
    # A hundred cases in a fixed mix.
    mix = [
        (cases.add, 19), (cases.subtract, 9), (cases.multiply, 15), (cases.divide, 13), (cases.compare, 12),
        (cases.modulo, 6), (cases.power, 4), (cases.round, 9), (cases.text, 8), (cases.integer, 3), (cases.root, 2)]
    round_of = [function for function, times in mix for _ in range(times)]
    rare = [cases.exponential, cases.logarithm, cases.fractional]
    lines = []
    for index in range(int(sys.argv[2])):
        function = round_of[index % 100] if index % 200 != 199 else rare[index // 200 % 3]
        lines.append(" ".join(function()))
        if len(lines) == 2000:
            sys.stdout.write("\n".join(lines) + "\n")
            lines.clear()
    if lines:
        sys.stdout.write("\n".join(lines) + "\n")


main()
