from applications.finding.options import options
from applications.tests.factories import ApplicationFactory, SavedSearchFactory
from companies.tests.factories import CompanyFactory, ContactFactory


def offered(user, text):
    return {
        group.heading: [str(option.name) for option in group.options]
        for group in options(user, text)
    }


def test_without_words_everything_one_can_do(alice):
    ApplicationFactory(user=alice, job__title="Baker")
    SavedSearchFactory(user=alice, name="Rye", is_pinned=True)
    SavedSearchFactory(user=alice, name="Wheat")
    found = offered(alice, "")
    assert list(found) == ["Saved searches", "Last worked on", "Do", "Go to"]
    assert found["Saved searches"] == ["Rye"]
    assert found["Last worked on"] == ["Baker"]
    assert "Log out" in found["Do"]
    assert "Settings" in found["Go to"]


def test_words_name_places_and_rows(alice):
    ApplicationFactory(user=alice, job__title="Board member", job__company__name="Oven")
    CompanyFactory(user=alice, name="Boardwalk")
    ContactFactory(user=alice, name="Ada Board")
    SavedSearchFactory(user=alice, name="On a board")
    assert offered(alice, "board") == {
        "Go to": ["Board", "Board of opportunities"],
        "Applications": ["<mark>Board</mark> member"],
        "Companies": ["<mark>Boardwalk</mark>"],
        "People": ["Ada <mark>Board</mark>"],
        "Saved searches": ["On a <mark>board</mark>"],
    }


def test_application_has_the_dot_of_its_stage(alice):
    ApplicationFactory(user=alice, job__title="Baker", job__company__name="Oven")
    [line] = options(alice, "baker")[0].options
    assert (line.stage, line.stage_said, line.about) == ("tracking", "Tracking", "Oven")


def test_few_of_each_kind(alice):
    for number in range(9):
        ApplicationFactory(
            user=alice, job__title="Baker", job__company__name=f"B{number}"
        )
        ContactFactory(user=alice, name=f"Baker {number}")
    found = offered(alice, "baker")
    assert len(found["Applications"]) == 5
    assert len(found["People"]) == 3
    assert max(len(lines) for lines in offered(alice, "a").values()) <= 5


def test_words_without_letters_are_no_words(alice):
    assert list(offered(alice, "!!!")) == list(offered(alice, ""))


def test_what_is_called_so_leads_before_what_is_only_known_by_it(alice):
    found = offered(alice, "settings")
    assert list(found) == ["Go to", "Do"]
    assert found["Go to"][0] == "Settings"
