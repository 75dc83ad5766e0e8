"""Writes cases for FEEL's calendar and zones, answered by Python's own datetime and zoneinfo.

    oracle.py dates SEED COUNT
    oracle.py zones SEED NAMES

One case a line: operation, first operand, second operand, expected, separated by spaces; `-` stands for "none".

Python knows the years 1 to 9999 only. The calendar repeats itself every 400 years, which are whole weeks: a year beyond
is reckoned with in one of those 400 and the rest added as days.
"""

import sys
from datetime import date, datetime, timedelta, timezone
from random import Random

DAY = 86_400 * 10**9
CYCLE = 146_097
FIRST, LAST = -999_999_999, 999_999_999


class Day:
    """A day of any year."""

    def __init__(self, year, month, day):
        self.cycles, rest = divmod(year - 2000, 400)
        self.date = date(2000 + rest, month, day)

    @classmethod
    def of(cls, days):
        """Of days since 1970-01-01."""
        cycles, rest = divmod(days + date(1970, 1, 1).toordinal() - date(2000, 1, 1).toordinal(), CYCLE)
        found = date(2000, 1, 1) + timedelta(rest)
        return cls(found.year + 400 * cycles, found.month, found.day)

    @property
    def days(self):
        return self.date.toordinal() - date(1970, 1, 1).toordinal() + CYCLE * self.cycles

    @property
    def year(self):
        return self.date.year + 400 * self.cycles

    def moved(self, months):
        count = self.year * 12 + self.date.month - 1 + months
        year, month = divmod(count, 12)
        for day in range(self.date.day, self.date.day - 4, -1):
            try:
                return Day(year, month + 1, day)
            except ValueError:
                pass

    def __str__(self):
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04}-{self.date.month:02}-{self.date.day:02}"


def inside(day):
    return day is not None and FIRST <= day.year <= LAST


def fraction(nanoseconds):
    return f".{nanoseconds:09}".rstrip("0").rstrip(".")


def time_text(nanoseconds, offset):
    seconds, rest = divmod(nanoseconds, 10**9)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction(rest)}"
    if offset is None:
        return text
    if offset == 0:
        return text + "Z"
    size = abs(offset)
    text += f"{'-' if offset < 0 else '+'}{size // 3600:02}:{size // 60 % 60:02}"
    return text + (f":{size % 60:02}" if size % 60 else "")


def duration_text(nanoseconds):
    sign = "-" if nanoseconds < 0 else ""
    seconds, rest = divmod(abs(nanoseconds), 10**9)
    days, seconds = divmod(seconds, 86_400)
    text = f"{sign}P{days}D" if days else f"{sign}P"
    time = ""
    if seconds // 3600:
        time += f"{seconds // 3600}H"
    if seconds // 60 % 60:
        time += f"{seconds // 60 % 60}M"
    if seconds % 60 or rest:
        time += f"{seconds % 60}{fraction(rest)}S"
    if time:
        return text + "T" + time
    return text if days else "PT0S"


def months_text(months):
    years, rest = divmod(abs(months), 12)
    text = ("-" if months < 0 else "") + "P" + (f"{years}Y" if years else "")
    return text + (f"{rest}M" if rest or not years else "")


