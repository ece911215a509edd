import json
from collections import Counter
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from applications.demo import make_many, tell
from applications.models import (
    Application,
    ClosedReason,
    Job,
    Note,
    Priority,
    Status,
    StatusChange,
)
from companies.models import Company

pytestmark = pytest.mark.alike

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FEW = ("--applications", "3")


def seed(*arguments):
    out = StringIO()
    call_command("seed_demo", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


def story(user):
    """All that is told of a person, without keys."""
    rows = Application.objects.for_user(user).order_by(
        "job__source_id", "notes__pk", "status_changes__pk"
    )
    return list(
        rows.values_list(
            "job__title",
            "job__company__name",
            "job__description",
            "job__salary_min",
            "status",
            "closed_reason",
            "priority",
            "applied_at",
            "closed_at",
            "last_activity_at",
            "notes__text",
            "status_changes__changed_at",
        )
    )


# The command


@pytest.fixture
def demo(db):
    return seed(*FEW, "--password", "a long walk home")


def test_person_can_log_in_at_once(demo, client):
    user = User.objects.get()
    assert (demo["email"], demo["password"]) == (user.email, "a long walk home")
    assert user.emailaddress_set.get().verified
    data = {"login": user.email, "password": "a long walk home"}
    assert client.post("/accounts/login/", data)["Location"] == "/"
    assert client.get("/").status_code == 200


def test_without_a_password_one_is_made_and_told(db):
    told = seed(*FEW)
    assert len(told["password"]) >= 16
    assert User.objects.get().check_password(told["password"])
    other = seed(*FEW, "--email", "other@example.org")
    assert other["password"] != told["password"]


def test_as_many_as_asked_for_are_made(db):
    assert seed("--applications", "7")["applications_made"] == 7
    assert Application.objects.count() == 7


def test_second_run_changes_nothing(demo):
    models = (User, Application, Job, Company, Note, StatusChange)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    again = seed(*FEW)
    assert again["applications_made"] == 0
    assert again["password"] == "(unchanged)"
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_second_run_can_set_the_password(demo):
    seed(*FEW, "--password", "another long walk")
    assert User.objects.get().check_password("another long walk")


def test_login_is_taken_in_any_case(demo):
    seed(*FEW, "--email", "DEMO@example.org")
    assert User.objects.count() == 1


def test_rows_of_others_are_left_alone(alice):
    seed("--applications", "3")
    assert not Application.objects.for_user(alice).exists()


def test_without_json_it_is_a_table(db):
    out = StringIO()
    call_command("seed_demo", "--applications=1", stdout=out)
    assert "applications made  1" in out.getvalue()


@pytest.mark.parametrize("wrong", ["--applications=many", "--seed=x", "--nonsense"])
def test_wrong_use_is_refused_and_makes_nothing(db, wrong):
    with pytest.raises(CommandError):
        call_command("seed_demo", wrong)
    assert not User.objects.exists()


def test_nobody_is_needed_for_none(db):
    assert seed("--applications", "0")["applications_made"] == 0
    assert seed("--applications", "2")["applications_made"] == 2


# Thousands at once


@pytest.fixture
def many(alice):
    make_many(alice, count=1_200, seed=1, now=NOW)
    return Application.objects.for_user(alice)


def test_above_a_thousand_they_are_made_in_bulk(db):
    assert seed("--applications", "1001")["applications_made"] == 1_001
    assert Application.objects.count() == Job.objects.count() == 1_001


def test_statuses_are_spread_evenly(many):
    counts = Counter(many.values_list("status", flat=True))
    assert set(counts) == set(Status.values)
    assert max(counts.values()) - min(counts.values()) <= 1


def test_many_have_the_same_kinds_of_children(many):
    assert set(many.values_list("closed_reason", flat=True)) == {
        "",
        *ClosedReason.values,
    }
    assert Note.objects.count() == 1_200
    assert StatusChange.objects.filter(from_status="").count() == 1_200
    assert Company.objects.count() == 60


def test_many_are_the_same_for_the_same_seed(bob, alice, many):
    make_many(bob, count=1_200, seed=1, now=NOW)
    assert story(bob) == story(alice)


def test_nothing_happens_in_the_future(many):
    assert not StatusChange.objects.filter(changed_at__gt=NOW).exists()
    assert not Note.objects.filter(created_at__gt=NOW).exists()
    for field in ("closed_at", "applied_at", "saved_at", "last_activity_at"):
        assert not Application.objects.filter(**{f"{field}__gt": NOW}).exists()


def test_history_of_each_of_many_ends_where_it_stands(many):
    for row in many[:50]:
        last = row.status_changes.order_by("-changed_at", "-pk").first()
        assert last.to_status == row.status
        if row.is_closed:
            assert last.changed_at == row.closed_at


# What it tells


@pytest.fixture(scope="module")
def teller(module_rows):
    """The person it is told of."""
    user = User.objects.create_user("told@example.org")
    tell(user, count=60, seed=1, now=NOW)
    return user


@pytest.fixture
def told(db, teller):
    return Application.objects.for_user(teller)


def test_all_statuses_reasons_and_priorities_are_there(told):
    assert {row.status for row in told} == set(Status.values)
    assert {row.closed_reason for row in told} == {"", *ClosedReason.values}
    assert {row.priority for row in told} == set(Priority.values)


def test_some_companies_have_several(told):
    counts = Counter(told.values_list("job__company", flat=True))
    assert max(counts.values()) >= 3


def test_each_column_and_child_has_something_to_show(told):
    assert told.filter(applied_at=None).exists()
    assert told.filter(next_follow_up_on__gte=NOW.date()).exists()
    assert told.filter(offer_amount__gt=0).exists()
    assert told.exclude(rejection_reason="").exists()
    assert Note.objects.exists()
    assert not Job.objects.filter(description="").exists()


def test_history_ends_where_the_application_stands(told):
    for row in told:
        steps = list(row.status_changes.order_by("pk"))
        assert steps[0].from_status == ""
        assert steps[-1].to_status == row.status
        for before, after in zip(steps, steps[1:], strict=False):
            assert after.from_status == before.to_status


def test_same_seed_is_the_same_story(bob, teller):
    tell(bob, count=60, seed=1, now=NOW)
    assert story(bob) == story(teller)


def test_other_seed_is_another_story(bob, teller):
    tell(bob, count=60, seed=2, now=NOW)
    assert story(bob) != story(teller)


def test_every_row_could_have_been_typed(told):
    for row in told.with_job():
        row.full_clean(validate_constraints=False)
        row.job.full_clean(validate_constraints=False)
