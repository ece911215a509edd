"""Career Copilot: what its rows become."""

from __future__ import annotations

import json

import pytest

from accounts.models import Notification, Preferences
from applications.models import (
    Application,
    Document,
    ImportedRecord,
    Interview,
    Job,
    Note,
    SavedSearch,
)
from applications.tests.importing.copies import Copy, bring_public, left_out, said
from applications.tests.importing.importing import DOCUMENTED, FIELD, bring
from companies.models import Company

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def old(path):
    return Copy(path, "career_copilot")


@pytest.fixture
def later(path):
    """A copy of the system as its code has it, with other columns."""
    return Copy(path, "career_copilot", FIELD)


# Whose rows they are


def test_the_password_stays_out_of_what_is_kept_aside(alice, old):
    old.change("users", hashed_password="$2b$04$secret")
    bring(alice, old.path)
    record = ImportedRecord.objects.get(table="users")
    assert "$2b$04$secret" not in json.dumps(record.raw)


def test_the_account_gets_the_name_it_lacks(alice, old):
    alice.full_name = ""
    alice.save()
    bring(alice, old.path)
    alice.refresh_from_db()
    assert alice.full_name == "Ada"


def test_a_posting_of_nobody_is_for_everyone(db, old):
    bring_public(old.add("jobs", user_id=None, is_active=0).path)
    job = Job.objects.get()
    assert (job.user, job.company, job.company_name) == (None, None, "Initech")
    assert job.status == "archived"
    assert not Company.objects.exists()


def test_the_postings_for_everyone_come_once(db, old):
    old.add("jobs", user_id=None, created_at="2026-01-02")
    bring_public(old.path)
    bring_public(old.path)
    assert Job.objects.count() == 1


def test_rows_of_nobody_are_left_out_and_said(db, old):
    old.add("applications", job_id=None, user_id=None)
    old.add("interview_stages", application_id=None)
    old.add("interview_stages", 2, application_id=1)
    for table in ("user_profiles", "saved_searches", "notifications"):
        old.add(table, user_id=None)
    old.add("jobs", user_id=77)
    assert left_out(bring_public(old.path)) == {
        ("applications", "1"): "no user and no job that has one",
        ("interview_stages", "1"): "no application",
        ("interview_stages", "2"): "no application",
        ("user_profiles", "1"): "no user",
        ("saved_searches", "1"): "no user",
        ("notifications", "1"): "no user",
        ("jobs", "1"): "a user who is not in it",
    }


def test_rows_of_others_stay_where_they_are(alice, old):
    old.add("users", 2, email="b@example.com").add("jobs", 2, user_id=2)
    _run, report = bring(alice, old.path, id="1")
    assert not Job.objects.exists()
    assert report.left_out == {"jobs": 1}


def test_who_stands_behind_many_others_is_known_again(alice, old):
    old.add("users", 2, email="b@example.com")
    for number in range(2, 210):
        old.add("jobs", number, user_id=2)
    old.add("jobs", 500)
    bring(alice, old.path, id="1")
    _run, report = bring(alice, old.path, id="1")
    assert not report.rows


def test_another_copy_with_the_same_numbers_is_another(alice, old, tmp_path):
    bring(alice, old.add("jobs", created_at="2026-01-02").path)
    other = Copy(tmp_path / "other.sqlite", "career_copilot")
    other.add("jobs", title="Baker", company="Bread", created_at="2026-01-03")
    bring(alice, other.path)
    assert Job.objects.count() == 2


# Applications


def test_an_application_of_nobody_goes_to_whose_job_it_is(alice, old):
    old.add("jobs").add("applications", user_id=None)
    _run, report = bring(alice, old.path)
    assert Application.objects.get().user == alice
    assert said(report, "applications") == ["no user: given to the job’s owner"]
    assert not report.left_out


def test_an_application_without_a_job_gets_an_unknown_one(alice, old):
    _run, report = bring(alice, old.add("applications", job_id=None).path)
    job = Application.objects.get().job
    assert (job.title, job.employer) == ("Unknown job", "Unknown company")
    assert said(report, "applications") == [
        "no job: “Unknown job” at “Unknown company”"
    ]


