"""The sentences of a letter. Each names what it stands on, and none praises.

Where there are several ways to say the same, ``Voice.one_of`` chooses by the posting, so
that two letters do not read alike and one letter always reads the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from applications.documents.writing import texts
from applications.documents.writing.asked import is_task, joined
from applications.documents.writing.manner import Manner
from applications.documents.writing.picked import Pick
from applications.documents.writing.roles import employer, sentence

# Words of two sentences that are made one.
LONGEST_JOINED: Final = 45

_TRAILING: Final = re.compile(
    r"\s*\((?:[mfwdxih]\s*/\s*){1,3}[a-z*]+\)|\s+(?:position|vacancy|opening|role|job)$",
    re.IGNORECASE,
)
_AT: Final = r"\s*(?:[-–—|@,]|\bat\b)\s*{}$"


class Voice(NamedTuple):
    """What every sentence may need: how to speak, the role and who offers it."""

    manner: Manner
    title: str
    company: str

    def one_of(self, slot: str, ways: Sequence[str]) -> str:
        key = f"{self.company}|{self.title}|{slot}".casefold()
        digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
        return self.manner.said(ways[digest[0] % len(ways)])


def voice_of(manner: Manner, job: Mapping[str, Any]) -> Voice:
    company = texts.line(job.get("company"))
    return Voice(manner, role_of(texts.line(job.get("title")), company), company)


def role_of(title: str, company: str) -> str:
    """A title without what boards add to it: the company, “(m/f/d)”, “position”."""
    added = [_TRAILING]
    if company:
        added.append(re.compile(_AT.format(re.escape(company)), re.IGNORECASE))
    bare = ""
    while bare != title:
        bare = title
        for what in added:
            title = what.sub("", title)
    return title.strip(" -–—|,")


# What I apply for

_APPLY: Final = {
    "formal": (
        "I wish to apply for the position of",
        "I am writing to apply for the position of",
    ),
    "plain": ("I am applying for the role of", "I would like to apply for the role of"),
    "warm": (
        "I am glad to apply for the role of",
        "It is a pleasure to apply for the role of",
    ),
}
_UNTITLED: Final = "I am applying for the position that you have advertised"


def application(voice: Voice) -> str:
    comma = "," if "," in voice.title else ""
    at = f"{comma} at {voice.company}" if voice.company else ""
    if not voice.title:
        return sentence(voice.one_of("apply", (_UNTITLED,)) + at)
    begin = voice.one_of("apply", _APPLY[voice.manner.tone])
    return sentence(f"{begin} {voice.title}{at}")


def went_before(role: str, *, is_again: bool) -> str:
    own = role if role.startswith("I ") else role[0].lower() + role[1:]
    return f"{'Earlier' if is_again else 'Before that'} {own}"


# What you ask for, and what I did

_LEADS: Final = {
    "must": ("You ask for", "Your posting asks for"),
    "nice": ("You would welcome", "You would be glad of"),
    "duty": ("The work involves", "The role includes"),
}
_MORE_LEADS: Final = {
    "must": ("You also ask for", "Your posting also names"),
    "nice": ("You would also welcome", "You would also be glad of"),
    "duty": ("The work also involves", "The role also includes"),
}
_TASK: Final = {
    True: ("Part of the work is also to", "Another of the tasks is to"),
    False: ("Part of the work is to", "One of the tasks is to"),
}


def lead(voice: Voice, part: str, asked: Sequence[str], *, is_more: bool) -> str:
    """What of the posting is answered, without a full stop; ``is_more``: another such
    sentence went before."""
    names = joined(asked)
    slot = "more" if is_more else "lead"
    if names.startswith("“") and is_task(names):
        return f"{voice.one_of(slot, _TASK[is_more])} {names}"
    ways = (_MORE_LEADS if is_more else _LEADS).get(part, _LEADS["must"])
    return f"{voice.one_of(slot, ways)} {names}"


def deed(pick: Pick, one: Mapping[str, Any], run: int, *, is_again: bool) -> str:
    """“at Initech I led a team of 4”, in short where ``run`` deeds of the same work stand
    right before it, each other one with “there”; ``is_again``: one was told of before."""
    told = pick.deed.told
    if not told:
        return _quotation(pick, one)
    if is_again:
        told = re.sub(r"^I\b", "I also", told)
    if run % 2:
        return told
    if run:
        return f"{'for the same project' if pick.deed.is_project else 'there'} {told}"
    return f"{_where(pick, one)} {told}".strip()


def _where(pick: Pick, one: Mapping[str, Any]) -> str:
    if not pick.deed.is_project:
        return employer(one) or _in_role(one)
    name = texts.line(one.get("name"))
    where = f"for my project {name}" if name else "for a project of my own"
    return f"{where}," if where.endswith(".") else where


def _in_role(one: Mapping[str, Any]) -> str:
    title = texts.line(one.get("title"))
    return f"as {title}," if title else ""


def _quotation(pick: Pick, one: Mapping[str, Any]) -> str:
    text = pick.deed.text.replace("“", "‘").replace("”", "’")
    if pick.deed.is_project:
        name = texts.line(one.get("name"))
        return f"one of my projects{f' is {name}' if name else ''}: “{text}”"
    where = employer(one).rstrip(",")
    return f"of my work {where or _in_role(one).rstrip(',')} my résumé says: “{text}”"


def telling(voice: Voice, told: str, begin: str = "") -> str:
    """A deed as a sentence, after what of the posting it answers."""
    if not begin:
        return sentence(told[0].upper() + told[1:])
    if voice.manner.rhythm == "short" or ": “" in told:
        return f"{sentence(begin)} {telling(voice, told)}"
    return sentence(voice.one_of("joint", (f"{begin}: ", f"{begin}, and ")) + told)


def run_on(voice: Voice, said: list[str], told: str) -> list[str]:
    """The sentences with one more; who writes long ones has it in the one before, where
    that tells of the same work."""
    joined_up = f"{said[-1].rstrip('.')}; {told}." if said else ""
    is_same = voice.manner.rhythm == "long" and told.startswith(("there ", "I also "))
    if joined_up and is_same and len(joined_up.split()) <= LONGEST_JOINED:
        return [*said[:-1], joined_up]
    return [*said, telling(voice, told)]


# What else I bring


def skills(voice: Voice, mine: Sequence[str], *, are_asked: bool) -> str:
    if not mine:
        return ""
    names = joined(mine)
    if not are_asked:
        return sentence(f"My skills include {names}")
    ways = (
        f"Of the other things you name, my skills include {names}",
        f"My skills include {names}, which your posting names too",
    )
    return sentence(voice.one_of("skills", ways))


def certificates(found: Sequence[str]) -> str:
    if not found:
        return ""
    ways = ("One of my certificates is", "Among my certificates are")
    return sentence(f"{ways[len(found) > 1]} {joined(found)}")


def languages(found: Sequence[str]) -> str:
    return sentence(f"I speak {joined(found)}") if found else ""


def added(word: str, text: str) -> str:
    """“In addition, at Initech I led …”, where it is not said anyway."""
    if re.search(r"\balso\b", text):
        return text
    is_i = re.match(r"I\b", text)
    return f"{word}, {text if is_i else text[0].lower() + text[1:]}"


# How it could go on

_TALK: Final = (
    "One task in your posting I would like to talk about in particular:",
    "I would like to hear more about this part of the work:",
)
_GENERAL: Final = (
    "I would be glad to hear more about the role",
    "I would be glad to talk with you about the role",
)


def conversation(voice: Voice, task: str) -> str:
    """``task`` is a quotation of the posting."""
    if not task:
        return sentence(voice.one_of("talk", _GENERAL))
    return sentence(f"{voice.one_of('talk', _TALK)} {task}")


def about_work(voice: Voice, at: str) -> str:
    ways = (
        "I can tell you more about my work",
        "I would gladly tell you more about my work",
    )
    return sentence(f"{voice.one_of('work', ways)} {at}") if at else ""


def contact(email: str, phone: str) -> str:
    if not (email or phone):
        return "You can reach me at [your e-mail address or telephone number]."
    ways = " or ".join(filter(None, (email and f"at {email}", phone and f"on {phone}")))
    return sentence(f"You can reach me {ways}")


def pay(salary: str) -> str:
    return sentence(f"I have a salary of {salary or '[the salary you expect]'} in mind")


def beginning(start: str) -> str:
    return sentence(f"I can start {start or '[when you can start]'}")
