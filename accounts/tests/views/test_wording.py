"""“Better wording?”: by our rules at once, by a model when asked; one’s own stays."""

import pytest
from django.db import transaction
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import Experience, Profile, Rewording
from accounts.tasks import ask_rewording
from accounts.tests.factories import ExperienceFactory, ProfileFactory, ProjectFactory
from jobtracker.llm import asking as client_of_model
from jobtracker.testing.fixtures import HTMX
from jobtracker.testing.provider import CHAT, KEY, chat, error, hangs
from jobtracker.work import WorkStatus

WEAK = "Was responsible for managing the archive of Initech for Alice Abel."
GOOD = {
    "text": "Kept the archive of Initech for ⟦1⟧.",
    "points": ["Moved 4 km of files"],
    "questions": ["How many people used it?"],
}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch, settings):
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_options: work())
    monkeypatch.setattr(client_of_model, "FIRST_WAIT", 0.01)
    settings.LLM_SECONDS = 5


@pytest.fixture
def house(provider, settings):
    settings.LLM_BASE_URL, settings.LLM_MODEL = provider.base_url, provider.model
    settings.LLM_API_KEY = KEY
    return provider


@pytest.fixture
def profile(alice):
    return ProfileFactory(user=alice, full_name="Alice Abel", summary=WEAK)


@pytest.fixture
def clerk(profile):
    return ExperienceFactory(
        profile=profile,
        title="Clerk",
        end_date="2019",
        description=WEAK,
        achievements=["Was responsible for moving 4 km of files"],
    )


def url_of(row):
    if isinstance(row, Profile):
        return f"/profile/{row.pk}/summary/wording/"
    kind = type(row)._meta.get_field("profile").remote_field.related_name
    return f"/profile/{kind}/{row.pk}/wording/"


def settle(client, row, verb):
    place = url_of(row).replace("/wording/", "/proposal/")
    return client.post(place, {"verb": verb, "seen": again(row).proposal_mark})


def again(row):
    return type(row).objects.get(pk=row.pk)


def page(client, row):
    return client.get(row.get_absolute_url())


def ask(client, row):
    assert client.post(url_of(row), {"by": "model"}).status_code == 303
    return Rewording.objects.get()


# By our rules


def test_a_summary_is_proposed_anew_beside_itself(as_alice, profile):
    assertContains(page(as_alice, profile), "Better wording?")
    answer = as_alice.post(url_of(profile))
    assert answer["Location"] == f"{profile.get_absolute_url()}#summary"
    row = again(profile)
    assert row.summary == WEAK
    assert row.enhanced_summary.startswith("Managed the archive of Initech")
    shown = page(as_alice, profile)
    assertContains(shown, "Begins with what you did")
    assertContains(shown, "By rules, on this machine.")
    assertContains(shown, "How many people?")
    assertContains(shown, "<del>Was responsible for managing the</del>")


def test_an_experience_is_proposed_with_its_points(as_alice, clerk):
    as_alice.post(url_of(clerk))
    row = again(clerk)
    assert row.proposed_points == ["Moved 4 km of files"]
    settle(as_alice, clerk, "take")
    row = again(clerk)
    assert row.description.startswith("Managed the archive")
    assert row.achievements == ["Moved 4 km of files"]
    assert (row.enhanced_description, row.enhancement_metadata) == ("", {})


def test_points_alone_are_taken_over_too(as_alice, profile):
    row = ExperienceFactory(
        profile=profile, end_date="2019", achievements=["I built the shop"]
    )
    as_alice.post(url_of(row))
    assertContains(page(as_alice, profile), "Take over")
    settle(as_alice, row, "take")
    assert again(row).achievements == ["Built the shop"]
    assert again(row).description == ""


def test_discarded_all_stays(as_alice, clerk):
    as_alice.post(url_of(clerk))
    settle(as_alice, clerk, "discard")
    row = again(clerk)
    assert row.description == WEAK
    assert row.achievements == clerk.achievements
    assert row.enhancement_metadata == {}


