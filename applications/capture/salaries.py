"""schema.org's ``baseSalary`` in all the shapes that pages give it."""

from __future__ import annotations

from typing import Any

from applications.capture.money import Number, read_amount, read_currency, read_period
from applications.capture.pay import read_pay
from applications.capture.posting import Pay

_UNIT = (
    "unitText", "unitCode", "unit", "duration", "salaryUnit", "period", "interval",
)  # fmt: skip
_CURRENCY = ("currency", "priceCurrency", "salaryCurrency", "currencyCode")
_CODES = {"ann": "year", "mon": "month", "wee": "week", "hur": "hour", "p1y": "year",
          "p1m": "month", "p1w": "week", "p1d": "day", "pt1h": "hour"}  # fmt: skip


def read_base_salary(posting: dict[str, Any], country: str = "") -> tuple[Pay, str]:
    """The pay, and the words of it where no amounts can be read or they are fractions.

    A currency or a unit without an amount is no pay.
    """
    given = posting.get("baseSalary", posting.get("salary"))
    currency = _currency([posting], country)
    period = _period([posting])
    entries = given if isinstance(given, list) else [given]
    words = ""
    for entry in entries[:10]:
        pay = _read(entry, currency, period, country)
        if pay:
            is_whole = pay == pay.whole
            return pay, "" if is_whole or not isinstance(entry, str) else _words(entry)
        if isinstance(entry, str) and not words:
            words = _words(entry)
    return Pay(), words


def _words(text: str) -> str:
    return " ".join(text.split())[:500]


def _read(given: Any, currency: str, period: str, country: str) -> Pay:
    if isinstance(given, str | int | float):
        return _one(given, currency, period, country)
    if not isinstance(given, dict):
        return Pay()
    value = given.get("value", given.get("price", given.get("amount")))
    inner = value[0] if isinstance(value, list) and value else value
    levels = [inner, given] if isinstance(inner, dict) else [given]
    currency = _currency(levels, country) or currency
    period = _period(levels) or period
    for level in levels:
        least = _end(level, ("minValue", "minPrice", "min"), currency, country)
        most = _end(level, ("maxValue", "maxPrice", "max"), currency, country)
        if least and most:
            # Swapped by whoever wrote it.
            return Pay(min(least, most), max(least, most), currency, period)
        if least or most:
            return Pay(least, most, currency, period)
    if isinstance(inner, dict):
        inner = inner.get("value", inner.get("price"))
        inner = inner[0] if isinstance(inner, list) and inner else inner
    return _one(inner, currency, period, country)


def _one(given: Any, currency: str, period: str, country: str) -> Pay:
    """One value: an amount, or words such as “50000-60000” or “£14 per hour”."""
    if isinstance(given, str) and not _plain(given):
        pay = read_pay(given, currency, period, country)
        if pay:
            # What the fields say of it is surer than a sign in the text.
            return pay._replace(
                currency=currency or pay.currency, period=period or pay.period
            )
    amount = read_amount(given)
    return Pay(amount, amount, currency, period) if amount else Pay()


def _plain(text: str) -> bool:
    return text.strip().replace(".", "").replace(",", "").isdigit()


def _end(
    level: dict[str, Any], names: tuple[str, ...], currency: str, country: str
) -> Number | None:
    for name in names:
        given = level.get(name)
        given = given[0] if isinstance(given, list) and given else given
        if isinstance(given, dict):
            given = given.get("value")
        amount = read_amount(given)
        if amount is None and isinstance(given, str):
            pay = read_pay(given, currency, "", country)
            amount = pay.least or pay.most
        if amount is not None:
            return amount
    return None


def _first(levels: list[Any], names: tuple[str, ...]) -> list[Any]:
    given = [level.get(name) for level in levels for name in names]
    return [g[0] if isinstance(g, list) and g else g for g in given if g]


def _currency(levels: list[Any], country: str) -> str:
    read = (read_currency(value, country) for value in _first(levels, _CURRENCY))
    return next(filter(None, read), "")


def _period(levels: list[Any]) -> str:
    for value in _first(levels, _UNIT):
        if isinstance(value, str):
            plain = value.strip().lower()
            if period := _CODES.get(plain) or read_period(plain):
                return period
    return ""