@pytest.mark.parametrize(
    ("owner", "why"),
    [
        (None, "job of nobody: copied for the applicant"),
        (2, "job of another user: copied for the applicant"),
    ],
)
def test_who_applies_to_a_job_of_others_gets_a_copy(alice, old, owner, why):
    old.add("users", 2, email="b@example.com")
    old.add(
        "jobs", user_id=owner, salary_min=9, salary_max=1, url="https://a.example/1"
    )
    old.add("applications")
    _run, report = bring(alice, old.path, id="1")
    job = Job.objects.get()
    assert (job.user, job.title, job.salary_min) == (alice, "Archivist", 1)
    assert job.url == "https://a.example/1"
    assert said(report, "applications") == [
        why,
        "salary_min above salary_max: swapped",
    ]
    bring(alice, old.path, id="1")
    assert Job.objects.count() == Application.objects.count() == 1


def test_a_second_application_to_a_job_gets_a_copy_without_its_address(alice, old):
    old.add("jobs", url="https://a.example/1").add("applications")
    old.add("applications", 2, user_id=None)
    _run, report = bring(alice, old.path)
    assert [job.url for job in Job.objects.order_by("pk")] == [
        "https://a.example/1",
        "",
    ]
    assert said(report, "applications")[1] == "job already has an application: copied"
    bring(alice, old.path)
    assert Job.objects.count() == Application.objects.count() == 2


def test_an_application_whose_job_was_deleted_here_is_not_made_again(alice, old):
    old.add("jobs").add("applications")
    bring(alice, old.path)
    Job.objects.get().delete()
    _run, report = bring(alice, old.path)
    assert not Job.objects.exists()
    assert said(report, "applications") == ["deleted here since: not made again"]


def test_the_day_of_applying_is_none_where_nobody_has_applied(alice, old):
    old.add("jobs").add("applications", status="interested", applied_date="2026-03-01")
    bring(alice, old.path)
    application = Application.objects.get()
    assert (application.status, application.applied_at) == ("tracking", None)
    assert application.imported_status == "interested"


def test_an_empty_currency_is_that_of_the_column(alice, old):
    old.add("jobs", salary_currency=None).add("applications", offer_currency=None)
    bring(alice, old.path)
    assert Job.objects.get().salary_currency == "EUR"
    assert Application.objects.get().offer_currency == "EUR"


def test_where_the_source_tells_no_moment_a_second_import_changes_none(alice, old):
    old.add("jobs", created_at=None, updated_at=None, scraped_at=None)
    old.add("applications", created_at=None, updated_at=None)
    bring(alice, old.path)
    _run, report = bring(alice, old.path)
    assert not report.rows


def test_it_was_saved_before_it_was_applied_for(alice, old):
    old.add("jobs")
    old.add("applications", created_at=None, applied_date="2026-01-05")
    bring(alice, old.path)
    application = Application.objects.get()
    assert application.saved_at == application.applied_at


# Interviews


def test_each_stage_is_an_interview_under_its_name(alice, old):
    old.add("jobs").add("applications")
    old.add(
        "interview_stages",
        stage_name="Behavioral",
        status="completed",
        completed_date="2026-03-02 10:00:00",
        created_at="2026-02-01",
        rating=4,
    )
    bring(alice, old.path)
    interview = Interview.objects.get()
    assert (interview.kind, interview.stage_name) == ("behavioural", "Behavioral")
    assert (interview.status, interview.rating) == ("completed", 4)
    assert interview.completed_at.isoformat() == "2026-03-02T10:00:00+00:00"
    assert interview.created_at.isoformat() == "2026-02-01T12:00:00+00:00"


def test_a_day_of_an_interview_is_one_more_unless_a_stage_has_it(alice, old):
    old.add("jobs").add("jobs", 2)
    old.add("applications", interview_date="2026-03-01 09:00:00")
    old.add("applications", 2, job_id=2, interview_date="2026-03-02 09:00:00")
    old.add("interview_stages", scheduled_date="2026-03-01T09:00:00Z")
    bring(alice, old.path)
    assert Interview.objects.count() == 2


def test_a_stage_that_was_cancelled_did_not_take_place(alice, old):
    old.add("jobs").add("applications")
    old.add("interview_stages", status="cancelled", completed_date="2026-03-01")
    _run, report = bring(alice, old.path)
    assert Interview.objects.get().completed_at is None
    assert len(said(report, "interview_stages")) == 1


