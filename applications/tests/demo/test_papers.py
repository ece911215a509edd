from __future__ import annotations

import pytest

from accounts.models import Profile
from applications.demo import tell
from applications.documents.exporting import unsourced
from applications.models import (
    Application,
    BoardFeed,
    Capture,
    Document,
    Job,
    JobAnalysis,
)
from applications.tests.demo.conftest import NOW
from applications.tests.demo.stories import MODELS, papers
from jobtracker.testing.fixtures import logged_in

pytestmark = pytest.mark.alike


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_applications_are_enough(count, alice):
    tell(alice, count=count, seed=1, now=NOW)
    assert Profile.objects.for_user(alice).count() == 2


def test_who_has_a_resume_keeps_to_it(alice):
    Profile.objects.create(user=alice, name="My own")
    tell(alice, count=3, seed=1, now=NOW)
    assert Profile.objects.for_user(alice).get().name == "My own"
    assert not Document.objects.for_user(alice).exists()


def test_there_is_something_of_each(told):
    for model, rows in papers(told).items():
        assert rows, model.__name__


def test_every_row_could_have_been_typed(told):
    for model in MODELS:
        for row in model.objects.all():
            # Where nothing is suggested, nobody has to suggest something.
            row.full_clean(exclude={"suggested"}, validate_constraints=False)


def test_public_jobs_are_made_once_for_all(bob, told):
    public = Job.objects.filter(user=None)
    before = list(public.order_by("pk").values())
    assert len(before) == 3
    tell(bob, count=3, seed=2, now=NOW)
    assert list(public.order_by("pk").values()) == before


def test_inbox_has_own_and_public_jobs(told):
    inbox = Job.objects.readable_by(told).untouched()
    assert {job.user for job in inbox} == {told, None}


def test_one_document_failed_and_the_others_say_what_is_in_the_resume(told):
    done, failed = (
        list(Document.objects.filter(status=status))
        for status in ("completed", "failed")
    )
    assert (len(done), len(failed)) == (3, 1)
    assert failed[0].error_message
    assert not failed[0].content
    for document in done:
        assert document.profile.full_name in document.content
        assert document.profile.experiences.first().company in document.content


def test_what_was_sent_is_kept_and_says_nothing_that_is_not_so(told):
    sent = Document.objects.exclude(sent_at=None)
    assert {document.document_type for document in sent} == {"resume", "cover_letter"}
    for document in sent:
        assert document.exports.filter(is_sent=True).exists()
        assert not unsourced(document)


def test_one_resume_says_too_much(told):
    (document,) = Document.objects.filter(status="completed", sent_at=None)
    assert {"70 million"} <= {fact.text for _said, fact in unsourced(document)}


def test_claims_are_on_two_applications_and_not_all_are_so(told):
    claimed = [one for one in Application.objects.all() if one.honesty]
    assert len(claimed) == 2
    assert max(one.exaggeration_level for one in claimed) > 0


def test_each_posting_says_how_it_fits_and_why(told):
    for analysis in JobAnalysis.objects.all():
        has, lacks = analysis.keywords_matched, analysis.keywords_missing
        assert not set(has) & set(lacks)
        points = sum(row["points"] for row in analysis.explanation["rows"])
        assert round(points, 1) == analysis.fit_score
    assert not Application.objects.filter(fit_score=None).exists()


def test_what_she_looks_for_is_filled_in_unless_it_is_known(bob, told):
    hers = told.preferences
    hers.refresh_from_db()
    assert hers.desired_title
    assert hers.desired_locations
    hers.full_clean()
    wanted = bob.get_preferences()
    wanted.desired_title = "Baker"
    wanted.save_fields("desired_title")
    tell(bob, count=2, seed=1, now=NOW)
    wanted.refresh_from_db()
    assert wanted.desired_title == "Baker"
    assert wanted.salary_expectation_min is None


def test_two_captures_wait_and_lead_on(told):
    client = logged_in(told)
    waiting = Capture.objects.for_user(told).unfinished()
    assert sorted(capture.postings.waiting().count() for capture in waiting) == [1, 2]
    for capture in Capture.objects.for_user(told):
        page = client.get(capture.get_absolute_url(), follow=True)
        assert page.status_code == 200
        for posting in capture.postings.all():
            assert posting.facts["company_name"], "each says whose it is"
            assert posting.facts["title"] in page.text


def test_no_made_up_board_is_asked_by_the_clock(told):
    assert not BoardFeed.objects.get().is_active
