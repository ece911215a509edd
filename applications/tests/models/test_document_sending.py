"""What went out is kept: by hand, and with the move to applied."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.tests.factories import ProfileFactory
from applications.models import Document, DocumentStatus, Origin, Status
from applications.models.document import ENGINE
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    DocumentTemplateFactory,
)
from applications.tests.models.rows import row_of
from jobtracker.errors import Refused, Stale

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LETTER = "cover_letter"

pytestmark = pytest.mark.usefixtures("queue")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__company__name="Northwind")


def write(application, kind="resume", *, versions=1, **facts):
    """One of ours that is done."""
    document = DocumentFactory(
        user=application.user,
        job=application.job,
        application=application,
        document_type=kind,
        engine=ENGINE,
        version_number=versions,
        **facts,
    )
    for number in range(1, versions + 1):
        document.versions.create(number=number, content={"content": f"{number}"})
    return document


def download(document, number, at=NOW, format="pdf"):
    return document.exports.create(
        version=document.versions.get(number=number),
        format=format,
        size=1,
        sha256="0" * 64,
        made_from=f"{number}{format}{at}",
        content=b"%PDF",
        downloaded_at=at,
    )


def apply(application, **options):
    return application.move_to(
        Status.APPLIED, by=application.user, origin=Origin.DETAIL, **options
    )


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def label(row, name="resume_version"):
    return row_of(row)[name]


# By hand


def test_last_version_went_out(application):
    document = write(application, versions=2)
    document.mark_sent("Northwind", at=NOW)
    row = fresh(document)
    assert (row.sent_to, row.sent_at, row.sent_version) == ("Northwind", NOW, 2)
    assert not row.is_sent_by_move
    assert row.badge == "Sent"


def test_version_that_was_downloaded_last_went_out(application):
    document = write(application, versions=3)
    download(document, 1, NOW)
    download(document, 2, NOW + timedelta(hours=1))
    document.mark_sent("Northwind")
    assert fresh(document).sent_version == 2


def test_application_says_which_version(application, alice):
    profile = ProfileFactory(user=alice, name="Backend")
    template = DocumentTemplateFactory(name="Classic")
    document = write(application, versions=2, profile=profile, template=template)
    version = fresh(application).version
    document.mark_sent("Northwind")
    assert label(application) == "Backend · Classic, version 2"
    assert fresh(application).version > version, "an open form must know of it"


def test_long_names_fit(application, alice):
    document = write(application, profile=ProfileFactory(user=alice, name="B" * 199))
    document.mark_sent("N" * 300)
    assert len(label(application)) == 200
    assert label(application).endswith(", version 1")
    assert len(fresh(document).sent_to) == 255


def test_what_the_person_said_of_the_version_stays(application):
    application.edit(
        facts={"resume_version": "Red one"}, job_facts={}, version=application.version
    )
    document = write(application)
    document.mark_sent("Northwind")
    assert label(application) == "Red one"
    document.take_back_sent()
    assert label(application) == "Red one"


def test_sending_is_activity_and_never_back_in_time(application):
    before = fresh(application).last_activity_at
    write(application).mark_sent("Northwind", at=before - timedelta(days=3))
    assert fresh(application).last_activity_at == before
    later = before + timedelta(seconds=1)
    write(application, LETTER).mark_sent("Northwind", at=later)
    assert fresh(application).last_activity_at == later


def test_later_copy_takes_the_place_of_the_earlier_and_gives_it_back(application):
    first, second = write(application), write(application, versions=2)
    first.mark_sent("Northwind", at=NOW)
    second.mark_sent("Northwind", at=NOW + timedelta(days=1))
    assert label(application) == "Résumé, version 2"
    second.take_back_sent()
    assert label(application) == "Résumé, version 1"
    first.take_back_sent()
    assert label(application) == ""


def test_taken_back_it_was_never_sent(application):
    document = write(application, LETTER)
    file = download(document, 1)
    document.mark_sent("Northwind", at=NOW)
    document.exports.update(is_sent=True)
    document.take_back_sent()
    row = fresh(document)
    assert (row.sent_at, row.sent_to, row.sent_version) == (None, "", None)
    assert not fresh(file).is_sent
    assert label(application, "cover_letter_version") == ""


def test_nothing_is_sent_twice_or_unwritten_or_taken_back_unsent(application):
    document = write(application)
    with pytest.raises(Refused):
        document.take_back_sent()
    document.mark_sent("Northwind", at=NOW)
    with pytest.raises(Refused):
        fresh(document).mark_sent("Initech")
    assert fresh(document).sent_to == "Northwind"
    waiting = write(application, LETTER, status=DocumentStatus.GENERATING)
    with pytest.raises(Refused):
        waiting.mark_sent("Northwind")
    waiting.put_away()
    with pytest.raises(Stale):
        waiting.mark_sent("Northwind")


def test_without_an_application_it_is_sent_all_the_same(alice):
    document = DocumentFactory(user=alice, engine=ENGINE)
    document.mark_sent("Northwind", at=NOW)
    assert fresh(document).sent_at == NOW
    document.take_back_sent()
    assert fresh(document).sent_at is None


# With the move to applied


def test_newest_of_each_kind_goes_out_with_the_move(application):
    old, resume = write(application), write(application, versions=2)
    letter = write(application, LETTER)
    change = apply(application)
    for document in (resume, letter):
        row = fresh(document)
        assert row.sent_at == change.changed_at
        assert row.sent_to == "Northwind"
        assert row.is_sent_by_move
    assert fresh(old).sent_at is None
    assert label(application) == "Résumé, version 2"
    assert label(application, "cover_letter_version") == "Cover letter, version 1"
    assert {one.pk for one in application.just_sent} == {resume.pk, letter.pk}


def test_written_for_the_posting_before_it_was_tracked_it_goes_out_too(application):
    document = write(application)
    Document.objects.update(application=None)
    apply(application)
    assert fresh(document).application == application


@pytest.mark.parametrize(
    "facts",
    [
        {"engine": "JobWise"},
        {"status": DocumentStatus.FAILED},
        {"deleted_at": timezone.now()},
    ],
    ids=lambda facts: next(iter(facts)),
)
def test_what_is_not_ours_or_not_done_or_gone_stays(facts, application):
    document = write(application)
    Document.objects.update(**facts)
    apply(application)
    assert fresh(document).sent_at is None


def test_kind_that_was_sent_before_is_not_sent_again(application):
    sent, newer = write(application), write(application)
    sent.mark_sent("Ada", at=NOW)
    apply(application)
    assert fresh(newer).sent_at is None
    assert fresh(sent).sent_to == "Ada"


def test_other_moves_send_nothing(application, alice):
    document = write(application)
    application.move_to(Status.INTERVIEW, by=alice, origin=Origin.DETAIL)
    apply(application)
    assert fresh(document).sent_at is None


@pytest.mark.parametrize(
    "options", [{"origin": Origin.IMPORT}, {"keep_activity": True}], ids=str
)
def test_what_only_retells_sends_nothing(options, application, alice):
    document = write(application)
    given = {"by": alice, "origin": Origin.BULK} | options
    application.move_to(Status.APPLIED, **given)
    assert fresh(document).sent_at is None


def test_documents_of_others_are_not_touched(application, bob):
    other = DocumentFactory(user=bob, engine=ENGINE)
    Document.objects.filter(pk=other.pk).update(job=application.job)
    apply(application)
    assert fresh(other).sent_at is None


def test_move_taken_back_takes_the_sending_back(application, alice):
    document = write(application)
    file = download(document, 1)
    apply(application)
    document.exports.update(is_sent=True)
    application.undo_move(by=alice)
    row = fresh(document)
    assert (row.sent_at, row.sent_version, row.is_sent_by_move) == (None, None, False)
    assert not fresh(file).is_sent
    assert label(application) == ""
    apply(application)
    assert fresh(document).sent_at


def test_what_was_sent_by_hand_stays_when_a_move_is_taken_back(application, alice):
    letter = write(application, LETTER)
    letter.mark_sent("Ada", at=NOW)
    apply(application)
    application.undo_move(by=alice)
    assert fresh(letter).sent_to == "Ada"
    assert label(application, "cover_letter_version") == "Cover letter, version 1"


def test_undoing_another_move_takes_nothing_back(application, alice):
    document = write(application)
    apply(application)
    application.move_to(Status.INTERVIEW, by=alice, origin=Origin.DETAIL)
    application.undo_move(by=alice)
    assert fresh(document).sent_at


def test_move_costs_one_question_more_and_four_with_documents(
    alice, application, count_queries
):
    def cost(row, status):
        with count_queries() as queries:
            row.move_to(status, by=alice, origin=Origin.DETAIL)
        return len(queries)

    bare = ApplicationFactory(user=alice)
    plain = cost(ApplicationFactory(user=alice), Status.INTERVIEW)
    assert cost(bare, Status.APPLIED) == plain + 1
    write(application)
    write(application, LETTER)
    assert cost(application, Status.APPLIED) <= plain + 6
