import pytest

from applications.models import StatusChange
from applications.tests.factories import ApplicationFactory


@pytest.fixture
def change(alice):
    return ApplicationFactory(user=alice).status_changes.get()


def test_row_of_history_cannot_be_saved_again(change):
    change.to_status = "offer"
    with pytest.raises(TypeError):
        change.save()
    change.refresh_from_db()
    assert change.to_status == "tracking"


def test_row_of_history_cannot_be_saved_in_part(change):
    with pytest.raises(TypeError):
        change.save_fields("origin")


def test_rows_of_history_cannot_be_updated(change):
    with pytest.raises(TypeError):
        StatusChange.objects.update(to_status="offer")
    with pytest.raises(TypeError):
        change.application.status_changes.update(to_status="offer")


def test_rows_of_history_cannot_be_deleted(change):
    with pytest.raises(TypeError):
        StatusChange.objects.all().delete()
    assert StatusChange.objects.count() == 1


def test_row_of_history_cannot_be_deleted(change):
    with pytest.raises(TypeError):
        change.delete()
    assert StatusChange.objects.count() == 1


def test_history_goes_with_the_person(alice, change):
    alice.delete()
    assert not StatusChange.objects.exists()


def test_history_keeps_no_trace_of_whoever_acted_and_left(alice, bob):
    application = ApplicationFactory(user=alice)
    application.move_to("applied", by=bob, origin="admin")
    bob.delete()
    assert application.status_changes.first().by is None


def test_step_is_named_by_both_ends(change):
    assert str(change) == "– → tracking"
