"""The two ends of every foreign key belong to one person."""

from django.apps import apps
from django.db.models import ForeignKey

from accounts.models import User
from applications.models import Application, Job, Note, StatusChange
from applications.tests.factories import ApplicationFactory, JobFactory, NoteFactory
from companies.models import Company
from jobtracker.ownership import OwnedModel


def owned_models():
    return [model for model in apps.get_models() if issubclass(model, OwnedModel)]


def strangers(model, field):
    """Rows of which the one end is not the other end's."""
    rows = model.objects.exclude(**{field.name: None})
    return [row for row in rows if row.owner != getattr(row, field.name).owner]


def test_no_key_leads_to_a_row_of_another_person(alice, bob):
    for user in (alice, bob):
        application = ApplicationFactory(user=user, status="applied")
        NoteFactory(application=application)
        application.move_to("offer", by=user, origin="board")
        application.undo_move(by=user)
    for model in owned_models():
        for field in model._meta.fields:
            if isinstance(field, ForeignKey) and field.related_model is not User:
                assert not strangers(model, field), f"{model.__name__}.{field.name}"


def test_models_here_are_owned():
    assert {Application, Job, Note, StatusChange, Company} <= set(owned_models())


def test_for_user_gives_ones_own_rows_only(alice, bob):
    application = ApplicationFactory(user=alice)
    NoteFactory(application=application)
    for model in (Application, Job, Note, StatusChange, Company):
        assert model.objects.for_user(alice).count() == 1
        assert not model.objects.for_user(bob).exists()


def test_public_job_can_be_read_but_is_nobodys_own(alice, bob):
    public = JobFactory(user=None, company=None, company_name="Oven")
    own = JobFactory(user=alice)
    assert set(Job.objects.readable_by(alice)) == {public, own}
    assert set(Job.objects.readable_by(bob)) == {public}
    assert set(Job.objects.for_user(alice)) == {own}


def test_everything_goes_with_the_person(alice, bob):
    NoteFactory(application=ApplicationFactory(user=alice))
    kept = ApplicationFactory(user=bob)
    alice.delete()
    assert Application.objects.get() == kept
    assert Company.objects.get().user == bob
    assert not Note.objects.exists()
