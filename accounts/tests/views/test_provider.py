"""A language model of one's own, in the settings."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Preferences
from jobtracker.llm import Provider
from jobtracker.seen import mark
from jobtracker.testing.fixtures import HTMX
from jobtracker.testing.provider import MODELS, error
from jobtracker.testing.web import leads_to, says

pytestmark = pytest.mark.alike

URL = "/settings/provider/"
TRY = "/settings/provider/try/"
SETTINGS = "/settings/"
KEY = "sk-quite-secret"
OWN = {
    "llm_base_url": "https://api.example.org/v1",
    "llm_model": "quark-7",
    "llm_api_key": KEY,
}


def kept(user):
    row = Preferences.objects.get(user=user)
    return row.llm_base_url, row.llm_model, row.llm_api_key


def save(client, **changes):
    answer = client.post(URL, OWN | changes)
    assertRedirects(answer, "/settings/#provider", status_code=303)


@pytest.fixture
def near(provider, settings):
    """One on this machine, of alice's own."""
    settings.LLM_PRIVATE_ADDRESSES = True
    return {"llm_base_url": provider.base_url, "llm_model": provider.model}


def test_it_is_kept(as_alice, alice):
    save(as_alice, llm_base_url=" https://api.example.org/v1/chat/completions ")
    assert kept(alice) == ("https://api.example.org/v1", "quark-7", KEY)
    assert Preferences.objects.get().provider() == Provider(
        "https://api.example.org/v1", "quark-7", KEY
    )
    assertContains(as_alice.get(SETTINGS), 'value="https://api.example.org/v1"')


def test_htmx_gets_the_section_as_it_is_now(as_alice, alice):
    answer = as_alice.post(URL, OWN, headers=HTMX)
    assertContains(answer, "Saved.")
    assertContains(answer, "Try what is saved")
    assertNotContains(answer, "<h1>")
    assertNotContains(answer, KEY)
    assert kept(alice)[2] == KEY


def test_it_is_one_s_own(as_alice, bob):
    save(as_alice, user=bob.pk)
    assert bob.get_preferences().provider() is None


def test_it_has_a_page_of_its_own(as_alice):
    page = as_alice.get(URL)
    assertContains(page, "<h1>Your language model</h1>")
    assertNotContains(page, "provider-try")
    part = as_alice.get(URL, headers=HTMX)
    assertNotContains(part, "<h1>")
    assertContains(part, 'id="provider"')


def test_without_a_login_it_leads_there(client):
    for url in (URL, TRY):
        assert client.post(url).status_code == 302


def test_trying_is_a_post(as_alice):
    assert as_alice.get(TRY).status_code == 405


# The key goes in and never out


@pytest.mark.parametrize("path", [SETTINGS, URL])
def test_the_key_is_shown_nowhere(as_alice, path):
    save(as_alice)
    page = as_alice.get(path)
    assertContains(page, "A key is kept, encrypted")
    assertNotContains(page, KEY)
    assertNotContains(page, str(mark(KEY)))


def test_a_refused_form_does_not_show_it_either(as_alice):
    page = as_alice.post(URL, OWN | {"llm_base_url": "file:///etc/passwd"})
    assertContains(page, "quark-7", status_code=422)
    assertNotContains(page, KEY, status_code=422)


def test_left_empty_it_stays(as_alice, alice):
    save(as_alice)
    save(as_alice, llm_model="quark-8", llm_api_key="")
    assert kept(alice) == ("https://api.example.org/v1", "quark-8", KEY)


def test_typed_it_is_replaced(as_alice, alice):
    save(as_alice)
    save(as_alice, llm_api_key="sk-another")
    assert kept(alice)[2] == "sk-another"


def test_it_is_forgotten_on_request(as_alice, alice):
    assertNotContains(as_alice.get(URL), "Forget the key")
    save(as_alice)
    assertContains(as_alice.get(URL), "Forget the key")
    save(as_alice, llm_api_key="", forget_key="on")
    assert kept(alice) == ("https://api.example.org/v1", "quark-7", "")


@pytest.mark.parametrize(
    "other", ["https://evil.example.org/v1", "https://api.example.org:8443/v1", ""]
)
def test_with_another_address_it_is_gone(as_alice, alice, other):
    save(as_alice)
    save(
        as_alice,
        llm_base_url=other,
        llm_model=other and "quark-7",
        llm_api_key="",
    )
    assert kept(alice)[2] == ""


def test_with_another_address_another_is_taken(as_alice, alice):
    save(as_alice)
    save(as_alice, llm_base_url="https://b.example.org/v1", llm_api_key="sk-b")
    assert kept(alice) == ("https://b.example.org/v1", "quark-7", "sk-b")


def test_a_key_of_no_address_is_for_none_that_comes_later(as_alice, alice):
    """One that an import brought: nobody said where it may go."""
    alice.get_preferences()
    Preferences.objects.update(llm_api_key="sk-imported")
    save(as_alice, llm_api_key="")
    assert kept(alice)[2] == ""


