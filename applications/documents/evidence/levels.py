"""Ladders of words: deeds, ranks, degrees and languages, from less to more."""

from __future__ import annotations

import re
from typing import Final


def _any(words: str) -> re.Pattern[str]:
    names = "|".join(re.escape(word).replace(r"\ ", " ") for word in words.split("/"))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.I)


# Who says that they helped to do it, did it less than who says that they did it.
_DEEDS: Final = (
    (0, _any("helped/helping/help/helps/assisted/assisting/assists/assist/supported"
             "/supporting/shadowed/observed")),
    (1, _any("contributed/contributing/contributes/participated/participating/took part"
             "/involved in/worked with/part of")),
    (4, _any("headed/heading/heads/directed/directing/directs/founded/founding/co-founded")),
    (3, _any("led/leading/leads/lead/managed/managing/manages/supervised/supervising/oversaw"
             "/overseeing/spearheaded/spearheading/chaired/ran the")),
)  # fmt: skip
DEED: Final = 2


def deed_of(text: str) -> int:
    """0 helped, 1 contributed, 2 did, 3 led, 4 headed. “Helped lead” is helped."""
    return next((level for level, words in _DEEDS if words.search(text)), DEED)


_RANKS: Final = (
    (-1, _any("junior/jr/trainee/intern/internship/apprentice/assistant/deputy/acting"
              "/associate/graduate/working student/werkstudent/praktikant/stagiaire")),
    (4, _any("chief/ceo/cto/cfo/coo/cio/cmo/cpo/president/founder/co-founder/partner/owner"
             "/managing director")),
    (3, _any("director/head/vp/vice president/leiter/directeur/directora")),
    (2, _any("lead/principal/staff/manager/leader/supervisor/architect/team lead/managerin")),
    (1, _any("senior/sr")),
)  # fmt: skip


def rank_of(title: str) -> int:
    """-1 junior, 0 without a rank, 1 senior, 2 lead, 3 head of, 4 chief."""
    return next((level for level, words in _RANKS if words.search(title)), 0)


_DEGREES: Final = (
    (4, re.compile(r"\b(?:ph\.? ?d|d\.? ?phil|doctor(?:ate)?|dr\.|doktor|promotion"
        r"|doctorat)(?!\w)", re.I)),
    (3, re.compile(r"\b(?:master(?:'?s)?(?= degree| of | in |,|$)|m\.? ?sc|m\.?eng|mba"
        r"|m\.?a\.?(?= (?:in|of)\b|,|$)|m\.?phil"
                   r"|diplom(?:a-?ingenieur)?(?=[ ,-]|$)|magister|máster|ll\.?m"
                   r"|m\.?tech|mtech|mca)(?!\w)", re.I)),
    (2, re.compile(r"\b(?:bachelor(?:'?s)?|b\.? ?sc|b\.?eng|b\.?tech|b\.?a\.?(?= (?:in"
        r"|of)\b|,|$)|b\.?com|bba|bca|licence|licenciatura"
                   r"|grado|ll\.?b|undergraduate degree)(?!\w)", re.I)),
    (1, re.compile(r"\b(?:associate(?:'?s)? degree|associate of|diploma"
        r"|a\.?a\.?s)(?!\w)", re.I)),
)  # fmt: skip
DEGREES: Final = ("", "associate", "bachelor", "master", "doctor")


def degrees_in(text: str) -> list[tuple[int, int, int]]:
    """(1 associate, 2 bachelor, 3 master, 4 doctor; where it begins and ends)."""
    return [
        (level, *found.span())
        for level, words in _DEGREES
        for found in words.finditer(text)
    ]


_TONGUES: Final = (
    (1, _any("a1/a2/basic/basics/elementary/beginner/grundkenntnisse/notions/débutant/básico"
             "/basis/limited")),
    (2, _any("b1/working/conversational/intermediate/mittelstufe/intermédiaire/intermedio"
             "/limited working")),
    (3, _any("b2/good/upper intermediate/gut/gute/bon/bueno/goed/professional working")),
    (4, _any("c1/c2/fluent/fluently/proficient/advanced/full professional"
             "/business fluent/fließend"
             "/verhandlungssicher/courant/fluido/vloeiend/professional/business/very good"
             "/sehr gut/excellent")),
    (5, _any("native/bilingual/mother tongue/muttersprache/langue maternelle/nativo/moedertaal"
             "/maternelle/native or bilingual")),
)  # fmt: skip


def tongue_of(text: str) -> int:
    """1 basic, 2 working, 3 good, 4 fluent, 5 native; 0 where no level is said."""
    return max((level for level, words in _TONGUES if words.search(text)), default=0)


# Praise of oneself: who says it, says more than a résumé that does not.
PRAISE: Final = _any(
    "expert/experts/expertise/extensive/extensively/deep/deeply/proven/strong/strongly"
    "/advanced/mastery/master of/mastered/seasoned/in-depth/comprehensive/world-class"
    "/award-winning/exceptional/exceptionally/outstanding/passionate/highly/best/top-performing"
    "/renowned/leading expert/accomplished/visionary/guru/ninja/thought leader/unparalleled"
    "/vast/profound/excellent/superb/brilliant/perfect/flawless/unique/specialist in"
    "/results-driven/recognised/recognized/leader"
)  # fmt: skip

# Whoever brings one of them says that it reached further.
SCOPE: Final = _any(
    "all/every/entire/whole/always/company/companies/industry/industries/organisation"
    "/organization/organisations/organizations"
)
# Of whom it is told; a row can say it in its title, and of others in its lines.
STANDING: Final = _any(
    "senior/principal/chief/executive/executives/director/directors/manager/managers"
)

RISES: Final = _any(
    "increase/increased/increasing/increases/grow/grew/growing/grown/raise/raised/raising/gained"
    "/boosted/boosting/expanded/rose/doubled/tripled"
)
FALLS: Final = _any(
    "reduce/reduced/reducing/reduces/cut/cuts/cutting/lower/lowered/lowering/decrease/decreased"
    "/decreasing/drop/dropped/shrink/shrank/saved/saving/fell/shortened/halved/minimised/minimized"
)
