"""What is written is found at once, and what is gone is found no more."""

from datetime import timedelta

import pytest

from applications.models import (
    Application,
    Document,
    FollowUp,
    Job,
    JobWords,
    Note,
    Origin,
    Status,
)
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    InterviewFactory,
    JobFactory,
    NoteFactory,
    ResponseFactory,
)
from companies.models import Company, Contact, OutreachCampaign
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    OpportunityFactory,
    OutreachFactory,
    ReferenceFactory,
)


@pytest.fixture
def finds(alice):
    """The rows of that kind that hold the words."""

    def finds(model, text):
        return model.objects.for_user(alice).search(alice, text)

    return finds


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Tailor")


@pytest.mark.parametrize(
    "write",
    [
        lambda row: row.add_note("zeppelin"),
        lambda row: FollowUp.log(row, text="zeppelin"),
        lambda row: ResponseFactory(application=row, subject="Zeppelin"),
        lambda row: ResponseFactory(application=row, body="Dear zeppelin"),
        lambda row: ResponseFactory(application=row, sender_email="x@zeppelin.example"),
        lambda row: InterviewFactory(application=row, prep_notes="zeppelin"),
        lambda row: InterviewFactory(application=row, interviewer_name="Zeppelin"),
        lambda row: row.add_contacts(ContactFactory(user=row.user, name="Zeppelin")),
        lambda row: row.edit(facts={"cover_letter": "zeppelin"}, job_facts={}, version=None),
        lambda row: row.edit(facts={}, job_facts={"title": "Zeppelin"}, version=None),
        lambda row: row.edit(facts={}, job_facts={"description": "zeppelin"}, version=None),
        lambda row: row.edit(facts={}, job_facts={"tech_stack": ["Zeppelin"]}, version=None),
        lambda row: row.edit(facts={}, job_facts={"location": "Zeppelin"}, version=None),
        lambda row: Note.objects.bulk_create([Note(application=row, text="zeppelin")]),
        lambda row: Job.objects.filter(pk=row.job_id).update(benefits="zeppelin"),
    ],
    ids=[
        "note", "follow-up", "subject", "letter", "sender", "preparation", "interviewer",
        "contact", "cover-letter", "title", "posting", "technology", "place", "in-bulk",
        "updated",
    ],
)  # fmt: skip
def test_an_application_is_found_by_all_that_happened(application, finds, write):
    assert not finds(Application, "zeppelin")
    write(application)
    assert finds(Application, "zeppelin") == [application.pk]


def test_a_changed_note_is_found_by_its_new_words_only(application, finds):
    note = NoteFactory(application=application, text="zeppelin")
    note.text = "balloon"
    note.save_fields("text")
    assert finds(Application, "balloon") == [application.pk]
    assert not finds(Application, "zeppelin")


def test_what_is_deleted_is_found_no_more(application, finds):
    for number in range(3):
        NoteFactory(application=application, text=f"zeppelin{number}")
    first, second, _third = application.notes.order_by("pk")
    first.delete()
    Note.objects.filter(pk=second.pk).delete()
    assert not finds(Application, "zeppelin0")
    assert not finds(Application, "zeppelin1")
    assert finds(Application, "zeppelin2")


def test_a_person_taken_off_is_found_no_more(application, finds):
    contact = ContactFactory(user=application.user, name="Zeppelin")
    application.add_contacts(contact)
    application.remove_contact(contact)
    assert not finds(Application, "zeppelin")
    assert finds(Contact, "zeppelin") == [contact.pk]


def test_a_deleted_person_is_found_nowhere(application, finds):
    contact = ContactFactory(user=application.user, name="Zeppelin")
    application.add_contacts(contact)
    contact.delete()
    assert not finds(Application, "zeppelin")
    assert not finds(Contact, "zeppelin")


def test_an_application_goes_with_its_words(application):
    application.job.delete()
    assert not JobWords.objects.exists()


def test_a_renamed_company_is_found_by_its_new_name(alice, application, finds):
    company = application.job.company
    contact = ContactFactory(user=alice, company=company)
    document = DocumentFactory(user=alice, job=application.job)
    company.name = "Zeppelin Works"
    company.save()
    assert finds(Company, "zeppelin") == [company.pk]
    assert finds(Application, "zeppelin") == [application.pk]
    assert finds(Contact, "zeppelin") == [contact.pk]
    assert finds(Document, "zeppelin") == [document.pk]