def test_points_that_changed_meanwhile_stay(as_alice, clerk):
    as_alice.post(url_of(clerk))
    seen = again(clerk).proposal_mark
    Experience.objects.update(achievements=["Mine, at last"])
    form = {"verb": "take", "seen": seen}
    place = url_of(clerk).replace("/wording/", "/proposal/")
    assert as_alice.post(place, form).status_code == 409
    assert again(clerk).achievements == ["Mine, at last"]


def test_where_nothing_is_to_better_it_says_so(as_alice, profile):
    row = ProjectFactory(profile=profile, description="Sold 40 shelves to 3 schools.")
    as_alice.post(url_of(row))
    shown = page(as_alice, profile)
    assertContains(shown, "Our rules find nothing to improve here.")
    assertContains(shown, "Close")
    settle(as_alice, row, "discard")
    assertNotContains(page(as_alice, profile), "nothing to improve")


def test_of_another_language_it_says_so(as_alice, profile):
    Profile.objects.update(summary="Ich war für die Leitung der Küche verantwortlich.")
    as_alice.post(url_of(profile))
    assertContains(page(as_alice, profile), "Our rules know English alone")


def test_a_text_edited_since_is_told(as_alice, profile):
    as_alice.post(url_of(profile))
    Profile.objects.update(summary="Another.")
    assertContains(page(as_alice, profile), "Your text has changed since")


@pytest.mark.parametrize("by", ["", "model"])
def test_without_a_text_there_is_nothing_to_better(as_alice, alice, house, by):
    empty = ProfileFactory(user=alice)
    assertNotContains(page(as_alice, empty), "Better wording?")
    answer = as_alice.post(url_of(empty), {"by": by})
    assertContains(answer, "There is no text yet", status_code=422)


def test_htmx_gets_the_piece(as_alice, clerk):
    answer = as_alice.post(url_of(clerk), headers=HTMX)
    assert answer["HX-Retarget"] == f"#{clerk.dom_id}"
    assertContains(answer, f'id="{clerk.dom_id}-wording"', count=1)
    assertNotContains(answer, "<html")


def test_a_stranger_finds_nothing(as_bob, clerk, profile, house, world):
    asked = Rewording.objects.create(profile=profile)
    for row in (clerk, profile):
        assert as_bob.post(url_of(row), {"by": "model"}).status_code == 404
    for verb in ("cancel", "retry"):
        assert as_bob.post(f"/profile/wording/{asked.pk}/{verb}/").status_code == 404
    assert as_bob.get(f"/profile/wording/{asked.pk}/progress/").status_code == 404
    assert world.asked == []


def test_to_look_changes_nothing(as_alice, clerk):
    assert as_alice.get(url_of(clerk)).status_code == 405


# By a model


def test_without_a_provider_no_model_is_offered(as_alice, profile):
    as_alice.post(url_of(profile))
    assertNotContains(page(as_alice, profile), "Sends this text")
    answer = as_alice.post(url_of(profile), {"by": "model"})
    assertContains(answer, "You can name one in the settings.", status_code=422)


def test_a_model_proposes_what_one_said(as_alice, clerk, house, world):
    world.pages[CHAT] = chat(GOOD, tokens=90)
    as_alice.post(url_of(clerk))
    shown = page(as_alice, clerk)
    assertContains(shown, f"without name and contact data to {house.host}.")
    assert world.asked == [], "to look sends nothing"
    asked = ask(as_alice, clerk)
    assert asked.status == WorkStatus.COMPLETED
    row = again(clerk)
    assert row.description == WEAK
    assert row.enhanced_description == "Kept the archive of Initech for Alice Abel."
    about = row.enhancement_metadata
    assert (about["engine"], about["tokens"], about["dropped"]) == ("quark-7", 90, [])
    shown = page(as_alice, clerk)
    assertContains(shown, "Written by quark-7")
    assertContains(shown, "How many people used it?")
    assertNotContains(shown, KEY)


def test_what_is_sent_is_this_text_of_nobody(as_alice, clerk, house, world):
    ExperienceFactory(profile=clerk.profile, description="Of another job.")
    world.pages[CHAT] = chat(GOOD)
    ask(as_alice, clerk)
    sent = world.sent[0].decode()
    assert "archive of Initech" in sent
    for words in ("Alice", "Of another job", "Clerk"):
        assert words not in sent


