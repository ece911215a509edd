"""Work and studies as sentences, right for any title and any dates."""

from __future__ import annotations

from datetime import date

import pytest

from applications.documents.writing.roles import employer, role, study, with_article

TODAY = date(2026, 11, 26)


def said(title="Engineer", company="Initech", **more):
    return role({"title": title, "company": company} | more)


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"start_date": "2021", "is_current": True},
         "I have been an Engineer at Initech since 2021."),
        ({"is_current": True}, "I am an Engineer at Initech."),
        ({"start_date": "2019-03", "end_date": "2021-06"},
         "I was an Engineer at Initech from March 2019 to June 2021."),
        ({"start_date": "2019", "end_date": "2019"}, "I was an Engineer at Initech in 2019."),
        ({"end_date": "2021"}, "I was an Engineer at Initech until 2021."),
        ({"start_date": "2019"}, "I have worked as an Engineer at Initech, from 2019."),
        ({}, "I have worked as an Engineer at Initech."),
    ],
)  # fmt: skip
def test_a_role_is_told_by_what_is_known_of_its_time(dates, sentence):
    assert said(**dates) == sentence


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Head of Pumps", "I was Head of Pumps at Initech until 2021."),
        ("CEO/President", "I was CEO/President at Initech until 2021."),
        ("Co-Founder & CTO", "I was Co-Founder & CTO at Initech until 2021."),
        ("Internship", "My role at Initech until 2021 was Internship."),
        (
            "Data Scientist, Pumps",
            "I was a Data Scientist, Pumps at Initech until 2021.",
        ),
        ("Leiter Technik", "My role at Initech until 2021 was Leiter Technik."),
        ("", "I worked at Initech until 2021."),
    ],
)
def test_any_title_makes_a_sentence(title, sentence):
    assert said(title, end_date="2021") == sentence


def test_without_an_employer_none_is_named():
    assert said(company="", is_current=True) == "I am an Engineer."
    assert said("", "") == ""


def test_who_works_for_themselves_has_no_employer():
    assert (
        said(company="Self-Employed", is_current=True)
        == "I am an Engineer (self-employed)."
    )
    assert employer({"company": "Self-Employed"}) == "while self-employed"
    assert employer({"company": "Freelance"}) == "while freelancing"
    assert employer({"company": "Initech Inc."}) == "at Initech Inc.,"


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Engineer", "an Engineer"),
        ("Developer", "a Developer"),
        ("SEO Manager", "an SEO Manager"),
        ("UX Designer", "a UX Designer"),
        ("HR Lead", "an HR Lead"),
        ("University Lecturer", "a University Lecturer"),
        ("Unit Manager", "a Unit Manager"),
        ("European Buyer", "a European Buyer"),
    ],
)
def test_the_article_goes_by_the_sound(title, whole):
    assert with_article(title) == whole


@pytest.mark.parametrize(
    ("school", "sentence"),
    [
        ({"institution": "University of Oslo", "field_of_study": "Physics", "degree": "BSc",
          "start_date": "2014", "end_date": "2017"},
         "I studied Physics at the University of Oslo (BSc, 2014 to 2017)."),
        ({"institution": "MIT", "end_date": "2027"}, "I am studying at MIT (2027)."),
        ({"institution": "MIT"}, "I studied at MIT."),
        ({"degree": "Abitur"}, "My education includes: Abitur."),
        ({}, ""),
    ],
)  # fmt: skip
def test_studies_are_told_by_what_is_known(school, sentence):
    assert study(school, TODAY) == sentence
