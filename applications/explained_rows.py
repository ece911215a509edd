"""A row of an analysis in words: what is asked for, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from applications.matching.scoring import State

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


def asked_by(row: Mapping[str, Any]) -> str:
    return _ASKED.get(row["kind"], _named)(row)


def said_of(row: Mapping[str, Any]) -> str:
    return _SAYS.get(row["kind"], _by_evidence)(row)


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