@pytest.mark.parametrize(
    ("feedback", "texts"),
    [
        ({"notes": "one"}, ["one"]),
        ([{"feedback": "a", "notes": "b"}, {"comments": "c"}], ["a", "c"]),
        ([], []),
        ([{}], [""]),
    ],
)
def test_each_feedback_is_a_completed_interview(alice, old, feedback, texts):
    old.add("jobs").add("applications", interview_feedback=json.dumps(feedback))
    bring(alice, old.path)
    found = Interview.objects.order_by("pk")
    assert [interview.feedback for interview in found] == texts
    assert {interview.status for interview in found} <= {"completed"}


@pytest.mark.parametrize(
    ("feedback", "remark"),
    [
        ("{not json", "interview_feedback is no JSON: kept aside"),
        ("[1, 2]", "interview_feedback has another shape: kept aside"),
        ("7", "interview_feedback has another shape: kept aside"),
        ('{"rating": 9}', "rating outside 1–5: left empty"),
        ('{"rating": "many"}', "rating can’t be read: left empty"),
    ],
)
def test_feedback_that_is_not_understood_is_said(alice, old, feedback, remark):
    old.add("jobs").add("applications", interview_feedback=feedback)
    _run, report = bring(alice, old.path)
    assert said(report, "applications") == [remark]
    assert Application.objects.exists()


# What the person wants, searches and was told


def test_a_profile_fills_the_preferences(alice, old):
    old.add(
        "user_profiles",
        job_types='["Full-time", "gig"]',
        remote_preference="On-site",
        years_experience=4,
        desired_locations="Berlin, Ghent",
        salary_expectation_min=9,
        salary_expectation_max=3,
    )
    _run, report = bring(alice, old.path)
    mine = Preferences.objects.get(user=alice)
    assert mine.job_types == ["full_time"]
    assert (mine.remote_preference, mine.years_experience) == ("onsite", 4)
    assert mine.desired_locations == ["Berlin", " Ghent"]
    assert (mine.salary_expectation_min, mine.salary_expectation_max) == (3, 9)
    assert len(said(report, "user_profiles")) == 3


def test_preferences_that_are_there_get_what_they_lack(alice, old):
    Preferences.objects.create(
        user=alice, current_title="Boss", salary_expectation_min=90_000
    )
    old.add(
        "user_profiles",
        current_title="Clerk",
        desired_title="Archivist",
        salary_expectation_max=60_000,
    )
    bring(alice, old.path)
    mine = Preferences.objects.get(user=alice)
    assert (mine.current_title, mine.desired_title) == ("Boss", "Archivist")
    assert mine.salary_expectation_max is None, "not half of each"


def test_searches_are_among_jobs_in_their_order(alice, old):
    SavedSearch.objects.create(user=alice, name="Mine")
    old.add("saved_searches", filters='{"place": "Berlin"}')
    old.add("saved_searches", 2, name="", filters="{")
    _run, report = bring(alice, old.path)
    first, second = SavedSearch.objects.filter(scope="jobs")
    assert first.filters == {"place": "Berlin"}
    assert (second.name, second.position) == ("Untitled", 2)
    assert said(report, "saved_searches") == ["filters is no JSON: kept aside"]


def test_what_was_told_then_is_told_once(alice, old):
    old.add("notifications", data='{"job_id": 1}', created_at="2026-01-02")
    old.add("notifications", 2, type="toast", is_read=1)
    _run, report = bring(alice, old.path)
    bring(alice, old.path)
    second, first = Notification.objects.all()
    assert (first.data, first.url, first.is_read) == ({"job_id": 1}, "", False)
    assert (second.type, second.is_read) == ("system", True)
    assert said(report, "notifications") == [
        "type “toast” is not known here: left as “system”"
    ]


# Copies as the code of the system has them


def test_a_salary_in_words_is_read(alice, later):
    later.add("jobs", salary_range="€60k-75k", application_url="https://a.example/1/")
    bring(alice, later.path)
    job = Job.objects.get()
    assert (job.salary_min, job.salary_max) == (60_000, 75_000)
    assert (job.salary_currency, job.salary_text) == ("EUR", "€60k-75k")
    assert job.url == "https://a.example/1"


