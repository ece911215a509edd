"""Samples of the person's own writing, and how they write."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import DocumentType, SampleDocument, WritingStyle
from accounts.tests.factories import SampleFactory, StyleFactory
from accounts.tests.style.texts import LETTER
from jobtracker.testing.fixtures import HTMX

LIST = "/samples/"


@pytest.fixture
def sample(alice):
    return SampleFactory(
        user=alice,
        original_filename="letter.txt",
        original_text="Dear shelf,\nI <b>sort</b>.",
        is_active=True,
    )


def verb(sample, name):
    return f"{sample.get_absolute_url()}{name}/"


def toasts(client, path=LIST):
    return [str(message) for message in client.get(path).context["messages"]]


def undo_in(client):
    page = client.get(LIST).content.decode()
    before = page.partition(">Undo<")[0]
    return before.rpartition('action="')[2].partition('"')[0]


# The list


def test_list_tells_kind_length_and_which_is_in_use(as_alice, sample):
    page = as_alice.get(LIST)
    assertContains(page, f'href="{sample.get_absolute_url()}"')
    assertContains(page, "Cover letter · 4 words")
    assertContains(page, "In use")
    assertNotContains(page, "Dear shelf")


def test_list_does_not_load_the_texts(as_alice, sample, count_queries):
    SampleFactory(user=sample.user).archive()
    with count_queries() as queries:
        as_alice.get(LIST)
    assert not [query for query in queries if "original_text" in query["sql"]]


def test_archived_ones_stand_apart(as_alice, alice, sample):
    SampleFactory(user=alice, original_filename="old.txt").archive()
    page = as_alice.get(LIST)
    shown, _, archived = page.content.decode().partition('<details class="more"')
    assert "letter.txt" in shown
    assert "old.txt" not in shown
    assert "old.txt" in archived
    assert "Take it back" in archived


def test_list_is_bounded(as_alice, alice):
    for number in range(12):
        SampleFactory(user=alice, original_filename=f"file-{number}.txt")
    assertContains(as_alice.get(LIST), "1–10 of 12")
    assertContains(as_alice.get(f"{LIST}?page=2"), "file-0.txt")


def test_empty_list_says_what_to_do_first(as_alice):
    page = as_alice.get(LIST)
    assertContains(page, "No samples yet")
    assertContains(page, 'href="/samples/new/"')
    assertNotContains(page, 'id="style"')


# One


def test_page_shows_the_text_as_text(as_alice, sample):
    page = as_alice.get(sample.get_absolute_url())
    assertContains(page, "Dear shelf,\nI &lt;b&gt;sort&lt;/b&gt;.")
    for label, count in (("Words", 4), ("Characters", 26), ("Lines", 2)):
        assertContains(page, f'<dt>{label}</dt><dd class="number">{count}</dd>')


@pytest.mark.parametrize(
    ("state", "said", "verbs"),
    [
        ("used", "In use", {"archive"}),
        ("kept", "Not in use", {"archive", "activate"}),
        ("archived", "It is deleted on", {"unarchive"}),
    ],
)
def test_page_offers_what_can_be_done(as_alice, alice, state, said, verbs):
    sample = SampleFactory(user=alice, is_active=state == "used")
    if state == "archived":
        sample.archive()
    page = as_alice.get(sample.get_absolute_url())
    assertContains(page, said)
    for name in ("activate", "archive", "unarchive"):
        offered = f'action="{verb(sample, name)}"' in page.content.decode()
        assert offered == (name in verbs), name


# Verbs


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_another_one_is_used_and_the_way_back_is_one_click(
    as_alice, alice, sample, headers
):
    other = SampleFactory(user=alice, original_filename="other.txt")
    answer = as_alice.post(verb(other, "activate"), headers=headers)
    assert answer.status_code == (200 if headers else 303)
    assert SampleDocument.objects.in_use().get() == other
    undo = undo_in(as_alice)
    assert undo == verb(sample, "activate")
    as_alice.post(undo, {"version": ""}, headers=headers)
    assert SampleDocument.objects.in_use().get() == sample
    assert toasts(as_alice) == [
        "letter.txt is in use now. other.txt is kept, but not in use any more."
    ]


def test_archived_and_back(as_alice, sample):
    as_alice.post(verb(sample, "archive"))
    sample.refresh_from_db()
    assert sample.archived_at
    undo = undo_in(as_alice)
    assert undo == verb(sample, "unarchive")
    as_alice.post(undo)
    assert SampleDocument.objects.in_use().get() == sample
    assert toasts(as_alice) == ["letter.txt is back."]


def test_an_archived_one_is_refused_with_the_reason(as_alice, alice):
    sample = SampleFactory(user=alice)
    sample.archive()
    answer = as_alice.post(verb(sample, "activate"))
    assert answer.status_code == 422
    assertContains(answer, "This one is archived.", status_code=422)
    answer = as_alice.post(verb(sample, "activate"), headers=HTMX)
    assert answer["HX-Redirect"] == sample.get_absolute_url()
    assert toasts(as_alice) == ["This one is archived. Take it back first."]


def test_deletion_is_asked_for_first(as_alice, sample):
    page = as_alice.get(verb(sample, "delete"))
    assertContains(page, "Delete letter.txt?")
    assertContains(page, "read again without it")
    assert SampleDocument.objects.exists()
    assert as_alice.post(verb(sample, "delete")).status_code == 303
    assert not SampleDocument.objects.exists()
    assert toasts(as_alice) == ["Deleted letter.txt."]
    assert as_alice.post(verb(sample, "delete")).status_code == 404


# The style


def test_style_stands_below_in_words(as_alice, alice):
    SampleDocument(
        user=alice, document_type=DocumentType.COVER_LETTER, original_text=LETTER
    ).add()
    page = as_alice.get(LIST)
    for said in (
        "How you write",
        "A first impression",
        "10 words a sentence",
        "half of them have between 8 and 11 words",
        "You end with “Kind regards”.",
        "1 to 5 words: 1; 6 to 10 words: 4",
    ):
        assertContains(page, said)
    assertNotContains(page, "style=")


def test_samples_from_elsewhere_are_read_on_request(as_alice, alice, sample):
    assertContains(as_alice.get(LIST), "have not been read here yet")
    assert as_alice.post("/samples/style/").status_code == 303
    page = as_alice.get(LIST)
    assertContains(page, "Too little to say")
    assertNotContains(page, "Read them")
    SampleDocument.objects.update(original_text="Another", character_count=7)
    assertContains(as_alice.get(LIST), "Your samples have changed")


def test_style_from_elsewhere_is_shown_as_such(as_alice, alice, sample):
    StyleFactory(
        user=alice,
        extracted_style={"tone": "calm", "sentence_length": {"mean": 12}},
        extraction_model="gpt",
    )
    for _reading in range(2):
        page = as_alice.get(LIST)
        for said in (
            "As another system read it, with gpt",
            "sentence length: mean: 12",
        ):
            assertContains(page, said)
        as_alice.post("/samples/style/")
    assertContains(page, "Too little to say")


@pytest.mark.parametrize(
    "style", [{}, {"samples": 3}, {"imported": {}}, {"x": [1, {}]}]
)
def test_a_style_of_any_shape_from_elsewhere_breaks_nothing(
    as_alice, alice, sample, style
):
    StyleFactory(user=alice, extracted_style=style, extraction_model="made-up")
    assert as_alice.get(LIST).status_code == 200
    as_alice.post("/samples/style/")
    assert as_alice.get(LIST).status_code == 200


def test_without_a_sample_in_use_there_is_nothing_to_read(as_alice, alice, sample):
    SampleDocument.read_style(alice)
    as_alice.post(verb(sample, "archive"))
    page = as_alice.get(LIST)
    assertContains(page, "No sample is in use")
    assertContains(page, "All your samples are archived.")


# The usual


def test_stranger_sees_none_of_it(as_bob, alice, sample):
    StyleFactory(user=alice, extracted_style={"tone": "calm"})
    assert as_bob.get(sample.get_absolute_url()).status_code == 404
    page = as_bob.get(LIST)
    assertNotContains(page, "letter.txt")
    assertNotContains(page, "calm")


@pytest.mark.parametrize("name", ["activate", "archive", "unarchive", "delete"])
def test_stranger_changes_nothing(as_bob, sample, name):
    assert as_bob.post(verb(sample, name)).status_code == 404
    assert SampleDocument.objects.get().is_active
    assert not WritingStyle.objects.exists()


@pytest.mark.parametrize("name", ["activate", "archive", "unarchive"])
def test_verbs_are_sent_and_not_visited(as_alice, client, sample, name):
    assert as_alice.get(verb(sample, name)).status_code == 405
    assert client.post(verb(sample, name))["Location"].startswith("/accounts/login/")
    assert as_alice.get("/samples/style/").status_code == 405
