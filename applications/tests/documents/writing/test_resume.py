"""A résumé says what the person told, in their words, the best for a posting first."""

from __future__ import annotations

import pytest

from accounts.resumes import facts as known
from applications.documents.ranking import Order
from applications.documents.sheet import Kind, items_of
from applications.documents.writing.resume import write_resume

NOBODY = Order([], [], [])


def person(**more):
    return known.no_facts() | {"full_name": "Mara Okafor"} | more


def job(title="Engineer", company="Initech", **more):
    return known.experience(title=title, company=company, **more)


def years(start, end, **more):
    return job(company=f"C{start}", start_date=str(start), end_date=str(end), **more)


def write(facts, ranked=NOBODY, **options):
    return write_resume(facts, ranked, options)


def heads(text):
    return [line.removeprefix("### ") for line in text.splitlines() if "### " in line]


def points(text):
    return [line.removeprefix("- ") for line in text.splitlines() if line[:2] == "- "]


def section(text, heading):
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0].strip()


# Who it is


def test_it_begins_with_who_it_is_and_how_they_are_reached():
    facts = person(
        headline="Engineer",
        email="m@example.org",
        location="Utrecht",
        linkedin_url="https://www.linkedin.com/in/mara/",
    )
    assert write(facts).splitlines()[:3] == [
        "# Mara Okafor",
        "Engineer",
        "m@example.org · Utrecht · linkedin.com/in/mara",
    ]


def test_of_nobody_it_is_a_gap():
    assert write({}) == "# [your name]\n"


def test_parts_without_anything_are_left_out():
    text = write(person(summary="I mend pumps."))
    assert [item.text for item in items_of(text) if item.kind is Kind.HEADING] == [
        "Summary"
    ]


def test_parts_that_are_not_wanted_are_left_out():
    facts = person(summary="I mend pumps.", education=[known.education(degree="BA")])
    assert "## Summary" not in write(facts, include=["education"])


def test_a_summary_of_paragraphs_keeps_them():
    text = write(person(summary="I mend pumps.\n\nAnd valves.\n- Old ones"))
    assert section(text, "Summary") == "I mend pumps.\n\nAnd valves.\n- Old ones"


# Work


def test_an_entry_says_when_and_where():
    facts = person(
        experiences=[job(start_date="2021-03", is_current=True, location="Oslo")]
    )
    assert heads(write(facts)) == ["Engineer, Initech | Mar 2021 – now | Oslo"]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"start_date": "2019", "end_date": "2021"}, " | 2019 – 2021"),
        ({"start_date": "2019-04-01", "end_date": "2020-01"}, " | Apr 2019 – Jan 2020"),
        ({"start_date": "2019", "end_date": "2019"}, " | 2019"),
        ({"end_date": "2021"}, " | 2021"),
        ({"start_date": "2019"}, " | 2019"),
        (
            {"start_date": "2019", "end_date": "2020", "is_current": True},
            " | 2019 – 2020",
        ),
        ({"start_date": "some day"}, ""),
        ({}, ""),
    ],
)
def test_a_period_says_what_is_known(dates, said):
    assert heads(write(person(experiences=[job(**dates)]))) == [
        f"Engineer, Initech{said}"
    ]


def test_the_best_are_shown_and_the_newest_of_them_first():
    facts = person(
        experiences=[years(2010, 2015), years(2016, 2020), years(2000, 2003)]
    )
    text = write(facts, Order([0, 1, 2], [], []), experiences=2)
    assert heads(text) == [
        "Engineer, C2016 | 2016 – 2020",
        "Engineer, C2010 | 2010 – 2015",
    ]


def test_by_relevance_the_best_comes_first():
    facts = person(experiences=[years(2010, 2015), years(2016, 2020)])
    assert heads(write(facts, order="relevance"))[0].startswith("Engineer, C2010")


def test_what_goes_on_stands_before_what_has_ended():
    facts = person(
        experiences=[years(2010, 2025), job(start_date="2001", is_current=True)]
    )
    assert heads(write(facts))[0] == "Engineer, Initech | 2001 – now"


def test_work_that_would_leave_a_hole_is_named_without_points():
    facts = person(
        experiences=[
            years(2018, 2022),
            years(2013, 2017, achievements=["Sold pumps"]),
            years(2005, 2012),
        ]
    )
    text = write(facts, Order([0, 2, 1], [], []), experiences=2)
    assert heads(text)[1] == "Engineer, C2013 | 2013 – 2017"
    assert points(text) == []


def test_work_before_all_that_is_chosen_needs_no_mention():
    facts = person(experiences=[years(2018, 2022), years(1990, 1999)])
    assert len(heads(write(facts, experiences=1))) == 1


