"""The inbox, and the page of a posting: one's own and public ones."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from applications.models import Application, Capture, Job, JobView, Stop
from applications.models.job_row import JobStatus
from applications.tests.factories import (
    AnalysisFactory,
    ApplicationFactory,
    DocumentFactory,
    JobFactory,
    JobViewFactory,
    PublicJobFactory,
    RankingFactory,
)
from companies.tests.answers import is_fragment, is_login, text
from jobtracker.testing.fixtures import HTMX

INBOX = "/jobs/"


def titles(answer):
    return [job.title for job in answer.context["object_list"]]


# The inbox


def test_inbox_says_when_it_is_empty(as_alice):
    assertContains(as_alice.get(INBOX), "Nothing waits here")


def test_inbox_has_what_was_not_applied_to_newest_first(alice, as_alice):
    now = timezone.now()
    for days, title in ((3, "Oldest"), (1, "Newest"), (2, "Middle")):
        JobFactory(user=alice, title=title, captured_at=now - timedelta(days=days))
    ApplicationFactory(user=alice, job__title="Applied")
    JobFactory(user=alice, title="Deleted", deleted_at=now)
    assert titles(as_alice.get(INBOX)) == ["Newest", "Middle", "Oldest"]


def test_each_scope_has_its_own(alice, bob, as_alice, as_bob):
    PublicJobFactory(title="Mayor", company_name="Town hall")
    PublicJobFactory(title="Clerk of old", status="archived")
    JobFactory(user=alice, title="Baker", company__name="Oven")
    JobFactory(user=alice, title="Miller", status="archived")
    JobFactory(user=bob, title="Bob’s")
    found = {
        scope: titles(as_alice.get(f"{INBOX}?scope={scope}"))
        for scope in ("", "mine", "public", "archived")
    }
    assert found == {
        "": ["Baker"],
        "mine": ["Baker"],
        "public": ["Mayor"],
        "archived": ["Miller"],
    }
    page = as_alice.get(f"{INBOX}?scope=public")
    assertContains(page, '<span class="chip">Public</span>', count=1, html=True)
    assertContains(page, "Town hall")
    assert titles(as_bob.get(f"{INBOX}?scope=public")) == ["Mayor"]
    assertContains(as_alice.get(f"{INBOX}?scope=archived"), "Bring back")


def test_it_is_searched_by_title_company_and_place(alice, as_alice):
    JobFactory(user=alice, title="Baker", company__name="Oven", location="Köln")
    JobFactory(user=alice, title="Miller", company__name="Stone", location="Utrecht")
    PublicJobFactory(title="Mayor", company_name="Town hall")
    for words, found in (
        ("bake", ["Baker"]),
        ("oven", ["Baker"]),
        ("KÖLN", ["Baker"]),
        ("stone miller utrecht", ["Miller"]),
        ("hall", []),
        ("%", []),
        ("_", []),
    ):
        assert titles(as_alice.get(INBOX, {"q": words})) == found, words
    public = {"q": "hall", "scope": "public"}
    assert titles(as_alice.get(INBOX, public)) == ["Mayor"]
    assertContains(as_alice.get(INBOX, {"q": "nothing"}), "Nothing matches")


def test_it_is_narrowed_by_workplace(alice, as_alice):
    JobFactory(user=alice, title="Baker", remote_type="onsite")
    JobFactory(user=alice, title="Writer", remote_type="remote")
    assert titles(as_alice.get(f"{INBOX}?remote_type=remote")) == ["Writer"]


@pytest.mark.parametrize("wrong", ["scope=everyones", "remote_type=moon"])
def test_what_is_no_filter_is_left_out_and_said(wrong, alice, as_alice):
    JobFactory(user=alice, title="Baker")
    page = as_alice.get(f"{INBOX}?{wrong}")
    assert titles(page) == ["Baker"]
    assertContains(page, "could not be understood")


@pytest.mark.parametrize(
    "query", ["q=%00", "q=" + "x" * 300, "page=x", "scope=&scope=public&scope=mine"]
)
def test_any_address_of_it_is_a_page(query, alice, as_alice):
    JobFactory(user=alice)
    assert as_alice.get(f"{INBOX}?{query}").status_code == 200


def test_captures_that_wait_are_told_above(alice, bob, as_alice):
    for person, name in ((alice, "Hers"), (bob, "His")):
        capture = Capture.objects.create(user=person, kind="text", page_title=name)
        capture.postings.create(position=1, facts={"title": "Baker"})
    page = as_alice.get(INBOX)
    assertContains(page, "Hers")
    assertNotContains(page, "His<")
    Capture.objects.for_user(alice).get().postings.get().skip()
    assertNotContains(as_alice.get(INBOX), "Hers")


def test_inbox_has_pages(alice, as_alice):
    JobFactory.create_batch(51, user=alice, company=JobFactory(user=alice).company)
    page = as_alice.get(INBOX)
    assert len(titles(page)) == 50
    assertContains(page, 'hx-target="#job-list"')
    assert len(titles(as_alice.get(f"{INBOX}?page=2"))) == 2
    assert is_fragment(as_alice.get(f"{INBOX}?page=2", headers=HTMX))


def test_inbox_loads_no_long_texts_and_asks_alike(
    alice, as_alice, count_queries, same_query_count
):
    def more():
        JobFactory(user=alice, description="x" * 9_000)
        JobFactory(user=alice, status="archived")
        PublicJobFactory()

    more()
    asked = {}
    for url in (INBOX, f"{INBOX}?scope=public", f"{INBOX}?scope=archived"):
        as_alice.get(url)
        with count_queries() as queries:
            as_alice.get(url)
        said = " ".join(query["sql"] for query in queries)
        assert '"description"' not in said
        assert '"raw_text"' not in said
        asked[url] = len(queries)
    for _ in range(4):
        more()
    for url, count in asked.items():
        assert same_query_count(lambda url=url: as_alice.get(url)) == count


# The page of one


@pytest.fixture
def job(alice):
    return JobFactory(
        user=alice,
        title="Baker",
        company__name="Oven",
        location="Utrecht",
        description="<p>Bread<script>alert(1)</script></p>",
        requirements="Flour",
        benefits="Rolls",
        raw_text="Baker wanted",
        salary_min=40_000,
        salary_currency="EUR",
        salary_period="year",
        tech_stack=["Oven", "Peel"],
    )


@pytest.fixture
def path(job):
    return f"/jobs/{job.pk}/"


def test_whole_posting_is_shown_and_harmless(as_alice, job, path):
    page = as_alice.get(path)
    for said in ("Baker", "Bread", "Flour", "Rolls", "Baker wanted", "Utrecht", "Peel"):
        assertContains(page, said)
    assertContains(page, "from €40,000 a year")
    assertContains(page, f'href="/companies/{job.company_id}/"')
    assertNotContains(page, "alert(1)")
    assertNotContains(page, "Not given")


def test_without_a_text_it_says_so(alice, as_alice):
    job = JobFactory(user=alice, salary_text="Competitive")
    page = as_alice.get(job.get_absolute_url())
    assertContains(page, "The text of the posting is not kept.")
    assertContains(page, "Competitive")


def test_it_leads_to_its_application(alice, as_alice, path, job):
    assertNotContains(as_alice.get(path), "Your application")
    application = ApplicationFactory(user=alice, job=job)
    page = as_alice.get(path)
    assertContains(page, f'href="/applications/{application.pk}/"')


def test_it_shows_what_was_made_for_it(alice, as_alice, path, job):
    mine = {"user": alice, "job": job}
    analysis = AnalysisFactory(**mine, fit_score=85.0)
    ranking, document = RankingFactory(**mine), DocumentFactory(**mine)
    elsewhere = DocumentFactory(user=alice)
    JobViewFactory(**mine, count=2)
    page = as_alice.get(path)
    for row in (analysis, ranking, document):
        assertContains(page, f'href="{row.get_absolute_url()}"')
    assertNotContains(page, f'href="{elsewhere.get_absolute_url()}"')
    assertContains(page, "Fit 85 of 100")
    assertContains(page, "3 times")


def test_public_one_shows_nobodys_private_things(alice, bob, as_alice, as_bob):
    job = PublicJobFactory(title="Mayor", raw_text="Forwarded by the clerk")
    of_bob = {"user": bob, "job": job}
    rows = [
        make(**of_bob) for make in (AnalysisFactory, RankingFactory, DocumentFactory)
    ]
    JobViewFactory(**of_bob, count=16)
    page, his = (client.get(f"/jobs/{job.pk}/") for client in (as_alice, as_bob))
    assertContains(page, "Mayor")
    assertContains(page, "Town hall")
    assertNotContains(page, "the clerk")
    for row in rows:
        assertNotContains(page, row.get_absolute_url())
        assertContains(his, row.get_absolute_url())
    assertNotContains(page, "17 times")
    assertContains(his, "17 times")


def test_stranger_is_told_that_nothing_is_there(as_bob, path):
    assert as_bob.get(path).status_code == 404


def test_deleted_one_is_not_there(alice, as_alice):
    application = ApplicationFactory(user=alice)
    path = application.job.get_absolute_url()
    assert as_alice.get(path).status_code == 200
    application.move_to_bin()
    assert as_alice.get(path).status_code == 404


def test_pages_are_only_read_and_only_by_people(client, as_alice, path):
    for url in (INBOX, path):
        assert as_alice.post(url).status_code == 405
        assert is_login(client.get(url))


def test_page_asks_alike_with_more(alice, as_alice, job, path, same_query_count):
    def more(count):
        mine = {"user": alice, "job": job}
        for _ in range(count):
            for make in (AnalysisFactory, RankingFactory, DocumentFactory):
                make(**mine)

    more(1)
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    more(5)
    assert same_query_count(lambda: as_alice.get(path)) == few


def test_more_leads_to_the_lists(as_alice):
    page = text(as_alice.get("/more/"))
    for url in (INBOX, "/documents/", "/saved-searches/"):
        assert f'href="{url}"' in page


# What is done about one


def track(client, job):
    return client.post(f"/jobs/{job.pk}/track/")


def archive(client, job, verb="archive"):
    answer = client.post(f"/jobs/{job.pk}/{verb}/")
    assert (answer.status_code, answer["Location"]) == (303, INBOX)


def test_ones_own_is_tracked_once(alice, as_alice):
    job = JobFactory(user=alice, title="Baker", source="Lever")
    answers = [track(as_alice, job) for _time in range(2)]
    application = Application.objects.get()
    assert application.job == job
    assert (application.status, application.source) == ("tracking", "Lever")
    assert {answer["Location"] for answer in answers} == {
        application.get_absolute_url()
    }
    assert application.status_changes.count() == 1
    assert titles(as_alice.get(INBOX)) == []
    page = as_alice.get(application.get_absolute_url())
    assertContains(page, "Added", count=1)


def test_a_public_one_is_tracked_by_a_copy_of_ones_own(alice, bob, as_alice, as_bob):
    public = PublicJobFactory(
        title="Mayor",
        company_name="Town hall",
        url="https://jobs.example/mayor",
        description="Govern",
        salary_min=50_000,
        tech_stack=["Chain"],
    )
    for _time in range(2):
        assert track(as_alice, public).status_code == 303
    mine = Job.objects.for_user(alice).get()
    assert (mine.title, mine.company.name, mine.company_name) == (
        "Mayor",
        "Town hall",
        "",
    )
    assert (mine.description, mine.salary_min, mine.tech_stack) == (
        "Govern",
        50_000,
        ["Chain"],
    )
    assert mine.application.user == alice
    assert mine.is_pursued
    public.refresh_from_db()
    assert (public.user, public.is_pursued) == (None, False)
    listed = f"{INBOX}?scope=public"
    assert titles(as_alice.get(listed)) == []
    assert titles(as_bob.get(listed)) == ["Mayor"]
    track(as_bob, public)
    assert Job.objects.for_user(bob).get().company.user == bob
    assert Application.objects.count() == 2


def test_a_public_one_that_one_has_by_its_link_is_that_one(alice, as_alice):
    url = "https://jobs.example/mayor"
    mine = JobFactory(user=alice, url=url)
    track(as_alice, PublicJobFactory(url=url))
    assert Application.objects.get().job == mine


def test_two_public_ones_without_a_link_are_two(alice, as_alice):
    for _number in range(2):
        track(as_alice, PublicJobFactory(title="Mayor"))
    assert Application.objects.count() == 2


def test_one_in_the_bin_is_brought_anew(alice, as_alice):
    public = PublicJobFactory(url="https://jobs.example/mayor")
    track(as_alice, public)
    Application.objects.get().move_to_bin()
    track(as_alice, public)
    assert Application.objects.present().count() == 1


def test_an_archived_one_may_be_tracked(alice, as_alice):
    job = JobFactory(user=alice, status="archived")
    track(as_alice, job)
    assert Application.objects.get().job == job


def test_ones_own_is_archived_and_comes_back(alice, as_alice):
    job = JobFactory(user=alice, title="Baker")
    for verb, status in (
        ("archive", JobStatus.ARCHIVED),
        ("archive", JobStatus.ARCHIVED),
        ("unarchive", JobStatus.ACTIVE),
        ("unarchive", JobStatus.ACTIVE),
    ):
        archive(as_alice, job, verb)
        job.refresh_from_db()
        assert job.status == status
        is_here = titles(as_alice.get(INBOX)) == ["Baker"]
        assert is_here == (status == JobStatus.ACTIVE)


def test_a_public_one_is_put_away_for_one_alone(alice, as_alice, as_bob):
    job = PublicJobFactory(title="Mayor")
    listed = f"{INBOX}?scope=public"
    archive(as_alice, job)
    assert titles(as_alice.get(listed)) == []
    assert titles(as_bob.get(listed)) == ["Mayor"]
    job.refresh_from_db()
    assert job.status == JobStatus.ACTIVE
    assertContains(as_alice.get(job.get_absolute_url()), "Bring back")
    archive(as_alice, job, "unarchive")
    assert titles(as_alice.get(listed)) == ["Mayor"]


def test_what_is_pursued_is_archived_with_its_application(alice, as_alice):
    application = ApplicationFactory(user=alice)
    archive(as_alice, application.job)
    application.refresh_from_db()
    assert application.is_archived
    archive(as_alice, application.job, "unarchive")
    application.refresh_from_db()
    assert not application.is_archived


def test_each_look_is_counted_and_putting_away_is_none(alice, as_alice, as_bob):
    job = PublicJobFactory()
    archive(as_alice, job)
    view = JobView.objects.for_user(alice).get()
    assert (view.count, bool(view.hidden_at)) == (0, True)
    for times in (1, 2):
        assertContains(as_alice.get(job.get_absolute_url()), f"{times} time")
    as_bob.get(job.get_absolute_url())
    assert list(JobView.objects.order_by("count").values_list("count", flat=True)) == [
        1,
        2,
    ]
    view.refresh_from_db()
    assert view.hidden_at, "to look does not bring it back"


@pytest.mark.parametrize("verb", ["track", "archive", "unarchive"])
def test_nobody_does_it_to_what_is_another_s(verb, client, alice, as_bob, job, path):
    assert as_bob.post(f"{path}{verb}/").status_code == 404
    assert as_bob.get(f"{path}{verb}/").status_code == 405
    assert is_login(client.post(f"{path}{verb}/"))
    job.refresh_from_db()
    assert job.status == JobStatus.ACTIVE
    assert not Application.objects.exists()


@pytest.mark.parametrize("verb", ["track", "archive", "unarchive"])
def test_nothing_is_done_to_what_lies_in_the_bin(verb, alice, as_alice):
    application = ApplicationFactory(user=alice)
    application.move_to_bin()
    assert as_alice.post(f"/jobs/{application.job_id}/{verb}/").status_code == 404


def test_htmx_is_led_on_in_its_own_way(alice, as_alice):
    job = JobFactory(user=alice)
    answer = as_alice.post(f"/jobs/{job.pk}/archive/", headers=HTMX)
    assert answer["HX-Redirect"] == INBOX


# Whether it is pursued


def test_both_doors_mark_it_as_pursued(alice):
    started, brought = JobFactory(user=alice), JobFactory(user=alice)
    now = timezone.now()
    Application.start(started, by=alice)
    Application.bring_in(
        brought, path=[Stop("applied", "", now)], saved_at=now, last_activity_at=now
    )
    for job in (started, brought):
        assert job.is_pursued
        job.refresh_from_db()
        assert job.is_pursued


def test_the_migration_marks_those_that_have_an_application(alice):
    kept, pursued = JobFactory(user=alice), ApplicationFactory(user=alice).job
    binned = ApplicationFactory(user=alice)
    binned.move_to_bin()
    Job.objects.update(is_pursued=False)
    fill = import_module("applications.migrations.0009_fill_pursued").fill_pursued
    for _time in range(2):
        fill(apps, None)
    marked = set(Job.objects.filter(is_pursued=True))
    assert marked == {pursued, binned.job}
    assert kept not in marked