def test_a_key_is_not_saved_to_an_address_that_another_window_typed(as_alice, alice):
    save(as_alice)
    seen = as_alice.get(URL).context["form"]["seen"].value()
    save(as_alice, llm_base_url="https://b.example.org/v1", llm_api_key="")
    answer = as_alice.post(URL, OWN | {"seen": seen, "llm_api_key": "sk-for-a"})
    assert answer.status_code == 422
    assert kept(alice) == ("https://b.example.org/v1", "quark-7", "")


# What is refused


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"llm_base_url": "http://127.0.0.1:11434/v1"}, "not the address of a public"),
        ({"llm_base_url": "https://2130706433/"}, "not the address of a public"),
        ({"llm_base_url": "http://api.example.org/v1"}, "travel readable"),
        ({"llm_base_url": "https://u:p@api.example.org/"}, "a user name or a password"),
        ({"llm_base_url": "file:///etc/passwd"}, "not the address of a provider"),
        (
            {"llm_base_url": "https://a.example.org/\r\nX: y"},
            "not the address of a prov",
        ),
        ({"llm_base_url": "https://a.example.org/" + "a" * 600}, "at most 500"),
        ({"llm_base_url": ""}, "Give the model’s address as well"),
        ({"llm_model": ""}, "Name the model as well"),
        ({"llm_model": "m" * 201}, "at most 200"),
        ({"llm_api_key": "a b"}, "no spaces"),
        ({"llm_api_key": "schlüssel"}, "no special letters"),
        ({"llm_api_key": "a\r\nX: y"}, "no spaces"),
        ({"llm_base_url": "", "llm_model": ""}, "the address this key is for"),
    ],
)
def test_wrong_input_is_refused_beside_its_field(as_alice, alice, wrong, said):
    for headers in ({}, HTMX):
        page = as_alice.post(URL, OWN | wrong, headers=headers)
        assertContains(page, said, status_code=422)
        assertContains(page, 'aria-invalid="true"', status_code=422)
    assert kept(alice) == ("", "", "")


def test_neighbours_are_taken_where_the_operator_says_so(as_alice, alice, settings):
    settings.LLM_PRIVATE_ADDRESSES = True
    save(as_alice, llm_base_url="http://ollama:11434/v1", llm_api_key="")
    assert kept(alice)[0] == "http://ollama:11434/v1"
    assert Preferences.objects.get().provider().is_near


# Whose is asked


def test_one_s_own_comes_before_the_instance_s(as_alice, alice, settings):
    settings.LLM_BASE_URL, settings.LLM_MODEL = "http://127.0.0.1:1/v1", "house-1"
    assertContains(as_alice.get(SETTINGS), "house-1 at 127.0.0.1:1 is asked")
    assert alice.get_preferences().provider().model == "house-1"
    save(as_alice)
    assertNotContains(as_alice.get(SETTINGS), "house-1")
    assert Preferences.objects.get().provider().model == "quark-7"


def test_what_is_half_filled_is_not_asked(alice):
    alice.get_preferences()
    Preferences.objects.update(llm_model="quark-7", llm_api_key=KEY)
    assert Preferences.objects.get().provider() is None


# Try it


def test_one_that_answers_is_told(as_alice, near, world):
    as_alice.post(URL, OWN | near)
    world.pages[MODELS] = says(b'{"data": [{"id": "quark-7"}]}', "application/json")
    for headers in ({}, HTMX):
        page = as_alice.post(TRY, headers=headers)
        assertContains(page, "answers, and has the model quark-7.")
    assert world.asked[0][2]["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (error(401, f"Incorrect key {KEY}"), "does not take the key"),
        (leads_to("http://169.254.169.254/"), "leads elsewhere"),
        (says(b"<html>", "text/html"), "cannot be read|is of no use"),
        (says(b'{"data": [{"id": "<script>x"}]}', "application/json"), ""),
    ],
)
def test_one_that_does_not_is_told(as_alice, near, world, answer, said):
    as_alice.post(URL, OWN | near)
    world.pages[MODELS] = answer
    page = as_alice.post(TRY)
    assert page.status_code == (422 if said else 200)
    assert any(words in page.content.decode() for words in said.split("|"))
    assertNotContains(page, KEY, status_code=page.status_code)
    assertNotContains(page, "<script>x", status_code=page.status_code)


def test_without_any_there_is_nothing_to_try(as_alice):
    assertContains(as_alice.post(TRY), "No language model is set up", status_code=422)


def test_it_is_tried_once_at_a_time(as_alice, alice, near, world):
    from django.core.cache import cache

    as_alice.post(URL, OWN | near)
    cache.add(f"trying-provider:{alice.pk}", 1, 10)
    assertContains(as_alice.post(TRY), "trying it already", status_code=422)
    assert world.asked == []