def test_a_short_pause_is_no_hole():
    facts = person(
        experiences=[
            years("2018-06", "2020"), years("2017-09", "2018-03"), years(2010, "2017-08"),
        ]
    )  # fmt: skip
    assert len(heads(write(facts, Order([0, 2, 1], [], []), experiences=2))) == 2


def test_what_the_person_does_now_is_never_hidden():
    facts = person(
        experiences=[years(2018, 2022), job(start_date="2022", is_current=True)]
    )
    assert len(heads(write(facts, Order([0, 1], [], []), experiences=1))) == 2


def test_the_less_an_entry_matters_the_fewer_of_its_points_are_told():
    many = [f"Mended pump {letter}" for letter in "abcdefghi"]
    jobs = [years(2020 - n, 2021 - n, achievements=many) for n in range(4)]
    text = write(person(experiences=jobs))
    counts = [part.count("\n- ") for part in text.split("### ")[1:]]
    assert counts == [6, 4, 4, 2]


def test_on_one_page_there_are_fewer_points():
    facts = person(
        experiences=[job(achievements=[f"Sold {n} pumps" for n in range(9)])]
    )
    lengths = [len(points(write(facts, pages=pages))) for pages in (1, None, 2)]
    assert lengths == [4, 6, 8]


def test_points_that_name_what_is_asked_for_are_kept_in_the_persons_order():
    told = [*(f"Sat in room {letter}" for letter in "abcdef"), "Wrote Ada", "Used Perl"]
    text = write(
        person(experiences=[job(achievements=told)]), Order([0], [], ["Perl", "Ada"])
    )
    assert points(text)[-2:] == ["Wrote Ada", "Used Perl"]


def test_a_description_gives_text_and_points():
    told = "Ran the plant.\n• Mended pumps\n* Sold valves\n1. Wrote rules"
    text = write(person(experiences=[job(description=told)]))
    assert "Ran the plant.\n- Mended pumps\n- Sold valves\n- Wrote rules" in text


def test_lines_that_a_narrow_page_broke_are_one():
    told = "Ran the plant that makes the pumps for all of the northern part\nof the country."
    assert told.replace("\n", " ") in write(person(experiences=[job(description=told)]))


def test_long_text_is_cut_after_whole_sentences():
    text = write(
        person(experiences=[job(description="I mended a pump there. " * 1_000)])
    )
    said = section(text, "Experience").partition("\n")[2]
    assert len(said) <= 700
    assert said.replace("I mended a pump there.", "").strip() == ""


def test_a_text_without_sentences_is_left_out_rather_than_cut():
    text = write(person(experiences=[job(description="pump " * 4_000, company="A")]))
    assert text.endswith("## Experience\n### Engineer, A\n")


def test_points_without_a_name_above_get_a_gap():
    facts = person(
        experiences=[job("", "", achievements=["Mended pumps"]), job("", "")]
    )
    assert heads(write(facts)) == ["[title and employer]"]


# What they made, learned and know


def test_projects_say_what_they_are_made_with():
    made = known.project(name="Tide", description="A clock.", technologies=["Ada", "C"])
    made["url"] = "https://example.org/tide"
    text = write(person(projects=[made]))
    assert (
        section(text, "Projects") == "### Tide | example.org/tide\nA clock.\n- Ada, C"
    )


def test_as_many_projects_as_wanted_the_best_first():
    facts = person(projects=[known.project(name=name) for name in "abcd"])
    assert heads(write(facts, Order([], [3, 1], []), projects=2)) == ["d", "b"]
    assert heads(write(facts, projects=0)) == []


def test_a_school_says_degree_subject_and_honours():
    school = known.education(
        institution="Oslo", degree="BSc", field_of_study="Physics",
        start_date="2014", end_date="2017", gpa=1.7, honors=["Dean’s list"],
    )  # fmt: skip
    text = write(person(education=[school]))
    assert section(text, "Education") == (
        "### BSc, Physics, Oslo | 2014 – 2017\n- Grade 1.7\n- Dean’s list"
    )


def test_a_subject_that_the_degree_names_is_not_said_twice():
    school = known.education(degree="BSc in Physics", field_of_study="Physics")
    assert heads(write(person(education=[school]))) == ["BSc in Physics"]


def test_a_graduate_begins_with_what_they_learned():
    facts = person(
        education=[known.education(degree="BA")], projects=[known.project(name="Tide")]
    )
    assert heads(write(facts)) == ["BA", "Tide"]


