"""Real pages, and pages like them: what they say is read, and nothing else."""

import pytest

from applications.capture.page import read_page
from applications.measuring import jobposting
from applications.tests.capture.pages import (
    EXPECTED,
    FRAMED,
    OWN,
    STORED,
    framed,
    job,
    ld,
)


def check(page, known):
    answer = jobposting._answer(page)
    assert "crashed" not in answer
    agreed = dict(jobposting._agreed(known, answer))
    if known["tier"] == "none":
        assert answer["postings"] == []
    if known["tier"] == "none" or not known["title"]:
        assert answer["message"]
    else:
        assert [name for name, is_right in agreed.items() if not is_right] == []


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != FRAMED])
def test_stored_page(name):
    check((STORED / name).read_bytes(), EXPECTED[name])


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["name"])
def test_own_page(row):
    check(row["page"].encode(row["encoding"]), row["expected"])


def test_a_posting_among_comments_is_read_in_time():
    check(framed().encode(), EXPECTED[FRAMED])


@pytest.mark.parametrize(
    "name", [n for n in EXPECTED if EXPECTED[n]["tier"] == "fallback"]
)
def test_text_of_a_page_is_kept(name):
    text = read_page((STORED / name).read_bytes()).text
    assert (
        EXPECTED[name].get("description_contains", "engineer").lower() in text.lower()
    )


def test_says_where_each_field_was_read():
    page = ld(job(hiringOrganization="Kiln", baseSalary="£12.50 an hour"))
    posting = read_page(page).postings[0]
    assert posting.where["title"] == posting.where["company"] == "json-ld"
    assert posting.pay.whole[:2] == (12, 13)
    assert posting.pay_text == "£12.50 an hour"


def test_a_company_is_not_taken_from_elsewhere():
    page = ld(
        job(), '<meta property="og:site_name" content="Big Board"><h1>Potter</h1>'
    )
    assert read_page(page).postings[0].company == ""


def test_pay_in_prose_is_suggested():
    page = ld(job(description="<p>The salary is $50,000 - $60,000 a year.</p>"))
    posting = read_page(page).postings[0]
    assert not posting.pay
    assert posting.suggested["pay"] == "$50,000 - $60,000 a year"


def test_where_applicants_may_live_is_suggested():
    country = {"@type": "Country", "name": "USA"}
    posting = read_page(ld(job(applicantLocationRequirements=country))).postings[0]
    assert (posting.locations, posting.is_remote) == ([], None)
    assert posting.suggested["location"] == "USA"


def test_hybrid_is_not_remote():
    posting = read_page(ld(job(jobLocationType="Hybrid remote"))).postings[0]
    assert (posting.workplace, posting.is_remote) == ("hybrid", None)


def test_objects_become_words():
    given = job(
        qualifications={
            "@type": "EducationalOccupationalCredential",
            "name": "A degree",
        },
        experienceRequirements={"monthsOfExperience": 24},
        jobBenefits=["Clay", "Fire"],
        skills="Throwing, glazing; patience",
        identifier={"@type": "PropertyValue", "value": 7},
        industry=["Crafts"],
    )
    posting = read_page(ld(given)).postings[0]
    assert posting.requirements == "A degree\n2 years of experience"
    assert posting.benefits == "- Clay\n- Fire"
    assert posting.skills == ["Throwing", "glazing", "patience"]
    assert (posting.source_id, posting.industry) == ("7", "Crafts")


def test_an_address_that_is_relative_is_completed():
    page = ld(job(), '<link rel="canonical" href="https://kiln.example/jobs/7">')
    assert read_page(page).postings[0].url == "https://kiln.example/jobs/7"
    assert (
        read_page(ld(job()), "https://k.example/1").postings[0].url
        == "https://k.example/1"
    )


def test_several_postings_are_a_choice():
    postings = read_page(ld([job(), job(title="Baker")])).postings
    assert [posting.title for posting in postings] == ["Potter", "Baker"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("no-careers-home", "list"),
        ("no-captcha", "human"),
        ("no-login", "sign in"),
        ("no-gone", "gone"),
        ("no-product", "no posting"),
        ("no-lever-list", "list"),
    ],
)
def test_a_message_says_why(name, word):
    row = next(row for row in OWN if row["name"] == name)
    assert word in read_page(row["page"]).message
