"""By what one knows that two companies are the same one: their names, their websites."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from jobtracker.text import fold

# What a company calls itself beside its name.
_SUFFIXES = frozenset(
    """
    inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg kgaa
    ug se sa sas sarl srl spa bv nv oy oyj ab as aps pty pte sro kft zrt doo sl slu sp spzoo
    holding group gruppe international
    """.split()
)
# As single letters: S.A., A/S, z o.o.
_SPELLED = _SUFFIXES | {"zoo"}
_WORDS = re.compile(r"[^\W_]+")
# Where companies have a page among others: it tells nothing of them.
_SHARED = frozenset(
    """
    linkedin.com xing.com facebook.com instagram.com twitter.com x.com youtube.com
    github.com gitlab.com medium.com glassdoor.com indeed.com kununu.com crunchbase.com
    wikipedia.org google.com notion.site wordpress.com wixsite.com blogspot.com
    greenhouse.io lever.co ashbyhq.com workable.com recruitee.com smartrecruiters.com
    personio.com personio.de teamtailor.com myworkdayjobs.com
    """.split()
)


def company_key(name: str) -> str:
    """Without Inc, GmbH and the like: ``Initech Ltd.`` is ``initech``."""
    words = _WORDS.findall(fold(name))
    while count := _suffix(words):
        del words[-count:]
    return " ".join(words)


def _suffix(words: list[str]) -> int:
    """Of how many words at the end one is; 0 where there is none, or nothing else."""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return 1
    for count in (3, 2):
        letters = words[-count:]
        is_spelled = len(words) > count and max(map(len, letters)) == 1
        if is_spelled and "".join(letters) in _SPELLED:
            return count
    return 0


def site_of(url: str) -> str:
    """The host of a company's own website, without ``www.``; empty where many share it."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    is_shared = any(f".{host}".endswith(f".{shared}") for shared in _SHARED)
    return "" if is_shared else host[:255]