def test_skills_stand_as_they_are_ranked_those_of_a_trade_apart():
    facts = person()
    facts["skills"] |= {"technical": ["Ada", "C", "Go"], "soft": ["Patience"]}
    order = Order([], [], ["Go", "Patience", "Ada", "Perl"])
    assert section(write(facts, order, skills=3), "Skills") == "Go, Ada\n\nPatience"
    assert "## Skills" not in write(facts, order, skills=0)


def test_certificates_and_languages_are_told_in_full():
    facts = person()
    facts["skills"]["certifications"] = [
        known.certificate("CKA", "CNCF", "2021-05", "X1")
    ]
    facts["skills"]["languages"] = [
        known.language("Igbo", "good"),
        known.language("Dutch"),
    ]
    text = write(facts)
    assert section(text, "Certifications") == "- CKA, CNCF, May 2021"
    assert section(text, "Languages") == "Igbo (good), Dutch"


# In their language


@pytest.mark.parametrize(
    ("told", "heading", "time"),
    [
        ("Ich habe die Pumpen für den Betrieb gewartet und bin mit dem Team in die "
         "neue Halle gezogen, als der Umbau nach einem Jahr durch war.",
         "Berufserfahrung", "März 2021 – heute"),
        ("Dans cette usine je me suis occupé des pompes et de la maintenance pour le "
         "compte de la ville, avec une équipe qui est en place depuis des années.",
         "Expérience", "mars 2021 – aujourd’hui"),
        ("En esta planta me ocupo de las bombas y de los equipos para el agua de la "
         "ciudad, con un equipo que ha sido el mismo desde que se construyó.",
         "Experiencia", "marzo 2021 – actualidad"),
        ("Ik werk hier aan de pompen van het waterschap en zorg dat ze het blijven doen, "
         "ook als het regent en de rest van de ploeg niet kan komen.",
         "Experience", "Mar 2021 – now"),
    ],
)  # fmt: skip
def test_headings_and_months_follow_the_persons_language(told, heading, time):
    entry = job(description=told, start_date="2021-03", is_current=True)
    text = write(person(experiences=[entry]))
    assert f"## {heading}\n" in text
    assert heads(text) == [f"Engineer, Initech | {time}"]


# Whatever people write


def test_signs_in_a_persons_words_are_no_markup():
    entry = job(
        "Dev | Ops", "- A", achievements=["## Built pumps", "- - Sold # valves"],
        description="# Ran it",
    )  # fmt: skip
    text = write(person(summary="### Not | an entry", experiences=[entry]))
    kinds = [(item.kind, item.text) for item in items_of(text)]
    assert kinds == [
        (Kind.NAME, "Mara Okafor"),
        (Kind.HEADING, "Summary"),
        (Kind.TEXT, "Not | an entry"),
        (Kind.HEADING, "Experience"),
        (Kind.ENTRY, "Dev / Ops, A"),
        (Kind.TEXT, "Ran it"),
        (Kind.POINT, "Built pumps"),
        (Kind.POINT, "Sold # valves"),
    ]


@pytest.mark.parametrize(
    "said", ["مهندس مضخات", "ポンプ技術者", "🔧 Pumps & <b>valves</b>"]
)
def test_any_script_goes_in_as_it_is(said):
    assert f"- {said}" in write(person(experiences=[job(achievements=[said])]))


def test_control_characters_stay_out():
    text = write(person(summary="I mend\x00 pumps\x1b\u2028and valves\x85."))
    assert section(text, "Summary") == "I mend pumps and valves."


def test_wrong_options_and_orders_are_as_usual():
    facts = person(experiences=[job(company=str(n)) for n in range(7)])
    text = write(
        facts,
        Order([99, -1, 2], [5], ["x"]),
        order="relevance", experiences=True, include="all", pages="1",
    )  # fmt: skip
    assert heads(text)[0] == "Engineer, 2"
    assert len(heads(text)) == 5


def test_missing_keys_are_nothing():
    entries = {"experiences": [{}], "projects": [{}], "education": [{}], "skills": None}
    assert write({"full_name": None} | entries) == "# [your name]\n"


def test_sixty_long_jobs_fit_into_a_document():
    told = {
        "description": "I mended pumps. " * 1_500,
        "achievements": ["A pump. " * 900] * 30,
    }
    facts = person(
        experiences=[years(1960 + n, 1961 + n, **told) for n in range(60)],
        projects=[known.project(name="p", description="x. " * 7_000)] * 60,
    )
    facts["skills"]["technical"] = [f"s{n}" for n in range(500)]
    text = write(facts, experiences=10, projects=10, skills=50)
    assert len(text) < 60_000
    assert text == write(facts, experiences=10, projects=10, skills=50)
