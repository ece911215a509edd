"""Technologies: by which names they are found, counted and linked."""

import pytest
from django.http import QueryDict

from applications.matching.spellings import known_as, spellings
from applications.models import Job
from applications.table import Table
from applications.tests.factories import ApplicationFactory, JobFactory

LIST, FACETS, INBOX = "/applications/", "/applications/facets/", "/jobs/"


def apply(user, title, *technologies, **fields):
    stack = [*technologies]
    return ApplicationFactory(
        user=user, job__title=title, job__tech_stack=stack, **fields
    )


def found(user, query):
    rows = Table(user, QueryDict(query)).found.with_job()
    return {row.job.title for row in rows}


def facet(user, query=""):
    *_others, last = Table(user, QueryDict(query)).facets()
    return {option.value: option.left for option in last.options}


@pytest.mark.parametrize(
    ("name", "usual"),
    [("k8s", "Kubernetes"), ("postgres", "PostgreSQL"), ("Sourdough", "Sourdough")],
)
def test_each_is_known_by_its_usual_name(name, usual):
    assert known_as(name) == usual
    assert name in spellings(name)


@pytest.mark.parametrize("written", ["node", "Node.js", "nodejs", "node js", "node-js"])
def test_every_way_to_write_it_finds_it(alice, written):
    apply(alice, "Here", written)
    apply(alice, "Elsewhere", "Nodeless")
    assert found(alice, "technology=Node.js") == {"Here"}


@pytest.mark.parametrize("asked", ["k8s", "K8S", "kubernetes", "Kubernetes"])
def test_another_name_is_the_same_technology(alice, asked):
    apply(alice, "Short", "k8s")
    apply(alice, "Long", "Kubernetes")
    assert found(alice, f"technology={asked}") == {"Short", "Long"}


def test_several_are_all_asked_for(alice):
    apply(alice, "Both", "Go", "Kafka")
    apply(alice, "One", "Go")
    assert found(alice, "technology=golang&technology=kafka") == {"Both"}


def test_a_strangers_are_neither_found_nor_counted(alice, bob):
    apply(alice, "Mine", "Go")
    apply(bob, "Secret", "Go", "Secretlang")
    assert found(alice, "technology=go") == {"Mine"}
    assert facet(alice) == {"Go": "1"}
    assert found(alice, "technology=secretlang") == set()


@pytest.mark.parametrize(
    "query",
    [
        "technology=" + "x" * 101,
        "&".join(f"technology={n}" for n in range(11)),
        "technology=%00",
        "technology=%00&technology=",
    ],
)
def test_too_much_is_left_out(as_alice, alice, query):
    apply(alice, "Here", "Go")
    assert found(alice, query) == {"Here"}
    assert as_alice.get(f"{LIST}?{query}").status_code == 200


@pytest.mark.parametrize("name", ['"', "\\", "' OR 1=1", "$[*]", "😀", "<b>", "%", "#"])
def test_any_name_is_a_name(as_alice, alice, name):
    apply(alice, "Here", name)
    for path in ("/", LIST, FACETS, INBOX):
        assert as_alice.get(path, {"technology": name}).status_code == 200
    query = QueryDict(mutable=True)
    query["technology"] = name
    assert found(alice, query.urlencode()) == {"Here"}


@pytest.mark.parametrize(
    "stack", [7, {"a": "Go"}, [["Go"]], [1, {"a": []}, True], "Go"]
)
def test_what_an_import_left_is_shown_and_found_by_nothing(as_alice, alice, stack):
    application = ApplicationFactory(user=alice)
    waiting = JobFactory(user=alice)
    Job.objects.update(tech_stack=stack)
    assert found(alice, "technology=go") == set()
    assert facet(alice) == {}
    pages = (LIST + "?columns=technology", INBOX, application.get_absolute_url())
    for page in (*pages, waiting.get_absolute_url()):
        assert as_alice.get(page).status_code == 200


# The facet


def test_facet_counts_all_names_of_one_together(alice):
    for names in (["k8s"], ["Kubernetes", "kube"], ["sourdough"], ["Sourdough"]):
        apply(alice, "Any", *names)
    assert facet(alice) == {"Kubernetes": "2", "Sourdough": "2"}


def test_facet_counts_what_a_further_one_leaves(alice):
    apply(alice, "Both", "Go", "Rust")
    apply(alice, "One", "Go", priority="high")
    assert facet(alice, "technology=go") == {"Go": "2", "Rust": "1"}
    assert facet(alice, "priority=high") == {"Go": "1"}
    assert facet(alice, "technology=cobol") == {"COBOL": "0"}


def test_facet_reads_the_newest_and_says_so(alice, monkeypatch):
    monkeypatch.setattr("applications.facets.MOST_LISTS", 2)
    for _ in range(3):
        apply(alice, "Any", "Go")
    assert facet(alice) == {"Go": "2+"}


def test_facet_names_those_met_most(alice, monkeypatch):
    monkeypatch.setattr("applications.facets.MOST_VALUES", 2)
    for names in (["Go", "Rust"], ["Go", "Kafka"], ["Rust"]):
        apply(alice, "Any", *names)
    assert list(facet(alice)) == ["Go", "Rust"]


# On pages


def test_rows_link_to_the_filter(as_alice, alice):
    application = apply(alice, "Here", "C#")
    row = as_alice.get(LIST + "?columns=technology").content.decode()
    detail = as_alice.get(application.get_absolute_url()).content.decode()
    posting = as_alice.get(application.job.get_absolute_url()).content.decode()
    for page in (row, detail, posting):
        assert 'href="/applications/?technology=C%23"' in page


def test_inbox_is_narrowed_and_links(as_alice, alice):
    JobFactory(user=alice, title="Here", tech_stack=["k8s"])
    JobFactory(user=alice, title="Elsewhere")
    page = as_alice.get(INBOX + "?technology=Kubernetes")
    assert [job.title for job in page.context["object_list"]] == ["Here"]
    assert 'href="/jobs/?technology=k8s"' in page.content.decode()


def test_public_ones_are_narrowed_by_their_own(as_alice, alice):
    facts = {"user": None, "company": None, "company_name": "Mill"}
    JobFactory(**facts, title="Here", tech_stack=["Go"])
    JobFactory(**facts, title="Elsewhere")
    JobFactory(user=alice, title="Mine", tech_stack=["Go"])
    page = as_alice.get(INBOX + "?scope=public&technology=go")
    assert [job.title for job in page.context["object_list"]] == ["Here"]
    posting = as_alice.get(page.context["object_list"][0].get_absolute_url())
    assert 'href="/jobs/?scope=public&amp;technology=Go"' in posting.content.decode()


@pytest.mark.parametrize("path", ["/", LIST, INBOX])
def test_what_is_asked_for_can_be_taken_away_one_by_one(as_alice, alice, path):
    apply(alice, "Here", "Go", "Rust")
    page = as_alice.get(path + "?technology=Go&technology=Rust").content.decode()
    assert 'href="?technology=Rust"' in page
    assert 'href="?technology=Go"' in page


def test_boards_filter_form_has_those_asked_for(as_alice, alice):
    page = as_alice.get("/board/filters/?technology=Go").content.decode()
    assert 'name="technology" value="Go" checked' in page