def test_what_a_model_adds_is_left_out_and_told(as_alice, clerk, house, world):
    world.pages[CHAT] = chat(
        GOOD | {"text": "Directed 40 archivists at Initech and <b>Hooli</b>."}
    )
    ask(as_alice, clerk)
    row = again(clerk)
    assert row.enhanced_description == ""
    assert row.proposed_points == ["Moved 4 km of files"]
    shown = page(as_alice, clerk)
    assertContains(shown, "does not stand in your text:")
    assertContains(shown, "Hooli")
    assertNotContains(shown, "<b>Hooli")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (hangs(2), "takes too long"),
        (error(500, KEY), "trouble of its own"),
        (chat("Hello!"), "is of no use"),
    ],
)
def test_a_bad_answer_leaves_all_as_it_is(
    as_alice, clerk, house, world, settings, answer, said
):
    settings.LLM_SECONDS = 1
    world.pages[CHAT] = answer
    asked = ask(as_alice, clerk)
    assert asked.status == WorkStatus.FAILED
    shown = page(as_alice, clerk)
    assertContains(shown, said)
    assertContains(shown, "Try again")
    assertNotContains(shown, KEY)
    assert again(clerk).description == WEAK
    settle(as_alice, clerk, "discard")
    assert not Rewording.objects.exists()


def test_a_text_changed_meanwhile_lets_the_answer_go(
    as_alice, clerk, house, world, queue
):
    asked = ask(as_alice, clerk)
    world.pages[CHAT] = chat(GOOD)
    keep = Rewording.keep

    def changed_first(self, *args, **options):
        Experience.objects.update(description="Mine, at last.")
        keep(self, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rewording, "keep", changed_first)
        ask_rewording.call(asked.pk)
    assert again(clerk).description == "Mine, at last."
    assert again(clerk).enhanced_description == ""
    assertContains(page(as_alice, clerk), "Your text was changed meanwhile")


def test_asked_twice_it_is_asked_once(as_alice, clerk, house, world, queue):
    first, second = ask(as_alice, clerk), ask(as_alice, clerk)
    assert first == second
    assertContains(page(as_alice, clerk), "Waiting")
    world.pages[CHAT] = chat(GOOD)
    ask_rewording.call(first.pk)
    ask_rewording.call(first.pk)
    assert len(world.sent) == 1


def test_cancelled_it_is_not_asked(as_alice, clerk, house, world, queue):
    asked = ask(as_alice, clerk)
    as_alice.post(f"/profile/wording/{asked.pk}/cancel/")
    ask_rewording.call(asked.pk)
    assert world.asked == []


def test_so_many_an_hour_and_no_more(as_alice, clerk, house, world, monkeypatch):
    monkeypatch.setattr("accounts.models.rewording.MOST_AN_HOUR", 1)
    world.pages[CHAT] = chat(GOOD)
    ask(as_alice, clerk)
    answer = as_alice.post(url_of(clerk), {"by": "model"})
    assertContains(answer, "1 times within the hour", status_code=422)
    assert len(world.sent) == 1


def test_a_summary_and_an_entry_are_asked_apart(as_alice, clerk, profile, house, queue):
    ask(as_alice, clerk)
    as_alice.post(url_of(profile), {"by": "model"})
    assert Rewording.objects.count() == 2


def test_one_that_is_gone_is_nobody_s(db):
    ask_rewording.call(1_000_000)


def test_many_entries_cost_as_much_as_one(as_alice, profile, same_query_count):
    one = ProfileFactory(user=profile.user)
    for number in range(5):
        row = ExperienceFactory(profile=profile, description=WEAK)
        ProjectFactory(profile=profile, description=WEAK)
        if number % 2:
            Rewording.objects.create(
                profile=profile, experience=row, status=WorkStatus.FAILED
            )
    row = ExperienceFactory(profile=one, description=WEAK)
    ProjectFactory(profile=one, description=WEAK)
    Rewording.objects.create(profile=one, experience=row, status=WorkStatus.FAILED)
    page(as_alice, one)  # makes the preferences
    same_query_count(lambda: page(as_alice, one), lambda: page(as_alice, profile))
