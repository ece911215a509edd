"""An analysis in words: each row of it as a sentence, each piece of advice as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from applications.matching.advice import Advice, advice
from applications.matching.scoring import State
from applications.models import JobAnalysis

PARTS: Final = {
    "must": _("required"),
    "nice": _("nice to have"),
    "duty": _("part of the work"),
}
PLACES: Final = {
    "headline": _("your headline"),
    "summary": _("your summary"),
    "skills": _("your skills"),
    "experience": _("your experience"),
    "project": _("your projects"),
    "education": _("your education"),
    "certificate": _("your certificates"),
    "other": _("your résumé"),
}
CONTACTS: Final = {
    "email": _("e-mail address"),
    "phone": _("phone number"),
    "location": _("where you live"),
}
CONDITIONS: Final = {
    "place": _("Place"),
    "workplace": _("Workplace"),
    "pay": _("Pay"),
    "leave": _("Leave to work"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown: what is asked for, in whose words, what speaks for it.

    ``share`` is 0 to 100, of the points that could be had.
    """

    asked: str
    words: str
    part: str
    says: str
    state: str
    points: float
    of: float
    share: int


@dataclass(frozen=True, slots=True)
class Condition:
    label: str
    agreement: str
    theirs: str
    yours: str


@dataclass(frozen=True, slots=True)
class Explained:
    """All that a page says of an analysis of ours."""

    fit: list[Line]
    keywords: list[Line]
    conditions: list[Condition]
    advice: list[str]


def explain(analysis: JobAnalysis) -> Explained:
    told = _told(analysis)
    return Explained(
        fit=[_line(row) for row in told.get("rows", ())],
        keywords=[_line(row) for row in told.get("ats", ())],
        conditions=[_condition(one) for one in told.get("conditions", ())],
        advice=[_advised(one) for one in advice(told)],
    )


def hint(analysis: JobAnalysis) -> str:
    """The advice that weighs most; empty where there is none."""
    found = advice(_told(analysis))
    return _advised(found[0]) if found else ""


