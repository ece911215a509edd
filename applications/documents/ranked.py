"""Between the rows and ``ranking``: the order kept for a job and a résumé."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects

from accounts.models import Profile, User
from applications.candidate import as_data, month_of
from applications.documents.ranking import VERSION, Order, Ranking, rank, skill_names
from applications.matching.analysis import fingerprint
from applications.models import ContentRanking, Job
from applications.models.analysis import ENGINE

ENTRIES = ("experiences", "projects")


def ranking_of(user: User, job: Job, profile: Profile) -> ContentRanking:
    """What of a résumé goes first for a job, made or renewed where either changed.

    An order of the person's own stays. What another system said is kept beside.
    """
    ranking, _is_new = ContentRanking.objects.get_or_create(
        user=user, job=job, profile=profile, defaults={"engine": ENGINE}
    )
    # As the caller has read them, and nothing read twice.
    ranking.job, ranking.profile = job, profile
    return renewed(ranking)


def renewed(ranking: ContentRanking) -> ContentRanking:
    """The same, worked out anew if it is not current. It has a résumé."""
    job, profile = ranking.job, ranking.profile
    assert profile
    prefetch_related_objects([profile], "experiences", "projects", "education")
    keys = {name: _keys(profile, name) for name in ENTRIES}
    data, facts, as_of = as_data(job), profile.as_facts(), month_of(job)
    stands_on = {"keys": keys, "method": VERSION}
    mark = fingerprint(job=data, facts=facts, wishes=stands_on, as_of=as_of)
    if ranking.mark != mark:
        _renew(ranking, rank(data, facts, as_of=as_of), keys, mark)
    return ranking


def _renew(
    ranking: ContentRanking, found: Ranking, keys: dict[str, list[int]], mark: str
) -> None:
    order, told = found.order, found.explanations
    computed: dict[str, list[Any]] = {
        name: [keys[name][place] for place in getattr(order, name)] for name in ENTRIES
    }
    names = [str(one["name"]) for one in told["skills"]]
    said = {
        name: dict(zip(map(str, items), told[name], strict=True))
        for name, items in (keys | {"skills": names}).items()
    }
    computed["skills"] = order.skills
    ranking.renew(computed, said, mark=mark, confidence=found.confidence)


def order_of(ranking: ContentRanking, profile: Profile) -> Order:
    """The order as the writers take it: all of the résumé, what it does not know last."""
    names = skill_names(profile.as_facts())
    experiences, projects = (
        _places(ranking.items(name), _keys(profile, name)) for name in ENTRIES
    )
    return Order(experiences, projects, _first(ranking.items("skills"), names))


def use(ranking: ContentRanking) -> None:
    """A document was written by it."""
    ranking.use()


def _keys(profile: Profile, name: str) -> list[int]:
    return [row.pk for row in getattr(profile, name).all()]


def _places(ranked: list[Any], keys: list[int]) -> list[int]:
    place = {key: number for number, key in enumerate(keys)}
    return [place[key] for key in _first(ranked, keys)]


def _first(ranked: list[Any], there: list[Any]) -> list[Any]:
    """What is there: the ranked ones first, each once."""
    known = [item for item in ranked if item in there]
    return list(dict.fromkeys([*known, *there]))
