"""What is not seen of a blocked company, and that all of it comes back."""

import pytest

from applications.models import Capture, CaptureKind, Job
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.models import Company
from companies.tests.answers import leads_to, on_page, text, toasts
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX
from jobtracker.work import WorkStatus

INBOX = "/jobs/"


@pytest.fixture
def mill(alice):
    return CompanyFactory(user=alice, name="Dark Mill", is_blocked=True)


def shown(client, query=""):
    answer = client.get(f"{INBOX}?{query}")
    return {job.title for job in answer.context["object_list"]}


def public(name, title):
    return Job.objects.create(user=None, company_name=name, title=title)


# The inbox


def test_inbox_hides_its_postings_and_says_so(as_alice, alice, mill):
    JobFactory(user=alice, title="Baker")
    for number in range(3):
        JobFactory(user=alice, company=mill, title=f"Miller {number}")
    assert shown(as_alice) == {"Baker"}
    page = text(as_alice.get(INBOX))
    assert "3 hidden, of blocked companies." in page
    assert 'href="?blocked=1"' in page
    assert shown(as_alice, "blocked=1") == {"Miller 0", "Miller 1", "Miller 2"}


def test_unblocked_all_are_back(as_alice, alice, mill):
    JobFactory(user=alice, company=mill, title="Miller")
    public("Dark Mill", "Public miller")
    mill.set_blocked(False)
    assert shown(as_alice) == {"Miller"}
    assert shown(as_alice, "scope=public") == {"Public miller"}
    assert as_alice.get(INBOX).context["hidden"] == 0


@pytest.mark.parametrize("name", ["Dark Mill", "DARK MILL", "dark mill"])
def test_public_postings_of_that_name_are_hidden_too(as_alice, as_bob, mill, name):
    public(name, "Miller")
    public("Bright Mill", "Baker")
    assert shown(as_alice, "scope=public") == {"Baker"}
    assert shown(as_alice, "scope=public&blocked=1") == {"Miller"}
    assert shown(as_bob, "scope=public") == {"Baker", "Miller"}


def test_search_finds_none_of_them_and_counts_those_that_fit(as_alice, alice, mill):
    JobFactory(user=alice, company=mill, title="Miller")
    JobFactory(user=alice, company=mill, title="Night watch")
    assert "1 hidden, of a blocked company." in text(as_alice.get(f"{INBOX}?q=miller"))


def test_hidden_ones_take_no_more_queries(as_alice, alice, mill, same_query_count):
    def add(count):
        for _ in range(count):
            JobFactory(user=alice, company=mill)

    add(1)
    as_alice.get(INBOX)
    few = same_query_count(lambda: as_alice.get(INBOX))
    add(15)
    assert same_query_count(lambda: as_alice.get(INBOX)) == few


def test_posting_says_why_it_is_not_in_the_inbox(as_alice, alice, mill):
    mine = JobFactory(user=alice, company=mill)
    theirs = public("dark mill", "Miller")
    for job in (mine, theirs):
        assert "You blocked this company" in text(as_alice.get(f"/jobs/{job.pk}/"))
    mill.set_blocked(False)
    for job in (mine, theirs):
        assert "You blocked" not in text(as_alice.get(f"/jobs/{job.pk}/"))


# What one pursues stays


def test_board_and_table_keep_its_applications_with_a_mark(as_alice, alice, mill):
    mill.set_blocked(False)
    one = ApplicationFactory(user=alice, job__company=mill, job__title="Miller")
    pages = ("/", "/applications/", one.get_absolute_url())
    for page in pages:
        assert "Blocked" not in text(as_alice.get(page))
    mill.set_blocked(True)
    for page in pages:
        assert "Miller" in text(as_alice.get(page))
        assert ">Blocked</span>" in text(as_alice.get(page))


# What is captured


def capture(alice, *names):
    made = Capture.objects.create(
        user=alice, kind=CaptureKind.PAGE, status=WorkStatus.COMPLETED
    )
    for number, name in enumerate(names, 1):
        facts = {"title": f"Job {number}", "company_name": name}
        made.postings.create(position=number, facts=facts)
    return made


def test_captured_one_says_so_and_is_kept(as_alice, alice, mill):
    posting = capture(alice, "dark mill").postings.get()
    page = f"/jobs/captured/{posting.pk}/"
    assert "You blocked this company" in text(as_alice.get(page))
    data = {"title": "Job 1", "company_name": "Dark Mill", "keep": "1"}
    answer = as_alice.post(page, data, follow=True)
    assert toasts(answer) == [
        "Kept, but not shown in the inbox: the company is blocked."
    ]
    assert Job.objects.get().company == mill
    assert shown(as_alice) == set()


def test_of_many_those_are_not_ticked(as_alice, alice, mill):
    made = capture(alice, "Dark Mill", "Bright Mill")
    page = text(as_alice.get(made.get_absolute_url()))
    first, second = made.postings.all()
    assert f'value="{first.pk}">' in page
    assert f'value="{second.pk}" checked>' in page


# Blocking


def verb(company, name):
    return f"/companies/{company.pk}/{name}/"


def test_blocked_and_unblocked_with_the_way_back(as_alice, alice):
    oven = CompanyFactory(user=alice, name="Oven")
    page = oven.get_absolute_url()
    assert f'action="{verb(oven, "block")}"' in text(as_alice.get(page))
    for name, back, is_blocked in (("block", "unblock", 1), ("unblock", "block", 0)):
        answer = as_alice.post(verb(oven, name))
        assert leads_to(answer, page)
        assert Company.objects.get().is_blocked == bool(is_blocked)
        assert f'action="{verb(oven, back)}"' in text(as_alice.get("/settings/"))


def test_said_on_the_list_one_stays_there(as_alice, alice):
    oven = CompanyFactory(user=alice, name="Oven")
    answer = as_alice.post(verb(oven, "block"), {"origin": "list"})
    assert leads_to(answer, "/companies/")
    undo = f"{verb(oven, 'unblock')}?origin=list"
    assert undo in text(as_alice.get("/companies/"))
    answer = as_alice.post(undo, headers=HTMX | on_page("/companies/"))
    assert leads_to(answer, "/companies/")


def test_twice_is_once(as_alice, mill):
    as_alice.post(verb(mill, "block"))
    assert Company.objects.get().is_blocked


@pytest.mark.parametrize("name", ["block", "unblock"])
def test_stranger_changes_nothing(as_bob, as_alice, mill, name):
    assert as_bob.post(verb(mill, name)).status_code == 404
    assert as_alice.get(verb(mill, name)).status_code == 405
    assert Company.objects.get().is_blocked
