"""Upload of many mails, its progress, and what is kept of them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.answering import read_batch
from applications.models import EmployerResponse, MailBatch
from applications.tests.factories import ApplicationFactory
from applications.tests.mails import eml, zipped
from jobtracker.testing.fixtures import HTMX

NEW = "/responses/batches/new/"


@pytest.fixture
def initech(alice):
    return ApplicationFactory(user=alice, job__company__name="Initech")


@pytest.fixture
def batch(alice, initech):
    mails = [eml(key="one"), eml("News", "Bread.", "A <a@b.example>", key="two")]
    batch = MailBatch.objects.create(user=alice, name="all.zip", source=zipped(mails))
    read_batch(batch.pk)
    return batch


def path(batch, verb=""):
    return f"/responses/batches/{batch.pk}/{verb}"


def upload(client, *files, **fields):
    sent = [SimpleUploadedFile(name, raw) for name, raw in files]
    return client.post(NEW, {"mails": sent} | fields)


def test_several_files_are_taken_as_one_batch(as_alice, alice):
    answer = upload(as_alice, ("a.eml", eml(key="a")), ("b.eml", eml(key="b")))
    batch = MailBatch.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == path(batch)
    assert (batch.user, batch.name) == (alice, "a.eml")


def test_same_form_sent_twice_makes_one_batch(as_alice):
    for _ in range(2):
        upload(as_alice, ("a.eml", eml()), submit_key="key")
    assert MailBatch.objects.count() == 1


def test_nothing_chosen_is_said_beside_the_field(as_alice):
    answer = as_alice.post(NEW, {})
    assert answer.status_code == 422
    assert "mails" in answer.context["form"].errors


def test_page_asks_again_while_it_waits(as_alice, alice):
    batch = MailBatch.objects.create(user=alice, name="x", source=b"PK")
    page = as_alice.get(path(batch)).content.decode()
    assert f'hx-get="{path(batch, "progress/")}"' in page


def test_cancelled_batch_can_be_tried_again(as_alice, alice):
    batch = MailBatch.objects.create(user=alice, name="x", source=zipped([eml()]))
    as_alice.post(path(batch, "cancel/"))
    batch.refresh_from_db()
    assert batch.status == "cancelled"
    as_alice.post(path(batch, "retry/"))
    batch.refresh_from_db()
    assert batch.status in ("pending", "completed")


def test_progress_of_one_that_is_done_shows_the_page_anew(as_alice, batch):
    answer = as_alice.get(path(batch, "progress/"), headers=HTMX)
    assert answer["HX-Refresh"] == "true"


def test_ticked_ones_are_kept_with_what_was_offered(as_alice, batch, initech):
    keys = [item.pk for item in batch.items.all()]
    as_alice.post(path(batch), {"item": keys})
    response = EmployerResponse.objects.get()
    assert response.application == initech
    page = as_alice.get(path(batch)).content.decode()
    assert response.get_absolute_url() in page


def test_left_out_one_is_offered_no_more(as_alice, batch):
    first = batch.items.first()
    as_alice.post(path(batch), {"skip": first.pk})
    page = as_alice.get(path(batch)).content.decode()
    assert f'name="item" value="{first.pk}"' not in page
    assert not EmployerResponse.objects.exists()


def test_one_without_an_application_leads_to_the_choice(as_alice, batch):
    item = batch.items.last()
    page = as_alice.get(f"/responses/items/{item.pk}/")
    assert page.status_code == 200
    assert page.context["mail"]


def test_mail_kept_another_way_is_shown_as_kept(as_alice, batch, initech):
    EmployerResponse.receive(initech, message_id="<one@initech.example>")
    page = as_alice.get(path(batch)).content.decode()
    assert initech.get_absolute_url() in page
    assert 'name="item"' not in page


def test_application_in_the_bin_gets_nothing(as_alice, batch, initech):
    initech.move_to_bin()
    as_alice.post(path(batch), {"item": [item.pk for item in batch.items.all()]})
    assert not EmployerResponse.objects.exists()


@pytest.mark.parametrize("verb", ["", "progress/", "cancel/", "retry/"])
def test_batch_of_another_person_is_not_found(as_bob, batch, verb):
    assert as_bob.get(path(batch, verb)).status_code in (404, 405)
    assert as_bob.post(path(batch, verb)).status_code in (404, 405)


def test_items_of_another_batch_are_not_kept(as_alice, alice, batch):
    other = MailBatch.objects.create(user=alice, name="y", source=b"")
    as_alice.post(path(other), {"item": [item.pk for item in batch.items.all()]})
    assert not EmployerResponse.objects.exists()
