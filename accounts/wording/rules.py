"""Rules that say the same in better words, each on one sentence.

A rule is a function of a sentence and what is known about it; what it gives back is used
if no fact is another then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from accounts.style.words import PAST, VERBS
from accounts.wording.words import (
    AFTER_A_VERB,
    FILLERS,
    PARTICIPLES,
    PAST_OF,
    PHRASES,
    SPELLINGS,
    VERB_OF,
)


class About(NamedTuple):
    """``is_point``: of a list. ``is_over``: of a job that ended; None: nobody knows."""

    is_point: bool
    is_over: bool | None


type Rule = Callable[[str, About], str]

_DUTY = re.compile(
    r"(?P<i>I\s+(?:(?:was|am|were|have been|had been)\s+)?|(?:was|were|am|being)\s+)?"
    r"(?:(?:solely|fully|mainly|also)\s+)?(?:responsible\s+for|in\s+charge\s+of)\s+"
    r"(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DUTIES = re.compile(
    r"(?:my\s+)?(?:main\s+|key\s+)?(?:duties|responsibilities|tasks)\s+"
    r"(?:included|include|were|are)\s*:?\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_IS = re.compile(r"\b(?:am|are|include)\b", re.IGNORECASE)
# “designing, building and testing” at the beginning, and what.
_DOING = re.compile(r"\w+ing\b(?:(?:,\s+(?:and\s+)?|\s+and\s+)\w+ing\b)*(?=\s+\w)")
_MORE_DOING = re.compile(r"(?:,|\band|\bor|\bas well as|;)\s+\w+ing\b", re.IGNORECASE)
_BY_ME = re.compile(
    r"(?P<what>.+?)\s+(?:was|were)\s+(?P<done>\w+)\s+by\s+me(?P<end>[.;]?)",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"(?:The|A|An|All|Our|This|These)\b")
_NOT_BEFORE = frozenset(
    "a an not never nor and or but more most less as so how very too in at of with across "
    "from into on by to was were is are been be".split()
)
_PHRASES = re.compile(rf"\b(?:{'|'.join(PHRASES)})\b", re.IGNORECASE)
_NAMES = re.compile(
    rf"(?<![\w./@#-])(?:{'|'.join(map(re.escape, SPELLINGS))})(?![\w/@#-]|\.\w)",
    re.IGNORECASE,
)


def opening(sentence: str, about: About) -> str:
    """“Was responsible for managing a team” is “Managed a team”."""
    if duty := _DUTY.fullmatch(sentence):
        who = duty["i"] or ""
        if not who and about.is_over is None:
            return sentence
        has_i = who.startswith("I ")
        is_now = bool(_IS.search(who)) if who else not about.is_over
    elif duty := _DUTIES.fullmatch(sentence):
        has_i, is_now = False, bool(_IS.search(sentence[: duty.start("rest")]))
    else:
        return sentence
    if about.is_over:
        is_now = False
    said = _as_deeds(duty["rest"], is_now=is_now)
    if not said:
        return sentence
    return f"I {said}" if has_i and not about.is_point else _large(said)


def _as_deeds(rest: str, *, is_now: bool) -> str:
    """“managing and training a team” as what was done; empty where that is not sure."""
    doing = _DOING.match(rest)
    if not doing or _MORE_DOING.search(rest, doing.end()):
        return ""
    words = re.split(r"(\W+|\band\b)", doing[0])
    verbs = [word for word in words if word.lower().endswith("ing")]
    if any(word.lower() not in VERB_OF for word in verbs):
        return ""
    for place, word in enumerate(words):
        if verb := VERB_OF.get(word.lower()):
            words[place] = verb if is_now else PAST_OF[verb]
    return "".join(words) + rest[doing.end() :]


def passive(sentence: str, about: About) -> str:
    """“The shop was built by me” is “Built the shop”, and “I built the shop” in prose."""
    found = _BY_ME.fullmatch(sentence)
    if not found or re.search(r"[,;:]|\bwho|\bwhich|\bthat\b", found["what"]):
        return sentence
    done = found["done"].lower()
    past = PARTICIPLES.get(done) or (done if done in PAST else "")
    if not past:
        return sentence
    what = found["what"]
    what = what[0].lower() + what[1:] if _ARTICLE.match(what) else what
    who = _large(past) if about.is_point else f"I {past}"
    return f"{who} {what}{found['end']}"


def person(sentence: str, about: About) -> str:
    """A point needs no “I”: “I built”, “I have built” are “Built”."""
    found = re.match(r"I(?P<have>\s+have|['’]ve)?\s+(?P<verb>[a-z]+)\b", sentence)
    if not (about.is_point and found):
        return sentence
    known = PAST if found["have"] else PAST.keys() | VERBS
    if found["verb"] not in known:
        return sentence
    return _large(sentence[found.start("verb") :])


def tense(sentence: str, about: About) -> str:
    """Of a job that is over: “Manage the shop”, “Manages the shop” are “Managed the shop”."""
    found = re.match(r"(?P<verb>[A-Z][a-z]+)\s+(?P<next>[a-z]+|\d[\d,.]*)\b", sentence)
    if not (about.is_over and about.is_point and found):
        return sentence
    verb = _base(found["verb"].lower())
    follows = found["next"] in AFTER_A_VERB or found["next"][0].isdigit()
    if not verb or not follows or _has_more_verbs(sentence[found.end("verb") :]):
        return sentence
    return _large(PAST_OF[verb]) + sentence[found.end("verb") :]


def _base(word: str) -> str:
    """The verb of a present form; empty where there is none, or where it is the past too."""
    ends = (word, word.removesuffix("s"), word.removesuffix("es"))
    ies = f"{word.removesuffix('ies')}y" if word.endswith("ies") else ""
    verb = next((one for one in (*ends, ies) if one in PAST_OF), "")
    return verb if verb and word not in PAST else ""


def _has_more_verbs(rest: str) -> bool:
    """Whether another verb may follow that would have to change as well."""
    after = re.findall(r"(?:,|\band|\bor|\bto|;|\.)\s+([a-z]+)\b", rest, re.IGNORECASE)
    return any(_base(word.lower()) for word in after)


def filler(sentence: str, about: About) -> str:
    """Words that say nothing go; “in order to” is “to”, “utilised” is “used”."""
    sentence = _PHRASES.sub(_shorter, sentence)
    for word in FILLERS:
        sentence = _without(sentence, word)
    return sentence


def _shorter(found: re.Match[str]) -> str:
    short = PHRASES[found[0].lower()]
    return _large(short) if found[0][0].isupper() else short


def _without(sentence: str, word: str) -> str:
    found = re.search(rf"(?:^|(?<=\s)){word}\s+(?=\w)", sentence, re.IGNORECASE)
    if not found:
        return sentence
    before = sentence[: found.start()].split()
    last, following = (before or [""])[-1], sentence[found.end() :]
    joins = re.match(r"(?:and|or|but)\b", following)
    if last.lower() in _NOT_BEFORE or last.endswith((",", ";", "n't", "n’t")) or joins:
        return sentence
    rest = following if before else _large(following)
    return sentence[: found.start()] + rest


def spelling(sentence: str, about: About) -> str:
    """Names as their makers write them: JavaScript, GitHub."""
    return _NAMES.sub(lambda found: SPELLINGS[found[0].lower()], sentence)


def spaces(sentence: str, about: About) -> str:
    """One space between words, none before a comma."""
    return re.sub(r" +(?=[,;](?:\s|$))", "", re.sub(r"[ \t\u00a0]{2,}", " ", sentence))


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


RULES: dict[str, Rule] = {
    "spaces": spaces,
    "opening": opening,
    "passive": passive,
    "filler": filler,
    "person": person,
    "tense": tense,
    "spelling": spelling,
}
