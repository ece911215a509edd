"""A letter: four paragraphs, each sentence on something, gaps where nothing is known."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest

from accounts.resumes import facts as known
from applications.documents.ranking import rank
from applications.documents.writing.letter import write_letter
from applications.matching.analysis import analyse

TODAY = date(2026, 11, 26)
AS_OF = 2026 * 12 + 10
POSTING = """Senior Platform Engineer

Requirements:
- Strong Python skills
- Kubernetes in production
- PostgreSQL
- A degree in Computer Science
- Fluent German

What you will do:
- Maintain Terraform modules
"""
JOB = {"title": "Senior Platform Engineer (m/f/d)", "text": POSTING, "company": "Northwind",
       "recipient": ""}  # fmt: skip
FACTS = known.no_facts() | {
    "full_name": "Mara Okafor",
    "headline": "Platform Engineer",
    "email": "mara@example.org",
    "phone": "+31 6 1234 5678",
    "skills": {
        "technical": ["Python (Expert)", "PostgreSQL", "Terraform"],
        "soft": ["Mentoring"],
        "languages": [known.language("German", "B2"), known.language("Igbo", "Native")],
        "certifications": [known.certificate("CKA", "CNCF", "2021-05")],
    },
    "experiences": [
        known.experience(
            title="Platform Engineer",
            company="Initech",
            start_date="2019-03",
            is_current=True,
            achievements=[
                "Led a team of 4 engineers",
                "Moved 1,200 jobs to Kubernetes",
                "Mentored 3 engineers and reviewed their code",
            ],
        ),
        known.experience(
            title="Developer",
            company="Globex Inc.",
            start_date="2015",
            end_date="2019",
            achievements=["Wrote billing in Python", "Promoted to senior in 2017"],
        ),
    ],
    "education": [
        known.education(
            institution="University of Oslo",
            degree="BSc",
            field_of_study="Computer Science",
            end_date="2015",
        )
    ],
    "projects": [
        known.project(name="Tide", description="Built a clock for PostgreSQL.")
    ],
}
PRAISE = re.compile(
    r"\b(?:passion\w*|extensive\w*|proven|expert\w*|excellent|skilled|highly|strong\w*"
    r"|results|dynamic|motivated|perfect|ideal|unique|thrilled|excited)\b",
    re.IGNORECASE,
)


def write(facts=FACTS, job=JOB, style=None, rows=None, **options):
    order = rank(job, facts, as_of=AS_OF).order
    if rows is None:
        rows = analyse(job, facts, {}, as_of=AS_OF).explanation["rows"]
    return write_letter(facts, job, rows, order, style or {}, options, today=TODAY)


def parts_of(text):
    return text.strip().split("\n\n")


def paragraphs(text):
    """Between the salutation, a line of its own that ends with a comma, and the closing."""
    parts = parts_of(text)
    starts = [n for n, part in enumerate(parts) if re.fullmatch(r"[^\n]+,", part)]
    return parts[starts[0] + 1 : -1]


def body(text):
    return " ".join(paragraphs(text))


# Its frame


def test_it_stands_in_its_frame():
    parts = parts_of(write())
    assert parts[:5] == [
        "# Mara Okafor\nmara@example.org · +31 6 1234 5678",
        "26 November 2026",
        "Northwind",
        "Senior Platform Engineer",
        "Dear hiring team,",
    ]
    assert parts[-1] == "Kind regards,\nMara Okafor"
    assert len(paragraphs("\n\n".join(parts))) == 4


def test_a_known_person_is_greeted_by_name():
    parts = parts_of(write(job=JOB | {"recipient": "Ann Bell"}))
    assert parts[2] == "Ann Bell\nNorthwind"
    assert parts[4] == "Dear Ann Bell,"


def test_an_unknown_company_is_a_gap_above_and_unsaid_below():
    text = write(job=JOB | {"company": ""})
    assert parts_of(text)[2] == "[the company]"
    assert "role of Senior Platform Engineer." in text


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Engineer - Northwind", "Engineer"),
        ("Engineer at Northwind (m/w/d)", "Engineer"),
        ("Software Engineer Position", "Software Engineer"),
        ("", "position that you have advertised"),
    ],
)
def test_a_title_is_named_without_what_boards_add(title, role):
    first = paragraphs(write(job=JOB | {"title": title}))[0]
    assert first.split(". ")[0].endswith(f" {role} at Northwind")


# What it says


def test_the_first_says_what_for_and_who_one_is():
    first = paragraphs(write())[0]
    assert "Senior Platform Engineer at Northwind" in first
    assert "I have been a Platform Engineer at Initech since March 2019." in first
    assert "Before that I was a Developer at Globex Inc. from 2015 to 2019." in first


def test_the_second_sets_a_deed_beside_what_is_asked_for():
    second = paragraphs(write())[1]
    assert re.match(
        r"(?:You ask|Your posting asks) for Kubernetes, Python and PostgreSQL\. ",
        second,
    )
    assert "At Initech I moved 1,200 jobs to Kubernetes." in second
    assert "At Globex Inc., I wrote billing in Python." in second


def test_the_third_says_what_else_answers():
    third = paragraphs(write())[2]
    assert "I studied Computer Science at the University of Oslo (BSc, 2015)." in third
    assert "I speak German (B2)." in third
    assert "Igbo" not in third
    assert "Terraform" in third


def test_the_last_quotes_a_task_and_says_how_to_answer():
    last = paragraphs(write())[3]
    assert "“maintain Terraform modules”" in last
    assert last.endswith("You can reach me at mara@example.org or on +31 6 1234 5678.")


def test_a_motivation_goes_in_word_for_word():
    last = paragraphs(write(motivation="Your pumps\nran in my village"))[3]
    assert last.startswith("Your pumps ran in my village. ")


def test_what_may_mean_something_else_is_quoted_not_claimed():
    facts = FACTS | {
        "experiences": [
            known.experience(company="A", achievements=["Promoted to lead of 5"])
        ]
    }
    text = write(facts)
    assert "my work at A my résumé says: “Promoted to lead of 5”" in text
    assert "I promoted" not in text


def test_a_relative_of_what_is_asked_for_is_not_claimed():
    facts = FACTS | {"experiences": [known.experience(company="A", achievements=[
        "Moved jobs to Docker Swarm"])]}  # fmt: skip
    assert "Kubernetes" not in paragraphs(write(facts))[1]


def test_basic_knowledge_is_not_claimed_as_more():
    facts = known.no_facts() | {"full_name": "Jo Li"}
    facts["skills"]["technical"] = ["Python (basic)", "Kubernetes"]
    assert not re.search(r"Python(?! \(basic\))", body(write(facts)))


def test_no_letter_of_ours_praises():
    for tone, length in itertools.product(
        ("formal", "plain", "warm"), ("short", "long")
    ):
        assert not PRAISE.search(body(write(tone=tone, length=length)))


# What is not known


def test_of_somebody_with_nothing_but_a_name_it_is_short_and_full_of_gaps():
    text = write(known.no_facts() | {"full_name": "Jo Li"}, rows=[])
    assert len(paragraphs(text)) == 4
    assert len(re.findall(r"\[[^\]]+\]", text)) == 4
    assert len(body(text).split()) < 80


def test_a_posting_of_a_title_alone_gives_a_letter_all_the_same():
    job = {
        "title": "Engineer",
        "text": "Engineer",
        "company": "Northwind",
        "recipient": "",
    }
    text = write(job=job)
    assert len(paragraphs(text)) == 4
    assert "At Initech I led a team of 4 engineers." in text
    assert "You ask" not in text


def test_pay_and_start_are_said_only_if_wanted_and_are_gaps_if_unknown():
    assert "salary" not in write(salary="EUR 50,000", start="1 May")
    text = write(include=["salary", "start"], salary="EUR 50,000")
    assert "I have a salary of EUR 50,000 in mind." in text
    assert "I can start [when you can start]." in text


def test_who_has_only_studied_says_so_first():
    facts = FACTS | {"experiences": [], "projects": []}
    first, second, third, _last = paragraphs(write(facts))
    assert "I studied Computer Science at the University of Oslo (BSc, 2015)." in first
    assert second.startswith("[Something you did")
    assert "studied" not in third


@pytest.mark.parametrize("style", ["", [], {"sentences": 3, "opening": "x", "closing": 5,
    "transitions": "x", "contractions": "many", "formality": None}])  # fmt: skip
@pytest.mark.parametrize("rows", [None, "", {}, [1], [{"state": "met"}], [{"kind": "role",
    "evidence": 3}]])  # fmt: skip
def test_odd_analyses_and_styles_do_no_harm(style, rows):
    order = rank(JOB, FACTS, as_of=AS_OF).order
    text = write_letter(FACTS, JOB, rows, order, style, "x", today=TODAY)
    assert len(paragraphs(text)) == 4


# How long, in which manner


@pytest.mark.parametrize(
    ("length", "most"), [("short", 170), ("medium", 280), ("long", 400)]
)
def test_it_is_as_long_as_wanted(length, most):
    entry = FACTS["experiences"][0]
    rich = entry | {
        "achievements": [
            f"Moved {n}00 of our jobs from cron to Kubernetes in the plant at {place} without "
            f"a day of downtime for the people there"
            for n, place in enumerate(("Oslo", "Rome", "Lund", "Bern", "Kyiv", "Cork", "Nice",
                                       "Bari", "Graz", "Linz", "Metz", "Jena"), 1)
        ]
    }  # fmt: skip
    text = write(
        FACTS | {"experiences": [rich, *FACTS["experiences"][1:]]}, length=length
    )
    least = {"short": 120, "medium": 200, "long": 300}[length]
    assert least <= len(body(text).split()) <= most


def test_tones_change_formulae_and_not_facts():
    formal, warm = write(tone="formal"), write(tone="warm")
    assert "the position of" in formal
    assert parts_of(formal)[-1].startswith("Yours sincerely,")
    assert re.search("I’m glad to|It is a pleasure", warm)
    assert "I’ve been a Platform Engineer" in warm
    assert parts_of(warm)[-1].startswith("With best wishes,")
    figures = re.compile(r"\d[\d,]*")
    assert set(figures.findall(formal)) == set(figures.findall(warm))


def test_the_person_is_heard():
    style = {
        "contractions": 1.4, "formality": 0.4, "sentences": {"median": 10},
        "transitions": [["however", 5], ["in addition", 3]],
        "opening": {"salutation": "Hi …"}, "closing": "Best regards",
    }  # fmt: skip
    text = write(style=style)
    assert "I’ve been a Platform Engineer" in text
    assert parts_of(text)[4] == "Hello,"
    assert parts_of(text)[-1].startswith("Best regards,")


def test_who_writes_long_sentences_has_them_joined_and_who_writes_short_ones_parted():
    long, short = write(style={"sentences": {"median": 26}}), write()
    joined = "I also led a team of 4 engineers; I also mentored 3 engineers"
    assert joined in long
    assert joined.replace("; ", ". ") in short


def test_another_tone_goes_before_the_persons_own():
    style = {"contractions": 3, "closing": "Cheers", "opening": {"salutation": "Hi …"}}
    text = write(style=style, tone="formal")
    assert "’" not in body(text)
    assert "Cheers" not in text
    assert "Dear hiring team," in text


@pytest.mark.parametrize(
    ("said", "salutation"),
    [
        ("To whom it may concern", "To whom it may concern,"),
        ("Dear Hiring Manager", "Dear Hiring Manager,"),
        ("Hi there", "Hi there,"),
        ("Dear Ms …", "Dear hiring team,"),
        ("Sehr geehrte …", "Dear hiring team,"),
    ],
)
def test_a_salutation_of_ones_own_names_nobody(said, salutation):
    assert parts_of(write(style={"opening": {"salutation": said}}))[4] == salutation


def test_a_closing_of_another_language_does_not_end_an_english_letter():
    text = write(style={"closing": "Mit freundlichen Grüßen"})
    assert parts_of(text)[-1].startswith("Kind regards,")


def test_two_letters_do_not_read_alike_and_one_reads_always_the_same():
    firms = [
        JOB | {"company": name} for name in ("Northwind", "Initrode", "Hooli", "Umbra")
    ]
    begun = {paragraphs(write(job=firm))[0].partition(" Senior")[0] for firm in firms}
    assert len(begun) > 1
    assert write() == write()


# How it reads


def test_every_combination_reads_clean():
    tones, lengths = ("own", "formal", "plain", "warm"), ("short", "medium", "long")
    for tone, length in itertools.product(tones, lengths):
        text = write(tone=tone, length=length, include=["salary", "start"])
        assert not re.search(r"  |, ,|\.\.|,\.|\{|\}|None|“”| ,", text)
        assert all(part[0].isupper() and part[-1] == "." for part in paragraphs(text))