class Dates:
    def __init__(self, seed):
        self.random = Random(seed)

    def day(self):
        kind = self.random.randrange(8)
        if kind < 4:
            return Day.of(self.random.randrange(-40_000, 80_000))
        if kind < 6:
            return Day.of(self.random.randrange(-800_000, 3_000_000))
        if kind < 7:
            year = self.random.choice([-1, 0, 1, 4, 100, 400, 1600, 1900, 2000, 2023, 2024, -4, -100, -400, 9999, 10_000])
        else:
            year = self.random.randrange(FIRST, LAST + 1)
        month, day = self.random.choice([(1, 1), (2, 28), (3, 1), (12, 31), (1, 31), (6, 15), (4, 30), (2, 29)])
        try:
            return Day(year, month, day)
        except ValueError:
            return Day(year, 2, 28)

    def nanoseconds(self):
        return self.random.choice(
            [0, 1, 10**9 - 1, DAY - 1, DAY - 10**9, self.random.randrange(DAY), self.random.randrange(86_400) * 10**9,
             self.random.randrange(DAY // 1000) * 1000])

    def offset(self):
        return self.random.choice([None, None, 0, 3600, -3600, 19_800, 64_800, -64_800, self.random.randrange(-64_800, 64_801)])

    def duration(self):
        size = self.random.choice([1000, DAY, 30 * DAY, 400 * DAY, 10**12 * DAY // 1000, 10**9])
        unit = self.random.choice([1, 10**9, 3600 * 10**9, DAY])
        return self.random.randrange(-size, size) // unit * unit

    def months(self):
        return self.random.randrange(-self.random.choice([14, 100, 5000, 10**9, 3 * 10**10]), 10**3)

    def case(self):
        return self.random.choice(
            [self.properties, self.properties, self.add_months, self.add_months, self.add_duration, self.add_duration,
             self.stamp_duration, self.stamp_duration, self.difference, self.stamps, self.between, self.durations])()

    def properties(self):
        day = self.day()
        operation = self.random.choice("wykd")
        near = day.date
        # The week of the year of a day belongs to the same cycle, as the cycle is whole weeks.
        answer = {
            "w": near.isoweekday(), "y": near.timetuple().tm_yday, "k": near.isocalendar()[1],
            "d": day.days}[operation]
        return operation, day, "-", answer

    def add_months(self):
        day, months = self.day(), self.months()
        if self.random.getrandbits(1):
            moved = day.moved(-months)
            return "-", day, months_text(months), moved if inside(moved) else "-"
        moved = day.moved(months)
        return "+", day, months_text(months), moved if inside(moved) else "-"

    def add_duration(self):
        day, length = self.day(), self.duration()
        moved = Day.of(day.days + length // DAY)
        return "+", day, duration_text(length), moved if inside(moved) else "-"

    def stamp_duration(self):
        day, time, offset, length = self.day(), self.nanoseconds(), self.offset(), self.duration()
        sign = self.random.choice([1, -1])
        days, rest = divmod(time + sign * length, DAY)
        moved = Day.of(day.days + days)
        text = f"{moved}T{time_text(rest, offset)}" if inside(moved) else "-"
        return "+" if sign > 0 else "-", f"{day}T{time_text(time, offset)}", duration_text(length), text

    def difference(self):
        a, b = self.day(), self.day()
        return "-", a, b, duration_text((a.days - b.days) * DAY)

    def stamps(self):
        parts = []
        for _ in range(2):
            day, time, offset = self.day(), self.nanoseconds(), self.offset()
            instant = day.days * DAY + time - (offset or 0) * 10**9
            parts.append((f"{day}T{time_text(time, offset)}", instant, offset is None))
        (a, x, local), (b, y, other) = parts
        return "-", a, b, duration_text(x - y) if local == other else "-"

    def between(self):
        """Whole years and months: the most months that can be added without passing the other day."""
        a, b = self.day(), self.day()
        months = (b.year - a.year) * 12 + b.date.month - a.date.month
        if months > 0 and b.date.day < a.date.day:
            months -= 1
        if months < 0 and b.date.day > a.date.day:
            months += 1
        return "m", a, b, months_text(months)

    def durations(self):
        a, b = self.duration(), self.duration()
        if self.random.getrandbits(1):
            return "+", duration_text(a), duration_text(b), duration_text(a + b)
        return "-", duration_text(a), duration_text(b), duration_text(a - b)


def zone_cases(seed, count):
    from zoneinfo import ZoneInfo, available_timezones
    random = Random(seed)
    names = sorted(n for n in available_timezones() if n not in ("localtime", "posixrules", "Factory"))
    utc = timezone.utc
    for name in names:
        zone = ZoneInfo(name)
        start = datetime(1800, 1, 1, tzinfo=utc)
        instants = [start + timedelta(seconds=random.randrange(600 * 31_557_600)) for _ in range(5)]
        instants += [datetime(1970, 1, 1, tzinfo=utc) + timedelta(seconds=random.randrange(80 * 31_557_600)) for _ in range(5)]
        if random.randrange(len(names)) < count:
            instants += changes(zone)
        for instant in instants:
            yield "u", name, int(instant.timestamp()), int(instant.astimezone(zone).utcoffset().total_seconds())
            local = instant.replace(tzinfo=zone, fold=0)
            seconds = int(instant.timestamp())
            yield "l", name, seconds, int(local.utcoffset().total_seconds())


def changes(zone):
    """The instants around each change of the offset, from 1880 to 2100, but for those that follow one another closely."""
    utc = timezone.utc
    found = []
    at = datetime(1880, 1, 1, tzinfo=utc)
    end = datetime(2100, 1, 1, tzinfo=utc)
    step = timedelta(days=9)
    while at < end:
        if at.astimezone(zone).utcoffset() != (at + step).astimezone(zone).utcoffset():
            low, high = 0, int(step.total_seconds())
            before = at.astimezone(zone).utcoffset()
            while high - low > 1:
                middle = (low + high) // 2
                if (at + timedelta(seconds=middle)).astimezone(zone).utcoffset() == before:
                    low = middle
                else:
                    high = middle
            turn = at + timedelta(seconds=high)
            found += [turn + timedelta(seconds=s) for s in (-1, 0, 1)]
            # The times that its clocks show around then, read as UTC.
            for offset in (before, turn.astimezone(zone).utcoffset()):
                found += [turn + offset + timedelta(seconds=s) for s in (-1800, -1, 0, 1800)]
        at += step
    return found


def main():
    kind, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if kind == "zones":
        cases = zone_cases(seed, count)
    else:
        dates = Dates(seed)
        cases = (dates.case() for _ in range(count))
    sys.stdout.write("".join(" ".join(map(str, case)) + "\n" for case in cases))


main()
