import json
from datetime import date
from pathlib import Path

import pytest

from applications.capture.boards import read_board
from applications.capture.posting import Pay
from applications.measuring import ats, find_sets

DATA = Path(__file__).parents[1] / "data/ats"
BOARDS = {
    "ashby": "Ashby", "eightfold": "Eightfold", "greenhouse": "Greenhouse",
    "neogov": "NEOGOV", "personio": "Personio", "pinpoint": "Pinpoint",
    "smartrecruiters": "SmartRecruiters", "workable": "Workable", "workday": "Workday",
    "lever": "Lever", "arbeitnow": "Arbeitnow", "remotive": "Remotive",
    "feed": "We Work Remotely", "himalayas": "Himalayas", "recruitee": "Recruitee",
    "remoteok": "RemoteOK", "jazzhr": "JazzHR", "teamtailor": "Teamtailor",
}  # fmt: skip


def read(name, url=""):
    return read_board((DATA / name).read_bytes(), url)


@pytest.mark.parametrize(
    "name", [path.name for path in sorted(DATA.iterdir()) if path.suffix in ats.ENDINGS
             and path.name != ats.KNOWN]
)  # fmt: skip
def test_each_board_is_known(name):
    reading = read(name)
    assert reading.board in {BOARDS[word] for word in BOARDS if word in name}
    assert reading.postings or reading.message
    for posting in reading.postings:
        assert posting.title
        assert isinstance(posting.source_id, str)
        assert posting.source == reading.board
        assert "&lt;p" not in posting.description


def test_what_is_known_of_them():
    result = ats.score(DATA, ats.read(DATA))
    assert result.wrong == result.refused == result.crashed == 0
    assert result.right > 150
    assert result.figures == {"ids_right": 1.0, "second_read_added": 0}


def test_same_number_twice_is_one_posting_in_two_places():
    (posting,) = read("careerkit-workable.json").postings
    assert (posting.source_id, posting.locations) == (
        "DD136DD7E7",
        ["Spain", "Portugal"],
    )
    assert posting.company == "Zaelab"


def test_odd_pay_is_shown_and_not_reckoned_with():
    *_others, posting = read("job-agent-recruitee.json").postings
    assert posting.pay == Pay()
    assert posting.pay_text == "75–95 USD / year"


def test_legal_notice_and_salary_of_nought():
    reading = read("job-agent-remoteok.json")
    assert [posting.pay or posting.pay_text for posting in reading.postings] == ["", ""]
    assert reading.skipped == ["A notice of the board, no posting."]


def test_unlisted_and_closed_are_no_postings():
    assert read("openroles-ashby.json").skipped == ["“Hidden” is not listed."]
    assert read("openroles-jazzhr.xml").skipped == ["“Old Role” is no longer open."]


def test_without_an_address_it_is_kept():
    *_others, posting = read("charon-lever.json").postings
    assert (posting.source_id, posting.url) == ("0003-no-url", "")


def test_remote_only_where_it_is_said():
    first, *_others = read("charon-lever.json").postings
    assert first.is_remote is None
    assert first.workplace == ""
    assert first.suggested == {"workplace": "remote", "company": "example"}


def test_days():
    reading = read("careerkit-workday.json")
    assert [posting.posted_on for posting in reading.postings] == [None, None]
    pinpoint, _other = read("careerkit-pinpoint.json").postings
    assert pinpoint.deadline_on == date(2026, 8, 28)


def test_part_of_an_address_needs_a_base():
    site = "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Jobs/jobs"
    plain, *_others = read("careerkit-workday.json").postings
    whole, *_others = read("careerkit-workday.json", site).postings
    assert plain.url == ""
    assert whole.url.startswith("https://acme.wd5.myworkdayjobs.com/Jobs/job/Virginia")
    _first, beside = read("careerkit-pinpoint.json").postings
    assert beside.url == "https://acme.pinpointhq.com/postings/post-002"


def test_escaped_twice_is_html_once():
    first, _other = read("openroles-greenhouse.json").postings
    assert first.description == "<p>Build &amp; ship models.</p><ul><li>SQL</li></ul>"


def test_title_of_a_feed_has_the_company_in_it():
    postings = read("job-agent-feed.rss").postings
    assert [(p.company, p.title) for p in postings][0] == (
        "Remote",
        "Account Executive DACH",
    )
    assert postings[2].company == "Amplitude"


def test_board_without_jobs_says_so():
    reading = read("jobwatch-ashby-board.html")
    assert reading.message == "Ashby: there is no open posting in this."


def test_state_of_a_page_is_found_among_other_scripts():
    state = '{"jobs": [{"id": 1, "title": "A", "absolute_url": "https://a.example/1"}]}'
    page = f"<!doctype html><script>var a = {{}}, b = [1,; window.x = {state};</script>"
    assert read_board(page.encode()).board == "Greenhouse"
    page = f'<html><script type="application/json"> {state} </script></html>'
    assert read_board(page.encode(), "", "text/html").board == "Greenhouse"


def test_where_values_were_read():
    (posting,) = read("cyber-radar-personio.xml").postings
    assert set(posting.where.values()) == {"feed"}
    assert "pay" not in posting.where
    assert "requirements" in posting.where
    _first, later = read("openroles-greenhouse.json").postings
    assert later.where["posted_on"] == "feed: updated"


def test_set_is_found(tmp_path):
    assert find_sets(DATA) == {"ats": DATA}
    hidden = tmp_path / "ats" / "hidden"
    hidden.mkdir(parents=True)
    for name in ("careerkit-ashby.json", "careerkit-personio.xml"):
        (hidden / name).write_bytes((DATA / name).read_bytes())
    assert find_sets(tmp_path) == {"ats": hidden}
    (hidden / "careerkit-ashby.json").write_text("{}")
    (hidden / "careerkit-personio.xml").unlink()
    assert find_sets(tmp_path) == {}


def test_scoring_tells_what_is_wrong(tmp_path):
    (tmp_path / "a.json").write_text("nothing")
    jobs = [
        {"id": 1, "title": "A", "salary": None},
        {"id": 2, "title": "B", "listed": False},
    ]
    known = {"a.json": {"format": "x", "jobs": jobs, "count": 2, "unique_ids": 2}}
    (tmp_path / "expected.json").write_text(json.dumps(known))
    answers = ats.read(tmp_path)
    assert answers == {"a.json": {"message": "This is neither JSON nor XML."}}
    result = ats.score(tmp_path, answers)
    assert (result.right, result.wrong, result.refused) == (0, 2, 1)
    assert result.figures["ids_right"] == 0.0
