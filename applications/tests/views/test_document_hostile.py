"""What others bring in or send on purpose never breaks a page of documents."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from applications.documents import render
from applications.tests.factories import (
    DocumentFactory,
    DocumentTemplateFactory,
    JobFactory,
)
from applications.tests.writing import make_written

PAGES = ("", "edit/", "versions/1/", "preview/1.png", "sent/")


def shown(client, document, *parts):
    path = document.get_absolute_url()
    return {client.get(urljoin(path, part)).status_code for part in parts}


@pytest.mark.parametrize(
    "result",
    [
        [],
        "Hello",
        5,
        {"content": 5},
        {"content": "Hello", "ats_score": [1], "metadata": [1]},
        {"content": "Hello", "ats_score": "x", "metadata": {"ats": 5}},
        {"content": "Hello", "ats_score": {}, "metadata": {"ats": [{}]}},
    ],
)
@pytest.mark.parametrize("options", [[], "x", {"pages": [], "motivation": 5}])
def test_text_of_another_system_can_be_shown_and_edited(
    result, options, alice, as_alice
):
    document = DocumentFactory(
        user=alice,
        job=JobFactory(user=alice),
        status="completed",
        result=result,
        options=options,
    )
    assert shown(as_alice, document, "", "edit/") == {200}
    document.write("# Mara\n\nHello", seen=0)
    assert shown(as_alice, document, *PAGES, "../") == {200}


@pytest.mark.parametrize(
    "kept",
    [
        {"layout": ["classic"], "size": "x", "accent": {}, "paper": []},
        {"layout": "classic", "size": [1], "accent": 5, "paper": {}},
        {"layout": "classic", "size": 1e300, "accent": "red;}", "paper": "../a4"},
        ["classic"],
    ],
)
def test_template_of_another_system_can_be_shown_and_used(kept, alice, as_alice):
    template = DocumentTemplateFactory(user=alice, settings=kept)
    document = make_written(alice, template=template)
    looks = ("../", f"../templates/{template.pk}/edit/", "download/pdf/")
    assert shown(as_alice, document, *looks) == {200}
    copy = as_alice.get(f"/documents/templates/new/?of={template.pk}")
    assert copy.status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") #import "@preview/x:1.0.0": y',
        "$ x^2 $ `e` // f /* g <d> @c \\u{41}",
        "\ufffe\uffff\x0b\x0c\x1c a\u2028b\u2029c",
        "### | | a\n##  \n- \n###\ta\n#\u00a0b",
        '[#include "x"] http://a.bc/"#x <w:p/>&lt; =1+1',
    ],
)
def test_no_sign_in_a_text_means_anything_to_who_sets_it(text, alice, as_alice):
    document = make_written(alice, f"# Mara Okafor\n\n{text}")
    assert shown(as_alice, document, *PAGES) == {200}
    for format in ("pdf", "docx", "md", "txt"):
        file = render.render(
            document.content, "resume", format, {}, title=text, author=text
        )
        assert file.data


@pytest.mark.parametrize(
    "part",
    [
        "download/md/?version=-1",
        "download/md/?version=99999999999999999999",
        "download/md/?version=%00",
        "download/md/?version=١",
        "download/md/?template=0",
        "download/md/?template=%F0%9F%98%80",
        "download/exe/",
        "versions/99999999999999999999999999/",
        "versions/1/?with=-1",
        "versions/1/?with=999999999999999999",
        "preview/99999999999999999999999.png",
        "../new/?job=x",
        "../new/?application=99999999999999999999",
        "../templates/new/",
    ],
)
def test_address_of_nothing_is_not_found(part, alice, as_alice):
    assert shown(as_alice, make_written(alice), part) == {404}


def test_nothing_of_a_stranger_can_be_used(alice, bob, as_bob):
    theirs, own = make_written(alice), make_written(bob)
    template = DocumentTemplateFactory(user=alice, document_type="resume")
    assert shown(as_bob, own, f"download/md/?template={template.pk}") == {404}
    assert shown(as_bob, own, f"../templates/new/?of={template.pk}") == {404}
    assert shown(as_bob, own, f"../new/?job={theirs.job_id}") == {404}
    assert shown(as_bob, own, f"../new/?application={theirs.application_id}") == {404}
    given = {"document_type": "resume", "profile": own.profile_id}
    for taken in (
        {"application": theirs.application_id},
        {"job": theirs.job_id},
        {"application": own.application_id, "profile": theirs.profile_id},
        {"application": own.application_id, "template": template.pk},
    ):
        assert as_bob.post("/documents/new/", given | taken).status_code == 422


def test_without_its_resume_it_can_be_read_and_makes_no_file(alice, as_alice):
    document = make_written(alice)
    document.profile.delete()
    assert shown(as_alice, document, *PAGES) == {200}
    assert shown(as_alice, document, "download/pdf/") == {422}