def lines(rows: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Rows of a reckoning by themselves, as a document keeps those of its file."""
    return [_line(row) for row in rows]


def _told(analysis: JobAnalysis) -> Mapping[str, Any]:
    return analysis.explanation if isinstance(analysis.explanation, dict) else {}


def _line(row: Mapping[str, Any]) -> Line:
    asked = _ASKED.get(row["kind"], _named)(row)
    return Line(
        asked=asked,
        words="" if row["text"] in asked else row["text"],
        part=str(PARTS.get(row["part"], "")),
        says=capfirst(_SAYS.get(row["kind"], _by_evidence)(row)),
        state=row["state"],
        points=row["points"],
        of=row["of"],
        share=round(100 * row["points"] / row["of"]) if row["of"] else 0,
    )


# What is asked for


def _named(row: Mapping[str, Any]) -> str:
    return gettext(" or ").join(row["names"]) or row["text"]


def _asked_years(row: Mapping[str, Any]) -> str:
    return gettext("%(span)s of such work") % {"span": span(row["figures"]["asked"])}


def _asked_role(row: Mapping[str, Any]) -> str:
    return gettext("The role: %(title)s") % {"title": row["text"]}


_ASKED: Final = {
    "role": _asked_role,
    "years": _asked_years,
    "degree": lambda row: gettext("Education"),
    "keywords": lambda row: gettext("Keywords"),
    "title": lambda row: gettext("The title"),
    "contact": lambda row: gettext("How to reach you"),
    "parts": lambda row: gettext("The usual parts"),
    "dates": lambda row: gettext("Dates"),
    "length": lambda row: gettext("Length"),
}


def span(months: int) -> str:
    """``6 years 2 months``."""
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(n)d year", "%(n)d years", years) % {"n": years})
    if rest or not years:
        parts.append(ngettext("%(n)d month", "%(n)d months", rest) % {"n": rest})
    return " ".join(parts)


# What speaks for it


def _by_evidence(row: Mapping[str, Any]) -> str:
    evidence = row["evidence"]
    if not evidence:
        return gettext("not in your résumé")
    where = {"where": place(evidence), "words": evidence.get("words", "")}
    if evidence.get("is_related"):
        said = gettext("not itself, but %(via)s, which is close to it, in %(where)s")
    elif evidence.get("via"):
        said = gettext("comes with %(via)s, in %(where)s")
    elif where["words"]:
        said = gettext("“%(words)s” in %(where)s")
    else:
        said = "%(where)s"
    return said % (where | {"via": evidence.get("via", "")})


def place(evidence: Mapping[str, Any]) -> str:
    """Where in the résumé: by its own name, or by that of its kind."""
    return evidence.get("label") or str(PLACES.get(evidence["place"], PLACES["other"]))


def _says_role(row: Mapping[str, Any]) -> str:
    if not row["evidence"]:
        return gettext("none of your titles comes near")
    words = {"title": row["evidence"]["words"]}
    if row["state"] == State.MET:
        return gettext("you are or were “%(title)s”") % words
    return gettext("“%(title)s” comes nearest") % words


def _says_years(row: Mapping[str, Any]) -> str:
    if row["note"] == "no-dates":
        return gettext("your résumé has no dated experience")
    if not row["evidence"]:
        return gettext("none of your experience is near enough")
    if row["note"] == "said":
        years = int(row["evidence"]["words"])
        words = {"span": span(years * 12)}
        return gettext("your summary says %(span)s; no dates show it") % words
    words = {
        "span": span(row["figures"]["months"]),
        "where": row["evidence"]["words"],
    }
    if row["note"] == "nearness":
        return gettext("%(span)s, less near work counted in part: %(where)s") % words
    return gettext("%(span)s: %(where)s") % words


def _says_degree(row: Mapping[str, Any]) -> str:
    if not row["evidence"]:
        return gettext("not in your résumé")
    words = {"what": row["evidence"]["words"], "where": place(row["evidence"])}
    notes = {
        "lower-degree": gettext("%(what)s, which is less than asked for"),
        "other-subject": gettext("%(what)s, which is another subject"),
        "experience-instead": gettext("your experience in its place: %(where)s"),
    }
    return notes.get(row["note"], "%(what)s") % words


def _says_language(row: Mapping[str, Any]) -> str:
    if row["note"] == "written-in-it":
        return gettext("your résumé is written in it")
    if not row["evidence"]:
        return gettext("not among your languages")
    return str(row["evidence"]["words"])


def _says_text(row: Mapping[str, Any]) -> str:
    if not row["evidence"]:
        return gettext("its words do not stand in your résumé")
    words = {"where": place(row["evidence"])}
    return gettext("its words stand in your résumé, most of them in %(where)s") % words


def _says_keyword(row: Mapping[str, Any]) -> str:
    if row["state"] == State.MET:
        return gettext("stands there word for word")
    if row["note"] == "other-words":
        return gettext("you write “%(words)s”") % {"words": row["evidence"]["words"]}
    return gettext("not there in these words")


def _says_missing(names: Mapping[str, Any]) -> Any:
    def say(row: Mapping[str, Any]) -> str:
        missing = [str(names.get(name, name)) for name in row["figures"]["missing"]]
        if not missing:
            return gettext("all there")
        return gettext("missing: %(what)s") % {"what": ", ".join(missing)}

    return say


def _says_dates(row: Mapping[str, Any]) -> str:
    return gettext("%(dated)d of %(count)d jobs have dates") % row["figures"]


def _says_length(row: Mapping[str, Any]) -> str:
    return gettext("%(words)d words; %(least)d to %(most)d are usual") % row["figures"]


_SAYS: Final = {
    "role": _says_role,
    "years": _says_years,
    "degree": _says_degree,
    "language": _says_language,
    "text": _says_text,
    "keyword": _says_keyword,
    "keywords": lambda row: gettext("the posting names none"),
    "title": lambda row: {
        State.MET: gettext("one of your titles says the same"),
        State.PARTLY: gettext("one of your titles comes near"),
    }.get(row["state"], gettext("none of your titles says so")),
    "contact": _says_missing(CONTACTS),
    "parts": _says_missing(PLACES),
    "dates": _says_dates,
    "length": _says_length,
}


def _condition(one: Mapping[str, Any]) -> Condition:
    yours = one["yours"]
    if one["kind"] == "leave" and yours:
        yours = gettext("you need a visa sponsored")
    label = str(CONDITIONS.get(one["kind"], one["kind"]))
    return Condition(label, one["agreement"], one["theirs"], yours)


# What to do


def _advised(one: Advice) -> str:
    words = {"what": gettext(" or ").join(one.names), "words": one.words}
    return _ADVICE[one.kind] % (words | {"parts": _parts_of(one)})


def _parts_of(one: Advice) -> str:
    names = CONTACTS if one.kind == "contact" else PLACES
    return ", ".join(str(names.get(name, name)) for name in one.names)


_ADVICE: Final[dict[str, Any]] = {
    "show": _(
        "%(what)s is asked for. If you have used it, say where; if not, leave it."
    ),
    "related": _("You know %(words)s. If you know %(what)s too, say so."),
    "listed": _("%(what)s stands among your skills alone. Where did you use it?"),
    "language": _("%(what)s is asked for. If you speak it, add it to your languages."),
    "dates": _("Give your jobs dates: without them years cannot be counted."),
    "wording": _(
        "They write “%(words)s”, you “%(what)s”. It can be worth writing both."
    ),
    "contact": _("A machine looks for your %(parts)s."),
    "parts": _("A machine looks for %(parts)s."),
}


def chips(names: Iterable[str], most: int = 10) -> tuple[list[str], int]:
    """The first of them, and how many more there are."""
    found = list(names)
    return found[:most], max(len(found) - most, 0)
