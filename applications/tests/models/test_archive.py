from applications.models import Application
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import row_of


def test_archived_is_off_the_board_and_still_there(alice):
    application = ApplicationFactory(user=alice)
    application.archive()
    row = row_of(application)
    assert (row["is_archived"], row["version"]) == (True, 2)
    assert not Application.objects.active().exists()
    assert Application.objects.present().exists()


def test_job_knows_that_it_is_archived(alice):
    application = ApplicationFactory(user=alice)
    application.archive()
    application.job.refresh_from_db()
    assert application.job.status == "archived"
    application.unarchive()
    application.job.refresh_from_db()
    assert application.job.status == "active"


def test_archiving_leaves_status_and_history_alone(alice):
    application = ApplicationFactory(user=alice, status="applied")
    before = row_of(application)
    application.archive()
    after = row_of(application)
    for name in ("status", "last_activity_at", "applied_at"):
        assert after[name] == before[name]
    assert application.status_changes.count() == 1


def test_archiving_twice_writes_once(alice):
    application = ApplicationFactory(user=alice)
    application.archive()
    before = row_of(application)
    application.archive()
    assert row_of(application) == before


def test_unarchiving_what_is_on_the_board_writes_nothing(alice):
    application = ApplicationFactory(user=alice)
    before = row_of(application)
    application.unarchive()
    assert row_of(application) == before
