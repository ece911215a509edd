"""All facts of a sentence or a point, each weighed by who may speak for its place."""

from __future__ import annotations

from collections.abc import Iterator

from applications.documents.evidence.facts.figures import find_figure
from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.names import (
    find_capitals,
    find_contacts,
    find_degrees,
    find_titles,
)
from applications.documents.evidence.facts.skills import find_skills, find_tongues
from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.scopes import Scope
from applications.documents.evidence.wording import is_deed


def facts_of(scope: Scope) -> Iterator[Found]:
    """Each place of the text is one fact’s: the first kind that finds one there."""
    taken = [False] * (len(scope.text) + 1)
    for fact in _all(scope):
        if not any(taken[fact.start : fact.end]):
            taken[fact.start : fact.end] = [True] * (fact.end - fact.start)
            yield fact


def _all(scope: Scope) -> Iterator[Found]:
    text, record = scope.text, scope.record
    yield from find_contacts(record, text)
    for start, end, grounds in scope.places:
        yield _employer(scope, start, end, grounds)
    yield from (_title(scope, one) for one in find_titles(text, record.mine))
    figures = figures_in(text)
    for one in figures:
        yield find_figure(record, text, one, figures, scope.at(one.start))
    yield from (_degree(scope, one) for one in find_degrees(text, record.mine))
    if not all(part.is_theirs for part in scope.parts):
        yield from find_tongues(record, text, is_list=False)
    yield from _skills(scope)
    yield from _capitals(scope)


def _employer(scope: Scope, start: int, end: int, grounds: list[Ground]) -> Found:
    subject = scope.subject
    is_found = not subject or subject in grounds or subject.says(scope.text[start:end])
    return Found("employer", start, end, is_found, ((grounds[0].number, ""),))


def _title(scope: Scope, fact: Found) -> Found:
    """Again, by who may speak for its place."""
    grounds = scope.at(fact.start)
    words = scope.text[fact.start : fact.end]
    here = next(find_titles(scope.text, grounds, [(fact.start, fact.end)]))
    if any(ground.says(words) for ground in grounds):
        return here._replace(is_found=True)
    # “platform engineer” of a summary says no employer.
    is_of_nobody = not scope.places and not scope.subject
    return fact if is_of_nobody and fact.is_found and not here.is_found else here


def _degree(scope: Scope, fact: Found) -> Found:
    again = find_degrees(scope.text, scope.anywhere(fact.start))
    return next(one for one in again if (one.start, one.end) == (fact.start, fact.end))


def _skills(scope: Scope) -> Iterator[Found]:
    for part in scope.parts:
        said = scope.text[part.start : part.end]
        grounds, is_own = scope.anywhere(part.start), not part.is_theirs
        for fact in find_skills(scope.record, said, grounds, is_own=is_own):
            moved = fact.moved(part.start)
            yield _skill_there(scope, moved) if is_own else moved


def _skill_there(scope: Scope, fact: Found) -> Found:
    """“at Globex I used Kafka” is Globex’s to say."""
    here = [] if scope.subject else scope.employer_at(fact.start)
    if not here:
        return fact
    words = scope.text[fact.start : fact.end]
    again = next(find_skills(scope.record, words, here, is_own=True), fact)
    return fact._replace(is_found=again.is_found)


def _capitals(scope: Scope) -> Iterator[Found]:
    record = scope.record
    for part in scope.parts:
        said = scope.text[part.start : part.end]
        grounds = [*scope.anywhere(part.start), *record.contact]
        if not part.is_theirs and not is_deed(said):
            grounds += record.posting
        yield from (one.moved(part.start) for one in find_capitals(said, grounds))
