"""JobWise: what its rows become."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import (
    Education,
    Experience,
    Profile,
    Project,
    SampleDocument,
    WritingStyle,
)
from applications.models import (
    Application,
    ContentRanking,
    Document,
    ImportedRecord,
    Job,
)
from applications.retention import tidy
from applications.tests.importing.copies import Copy, bring_public, left_out, said
from applications.tests.importing.importing import FIELD, bring

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def old(path):
    return Copy(path, "jobwise")


@pytest.fixture
def later(path):
    """A copy of the system as its code has it, with other columns."""
    return Copy(path, "jobwise", FIELD)


# Jobs and applications


@pytest.mark.parametrize("status", ["active", "archived", "draft"])
@pytest.mark.parametrize("word", ["not_applied", "Not applied", None, ""])
def test_a_job_nobody_applied_to_has_no_application(alice, old, status, word):
    bring(alice, old.add("jobs", status=status, application_status=word).path)
    assert Job.objects.get().status == status
    assert not Application.objects.exists()


def test_a_status_is_an_application(alice, old):
    old.add(
        "jobs",
        status="archived",
        application_status="Offer Received",
        created_at="2026-01-02",
        updated_at="2026-02-02",
    )
    bring(alice, old.path)
    application = Application.objects.get()
    assert (application.status, application.imported_status) == (
        "offer",
        "Offer Received",
    )
    assert application.is_archived
    assert application.saved_at.date().isoformat() == "2026-01-02"


def test_a_job_gets_its_columns(alice, old):
    old.add(
        "jobs",
        requirements='["Python", "Tea"]',
        benefits="Bikes, Lunch",
        parsed_keywords='["python"]',
        salary_range="$160k - $120k",
        remote=1,
        employment_type=None,
        raw_text="Archivist\nInitech",
    )
    _run, report = bring(alice, old.path)
    job = Job.objects.get()
    assert (job.requirements, job.benefits) == ("Python\nTea", "Bikes\n Lunch")
    assert (job.salary_min, job.salary_max) == (120_000, 160_000)
    assert (job.salary_currency, job.salary_text) == ("USD", "$160k - $120k")
    assert (job.remote_type, job.job_type) == ("remote", "full_time")
    assert job.raw_text == "Archivist\nInitech"
    assert said(report, "jobs") == ["benefits is no JSON: split at commas"]


def test_nobody_applied_to_a_job_for_everyone(db, old):
    old.add("jobs", user_id=None, application_status="applied")
    report = bring_public(old.path)
    assert Job.objects.get().user is None
    assert not Application.objects.exists()
    assert said(report, "jobs") == [
        "a public job with an application status: no application"
    ]


# What was written for a job


def test_a_document_stays_with_its_job_and_application(alice, old):
    old.add("jobs", application_status="applied").add("master_profiles")
    old.add(
        "generations",
        document_type="cover_letter",
        status="completed",
        result='{"content_text": "Dear team", "ats_score": 87.5}',
        options='{"tone": "warm"}',
        generation_time=4.25,
        created_at="2026-02-01",
    )
    bring(alice, old.path)
    document = Document.objects.get()
    assert document.application == Application.objects.get()
    assert document.profile == Profile.objects.get()
    assert document.result == {"content": "Dear team", "ats_score": 87.5}
    assert (document.content, document.generation_seconds) == ("Dear team", 4.25)
    assert document.created_at.isoformat() == "2026-02-01T12:00:00+00:00"


def test_each_generation_is_a_document_whatever_became_of_it(alice, old):
    old.add("jobs").add("master_profiles")
    words = ["pending", "generating", "completed", "failed", "cancelled", None, "odd"]
    for number, word in enumerate(words):
        old.add("generations", number, status=word)
    _run, report = bring(alice, old.path)
    found = Document.objects.order_by("pk").values_list("status", flat=True)
    assert list(found) == [*words[:5], "pending", "pending"]
    assert len(said(report, "generations")) == 1


def test_what_was_written_for_a_public_job_stays_with_it(alice, old):
    old.add("jobs", user_id=None).add("master_profiles")
    old.add("generations").add("job_content_rankings")
    bring_public(old.path)
    _run, report = bring(alice, old.path)
    job = Job.objects.get()
    assert job.user is None
    assert Document.objects.get().job == ContentRanking.objects.get().job == job
    assert not report.remarks


def test_where_the_public_job_is_not_here_the_person_gets_a_copy(alice, old):
    old.add("jobs", user_id=None, application_status="applied").add("master_profiles")
    old.add("jobs", 2, user_id=None)
    old.add("generations").add("job_content_rankings")
    _run, report = bring(alice, old.path)
    job = Job.objects.get()
    assert job.user == alice
    assert Document.objects.get().job == ContentRanking.objects.get().job == job
    assert not Application.objects.exists()
    assert said(report, "jobs") == ["job of nobody: copied for the applicant"]
    bring_public(old.path)
    _run, report = bring(alice, old.path)
    assert not report.rows


def test_a_public_job_of_another_copy_is_another_job(alice, old, tmp_path):
    other = Copy(tmp_path / "other.sqlite", "jobwise")
    bring_public(other.add("jobs", user_id=None, title="Baker").path)
    old.add("jobs", user_id=None).add("master_profiles").add("generations")
    bring(alice, old.path)
    assert Document.objects.get().job.title == "Archivist"


def test_of_a_job_of_somebody_else_the_person_gets_a_copy(alice, old):
    old.add("users", 2, email="b@example.com").add("jobs", user_id=2)
    old.add("master_profiles").add("generations")
    _run, report = bring(alice, old.path)
    assert Document.objects.get().job.user == alice
    assert said(report, "jobs") == ["job of another user: copied for the applicant"]


def test_without_a_job_there_is_no_document(alice, old):
    old.add("master_profiles").add("generations", job_id=9)
    _run, report = bring(alice, old.path)
    assert not Document.objects.exists()
    assert left_out(report) == {("generations", "1"): "no job"}


def test_a_ranking_keeps_the_ids_of_the_other_system(alice, old):
    old.add("jobs")
    old.add(
        "job_content_rankings",
        ranked_experience_ids='["b", "a"]',
        ranked_skill_ids="[1, 2]",
        ranking_confidence_score=7,
        ranking_explanations='{"b": {"relevance_score": 0.9}}',
        ranking_timestamp="2026-02-01",
        created_at="2026-02-02",
    )
    _run, report = bring(alice, old.path)
    ranking = ContentRanking.objects.get()
    assert ranking.ranked_experience_ids == ["b", "a"]
    assert ranking.ranked_skill_ids == ["1", "2"]
    assert ranking.explanations == {"b": {"relevance_score": 0.9}}
    assert ranking.created_at.date().isoformat() == "2026-02-01"
    assert ranking.confidence is None
    assert len(said(report, "job_content_rankings")) == 1


# The master résumé


def test_the_oldest_profile_is_the_default(alice, old):
    names = '{"full_name": "Ada"}'
    old.add("master_profiles", 1, personal_info=names, created_at=None)
    old.add("master_profiles", 2, personal_info=names, created_at="2026-01-02")
    old.add("master_profiles", 3, created_at="2026-01-02T08:00:00-05:00")
    bring(alice, old.path)
    found = Profile.objects.order_by("pk").values_list("name", "is_default")
    assert list(found) == [("Ada", False), ("Ada 2", True), ("JobWise", False)]


def test_a_default_that_is_there_stays(alice, old):
    Profile.objects.create(user=alice, name="Ada", is_default=True)
    old.add("master_profiles", personal_info='{"full_name": "Ada"}')
    bring(alice, old.path)
    bring(alice, old.path)
    found = Profile.objects.order_by("pk").values_list("name", "is_default")
    assert list(found) == [("Ada", True), ("Ada 2", False)]


def test_a_profile_gets_its_columns_and_keeps_the_rest(alice, old):
    old.add(
        "master_profiles",
        personal_info=json.dumps(
            {
                "full_name": " Ada ",
                "title": "Clerk",
                "email": "no address",
                "phone": 612,
                "linkedin": "linkedin.example/in/ada",
                "github": "javascript:alert(1)",
                "pronouns": "she",
            }
        ),
        skills=json.dumps(
            {
                "technical": ["Python", 3, None],
                "languages": [{"name": "Dutch", "proficiency": "native"}],
                "soft": "Patience",
                "tools": ["Pen"],
            }
        ),
    )
    _run, report = bring(alice, old.path)
    profile = Profile.objects.get()
    assert (profile.full_name, profile.headline, profile.phone) == (
        "Ada",
        "Clerk",
        "612",
    )
    assert (profile.email, profile.github_url) == ("", "")
    assert profile.linkedin_url == "https://linkedin.example/in/ada"
    assert profile.skills == {
        "technical": ["Python", "3"],
        "soft": ["Patience"],
        "languages": [{"name": "Dutch", "proficiency": "native"}],
    }
    assert profile.custom_fields == {"tools": ["Pen"], "pronouns": "she"}
    assert len(said(report, "master_profiles")) == 2


def test_the_parts_keep_their_order(alice, old):
    old.add("master_profiles")
    for number, name in enumerate("cab"):
        old.add("projects", number, name=name)
    bring(alice, old.path)
    assert "".join(project.name for project in Project.objects.all()) == "cab"


@pytest.mark.parametrize(
    ("start", "end", "dates", "remarks"),
    [
        ("2019", "2020-04", ("2019", "2020-04"), 0),
        ("2019-04-01T23:30:00Z", None, ("2019-04-01", ""), 0),
        ("2021-01", "2020-12-31", ("2020-12-31", "2021-01"), 1),
        ("2020-12", "2020", ("2020-12", "2020"), 0),
        ("2019-13", "spring", ("", ""), 2),
        ("", "2019-02-30", ("", ""), 1),
    ],
)
def test_days_of_a_life_can_be_months_and_years(alice, old, start, end, dates, remarks):
    old.add("master_profiles").add("experiences", start_date=start, end_date=end)
    _run, report = bring(alice, old.path)
    experience = Experience.objects.get()
    assert (experience.start_date, experience.end_date) == dates
    assert len(said(report, "experiences")) == remarks


def test_who_has_left_is_no_longer_there(alice, old):
    old.add("master_profiles")
    old.add("experiences", 1, is_current=1, end_date="2020")
    old.add("experiences", 2, is_current=1)
    _run, report = bring(alice, old.path)
    ended, current = Experience.objects.all()
    assert (ended.is_current, ended.end_date) == (False, "2020")
    assert current.is_current
    assert said(report, "experiences") == ["still there, and an end: the end counts"]


def test_a_school_keeps_its_grade_and_honours(alice, old):
    old.add("master_profiles").add("education", gpa="3.8", honors='["Cum laude"]')
    old.add("education", 2, gpa="good")
    _run, report = bring(alice, old.path)
    first, second = Education.objects.all()
    assert (first.gpa, first.honors, second.gpa) == (3.8, ["Cum laude"], None)
    assert said(report, "education") == ["gpa can’t be read: left empty"]


def test_rows_of_nobody_are_left_out_and_said(db, old):
    old.add("experiences", profile_id=9).add("master_profiles", user_id=9)
    old.add("projects")
    assert left_out(bring_public(old.path)) == {
        ("master_profiles", "1"): "a user who is not in it",
        ("experiences", "1"): "no profile",
        ("projects", "1"): "no profile",
    }


# Samples and style


def test_of_several_samples_in_use_the_newest_stays(alice, old):
    old.add(
        "sample_documents", 1, upload_timestamp="2026-01-03", created_at="2020-01-01"
    )
    old.add(
        "sample_documents", 2, upload_timestamp="2026-01-02", created_at="2026-02-02"
    )
    old.add("sample_documents", 3, upload_timestamp="2026-01-09", is_active=0)
    old.add("sample_documents", 4, document_type="cover_letter")
    _run, report = bring(alice, old.path)
    found = SampleDocument.objects.order_by("pk")
    assert [sample.is_active for sample in found] == [True, False, False, True]
    assert [sample.archived_at is None for sample in found] == [
        True,
        False,
        False,
        True,
    ]
    assert found[0].created_at.date().isoformat() == "2026-01-03"
    assert (found[0].word_count, found[0].line_count) == (4, 1)
    assert said(report, "sample_documents") == [
        "a newer one of this kind is in use: retired"
    ]
    _run, report = bring(alice, old.path)
    assert not report.rows


def test_a_sample_in_use_keeps_the_day_it_was_archived(alice, old):
    old.add("sample_documents", 1, archived_at="2026-01-03")
    bring(alice, old.path)
    sample = SampleDocument.objects.get()
    assert sample.is_active
    assert sample.archived_at.date() == date(2026, 1, 3)


def test_what_was_archived_long_ago_elsewhere_is_not_cleared_at_once(alice, old):
    old.add("sample_documents", 1, is_active=False, archived_at="2020-01-03")
    bring(alice, old.path)
    tidy(now=timezone.now())
    assert SampleDocument.objects.exists()
    tidy(now=timezone.now() + timedelta(days=31))
    assert not SampleDocument.objects.exists()


def test_nobody_else_reads_a_style_in_our_name(alice, old):
    old.add("writing_styles", extraction_model="jobtracker")
    bring(alice, old.path)
    assert WritingStyle.objects.get().extraction_model == ""


def test_a_sample_that_is_in_use_here_stays_in_use(alice, old):
    mine = SampleDocument.objects.create(
        user=alice, document_type="resume", original_text="Mine"
    )
    _run, report = bring(alice, old.add("sample_documents").path)
    assert SampleDocument.objects.get(is_active=True) == mine
    assert said(report, "sample_documents") == [
        "you have one of this kind in use: retired"
    ]


def test_a_style_knows_what_it_was_read_from(alice, old):
    old.add("sample_documents").add(
        "writing_styles",
        extracted_style='{"tone": "warm"}',
        extraction_status="Completed",
        extraction_confidence=1.5,
        source_sample_id=1,
    )
    _run, report = bring(alice, old.path)
    style = WritingStyle.objects.get()
    assert style.source_sample == SampleDocument.objects.get()
    assert (style.extraction_status, style.extraction_confidence) == ("completed", None)
    assert len(said(report, "writing_styles")) == 1


def test_a_style_that_is_there_gets_what_it_lacks(alice, old):
    WritingStyle.objects.create(user=alice, extracted_style={"tone": "dry"})
    old.add("writing_styles", extracted_style='{"tone": "warm"}', extraction_model="x")
    bring(alice, old.path)
    style = WritingStyle.objects.get()
    assert (style.extracted_style, style.extraction_model) == ({"tone": "dry"}, "x")


# Copies as the code of the system has them


def test_a_document_has_its_text_in_a_column(alice, later):
    later.add("jobs").add("master_profiles")
    later.add("job_content_rankings", profile_id=1)
    later.add(
        "generations",
        ranking_id=1,
        content_text="Dear team",
        ats_score=82.5,
        status="completed",
    )
    later.add("generations", 2, content_text="", status="failed")
    bring(alice, later.path)
    done, failed = Document.objects.order_by("pk")
    assert done.result == {"content": "Dear team", "ats_score": 82.5}
    assert done.profile == Profile.objects.get()
    assert (failed.result, failed.profile) == ({}, None)


def test_a_ranking_has_its_reasons_in_columns(alice, later):
    later.add("jobs").add("master_profiles")
    for number in (1, 2):
        later.add(
            "job_content_rankings",
            number,
            profile_id=1,
            ranking_rationale="because",
            keyword_matches='{"python": 2}',
        )
    _run, report = bring(alice, later.path)
    first, second = ContentRanking.objects.order_by("pk")
    assert first.explanations == {
        "rationale": "because",
        "keyword_matches": {"python": 2},
    }
    assert (first.profile, second.profile) == (Profile.objects.get(), None)
    assert said(report, "job_content_rankings") == [
        "that job has a ranking of that résumé: kept without résumé"
    ]
    _run, report = bring(alice, later.path)
    assert not report.rows


def test_a_sample_and_its_style_have_other_columns(alice, later):
    later.add("sample_documents", full_text="Dear team").add(
        "writing_styles", extracted_style='{"tone": "warm"}', sample_document_id=1
    )
    bring(alice, later.path)
    style = WritingStyle.objects.get()
    assert style.source_sample.original_text == "Dear team"
    assert style.extraction_status == "completed"


# Rows that mean harm, or nothing


@pytest.mark.parametrize("depth", [50, 800, 3_000, 100_000])
def test_lists_in_lists_end_no_import(alice, old, depth):
    deep = '{"a": ' * depth + "1" + "}" * depth
    old.add("master_profiles", skills=deep, custom_fields=deep)
    old.add("jobs")
    bring(alice, old.path)
    assert Job.objects.exists()


def test_hostile_words_stay_words(alice, old):
    hard = "<script>alert(1)</script>\x00=cmd|' /C calc'!A0"
    old.add("master_profiles", personal_info=json.dumps({"full_name": hard * 9}))
    old.add("experiences", title=hard, company=hard, achievements=json.dumps([hard]))
    old.add(
        "jobs", title=hard, company="", application_status="Dreaming", salary_range="₹9"
    )
    old.add("generations", result="[1]", options="no", tokens_used=-1, total_stages="x")
    _run, report = bring(alice, old.path)
    assert Profile.objects.get().name.startswith("<script>")
    assert Experience.objects.get().title.startswith("<script>")
    assert Job.objects.get().company.name == "Unknown company"
    assert Application.objects.get().status == "tracking"
    assert Document.objects.get().result == {}
    assert not report.total("refused")


def test_the_password_stays_out_of_what_is_kept_aside(alice, old):
    old.change("users", password_hash="$2b$04$secret")
    bring(alice, old.path)
    record = ImportedRecord.objects.get(table="users")
    assert "$2b$04$secret" not in json.dumps(record.raw)
