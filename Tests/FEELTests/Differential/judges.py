"""Evaluates FEEL expressions with the engines pySFeel and bkflow-feel.

Reads one JSON string a line, the expression. Writes one JSON object a line: {"pySFeel": ..., "bkflow-feel": ...}, each
{"value": ...} with typed values, {"refused": "why"}, or {"value": {"@type": "other", ...}} for what is no FEEL value.
"""

import contextlib
import datetime
import decimal
import io
import json
import logging
import math
import signal
import sys

import pySFeel
from bkflow_feel.api import parse_expression

logging.disable(logging.CRITICAL)
SFEEL = pySFeel.SFeelParser()


class TooLong(Exception):
    pass


def stop(_signal, _frame):
    raise TooLong("takes longer than two seconds")


signal.signal(signal.SIGALRM, stop)


def sfeel(text):
    status, value = SFEEL.sFeelParse(text)
    if status.get("errors"):
        raise ValueError(status["errors"][0])
    return typed(value, months=True)


def bkflow(text):
    return typed(parse_expression(text, {}), months=False)


def typed(value, months):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        # To pySFeel a whole number is a years and months duration, other numbers are floats.
        return {"@type": "whole", "value": str(value)} if months else number(value)
    if isinstance(value, (float, decimal.Decimal)):
        return number(value)
    if isinstance(value, datetime.datetime):
        return {"@type": "date and time", "value": iso(value)}
    if isinstance(value, datetime.date):
        return {"@type": "date", "value": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"@type": "time", "value": iso(value)}
    if isinstance(value, datetime.timedelta):
        return {"@type": "days and time duration", "value": duration(value)}
    if isinstance(value, list):
        return [typed(item, months) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: typed(item, months) for key, item in value.items()}
    return {"@type": "other", "value": type(value).__name__}


def number(value):
    if isinstance(value, float) and not math.isfinite(value):
        return {"@type": "other", "value": str(value)}
    text = str(value)
    return {"@type": "number", "value": text} if len(text) < 60 else {"@type": "other", "value": "long number"}


def iso(value):
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def duration(value):
    microseconds = value // datetime.timedelta(microseconds=1)
    sign = "-" if microseconds < 0 else ""
    seconds, fraction = divmod(abs(microseconds), 1_000_000)
    return f"{sign}PT{seconds}S" if fraction == 0 else f"{sign}PT{seconds}.{fraction:06d}S"


def answer(engine, text):
    signal.alarm(2)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return {"value": engine(text)}
    except BaseException as error:
        return {"refused": f"{type(error).__name__}: {error}"[:120]}
    finally:
        signal.alarm(0)


for line in sys.stdin:
    expression = json.loads(line)
    answers = {"pySFeel": answer(sfeel, expression), "bkflow-feel": answer(bkflow, expression)}
    print(json.dumps(answers), flush=True)
