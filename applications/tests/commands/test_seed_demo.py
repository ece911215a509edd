import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Profile, User
from applications.models import Application, Job, Note, StatusChange
from companies.models import Company, Contact
from jobtracker.search import renewing

pytestmark = pytest.mark.alike

NOBODY = ("--applications", "0")


def seed(*arguments):
    out = StringIO()
    with renewing():
        call_command("seed_demo", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


def test_without_a_password_one_is_made_and_told(db):
    told = seed(*NOBODY)
    assert len(told["password"]) >= 16
    assert User.objects.get().check_password(told["password"])
    other = seed(*NOBODY, "--email", "other@example.org")
    assert other["password"] != told["password"]


@pytest.mark.parametrize("wrong", ["--applications=many", "--seed=x", "--nonsense"])
def test_wrong_use_is_refused_and_makes_nothing(db, wrong):
    with pytest.raises(CommandError):
        call_command("seed_demo", wrong)
    assert not User.objects.exists()


def test_nobody_is_needed_for_none(alice):
    assert seed(*NOBODY)["applications_made"] == 0
    for model in (Profile, Job, Contact):
        assert not model.objects.exists()
    assert seed("--applications", "2")["applications_made"] == 2
    assert not Application.objects.for_user(alice).exists()


def test_above_a_thousand_they_are_made_in_bulk(db):
    assert seed("--applications", "1001")["applications_made"] == 1_001
    assert Application.objects.count() == Job.objects.count() == 1_001


# One that was made


@pytest.fixture(scope="module")
def made(module_rows):
    return seed("--applications", "7", "--password", "a long walk home")


@pytest.fixture
def demo(db, made):
    return made


def test_as_many_as_asked_for_are_made(demo):
    assert demo["applications_made"] == 7
    assert Application.objects.count() == 7


def test_person_can_log_in_at_once(demo, client):
    user = User.objects.get()
    assert (demo["email"], demo["password"]) == (user.email, "a long walk home")
    assert user.emailaddress_set.get().verified
    data = {"login": user.email, "password": "a long walk home"}
    assert client.post("/accounts/login/", data)["Location"] == "/"
    assert client.get("/").status_code == 200


def test_second_run_changes_nothing(demo):
    models = (User, Application, Job, Company, Note, StatusChange)
    before = [list(model.objects.order_by("pk").values()) for model in models]
    again = seed()
    assert again["applications_made"] == 0
    assert again["password"] == "(unchanged)"
    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_second_run_can_set_the_password(demo):
    seed("--password", "another long walk")
    assert User.objects.get().check_password("another long walk")


def test_login_is_taken_in_any_case(demo):
    seed("--email", "DEMO@example.org")
    assert User.objects.count() == 1


def test_without_json_it_is_a_table(demo):
    out = StringIO()
    call_command("seed_demo", stdout=out)
    assert "applications made  0" in out.getvalue()
