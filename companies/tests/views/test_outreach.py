"""Messages to companies: listed, shown, written, changed and deleted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from companies.forms import outreach as outreach_forms
from companies.models import OutreachCampaign
from companies.tests.answers import is_fragment, is_login, leads_to, text
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    OpportunityFactory,
    OutreachFactory,
    OutreachTemplateFactory,
)
from jobtracker.testing.fixtures import HTMX

LIST = "/outreach/"
NEW = "/outreach/new/"
FACTS = {"company_name": "Oven", "subject": "Bread", "message_content": "Good morning,"}


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def abel(alice, oven):
    return ContactFactory(
        user=alice, company=oven, name="Abel Baker", email="abel@oven.example"
    )


@pytest.fixture
def late(oven):
    return OpportunityFactory(company=oven, problem_description="Bread is late")


@pytest.fixture
def outreach(oven, abel, late):
    return OutreachFactory(
        company=oven,
        opportunity=late,
        contact=abel,
        contact_person="The baker",
        contact_method="email",
        subject="Bread",
        message_content="Good morning,",
    )


@pytest.fixture
def template(alice):
    return OutreachTemplateFactory(
        user=alice,
        name="Greeting",
        subject="On {company}",
        body="Dear {first_name}, {opportunity} [why] {my_name}",
    )


def edit(row):
    return f"{LIST}{row.pk}/edit/"


def sent(client, path):
    """What the form sends as it is shown."""
    form = client.get(path).context["form"]
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value is not None}


def names(client, query=""):
    found = client.get(f"{LIST}{query}").context["object_list"]
    return [str(one) for one in found]


# The list


def test_list_tells_company_state_and_when_to_ask_again(as_alice, outreach):
    OutreachCampaign.objects.update(follow_up_at=timezone.now())
    page = text(as_alice.get(LIST))
    assert f'href="/outreach/{outreach.pk}/"' in page
    for said in ("The baker", "<bdi>Oven</bdi>", "Draft", "E-mail", "Ask again today"):
        assert said in page


def test_list_is_narrowed(as_alice, alice, oven, outreach):
    other = OutreachFactory(
        company__user=alice,
        contact_person="Miller",
        contact_method="phone",
        response_status="replied",
    )
    assert names(as_alice, "?state=replied") == ["Miller"]
    assert names(as_alice, "?method=email") == ["The baker"]
    assert names(as_alice, f"?company={other.company_id}") == ["Miller"]
    assert names(as_alice, "?q=abel") == ["The baker"]
    assert len(names(as_alice, "?state=x&method=y&company=z")) == 2
    part = as_alice.get(f"{LIST}?q=bread", headers=HTMX)
    assert is_fragment(part)
    assert "Miller" not in text(part)


def test_rate_is_told_from_five_on(as_alice, oven):
    OutreachFactory.create_batch(
        4, company=oven, contact_method="email", response_status="replied"
    )
    page = text(as_alice.get(LIST))
    assert "from 5 on" in page
    assert "100 %" not in page
    OutreachFactory(company=oven, contact_method="email", response_status="sent")
    assert "80 %" in text(as_alice.get(LIST))


def test_newcomer_is_told_what_to_do(as_alice):
    page = text(as_alice.get(LIST))
    assert "No outreach yet" in page
    assert "What came of it" not in page


def test_list_takes_no_more_queries_with_more(as_alice, alice, same_query_count):
    def write(count):
        OutreachFactory.create_batch(
            count, company__user=alice, contact=ContactFactory(user=alice)
        )

    write(2)
    as_alice.get(LIST)
    few = same_query_count(lambda: as_alice.get(LIST))
    write(49)
    assert same_query_count(lambda: as_alice.get(LIST)) == few
    assert len(names(as_alice, "?page=2")) == 1


# A message


def test_page_shows_all_that_is_known(as_alice, oven, abel, late, outreach):
    OutreachCampaign.objects.update(notes="Met <b>them</b>", response_status="sent")
    page = text(as_alice.get(outreach.get_absolute_url()))
    for row in (oven, abel, late):
        assert f'href="{row.get_absolute_url()}"' in page
    for said in ("The baker", "E-mail", "Good morning,", "Met &lt;b&gt;", "Interested"):
        assert said in page


def test_gaps_are_marked_and_block_it(as_alice, outreach):
    OutreachCampaign.objects.update(message_content="Dear {first_name}, [why] <i>")
    page = text(as_alice.get(outreach.get_absolute_url()))
    for gap in ("{first_name}", "[why]"):
        assert f'<mark class="gap" data-tone="warn">{gap}</mark>' in page
    assert "&lt;i&gt;" in page
    assert 'value="sent" disabled' in page
    assert "mailto:abel@oven.example?" not in page


def test_text_can_be_taken_along_where_no_mail_is_sent(as_alice, outreach, settings):
    settings.MAIL_IS_CONSOLE = True
    page = text(as_alice.get(outreach.get_absolute_url()))
    assert "no mail server" in page
    assert "mailto:abel@oven.example?subject=Bread&amp;body=Good%20morning%2C" in page
    assert f"{LIST}{outreach.pk}/send/" not in page


# Writing


def test_message_is_kept_as_a_draft(as_alice, alice, oven, abel, late):
    facts = FACTS | {
        "contact_method": "email",
        "contact": abel.pk,
        "opportunity": late.pk,
        "follow_up_at": "2026-03-02T09:30",
        "notes": "Warm.",
    }
    answer = as_alice.post(NEW, facts)
    row = OutreachCampaign.objects.get()
    assert leads_to(answer, row.get_absolute_url())
    assert (row.company, row.contact, row.opportunity) == (oven, abel, late)
    assert (row.response_status, row.sent_at) == ("draft", None)
    assert row.follow_up_at.isoformat() == "2026-03-02T09:30:00+00:00"


def test_form_sent_twice_makes_one(as_alice):
    for _turn in range(2):
        as_alice.post(NEW, FACTS | {"submit_key": "once"})
    assert OutreachCampaign.objects.count() == 1


def test_template_is_filled_with_what_is_known(as_alice, abel, late, template):
    facts = {"company_name": "Oven", "template": template.pk, "contact": abel.pk}
    as_alice.post(NEW, facts | {"opportunity": late.pk})
    row = OutreachCampaign.objects.get()
    assert row.subject == "On Oven"
    assert row.message_content == "Dear Abel, Bread is late [why] Alice Abel"
    assert row.gaps == ["[why]"]


def test_what_becomes_known_later_is_filled_in_then(as_alice, abel, template):
    as_alice.post(NEW, {"company_name": "Oven", "template": template.pk})
    row = OutreachCampaign.objects.get()
    assert row.gaps == ["{first_name}", "{opportunity}", "[why]"]
    as_alice.post(edit(row), sent(as_alice, edit(row)) | {"contact": abel.pk})
    assert OutreachCampaign.objects.get().gaps == ["{opportunity}", "[why]"]


def test_template_never_replaces_what_stands_there(as_alice, template):
    answer = as_alice.post(NEW, FACTS | {"template": template.pk})
    assert answer.status_code == 422
    assert "Empty the message first" in text(answer)
    assert "Good morning," in text(answer)


def test_link_knows_what_it_came_from(as_alice, abel, late, template):
    query = f"?opportunity={late.pk}&contact={abel.pk}&template={template.pk}"
    form = as_alice.get(NEW + query).context["form"]
    assert form["company_name"].value() == "Oven"
    assert form["contact_method"].value() == "email"
    assert form["contact"].value() == abel.pk
    assert (
        as_alice.get(f"{NEW}?contact=x&opportunity=0&company_name=%00").status_code
        == 200
    )


def test_link_with_rows_of_a_stranger_knows_nothing(as_bob, abel, late, template):
    query = f"?opportunity={late.pk}&contact={abel.pk}&template={template.pk}"
    page = text(as_bob.get(NEW + query))
    assert not [
        word for word in ("Oven", "Abel", "is late", "Greeting") if word in page
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"company_name": ""},
        {"contact_method": "pigeon"},
        {"contact": "999999"},
        {"opportunity": "x"},
        {"template": "999999"},
        {"subject": "x" * 201},
        {"follow_up_at": "soon"},
        {"follow_up_at": "0001-01-01T00:00"},
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_bad_input_makes_nothing_and_is_kept(as_alice, wrong, headers):
    answer = as_alice.post(NEW, FACTS | wrong, headers=headers)
    assert answer.status_code == 422
    assert "Good morning," in text(answer)
    assert not OutreachCampaign.objects.exists()


def test_rows_of_a_stranger_can_not_be_chosen(as_bob, abel, late, template):
    for name, row in (("contact", abel), ("opportunity", late), ("template", template)):
        answer = as_bob.post(NEW, {"company_name": "Oven", name: row.pk})
        assert answer.status_code == 422
    assert not OutreachCampaign.objects.exists()


def test_opportunity_is_one_of_the_company(as_alice, late):
    answer = as_alice.post(
        NEW, FACTS | {"company_name": "Mill", "opportunity": late.pk}
    )
    assert answer.status_code == 422
    assert "This is of another company." in text(answer)


def test_choices_are_bounded_and_the_chosen_one_is_among_them(
    as_alice, alice, outreach, abel, monkeypatch
):
    monkeypatch.setattr(outreach_forms, "MOST_OPTIONS", 2)
    for name in ("Ada", "Bea", "Cid"):
        ContactFactory(user=alice, company=outreach.company, name=name)
    OutreachCampaign.objects.update(contact=ContactFactory(user=alice, name="Zoe"))
    form = as_alice.get(edit(outreach)).context["form"]
    shown = [str(label) for _value, label in form.fields["contact"].widget.choices]
    assert shown == ["Not among my people", "Abel Baker (Oven)", "Ada (Oven)", "Zoe"]


def test_what_changed_is_written_and_the_rest_stays(as_alice, abel, outreach):
    OutreachCampaign.objects.update(response_status="sent", sent_at=timezone.now())
    as_alice.post(edit(outreach), sent(as_alice, edit(outreach)) | {"notes": "Warm."})
    row = OutreachCampaign.objects.get()
    assert (row.notes, row.contact, row.response_status) == ("Warm.", abel, "sent")


def test_two_windows_that_differ_are_told(as_alice, alice, outreach):
    shown = sent(as_alice, edit(outreach))
    other = ContactFactory(user=alice, name="Bea")
    OutreachCampaign.objects.update(message_content="Theirs", contact=other)
    answer = as_alice.post(edit(outreach), shown | {"message_content": "Mine"})
    assert answer.status_code == 409
    conflicts = answer.context["form"].conflicts
    assert [(one.theirs, one.yours) for one in conflicts] == [("Theirs", "Mine")]
    answer = as_alice.post(edit(outreach), shown | {"notes": "Warm."})
    row = OutreachCampaign.objects.get()
    assert (row.contact, row.message_content, row.notes) == (other, "Theirs", "Warm.")


def test_what_was_mailed_can_not_be_rewritten(as_alice, outreach):
    shown = sent(as_alice, edit(outreach))
    outreach.note_mailed("abel@oven.example", "<1@example.org>")
    answer = as_alice.post(edit(outreach), shown | {"message_content": "Other"})
    assert answer.status_code == 422
    assert "sent meanwhile" in text(answer)
    day = (timezone.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    as_alice.post(
        edit(outreach), sent(as_alice, edit(outreach)) | {"follow_up_at": day}
    )
    row = OutreachCampaign.objects.get()
    assert (row.message_content, row.subject) == ("Good morning,", "Bread")
    assert row.follow_up_at is not None


def test_it_is_deleted(as_alice, outreach):
    path = f"{LIST}{outreach.pk}/delete/"
    assert "Delete this message?" in text(as_alice.get(path))
    assert leads_to(as_alice.post(path), LIST)
    assert not OutreachCampaign.objects.exists()


def test_stranger_finds_none_of_it(client, as_bob, outreach):
    for verb in ("", "edit/", "delete/", "send/"):
        path = f"{LIST}{outreach.pk}/{verb}"
        assert as_bob.get(path).status_code == 404
        assert is_login(client.get(path))
    for verb in ("edit/", "delete/", "send/", "state/", "done/", "snooze/"):
        assert as_bob.post(f"{LIST}{outreach.pk}/{verb}", FACTS).status_code == 404
    page = text(as_bob.get(LIST))
    assert not [word for word in ("Oven", "baker") if word in page]


@pytest.mark.parametrize("path", ["/companies/", "/more/"])
def test_it_is_found_from_there(as_alice, path):
    assert f'href="{LIST}"' in text(as_alice.get(path))
