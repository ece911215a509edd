"""Pay as boards give it: amounts in fields, or words."""

from __future__ import annotations

import re
from typing import Any

from applications.capture.boards.values import line, texts
from applications.capture.money import Number, read_amount, read_currency, read_period
from applications.capture.pay import read_pay
from applications.capture.posting import Pay, Posting

# Less than anyone earns, by period: thousands left out, or another period meant.
_LEAST = {"year": 1_000, "month": 50, "week": 20}
# More than anyone earns in an hour or a day, in money of which one is worth about one.
_MOST = {"hour": 2_000, "day": 20_000}
_STRONG = {"AUD", "CAD", "CHF", "EUR", "GBP", "NZD", "SGD", "USD"}
# “bi-weekly”, “2 WEEKS”, “one-time”: no period that one can reckon with.
_ODD_PERIOD = re.compile(r"\b(?:bi|semi|one|two|half|fortnight)|[2-9]", re.I)


def set_pay(
    posting: Posting,
    least: Any = None,
    most: Any = None,
    currency: Any = "",
    period: Any = "",
    text: Any = "",
) -> None:
    """Amounts as the board gives them; odd ones are kept as written and not reckoned with.

    ``text`` is what the board shows, read where it gives no amounts.
    """
    low, high = read_amount(least), read_amount(most)
    words = line(text)
    code = read_currency(line(currency)) or (_currency_in(words) if low or high else "")
    if low is None and high is None:
        # What stands for an amount and is none is shown; a nought says nothing.
        given = (word for word in texts([least, most]) if word.strip("0., "))
        words = words or " – ".join(dict.fromkeys(given))
        pay = read_pay(words, code, _period(period))
        posting.pay = Pay() if is_odd(pay) else pay
        posting.pay_text = words if not posting.pay else ""
        posting.where["pay"] = "text"
        return
    pay = Pay(low, high, code, _period(period))
    said = line(period)
    if is_odd(pay) or (said and said.lower() != "none" and not pay.period):
        posting.pay_text = words or _as_written(low, high, line(currency), said)
        return
    posting.pay = pay


def _period(value: Any) -> str:
    words = line(value).replace("_", " ")
    return "" if _ODD_PERIOD.search(words) else read_period(words)


def _currency_in(words: str) -> str:
    return read_pay(words).currency


def is_odd(pay: Pay) -> bool:
    """75 a year, 80,000 an hour, from 90 to 60: somebody filled in the wrong field."""
    ends = [end for end in (pay.least, pay.most) if end is not None]
    if len(ends) == 2 and (ends[0] > ends[1] or ends[1] > 100 * ends[0]):
        return True
    if any(end < _LEAST.get(pay.period, 0) for end in ends):
        return True
    most = _MOST.get(pay.period) if pay.currency in _STRONG else None
    return most is not None and any(end > most for end in ends)


def _as_written(
    low: Number | None, high: Number | None, currency: str, period: str
) -> str:
    ends = list(dict.fromkeys(f"{end:,}" for end in (low, high) if end is not None))
    amount = f"{'–'.join(ends)} {currency}".strip()
    return f"{amount} / {period}" if period else amount
