import pytest

from applications.capture.boards.addresses import company_in, feed_address

GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"
LEVER = "https://api.lever.co/v0/postings/acme?mode=json"
WORKABLE = "https://apply.workable.com/api/v1/widget/accounts/acme?details=true"
SMART = "https://api.smartrecruiters.com/v1/companies/Acme/postings"


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("https://boards.greenhouse.io/acme", GREENHOUSE),
        ("https://boards.greenhouse.io/acme/jobs/123?gh_jid=123", GREENHOUSE),
        ("boards.greenhouse.io/acme/", GREENHOUSE),
        ("https://job-boards.greenhouse.io/acme", GREENHOUSE),
        ("https://job-boards.eu.greenhouse.io/acme", GREENHOUSE),
        ("https://boards.greenhouse.io/embed/job_board?for=acme", GREENHOUSE),
        ("https://jobs.lever.co/acme", LEVER),
        ("https://jobs.lever.co/acme/5ac21346-8e0c?lever-source=x", LEVER),
        ("https://jobs.eu.lever.co/acme", LEVER.replace("api.", "api.eu.")),
        (
            "https://jobs.ashbyhq.com/Acme%20Inc",
            "https://api.ashbyhq.com/posting-api/job-board/Acme%20Inc?includeCompensation=true",
        ),
        ("https://apply.workable.com/acme/", WORKABLE),
        ("https://acme.workable.com/", WORKABLE),
        ("https://acme.recruitee.com/o/cook", "https://acme.recruitee.com/api/offers/"),
        ("https://careers.smartrecruiters.com/Acme", SMART),
        ("https://jobs.smartrecruiters.com/Acme/743999-cook", SMART),
        (
            "https://acme.jobs.personio.de/?language=de",
            "https://acme.jobs.personio.de/xml",
        ),
        ("https://ACME.jobs.personio.com/job/1", "https://acme.jobs.personio.com/xml"),
        ("https://acme.teamtailor.com/jobs", "https://acme.teamtailor.com/jobs.rss"),
        ("https://zoo.pinpointhq.com/en", "https://zoo.pinpointhq.com/postings.json"),
    ],
)
def test_feed_of_a_board(shown, address):
    assert feed_address(shown) == address


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "https://acme.example/jobs",
        "https://boards.greenhouse.io/",
        "https://boards.greenhouse.io/embed/job_board",
        "https://apply.workable.com/api/v1/x",
        "https://www.recruitee.com/",
        "https://recruitee.com/acme",
        "https://evil.example/.recruitee.com",
        "https://a.b.teamtailor.com.evil.example",
        "https://user:secret@jobs.lever.co/acme",
        "ftp://jobs.lever.co/acme",
        "javascript://jobs.lever.co/acme",
        "https://[::1",
        "https://jobs.lever.co/../..",
        "https://jobs.lever.co/a%2F..%2Fb",
        "https://apply.workable.com/j/ABC123",
    ],
)
def test_no_feed(shown):
    assert feed_address(shown) is None


@pytest.mark.parametrize(
    ("shown", "company"),
    [
        ("https://jobs.lever.co/acme/1", "acme"),
        ("https://acme.jobs.personio.de/job/1", "acme"),
        ("https://acme.example/jobs/1", ""),
        ("https://[::1", ""),
    ],
)
def test_company_in_an_address(shown, company):
    assert company_in(shown) == company
