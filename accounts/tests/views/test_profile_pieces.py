"""Personal data, summary, skills; experience, education, projects: added and edited."""

import json

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Education, Experience, Profile, Project
from accounts.tests.factories import (
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
    ProjectFactory,
)
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def profile(alice):
    skills = {"technical": ["Python", "SQL"], "soft": [], "languages": ["Dutch"]}
    return ProfileFactory(user=alice, name="Backend", phone="1", skills=skills)


@pytest.fixture
def page(profile):
    return profile.get_absolute_url()


@pytest.fixture
def clerk(profile):
    return ExperienceFactory(profile=profile, title="Clerk", start_date="2019")


def edit(part):
    kind = type(part)._meta.get_field("profile").remote_field.related_name
    return f"/profile/{kind}/{part.pk}/edit/"


def seen(client, url):
    """The form’s marks of what each field was."""
    form = client.get(url).context["form"]
    return form["seen"].value()


def focus(answer):
    return json.loads(answer["HX-Trigger-After-Settle"])["resume-changed"]["focus"]


# The résumé itself


def test_personal_data_are_changed(as_alice, profile, page):
    url = f"{page}personal/"
    form = {"name": "Backend", "full_name": "Ada", "github_url": "code.example/ada"}
    answer = as_alice.post(url, form | {"seen": seen(as_alice, url)})
    assert answer["Location"] == f"{page}#personal"
    profile.refresh_from_db()
    assert profile.full_name == "Ada"
    assert profile.github_url == "https://code.example/ada"
    assert profile.phone == ""


def test_in_place_the_changed_piece_and_the_hints_come_back(as_alice, page):
    answer = as_alice.post(f"{page}summary/", {"summary": "I sort."}, headers=HTMX)
    assert answer["HX-Retarget"] == "#summary"
    assert answer["HX-Reswap"] == "outerHTML"
    assert focus(answer) == "summary-edit"
    assertContains(answer, 'id="summary"')
    assertContains(answer, 'id="completeness" hx-swap-oob')
    assertContains(answer, "Saved.")
    assertNotContains(answer, "<html")


@pytest.mark.parametrize("piece", ["personal", "summary", "skills"])
def test_a_form_is_a_page_or_a_part_of_one(as_alice, page, piece):
    url = f"{page}{piece}/"
    assertContains(as_alice.get(url), "<html")
    part = as_alice.get(url, headers=HTMX)
    assertNotContains(part, "<html")
    assertContains(part, f'id="{piece}-form"')


def test_skills_are_lines_in_their_order(as_alice, profile, page):
    form = {"technical": "SQL\n\n Python \nsql\nGo", "soft": "Calm"}
    as_alice.post(f"{page}skills/", form)
    profile.refresh_from_db()
    assert profile.skills["technical"] == ["SQL", "Python", "Go"]
    assert profile.skills["soft"] == ["Calm"]
    assert profile.skill_items("languages") == [{"name": "Dutch", "proficiency": ""}]


def test_too_many_skills_are_refused_and_kept_in_the_form(as_alice, profile, page):
    many = "\n".join(f"s{n}" for n in range(201))
    answer = as_alice.post(f"{page}skills/", {"technical": many}, headers=HTMX)
    assertContains(answer, "At most 200 lines", status_code=422)
    assertContains(answer, "s200", status_code=422)
    profile.refresh_from_db()
    assert profile.skills["technical"] == ["Python", "SQL"]


def test_of_two_windows_the_second_is_told_of_both_values(as_alice, profile, page):
    url = f"{page}skills/"
    form = {"soft": "", "seen": seen(as_alice, url)}
    as_alice.post(url, form | {"technical": "Go"})
    answer = as_alice.post(url, form | {"technical": "Rust"})
    assertContains(answer, "Saved there", status_code=409)
    assertContains(answer, '<td class="wraps">Go</td>', status_code=409, html=True)
    profile.refresh_from_db()
    assert profile.skills["technical"] == ["Go"]
    both = answer.context["form"]
    again = {"technical": "Rust", "soft": "", "seen": both.data["seen"]}
    as_alice.post(url, again)
    profile.refresh_from_db()
    assert profile.skills["technical"] == ["Rust"]


