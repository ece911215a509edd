"""Asking a reference from an application's page, the answer, and thanks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.forms import AskForm
from applications.models import ReferenceUse
from applications.tests.factories import ApplicationFactory
from companies.models import Reference
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
    toasts,
)
from companies.tests.factories import ReferenceFactory
from jobtracker.testing.fixtures import HTMX

VERBS = ("answered", "thanked", "unthanked")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture
def path(page):
    return f"{page}references/"


@pytest.fixture
def abel(alice):
    return ReferenceFactory(contact__user=alice, contact__name="Abel")


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def use(abel, application, today):
    return ReferenceUse.ask(abel, application, on=today)


def verb_of(use, verb):
    return f"/reference-uses/{use.pk}/{verb}/"


def options(application):
    use = ReferenceUse(application=application)
    return AskForm(user=application.user, instance=use).options


# Who is offered


def test_nobody_is_offered_without_consent(as_alice, alice, application, page):
    ReferenceFactory(contact__user=alice, consent_given=False)
    assert options(application) == []


def test_who_was_asked_lately_is_offered_with_a_warning(application, abel, today):
    abel.last_contacted_on = today - timedelta(days=5)
    abel.save_fields("last_contacted_on")
    label = "Abel (asked 5 days ago: better wait 25 more days)"
    assert options(application) == [(abel.pk, label)]


def test_who_was_asked_for_this_one_is_offered_no_more(application, use):
    assert options(application) == []


def test_references_of_others_are_not_offered(application, bob):
    ReferenceFactory(contact__user=bob)
    assert options(application) == []


# Asking


def test_reference_is_asked(as_alice, application, abel, page, path, today):
    answer = as_alice.post(path, {"reference": abel.pk})
    use = ReferenceUse.objects.get()
    assert leads_to(answer, f"{page}#reference-use-{use.pk}")
    assert (use.reference, use.application, use.asked_on) == (abel, application, today)
    abel.refresh_from_db()
    assert (abel.usage_count, abel.last_contacted_on) == (1, today)
    shown = as_alice.get(page)
    assert "Asked today, no answer yet" in text(shown)
    assert toasts(shown) == ["Noted that you asked Abel."]


def test_htmx_gets_the_page_brought_up_to_date(as_alice, abel, page, path):
    answer = as_alice.post(path, {"reference": abel.pk}, headers=on_page(page))
    assert is_fragment(answer)
    assert "Asked today, no answer yet" in text(answer)


def test_asking_twice_is_asking_once(as_alice, abel, path):
    for _ in range(2):
        assert as_alice.post(path, {"reference": abel.pk}).status_code == 303
    abel.refresh_from_db()
    assert abel.usage_count == ReferenceUse.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("who", ["", "abc", "0", "without consent", "of another"])
def test_nobody_else_can_be_asked(as_alice, alice, bob, path, headers, who):
    others = {
        "without consent": ReferenceFactory(contact__user=alice, consent_given=False),
        "of another": ReferenceFactory(contact__user=bob),
    }
    pk = others[who].pk if who in others else who
    answer = as_alice.post(path, {"reference": pk}, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["reference"]
    assert is_fragment(answer) if headers else is_page(answer)
    assert not ReferenceUse.objects.exists()
    assert not Reference.objects.filter(usage_count__gt=0).exists()


# The answer, and thanks


def test_answer_is_noted(as_alice, abel, use, page, today):
    answer = as_alice.post(verb_of(use, "answered"))
    assert leads_to(answer, f"{page}#reference-use-{use.pk}")
    use.refresh_from_db()
    abel.refresh_from_db()
    assert (use.responded_on, abel.response_count) == (today, 1)
    assert "Answered today, not thanked yet" in text(as_alice.get(page))


def test_thanks_are_noted_and_can_be_taken_back(as_alice, use, page, today):
    use.answered(on=today)
    headers = on_page(page)
    answer = as_alice.post(verb_of(use, "thanked"), headers=headers)
    assert is_fragment(answer)
    assert "Thanked today" in text(answer)
    assert verb_of(use, "unthanked") in text(answer)
    use.refresh_from_db()
    assert use.thanked_on == today
    as_alice.post(verb_of(use, "unthanked"), headers=headers)
    use.refresh_from_db()
    assert use.thanked_on is None
    assert use.responded_on == today


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_thanks_before_the_answer_are_refused(as_alice, use, headers):
    answer = as_alice.post(verb_of(use, "thanked"), headers=headers)
    assert answer.status_code == 422
    assert "They have not answered yet." in text(answer)
    use.refresh_from_db()
    assert use.thanked_on is None


# The usual


def test_stranger_asks_and_changes_nothing(as_bob, abel, use, path):
    before = ReferenceUse.objects.values().get()
    assert as_bob.post(path, {"reference": abel.pk}).status_code == 404
    for verb in VERBS:
        assert as_bob.post(verb_of(use, verb)).status_code == 404
    assert ReferenceUse.objects.values().get() == before


def test_uses_of_a_deleted_application_are_not_there(as_alice, application, use, path):
    application.move_to_bin()
    assert as_alice.post(path, {"reference": use.reference_id}).status_code == 404
    for verb in VERBS:
        assert as_alice.post(verb_of(use, verb)).status_code == 404


def test_anonymous_is_led_to_the_login(client, use, path):
    for url in (path, *(verb_of(use, verb) for verb in VERBS)):
        assert is_login(client.post(url))


def test_verbs_are_only_posted(as_alice, use):
    for verb in VERBS:
        assert as_alice.get(verb_of(use, verb)).status_code == 405


def test_form_has_a_page_of_its_own(as_alice, abel, path):
    page = as_alice.get(path).content.decode()
    assert "Abel" in page
