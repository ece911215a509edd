"""Whether a page without data is one posting: it takes more than a word or two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from applications.capture.head import Page

ENOUGH = 6
_GENDERS = re.compile(
    r"\((?:[mwfdhx][/|*,]){1,3}[mwfdhx]\)|\b[HF]/[FH]\b|\(all genders\)|\bm/w/d\b", re.I
)
_HIRING = re.compile(
    r"^job application for .+ at |\bhiring .+ (?:in|job)\b|\bis looking for\b|^apply for ",
    re.I,
)
_SEEKING = re.compile(
    r"\b(?:we(?:['’]re| are) (?:looking for|hiring|seeking|searching)|we seek|you will"
    r"|you['’]ll|is (?:looking for|seeking|hiring)|join (?:us|our team)|wir suchen"
    r"|du (?:bist|hast)|nous recherchons|nous cherchons|buscamos|wij zoeken|cerchiamo"
    r"|vi söker|szukamy|procuramos|seeks an?)\b",
    re.I,
)
_SEND = re.compile(
    r"\b(?:send|e-?mail|submit|forward)\b[^.]{0,40}\b(?:cv|résumé|resume|application)\b",
    re.I,
)
# One applies for loans and courses too.
_WORK = re.compile(
    r"\b(?:jobs?|roles?|positions?|vacanc(?:y|ies)|employ\w*|salary|candidates?|hiring|recruit\w*"
    r"|careers?|hours|shifts?|colleagues?|experience|stelle\w*|mitarbeiter\w*|gehalt|team|equipe"
    r"|bewerber\w*|poste|emploi|salaire|expérience|puesto|empleo|trabajo|salario|experiencia"
    r"|functie|baan|werkgever|ervaring|lavoro|esperienza|praca|pracy|doświadczeni\w*|jobb"
    r"|tjänst\w*|erfarenhet|stilling|vaga|emprego)\b",
    re.I,
)
# Labels that only somebody who hires has.
_ASKED = {"deadline_on", "employment", "source_id", "posted_on"}
_APPLY = re.compile(
    r"(?:easy |quick )?apply(?: now| here| online| today| for this (?:job|position|role)"
    r"| to this job| on company (?:site|website))?|i['’]m interested|submit application"
    r"|(?:jetzt |online )?bewerben|jetzt online bewerben|postuler(?: maintenant)?"
    r"|je postule"
    r"|candidater|solicitar|aplicar|inscribirme|postular(?:me)?|solliciteer(?: nu| direct)?"
    r"|candidati|invia candidatura|aplikuj|ansök(?: nu| här)?|søk(?: nå)?|candidatar-se"
    r"|応募する|apply by e-?mail",
    re.I,
)
_APPLY_LINK = re.compile(r"/apply\b|/application/new|/bewerben|/postuler", re.I)
_LIST = re.compile(
    r"\b(?:job (?:listings?|openings?|search|board|alerts?)|search results"
    r"|open (?:positions"
    r"|roles|jobs|vacancies)|current (?:openings|vacancies|opportunities)|all jobs"
    r"|job offers"
    r"|vacancies|our jobs|careers? at|jobs (?:at|in)|we['’]re hiring|work with us"
    r"|join (?:us|our team)|stellenangebote|offene stellen|jobs? bei|karriere(?: bei)?"
    r"|nos offres|offres d['’]emploi|ofertas de empleo|vacatures|lavora con noi|careers?"
    r"|jobs?|openings|lediga jobb)\b",
    re.I,
)
_COUNT = re.compile(
    r"\b[0-9][0-9,.]*\+? (?:[\w-]+ ){0,4}(?:jobs?|openings|results|positions|vacancies"
    r"|stellen|offres|vacatures|empleos)\b",
    re.I,
)
_JOB_LINK = re.compile(
    r"/(?:jobs?|careers?|positions?|openings?|vacanc(?:y|ies)|stellen\w*|offres?|empleos?"
    r"|vacatures?|o|j|posting|requisition|job-?details?|viewjob"
    r"|lediga-jobb)/[^/?#]*[0-9a-z]"
    r"|(?:jobs\.lever\.co|ashbyhq\.com|smartrecruiters\.com)/[^/?#]+/[^/?#]+",
    re.I,
)
_GONE = re.compile(
    r"no longer (?:available|accepting|open|active|exists?)|has (?:been filled|expired"
    r"|closed)"
    r"|(?:page|job|position|posting|vacancy) (?:was )?not found|\b404\b"
    r"|position (?:is )?closed"
    r"|job (?:is )?closed|nicht mehr (?:verfügbar|online|aktuell)|n['’]est plus disponible"
    r"|ya no está disponible|niet meer beschikbaar|expired job",
    re.I,
)
_WALL = re.compile(
    r"just a moment|checking (?:if|your)|enable javascript and cookies|captcha"
    r"|access denied"
    r"|are you a (?:robot|human)|verify you are human|unusual traffic|attention required",
    re.I,
)
_LOGIN = re.compile(
    r"^(?:sign in|log ?in|join linkedin|anmelden|einloggen|connexion)\b", re.I
)
# Pages about jobs.
_ABOUT = re.compile(
    r"job description (?:template|sample|example)|\b(?:template|sample)s?\b.*\bjob desc"
    r"|job description$|interview questions|salary guide|^how to\b|^what (?:does|is|do)\b"
    r"|cover letter (?:template|sample|example)|(?:average|typical) salar"
    r"|\bsalar(?:y|ies) (?:in|for)\b"
    r"|(?:résumé|resume|cv) (?:template|sample|example)s?",
    re.I,
)
# Data that says the page is of another kind.
_OTHER_KINDS = {
    "article", "blogposting", "newsarticle", "reportagenewsarticle", "product", "course",
    "event", "recipe", "book", "movie", "videoobject", "qapage", "faqpage", "howto",
    "softwareapplication", "person", "profilepage", "restaurant", "review", "itemlist",
    "searchresultspage", "collectionpage", "discussionforumposting", "techarticle",
    "jobposting",
}  # fmt: skip
_OTHER_OG = ("article", "product", "profile", "video", "music", "book", "blog", "event")
_HOSTS = re.compile(
    r"(?:^|\.)(?:lever\.co|greenhouse\.io|workable\.com|ashbyhq\.com|bamboohr\.com"
    r"|jobvite\.com"
    r"|smartrecruiters\.com|icims\.com|myworkdayjobs\.com|breezy\.hr|recruitee\.com"
    r"|personio\.(?:de|com)|teamtailor\.com|jazzhr\.com|applytojob\.com|taleo\.net"
    r"|pinpointhq\.com|rippling\.com|gem\.com)$",
    re.I,
)


def points(page: Page, url: str = "") -> int:
    """How much speaks for one posting; ``ENOUGH`` is enough.

    None if nobody is asked to apply: an encyclopedia has duties and salaries as well.
    """
    prose = " ".join([*page.lines[:300], page.meta.get("og:description", "")])[:30_000]
    heads = [page.title, page.meta.get("og:title", ""), *page.heading("h1")]
    signs = (
        2 * has_apply(page),
        3 * bool(page.parts.get("title")),
        3 * any(_HIRING.search(head) for head in heads),
        2 * any(_GENDERS.search(head) for head in heads),
        bool(_SEEKING.search(prose)),
        bool(_SEND.search(prose)),
        3 * _is_board(page, url),
        not _ASKED.isdisjoint(page.labels),
    )
    if not any(signs) or not (_WORK.search(prose) or "duties" in page.sections):
        return 0
    return sum(signs) + 2 * min(3, len(page.sections)) + min(4, len(page.labels))


def _is_board(page: Page, url: str) -> bool:
    """A page of a board's own address, one level below the employer's list."""
    for address in (url, page.meta.get("og:url", ""), page.canonical):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if (
            _HOSTS.search(parts.hostname or "")
            and parts.path.strip("/").count("/") >= 1
        ):
            return True
    return False


def has_apply(page: Page) -> bool:
    return bool(page.parts.get("apply")) or any(
        _APPLY.fullmatch(link.text.strip(" !.→>»")) or _APPLY_LINK.search(link.href)
        for link in page.links
    )


def objection(page: Page, kinds: Iterable[str]) -> str:
    """Why the page is not one posting, said to the person; empty if nothing objects.

    ``kinds`` are the types of its data, in lower case.
    """
    heads = [page.title, *page.heading("h1")[:3], page.meta.get("og:title", "")]
    sections = len(page.sections)
    short = " ".join(page.lines)[:3_000]
    if any(map(_WALL.search, heads)) or (len(short) < 600 and _WALL.search(short)):
        return _("This page asks whether one is human; the posting is behind it.")
    if sections < 2 and (page.has_password or any(map(_LOGIN.search, heads))):
        return _("This page asks to sign in; the posting is behind it.")
    if sections < 2 and (any(map(_GONE.search, heads)) or _GONE.search(short)):
        return _("This page says that the posting is gone.")
    if _is_list(page, heads, sections):
        return _("This page is a list of several postings; open the one you mean.")
    if _is_other(page, set(kinds)) or any(map(_ABOUT.search, heads)):
        return _("This page holds no posting: it is of another kind.")
    return ""


def _is_other(page: Page, kinds: set[str]) -> bool:
    if kinds & _OTHER_KINDS:
        return True
    kind = page.meta.get("og:type", "").lower()
    # Blogging software calls every page an article.
    is_careless = kind == "article" and has_apply(page) and bool(page.labels)
    return kind.startswith(_OTHER_OG) and not is_careless


def _is_list(page: Page, heads: list[str], sections: int) -> bool:
    hrefs = {
        link.href.partition("?")[0].partition("#")[0]
        for link in page.links
        if _JOB_LINK.search(link.href)
        and not _APPLY_LINK.search(link.href)
        and len(link.text) > 2
        and not _APPLY.fullmatch(link.text)
    }
    if any(map(_COUNT.search, heads)):
        return True
    titles = page.heading("h1") or heads[:1]
    is_titled = any(_LIST.search(title) for title in titles)
    names = page.parts.get("title", [])
    if len(set(names)) >= 4 and not page.heading("h1"):
        return True
    if len(hrefs) >= 2 and (is_titled or sections < 2):
        return True
    return is_titled and sections < 2 and len(hrefs) >= 1
