"""Every row belongs to one person, and rows that hang together to the same one."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import models

from accounts.models import User
from applications.models import (
    DocumentTemplate,
    Job,
    JobWords,
    StatusRun,
    StatusRunRow,
)
from jobtracker.models import Tick
from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.search import renewing
from jobtracker.tests.examples import Examples, our_models, owned_models

# Models that belong to nobody, each with the reason.
NOT_OWNED = {
    User: "is the owner",
    Tick: "is the clock's, or a worker's",
    StatusRun: "is the operator's, over everyone",
    StatusRunRow: "is the operator's, and goes with its application",
}

# Of these some belong to nobody, so that all can use them, each with the reason.
FOR_ALL = {
    Job: "is public without a person",
    JobWords: "is a public job’s without a person",
    DocumentTemplate: "is built in without a person",
}


@pytest.fixture(scope="module")
def demo(module_rows: None) -> None:
    """Two people with everything a demo shows, made the same."""
    with renewing():
        for name in ("carla", "dan"):
            call_command(
                "seed_demo", email=f"{name}@example.org", applications=40, json=True
            )


@pytest.fixture
def people(db: None, demo: None) -> list[User]:
    return list(User.objects.order_by("pk"))


def somebodys(model: type[models.Model]) -> models.QuerySet:
    """All rows, but for those that belong to nobody and may."""
    rows: models.QuerySet = models.QuerySet(model)
    return rows.exclude(user=None) if model in FOR_ALL else rows


def test_every_model_is_owned_or_named_here():
    ours = set(our_models())
    assert ours >= set(NOT_OWNED)
    strays = [
        model._meta.label
        for model in ours - set(NOT_OWNED)
        if not (
            issubclass(model, OwnedModel)
            and isinstance(model._default_manager.all(), OwnedQuerySet)
        )
    ]
    assert not strays, f"No owner: {strays}. Let them be an OwnedModel."


@pytest.mark.parametrize("model", owned_models(), ids=lambda model: model._meta.label)
def test_the_way_to_the_owner_ends_at_a_person(model):
    at = model
    for step in model.owner_lookup.split("__"):
        field = at._meta.get_field(step)
        assert field.many_to_one or field.one_to_one
        at = field.related_model
    assert at is User


def test_owner_is_who_for_user_finds_it_for(alice, bob):
    Examples(alice, rows=2)
    Examples(bob)
    for model in owned_models():
        assert model.objects.for_user(alice).exists(), (
            f"no example of {model._meta.label}"
        )
        for person in (alice, bob):
            owners = {row.owner for row in model.objects.for_user(person)}
            assert owners == {person}, model._meta.label
        both = (
            model.objects.for_user(alice).count() + model.objects.for_user(bob).count()
        )
        assert both == somebodys(model).count(), model._meta.label


def test_what_hangs_together_has_one_owner(people):
    looked_at = set()
    for model in owned_models():
        for field in _foreign_keys(model):
            rows: models.QuerySet = models.QuerySet(model).exclude(**{field.name: None})
            for row in rows.select_related(field.name):
                other = getattr(row, field.name)
                owner = other if field.related_model is User else other.owner
                if owner is None and field.related_model in FOR_ALL:
                    continue
                assert owner == row.owner, f"{row!r}.{field.name} is {other!r}"
                looked_at.add(f"{model._meta.label}.{field.name}")
    assert looked_at >= {
        "applications.Application.job",
        "applications.Job.company",
        "applications.Note.application",
        "applications.StatusChange.application",
        "applications.StatusChange.by",
    }


def _foreign_keys(model: type[models.Model]) -> list[models.Field]:
    owned = {*owned_models(), User}
    return [
        field
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in owned
    ]


def test_the_demo_is_each_persons_own(people):
    first, second = people
    for model in owned_models():
        counts = [model.objects.for_user(person).count() for person in people]
        assert counts[0] == counts[1], model._meta.label
        shared = model.objects.for_user(first) & model.objects.for_user(second)
        assert not shared.exists(), model._meta.label


def test_all_of_a_person_goes_with_them(people):
    first, second = people
    first.delete()
    for model in owned_models():
        of_second = model.objects.for_user(second).count()
        assert somebodys(model).count() == of_second, model._meta.label
