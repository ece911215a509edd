"""Capture: from a page, a text or a file to the inbox, and nothing invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from applications.capture.fetch import Page
from applications.models import Application, Capture, CapturedPosting, Job
from applications.tests.factories import ApplicationFactory, JobFactory

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parent.parent / "data"
PAGES = DATA / "jobposting"
NEW = "/jobs/capture/"
TEXT = "Archivist\nInitech\n\nOrder in all things. Utrecht."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_options: work())


def page(name):
    return (PAGES / name).read_text(errors="replace")


def capture(client, **data):
    """Send it; the page that leads to."""
    answer = client.post(NEW, data)
    assert answer.status_code == 303, answer.content.decode()
    return answer.url


def confirm(client, path, **changes):
    """Send the filled form as it was shown."""
    form = client.get(path).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {k: v for k, v in (sent | changes).items() if v not in (None, "", False)}
    return client.post(path, sent)


def test_a_page_becomes_a_filled_form(as_alice):
    path = capture(as_alice, html=page("meta-oxide-complete.html"))
    assert path.startswith("/jobs/captured/")
    answer = as_alice.get(path)
    posting = CapturedPosting.objects.get()
    assert answer.context["form"]["title"].value() == posting.facts["title"]
    assert "Read from the page’s data" in answer.text
    assert not Job.objects.exists(), "nothing is made before the person says so"


def test_confirmed_it_waits_in_the_inbox_with_what_it_was(as_alice, alice):
    html = page("meta-oxide-complete.html")
    path = capture(as_alice, html=html)
    assert confirm(as_alice, path, keep="1").url == "/jobs/"
    job = Job.objects.get()
    assert job.user == alice
    assert len(job.text_sha256) == 64
    assert job.raw_text
    assert job.retrieved_at
    assert job.title in as_alice.get("/jobs/").text


def test_tracked_at_once_it_is_on_the_board(as_alice, alice):
    path = capture(as_alice, html=page("meta-oxide-complete.html"))
    answer = confirm(as_alice, path, track="1")
    application = Application.objects.get()
    assert answer.url == application.get_absolute_url()
    assert application.job.is_pursued


def test_pasted_text_has_its_title_and_company_on_top(as_alice):
    path = capture(as_alice, text=TEXT)
    form = as_alice.get(path).context["form"]
    assert form["title"].value() == "Archivist"
    assert form["company_name"].value() == "Initech"


def test_an_uploaded_page_is_read(as_alice):
    file = SimpleUploadedFile("job.html", page("meta-oxide-complete.html").encode())
    answer = as_alice.post(NEW, {"file": file})
    assert answer.url.startswith("/jobs/captured/")


def test_a_page_without_a_posting_makes_none_and_says_so(as_alice):
    path = capture(as_alice, html=page("charon-jsonld-no-jobposting.html"))
    text = as_alice.get(path).text
    assert "No posting found" in text
    assert not CapturedPosting.objects.exists()


def test_nothing_given_is_said_beside_the_field(as_alice):
    answer = as_alice.post(NEW, {})
    assert answer.status_code == 422
    assert "url" in answer.context["form"].errors


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x/y"]
)
def test_what_is_no_web_address_is_refused_beside_the_field(as_alice, url):
    answer = as_alice.post(NEW, {"url": url})
    assert answer.status_code == 422
    assert "url" in answer.context["form"].errors
    assert not Capture.objects.exists()


def test_a_link_inside_is_refused_and_the_person_may_paste(as_alice):
    path = capture(as_alice, url="http://127.0.0.1/job")
    text = as_alice.get(path).text
    assert Capture.objects.get().status == "failed"
    assert "Paste the page" in text


def test_several_postings_are_ticked_and_kept_once(as_alice):
    html = page("us-two-postings.html")
    path = capture(as_alice, html=html)
    rows = list(CapturedPosting.objects.all())
    assert len(rows) == 2
    ticked = {"posting": [row.pk for row in rows], "company_name": "Initech"}
    assert as_alice.post(path, ticked).status_code == 303
    assert Job.objects.count() == 2
    path = capture(as_alice, html=html)
    again = CapturedPosting.objects.waiting()
    as_alice.post(path, ticked | {"posting": [row.pk for row in again]})
    titles = Job.objects.values_list("title", flat=True)
    assert len(titles) >= 2


def test_nothing_ticked_is_said(as_alice):
    path = capture(as_alice, html=page("us-two-postings.html"))
    assert as_alice.post(path, {}).status_code == 422


def duplicate_of(alice):
    return JobFactory(
        user=alice, title="Archivist", company__name="Initech GmbH", location="Utrecht"
    )


def test_a_duplicate_is_told_with_the_reason_and_not_kept_silently(as_alice, alice):
    duplicate_of(alice)
    path = capture(as_alice, text=TEXT)
    text = as_alice.get(path).text
    assert "You may have this one already" in text
    assert "the same company" in text
    answer = confirm(as_alice, path, keep="1")
    assert answer.status_code == 422
    assert Job.objects.count() == 1


def test_both_are_kept_if_the_person_says_so(as_alice, alice):
    duplicate_of(alice)
    path = capture(as_alice, text=TEXT)
    assert confirm(as_alice, path, keep_both="1").status_code == 303
    assert Job.objects.count() == 2


def test_the_same_link_is_kept_by_one_of_both(as_alice, alice):
    JobFactory(user=alice, url="https://jobs.example/1", source_url="")
    path = capture(as_alice, text=TEXT)
    confirm(as_alice, path, url="https://jobs.example/1?utm_source=x", keep_both="1")
    new = Job.objects.latest("pk")
    assert (new.url, new.source_url) == ("", "https://jobs.example/1?utm_source=x")


def test_a_duplicate_that_is_pursued_leads_to_its_application(as_alice, alice):
    application = ApplicationFactory(
        user=alice, job__title="Archivist", job__company__name="Initech"
    )
    path = capture(as_alice, text=TEXT)
    assert application.get_absolute_url() in as_alice.get(path).text


def test_what_another_person_has_is_no_duplicate(as_alice, bob):
    duplicate_of(bob)
    path = capture(as_alice, text=TEXT)
    assert "already" not in as_alice.get(path).text


def test_confirmed_twice_is_one_job(as_alice):
    path = capture(as_alice, text=TEXT)
    form = as_alice.get(path).context["form"]
    sent = {"title": "Archivist", "company_name": "Initech", "keep": "1"}
    assert form
    for _time in range(2):
        as_alice.post(path, sent | {"keep_both": "1"})
    assert Job.objects.count() == 1


def test_a_bad_field_is_told_and_what_was_typed_stays(as_alice):
    path = capture(as_alice, text=TEXT)
    answer = confirm(as_alice, path, salary_min="much", keep="1")
    assert answer.status_code == 422
    assert 'value="much"' in answer.text
    assert not Job.objects.exists()


def test_left_out_it_asks_no_more(as_alice):
    path = capture(as_alice, text=TEXT)
    as_alice.post(f"{path}skip/")
    assert CapturedPosting.objects.get().is_skipped
    assert "Captured; say what is kept" not in as_alice.get("/jobs/").text


def test_scripts_of_a_posting_never_reach_a_page(as_alice):
    html = page("meta-oxide-complete.html").replace(
        '"description"', '"x":"","description"'
    )
    path = capture(
        as_alice,
        text="Archivist\nInitech\n<script>alert(1)</script><b onclick=x>bold</b>",
    )
    confirm(as_alice, path, keep="1")
    shown = as_alice.get(Job.objects.get().get_absolute_url()).text
    assert "<script>alert" not in shown
    assert "onclick" not in shown.replace("&lt;b onclick=x&gt;", "")
    assert html


def test_the_same_form_twice_is_one_capture(as_alice):
    for _time in range(2):
        as_alice.post(NEW, {"text": TEXT, "submit_key": "once"})
    assert Capture.objects.count() == 1


@pytest.mark.parametrize("verb", ["", "progress/"])
def test_a_stranger_sees_no_capture(as_bob, as_alice, verb):
    capture(as_alice, text=TEXT)
    pk = Capture.objects.get().pk
    assert as_bob.get(f"/jobs/captures/{pk}/{verb}").status_code == 404


def test_a_stranger_confirms_nothing(as_bob, as_alice):
    path = capture(as_alice, text=TEXT)
    assert as_bob.get(path).status_code == 404
    assert as_bob.post(path, {"title": "x", "company_name": "y"}).status_code == 404
    assert as_bob.post(f"{path}skip/").status_code == 404


# The bookmark


def token_of(client, alice):
    client.post("/jobs/capture/bookmark/")
    alice.preferences.refresh_from_db()
    return alice.preferences.capture_token


@pytest.fixture
def token(as_alice, alice):
    alice.get_preferences()
    return token_of(as_alice, alice)


def send(client, token, html=TEXT, **data):
    return client.post(
        "/jobs/capture/send/",
        {
            "token": token,
            "url": "https://jobs.example/7",
            "title": "A job",
            "html": html,
        }
        | data,
    )


def test_the_bookmark_needs_no_login_to_send(client, token, alice):
    answer = send(client, token, page("meta-oxide-complete.html"))
    assert answer.status_code == 303
    got = Capture.objects.get()
    assert (got.user, got.url) == (alice, "https://jobs.example/7")
    assert client.get(answer.url).status_code == 302, "to look needs a login"


def test_the_bookmark_holds_the_address_and_the_token(as_alice, token):
    answer = as_alice.get("/jobs/capture/bookmark/")
    assert token in answer.context["code"]
    assert answer.context["code"].startswith("javascript:")


def test_a_new_bookmark_makes_the_old_one_useless(as_alice, client, token, alice):
    assert token_of(as_alice, alice) != token
    assert send(client, token).status_code == 404
    assert not Capture.objects.exists()


def test_switched_off_nothing_is_taken(as_alice, client, token):
    as_alice.post("/jobs/capture/bookmark/", {"off": "1"})
    assert send(client, token).status_code == 404


@pytest.mark.parametrize("wrong", ["", "x", "None"])
def test_a_wrong_token_is_nobodys(client, alice, wrong):
    alice.get_preferences()
    assert send(client, wrong).status_code == 404
    assert not Capture.objects.exists()


def test_a_page_without_a_posting_is_told_there_too(as_alice, client, token):
    answer = send(client, token, "<html><body>Hello</body></html>")
    assert "No posting found" in as_alice.get(answer.url).text


def test_more_than_anyone_reads_is_refused(as_alice, client, token, monkeypatch):
    monkeypatch.setattr("applications.models.capture.MOST_AN_HOUR", 1)
    capture(as_alice, text=TEXT)
    assert as_alice.post(NEW, {"text": TEXT}).status_code == 422
    assert send(client, token).status_code == 429
    assert Capture.objects.count() == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "blob:x"])
def test_what_is_no_web_address_is_no_link_of_a_page(as_alice, client, token, url):
    answer = send(client, token, page("us-two-postings.html"), url=url)
    assert Capture.objects.get().url == ""
    assert f'href="{url}"' not in as_alice.get(answer.url).text


def test_a_long_link_is_not_cut(as_alice, client, token):
    long = "https://jobs.example/" + "x" * 2_020
    answer = send(client, token, page("meta-oxide-complete.html"), url=long)
    path = as_alice.get(answer.url).url
    assert confirm(as_alice, path, url="", keep="1").status_code == 303
    assert Job.objects.get().source_url == long


def test_a_program_that_sends_without_end_is_stopped(
    as_alice, client, token, monkeypatch
):
    monkeypatch.setattr("applications.models.capture.MOST_AN_HOUR", 1)
    send(client, token)
    assert send(client, token).status_code == 429
    assert as_alice.post(NEW, {"text": TEXT}).status_code == 422
    assert Capture.objects.count() == 1


def test_a_link_that_grows_too_long_is_refused_beside_the_field(as_alice):
    path = capture(as_alice, text=TEXT)
    answer = confirm(as_alice, path, url="https://jobs.example/" + "ä" * 900, keep="1")
    assert answer.status_code == 422
    assert "url" in answer.context["form"].errors
    assert not Job.objects.exists()


# Links: only the network is made up.


def answers(monkeypatch, **bodies):
    """What stands at which address, by its ending."""
    asked = []

    def fetch(url, **_options):
        asked.append(url)
        body = next((b for end, b in bodies.items() if end in url), "<html></html>")
        return Page(
            url=url,
            content_type="text/html" if body.startswith("<") else "application/json",
            charset="utf-8",
            body=body.encode(),
            retrieved_at=timezone.now(),
        )

    monkeypatch.setattr("applications.capture.fetch.fetch", fetch)
    return asked


BOARD = (
    '[{"id": "7", "text": "Archivist", "hostedUrl": "https://jobs.lever.co/acme/7"}]'
)


def test_a_link_to_one_posting_gives_that_one(as_alice, monkeypatch):
    asked = answers(monkeypatch, acme=page("meta-oxide-complete.html"))
    capture(as_alice, url="https://jobs.lever.co/acme/7")
    assert asked == ["https://jobs.lever.co/acme/7"]
    assert CapturedPosting.objects.count() == 1


def test_a_link_to_a_board_gives_its_list(as_alice, monkeypatch):
    asked = answers(monkeypatch, api=BOARD)
    capture(as_alice, url="https://jobs.lever.co/acme")
    assert len(asked) == 2
    assert CapturedPosting.objects.get().facts["title"] == "Archivist"