@pytest.mark.parametrize(
    "write",
    [
        lambda company: OpportunityFactory(
            company=company, problem_description="zeppelin"
        ),
        lambda company: OutreachFactory(company=company, message_content="zeppelin"),
        lambda company: Company.objects.filter(pk=company.pk).update(notes="zeppelin"),
        lambda company: Company.objects.filter(pk=company.pk).update(
            pain_points=["zeppelin", None, {"a": 1}]
        ),
    ],
    ids=["opportunity", "outreach", "notes", "research"],
)
def test_a_company_is_found_by_what_is_known_of_it(alice, finds, write):
    company = CompanyFactory(user=alice)
    write(company)
    assert finds(Company, "zeppelin") == [company.pk]
    for row in OutreachCampaign.objects.all():
        row.delete()
        assert not finds(Company, "zeppelin")


@pytest.mark.parametrize(
    "move",
    [
        lambda row: row.save(),
        lambda row: row.save_fields("company"),
        lambda row: type(row).objects.filter(pk=row.pk).update(company=row.company),
    ],
    ids=["saved", "the-column", "updated"],
)
@pytest.mark.parametrize(
    ("factory", "words"),
    [
        (OpportunityFactory, {"problem_description": "zeppelin"}),
        (OutreachFactory, {"subject": "zeppelin"}),
    ],
    ids=["opportunity", "outreach"],
)
def test_what_moves_to_another_company_is_found_there_alone(
    alice, finds, factory, words, move
):
    row = factory(company=CompanyFactory(user=alice), **words)
    row.company = CompanyFactory(user=alice)
    move(row)
    assert finds(Company, "zeppelin") == [row.company_id]


def test_among_the_matches_the_newest_captured_come_first(alice, finds):
    older, newer = (JobFactory(user=alice, title="Tailor") for _ in range(2))
    older.captured_at = newer.captured_at + timedelta(days=1)
    older.save_fields("captured_at")
    assert finds(Job, "tailor") == [older.pk, newer.pk]


def test_a_person_is_found_by_what_is_said_of_them(alice, finds):
    contact = ContactFactory(user=alice, title="Recruiter")
    ReferenceFactory(contact=contact, notes="zeppelin")
    assert finds(Contact, "zeppelin recruiter") == [contact.pk]


def test_a_document_is_found_by_its_last_version(alice, application, finds):
    document = DocumentFactory(
        user=alice,
        job=application.job,
        status="completed",
        result={"content": "zeppelin"},
    )
    assert finds(Document, "zeppelin tailor") == [document.pk]
    document.write("balloon", seen=document.version_number)
    assert not finds(Document, "zeppelin")


@pytest.mark.parametrize(
    "junk",
    [None, 7, "text", {"a": ["b"]}, [1, None, ["x"], {"y": 2}, "zeppelin"], [[[[]]]]],
)
def test_lists_may_hold_anything(alice, finds, junk):
    if junk is not None:
        JobFactory(user=alice, tech_stack=junk)
    assert len(finds(Job, "zeppelin")) == (
        isinstance(junk, list) and "zeppelin" in junk
    )


def test_a_posting_of_any_length_is_found_by_its_beginning(alice, finds):
    text = "zeppelin " + " ".join(f"w{n}日本" for n in range(40_000))
    job = JobFactory(user=alice, description=text, requirements="ж" * 99_000)
    assert finds(Job, "zeppelin") == [job.pk]


def test_moves_write_no_words(application, count_queries):
    with count_queries() as queries:
        application.move_to(Status.APPLIED, by=application.user, origin=Origin.DETAIL)
    assert not [query for query in queries if "words" in query["sql"]]


def test_the_newest_of_each_kind_are_kept_where_there_is_too_much(
    application, finds, monkeypatch
):
    monkeypatch.setattr("jobtracker.search.index.MOST", 100)
    application.add_contacts(ContactFactory(user=application.user, name="Zeppelin"))
    for number in range(20):
        application.add_note(f"balloon number{number}")
    assert finds(Application, "zeppelin number19")
    assert not finds(Application, "number0")