def test_a_status_of_a_job_counts_where_there_is_no_application(alice, later):
    later.add("jobs", status="applied", date_applied="2026-03-01", notes="Call them")
    later.add("jobs", 2, status="applied").add("applications", job_id=2, status="offer")
    later.add("jobs", 3, status="not_applied", notes="Nice")
    _run, report = bring(alice, later.path)
    found = Application.objects.order_by("job_id")
    assert [row.status for row in found] == ["applied", "offer"]
    assert Note.objects.get().text == "Call them"
    assert said(report, "jobs") == ["notes on a job without application: kept aside"]


def test_notes_on_a_job_go_with_its_application(alice, later):
    later.add("jobs", notes="Of the job").add("applications", notes="Of the letter")
    later.change("applications", follow_up_date="2026-03-09")
    bring(alice, later.path)
    texts = Note.objects.order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Of the letter", "Of the job"]
    assert str(Application.objects.get().next_follow_up_on) == "2026-03-09"


def test_what_somebody_changed_in_a_letter_wins(alice, later):
    later.add("jobs").add("applications")
    later.add(
        "content_generations",
        user_id=1,
        job_id=1,
        content_type="cover_letter",
        generated_content="Dear team",
        user_modifications="Dear Ines",
        tone="warm",
        created_at="2026-03-01",
    )
    bring(alice, later.path)
    document = Document.objects.get()
    assert (document.document_type, document.content) == ("cover_letter", "Dear Ines")
    assert document.application == Application.objects.get()
    assert (document.status, document.options) == ("completed", {"tone": "warm"})


def test_a_letter_for_a_job_of_others_stays_with_the_copy_of_it(alice, later):
    later.add("jobs", user_id=None).add("applications").add("jobs", 2, user_id=None)
    for job in (1, 2):
        later.add(
            "content_generations",
            job,
            user_id=1,
            job_id=job,
            content_type="resume_tailoring",
            generated_content="I",
        )
    bring(alice, later.path)
    bring(alice, later.path)
    first, second = Document.objects.order_by("pk")
    assert first.job == Application.objects.get().job
    assert second.job.user == alice
    assert Job.objects.count() == 2


def test_a_mail_is_taken_for_a_letter(alice, later):
    later.add("jobs").add(
        "content_generations", user_id=1, job_id=1, content_type="email_template"
    )
    _run, report = bring(alice, later.path)
    assert Document.objects.get().document_type == "cover_letter"
    assert "taken for a letter" in said(report, "content_generations")[0]


def test_a_user_without_a_profile_says_what_they_want(alice, later):
    later.change(
        "users",
        skills='["Python"]',
        preferred_locations='["Ghent"]',
        prefer_remote_jobs=1,
    )
    bring(alice, later.path)
    mine = Preferences.objects.get(user=alice)
    assert (mine.skills, mine.desired_locations) == (["Python"], ["Ghent"])
    assert mine.remote_preference == "remote"


def test_tables_that_have_no_place_here_are_kept_aside(alice, later):
    later.add("job_recommendation_feedback", user_id=1, job_id=1, is_helpful=1)
    bring(alice, later.path)
    record = ImportedRecord.objects.get(table="job_recommendation_feedback")
    assert (record.verdict, record.raw["is_helpful"]) == ("kept", 1)


# Rows that mean harm, or nothing


def test_hostile_words_stay_words(alice, old):
    hard = "<script>alert(1)</script>\x00=cmd|' /C calc'!A0"
    old.add(
        "jobs",
        title=hard * 40,
        company=hard,
        url="javascript:alert(1)",
        tech_stack="[" * 5_000 + "]" * 5_000,
        salary_min="1e999",
        is_active="perhaps",
        posted_date="2026-02-31",
        salary_currency="bitcoin",
    )
    old.add("applications", offer_amount=-1, applied_date="soon", status="Dreaming")
    _run, report = bring(alice, old.path)
    job = Job.objects.get()
    assert job.title.startswith("<script>")
    assert len(job.title) == 500
    assert (job.url, job.salary_min, job.posted_on) == ("", None, None)
    application = Application.objects.get()
    assert (application.status, application.imported_status) == ("tracking", "Dreaming")
    assert not report.total("refused")


def test_what_a_look_says_is_what_comes(alice, path):
    for name in ("career_copilot", "jobwise"):
        file = DOCUMENTED / f"{name}.sqlite"
        _run, seen = bring(alice, file, is_dry=True)
        _run, report = bring(alice, file)
        assert seen.as_dict() == report.as_dict()
