"""Why something of a résumé goes first for a posting, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext, ngettext

from applications.explained import PARTS

LONGEST_TEXT: Final = 80


def why_entry(told: Mapping[str, Any]) -> str:
    """Of an experience or a project; ``told`` as ``ranking.rank`` has it."""
    near = told.get("near", [])
    named = [name for name in told.get("names", []) if name not in near]
    parts = (
        _named(gettext("shows %(what)s, which is asked for"), named),
        _named(gettext("shows what is close to %(what)s"), near),
        _speaks_to(told.get("texts", [])),
        gettext("the role is near to the one asked for") if told.get("role") else "",
        _figures(told.get("figures", 0)),
    )
    said = [part for part in parts if part]
    return capfirst("; ".join(said) or gettext("nothing of it is asked for by name"))


def why_skill(told: Mapping[str, Any]) -> str:
    """Of a skill."""
    used = gettext("you used it at work or in a project") if told.get("used") else ""
    return capfirst("; ".join(filter(None, (_asked(told), used))))


def _asked(told: Mapping[str, Any]) -> str:
    names, part = told.get("names", []), told.get("part", "")
    if not names:
        return gettext("not asked for")
    if not part:
        return gettext("the posting speaks of it")
    about = {"what": ", ".join(names), "part": str(PARTS.get(part, part))}
    if told.get("near"):
        return gettext("close to %(what)s: %(part)s") % about
    if names == [told.get("name")]:
        return gettext("asked for: %(part)s") % about
    return gettext("shows %(what)s: %(part)s") % about


def _named(text: str, names: list[str]) -> str:
    return text % {"what": ", ".join(names)} if names else ""


def _speaks_to(texts: list[str]) -> str:
    if not texts:
        return ""
    first = Truncator(texts[0]).chars(LONGEST_TEXT)
    return gettext("speaks to “%(what)s”") % {"what": first}


def _figures(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "%(count)d line with a figure", "%(count)d lines with a figure", count
    )
    return text % {"count": count}
