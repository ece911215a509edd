from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from applications.models import ReferenceUse
from applications.tests.factories import ApplicationFactory
from companies.tests.factories import ReferenceFactory
from jobtracker.errors import Refused

DAY = date(2026, 3, 2)


@pytest.fixture
def reference(alice):
    return ReferenceFactory(contact__user=alice, contact__name="Abel")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def use(reference, application):
    return ReferenceUse.ask(reference, application, on=DAY)


def counts(reference):
    reference.refresh_from_db()
    return reference.usage_count, reference.response_count


def test_asking_is_counted_and_dated(reference, use):
    assert counts(reference) == (1, 0)
    assert reference.last_contacted_on == use.asked_on == DAY


def test_asking_twice_for_one_application_is_asking_once(reference, application, use):
    again = ReferenceUse.ask(reference, application, on=DAY + timedelta(days=9))
    assert again == use
    assert counts(reference) == (1, 0)
    assert reference.last_contacted_on == DAY


def test_nobody_is_asked_without_consent(reference, application):
    reference.consent_given = False
    reference.save_fields("consent_given")
    with pytest.raises(Refused, match="not agreed"):
        ReferenceUse.ask(reference, application, on=DAY)
    assert not ReferenceUse.objects.exists()
    assert counts(reference) == (0, 0)


def test_answer_is_counted_once(reference, use):
    use.answered(on=DAY)
    use.answered(on=DAY + timedelta(days=3))
    assert counts(reference) == (1, 1)
    assert use.responded_on == DAY
    assert reference.response_rate == 1


def test_who_has_answered_is_to_be_thanked_until_it_is_done(use):
    assert not ReferenceUse.objects.to_thank().exists()
    use.answered(on=DAY)
    assert ReferenceUse.objects.to_thank().get() == use
    use.thank(on=DAY)
    assert not ReferenceUse.objects.to_thank().exists()
    use.take_thanks_back()
    assert ReferenceUse.objects.to_thank().get() == use


def test_thanks_come_after_the_answer(use):
    with pytest.raises(Refused, match="not answered"):
        use.thank(on=DAY)
    use.refresh_from_db()
    assert use.thanked_on is None


def test_thanks_keep_their_first_day(use):
    use.answered(on=DAY)
    use.thank(on=DAY)
    use.thank(on=DAY + timedelta(days=5))
    assert use.thanked_on == DAY


def test_uses_of_deleted_applications_are_not_present(application, use):
    application.move_to_bin()
    assert not ReferenceUse.objects.present().exists()


@pytest.mark.parametrize(
    "values",
    [{"responded_on": DAY - timedelta(days=1)}, {"thanked_on": DAY}],
)
def test_database_refuses_such_a_use(use, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReferenceUse.objects.update(**values)