def test_two_windows_change_different_things(as_alice, profile, page):
    url = f"{page}personal/"
    mark = seen(as_alice, url)
    as_alice.post(url, {"name": "Backend", "phone": "2", "seen": mark})
    as_alice.post(url, {"name": "Backend", "phone": "1", "headline": "H", "seen": mark})
    profile.refresh_from_db()
    assert (profile.phone, profile.headline) == ("2", "H")


# Entries

NEW = {
    "experiences": (Experience, {"title": "Boss", "start_date": "04/2021"}),
    "education": (Education, {"institution": "Delft", "gpa": "8.5"}),
    "projects": (Project, {"name": "Shelf", "url": "shelf.example"}),
}


@pytest.mark.parametrize("kind", NEW)
def test_an_entry_is_added_once(as_alice, profile, page, kind):
    model, form = NEW[kind]
    assertContains(as_alice.get(f"{page}{kind}/new/"), "submit_key")
    form = form | {"submit_key": "k1"}
    answer = as_alice.post(f"{page}{kind}/new/", form)
    assert answer["Location"] == f"{page}#{kind}"
    as_alice.post(f"{page}{kind}/new/", form)
    assert str(model.objects.get(profile=profile))


def test_added_in_place_the_whole_list_comes_back(as_alice, page, clerk):
    form = {"title": "Boss", "start_date": "2021", "is_current": "on"}
    answer = as_alice.post(f"{page}experiences/new/", form, headers=HTMX)
    assert answer["HX-Retarget"] == "#experiences"
    boss = Experience.objects.get(title="Boss")
    assert focus(answer) == f"experience-{boss.pk}-edit"
    text = answer.content.decode()
    assert text.index("Boss") < text.index("Clerk"), "the later one stands first"


def test_edited_in_place_the_entry_alone_comes_back(as_alice, profile, clerk):
    ExperienceFactory(profile=profile, title="Page", position=9)
    form = {"title": "Head clerk", "achievements": "One\n\nTwo"}
    answer = as_alice.post(edit(clerk), form, headers=HTMX)
    assert answer["HX-Retarget"] == f"#experience-{clerk.pk}"
    assertContains(answer, "Head clerk")
    assertNotContains(answer, "Lift Page")
    clerk.refresh_from_db()
    assert clerk.achievements == ["One", "Two"]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"title": ""}, "Write something here."),
        ({"title": "T", "start_date": "soon"}, "Enter a year, a month or a day"),
        (
            {"title": "T", "start_date": "2020", "end_date": "2019"},
            "before the beginning",
        ),
        ({"title": "T", "start_date": "2020-05", "end_date": "4/2020"}, "beginning"),
        ({"title": "T", "is_current": "1", "end_date": "2020"}, "there is no end yet"),
        ({"title": "T", "achievements": "x" * 2_001}, "2000 characters"),
        ({"title": "T", "description": "x" * 20_001}, "20000"),
    ],
)
def test_a_wrong_entry_is_refused_beside_the_field(as_alice, page, clerk, form, reason):
    form = form | {"location": "Ghent"}
    for url in (f"{page}experiences/new/", edit(clerk)):
        for headers in ({}, HTMX):
            answer = as_alice.post(url, form, headers=headers)
            assertContains(answer, reason, status_code=422)
            assertContains(answer, 'value="Ghent"', status_code=422)
    assert [str(one) for one in Experience.objects.all()] == ["Clerk"]


def test_two_windows_on_one_entry(as_alice, clerk):
    form = {"title": "Clerk", "seen": seen(as_alice, edit(clerk))}
    as_alice.post(edit(clerk), form | {"achievements": "Theirs"})
    answer = as_alice.post(edit(clerk), form | {"achievements": "Mine"})
    assertContains(answer, "Theirs", status_code=409)
    clerk.refresh_from_db()
    assert clerk.achievements == ["Theirs"]


