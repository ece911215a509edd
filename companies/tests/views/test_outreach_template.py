"""Messages to start from."""

import pytest

from companies.models import OutreachTemplate
from companies.placeholders import FIELDS
from companies.tests.answers import is_login, leads_to, text
from companies.tests.factories import OutreachTemplateFactory
from jobtracker.testing.fixtures import HTMX

LIST = "/outreach/templates/"
NEW = "/outreach/templates/new/"
FACTS = {"name": "Greeting", "subject": "On {company}", "body": "Dear {first_name} [x]"}


@pytest.fixture
def template(alice):
    return OutreachTemplateFactory(user=alice, **FACTS)


def edit(template):
    return f"{LIST}{template.pk}/edit/"


def test_templates_stand_where_their_links_lead(as_alice, alice):
    template = OutreachTemplateFactory(user=alice, name="Greeting", body="Hi <you>")
    page = text(as_alice.get(LIST))
    path, _hash, anchor = template.get_absolute_url().partition("#")
    assert path == LIST
    assert f'id="{anchor}"' in page
    assert "Hi &lt;you&gt;" in page
    assert f'href="/outreach/new/?template={template.pk}"' in page


def test_list_has_pages(as_alice, alice):
    assert "No templates yet" in text(as_alice.get(LIST))
    OutreachTemplateFactory.create_batch(21, user=alice)
    assert len(as_alice.get(f"{LIST}?page=2").context["object_list"]) == 1


def test_fields_are_listed_beside_the_text(as_alice):
    page = text(as_alice.get(NEW))
    for name in FIELDS:
        assert f"<code>{{{name}}}</code>" in page


def test_template_is_added_once(as_alice, alice):
    for _turn in range(2):
        answer = as_alice.post(NEW, FACTS | {"submit_key": "once"})
    row = OutreachTemplate.objects.get()
    assert leads_to(answer, row.get_absolute_url())
    assert {name: getattr(row, name) for name in FACTS} == FACTS
    assert row.user == alice


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Write something here."),
        ({"body": "{salary} {company}"}, "There is no such field: {salary}."),
        ({"subject": "{x}"}, "There is no such field: {x}."),
        ({"name": "Taken"}, "You have a template of this name already."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_bad_input_makes_nothing_and_says_why(as_alice, alice, wrong, said, headers):
    OutreachTemplateFactory(user=alice, name="Taken")
    answer = as_alice.post(NEW, FACTS | wrong, headers=headers)
    assert answer.status_code == 422
    assert said in text(answer)
    assert OutreachTemplate.objects.count() == 1


def test_template_is_changed(as_alice, template):
    shown = as_alice.get(edit(template)).context["form"]
    values = {field.html_name: field.value() for field in shown}
    as_alice.post(edit(template), values | {"body": "Hello {person}"})
    row = OutreachTemplate.objects.get()
    assert (row.body, row.name) == ("Hello {person}", "Greeting")


def test_template_is_deleted(as_alice, template):
    path = f"{LIST}{template.pk}/delete/"
    assert "Delete Greeting?" in text(as_alice.get(path))
    assert leads_to(as_alice.post(path), LIST)
    assert not OutreachTemplate.objects.exists()


def test_stranger_finds_none_of_it(client, as_bob, template):
    for verb in ("edit/", "delete/"):
        path = f"{LIST}{template.pk}/{verb}"
        assert as_bob.get(path).status_code == 404
        assert as_bob.post(path, FACTS).status_code == 404
        assert is_login(client.get(path))
    assert "Greeting" not in text(as_bob.get(LIST))