def test_a_full_list_takes_no_more(as_alice, page, clerk, monkeypatch):
    monkeypatch.setattr("accounts.models.intake.MOST_PARTS", 1)
    answer = as_alice.post(f"{page}experiences/new/", {"title": "Boss"})
    assertContains(answer, "up to 1 entries", status_code=422)
    assert Experience.objects.count() == 1


@pytest.mark.parametrize("make", [ExperienceFactory, EducationFactory, ProjectFactory])
def test_deleting_an_entry_asks_first(as_alice, profile, page, make):
    part = make(profile=profile)
    url = edit(part).replace("edit", "delete")
    assertContains(as_alice.get(url), str(part))
    assert type(part).objects.exists()
    assert as_alice.post(url)["Location"].startswith(page)
    assert not type(part).objects.exists()


@pytest.mark.parametrize("make", [ExperienceFactory, EducationFactory, ProjectFactory])
def test_a_stranger_reaches_no_piece(as_bob, client, profile, page, make):
    part = make(profile=profile)
    kind = edit(part).split("/")[2]
    urls = [f"{page}{name}/" for name in ("personal", "summary", "skills")]
    urls += [f"{page}{kind}/new/", edit(part), edit(part).replace("edit", "delete")]
    before = Profile.objects.values().get(), type(part).objects.values().get()
    for url in urls:
        for headers in ({}, HTMX):
            assert as_bob.get(url, headers=headers).status_code == 404
            assert as_bob.post(url, NEW[kind][1], headers=headers).status_code == 404
        assert client.get(url)["Location"].startswith("/accounts/login/")
    assert (Profile.objects.values().get(), type(part).objects.values().get()) == before


# Proposals


@pytest.fixture
def proposed(profile):
    return ExperienceFactory(
        profile=profile,
        description="Mine.",
        enhanced_description="Better.",
        enhancement_metadata={"engine": "rules"},
    )


def settle(part):
    return edit(part).replace("edit", "proposal")


def test_a_proposal_stands_beside_the_persons_text(as_alice, page, proposed):
    answer = as_alice.get(page)
    for said in ("Mine.", "Better.", "rules", f'action="{settle(proposed)}"'):
        assertContains(answer, said)


@pytest.mark.parametrize(("verb", "text"), [("take", "Better."), ("discard", "Mine.")])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_it_is_taken_over_or_discarded(as_alice, proposed, verb, text, headers):
    form = {"verb": verb, "seen": proposed.proposal_mark}
    answer = as_alice.post(settle(proposed), form, headers=headers)
    assert answer.status_code == (200 if headers else 303)
    proposed.refresh_from_db()
    assert (proposed.description, proposed.enhanced_description) == (text, "")


@pytest.mark.parametrize(
    ("form", "status"), [({"verb": "take", "seen": "old"}, 409), ({"verb": ""}, 422)]
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_is_stale_or_unclear_changes_nothing(
    as_alice, proposed, form, status, headers
):
    answer = as_alice.post(settle(proposed), form, headers=headers)
    assertContains(answer, "Better.", status_code=status)
    proposed.refresh_from_db()
    assert proposed.description == "Mine."


def test_a_summary_is_proposed_too(as_alice, as_bob, profile, page):
    profile.enhanced_summary = "Better."
    profile.save()
    form = {"verb": "take", "seen": profile.proposal_mark}
    assert as_bob.post(f"{page}summary/proposal/", form).status_code == 404
    assert as_alice.get(f"{page}summary/proposal/").status_code == 405
    answer = as_alice.post(f"{page}summary/proposal/", form, headers=HTMX)
    assert answer["HX-Retarget"] == "#summary"
    profile.refresh_from_db()
    assert profile.summary == "Better."
