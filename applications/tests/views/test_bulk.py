"""One verb on many applications, and the account of it."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from applications.models import Application, StatusChange
from applications.tests.factories import ApplicationFactory

BULK, RESULT = "/applications/bulk/", "/applications/bulk/result/"


@pytest.fixture
def rows(alice):
    return [ApplicationFactory(user=alice) for _ in range(3)]


def ids(rows):
    return [row.pk for row in rows]


def statuses():
    return set(Application.objects.values_list("status", flat=True))


def test_ticked_ones_move_with_history(as_alice, rows):
    data = {"ids": ids(rows), "action": "move", "status": "applied"}
    answer = as_alice.post(BULK, data)
    assert answer.status_code == 303
    assert answer["Location"] == RESULT
    assert statuses() == {"applied"}
    assert StatusChange.objects.filter(origin="bulk").count() == 3


def test_result_says_what_was_done_and_offers_the_way_back(as_alice, rows):
    as_alice.post(BULK, {"ids": ids(rows), "action": "move", "status": "applied"})
    answer = as_alice.get(RESULT)
    assert "3 moved" in answer.content.decode()
    row = answer.context["moved"][0]
    data = {"version": row.version, "origin": "bulk"}
    back = as_alice.post(f"/applications/{row.pk}/undo/", data)
    assert back["Location"] == RESULT
    row.refresh_from_db()
    assert row.status == "tracking"


def test_closing_takes_the_reason(as_alice, rows):
    data = {"ids": ids(rows), "action": "move", "status": "closed"}
    as_alice.post(BULK, data | {"closed_reason": "ghosted"})
    assert {a.closed_reason for a in Application.objects.all()} == {"ghosted"}


def test_what_is_so_already_is_counted_and_not_written(as_alice, rows):
    rows[0].move_to("applied", by=None, origin="board")
    as_alice.post(BULK, {"ids": ids(rows), "action": "move", "status": "applied"})
    answer = as_alice.get(RESULT)
    assert answer.context["done"] == 2
    assert answer.context["unchanged"] == 1


def test_row_changed_since_the_list_was_shown_is_refused(as_alice, rows):
    shown = timezone.now()
    rows[1].edit(facts={"priority": "high"}, job_facts={}, version=None)
    data = {"ids": ids(rows), "action": "move", "status": "offer"}
    as_alice.post(BULK, data | {"shown_at": shown.isoformat()})
    answer = as_alice.get(RESULT)
    assert answer.context["done"] == 2
    (line,) = answer.context["refused"]
    assert line.application.pk == rows[1].pk
    assert "changed since" in line.reason
    rows[1].refresh_from_db()
    assert rows[1].status == "tracking"


def test_row_in_the_bin_is_refused(as_alice, rows):
    rows[2].move_to_bin()
    as_alice.post(BULK, {"ids": ids(rows), "action": "move", "status": "offer"})
    answer = as_alice.get(RESULT)
    assert [line.reason for line in answer.context["refused"]] == ["It is in the bin."]


def test_one_foreign_row_refuses_the_whole_action(as_alice, rows, bob):
    foreign = ApplicationFactory(user=bob)
    data = {"ids": [*ids(rows), foreign.pk], "action": "move", "status": "offer"}
    assert as_alice.post(BULK, data).status_code == 404
    assert statuses() == {"tracking"}


def test_all_that_match_are_those_of_the_filters(as_alice, alice, rows):
    ApplicationFactory(user=alice, job__title="Baker")
    data = {"all_matching": "1", "filters": "q=baker", "action": "priority"}
    as_alice.post(BULK, data | {"priority": "dream"})
    changed = Application.objects.filter(priority="dream")
    assert [a.job.title for a in changed] == ["Baker"]


def test_all_that_match_are_only_ones_own(as_alice, rows, bob):
    foreign = ApplicationFactory(user=bob)
    as_alice.post(BULK, {"all_matching": "1", "action": "delete"})
    foreign.refresh_from_db()
    assert foreign.deleted_at is None
    assert Application.objects.in_bin().count() == 3


def test_more_than_a_thousand_are_refused_with_the_number(as_alice, rows, monkeypatch):
    monkeypatch.setattr("applications.bulk.MOST", 2)
    for chosen in ({"ids": ids(rows)}, {"all_matching": "1"}):
        answer = as_alice.post(BULK, chosen | {"action": "archive"})
        assert answer.status_code == 422
        assert "would be 3" in answer.content.decode()
    assert not Application.objects.filter(is_archived=True).exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"action": "move"},
        {"action": "move", "status": "nothing"},
        {"action": "priority", "priority": "urgent"},
        {"action": "explode"},
    ],
)
def test_unclear_orders_change_nothing(as_alice, rows, data):
    assert as_alice.post(BULK, {"ids": ids(rows)} | data).status_code == 422
    assert statuses() == {"tracking"}


@pytest.mark.parametrize("wrong", ["", "abc", "-1", "0", "9" * 30, "1\x00"])
def test_impossible_numbers_change_nothing(as_alice, rows, wrong):
    data = {"ids": [wrong], "action": "delete"}
    assert as_alice.post(BULK, data).status_code in (404, 422)
    assert not Application.objects.in_bin().exists()


def test_archive_and_bin_work_in_bulk(as_alice, rows):
    as_alice.post(BULK, {"ids": ids(rows[:1]), "action": "archive"})
    as_alice.post(BULK, {"ids": ids(rows[1:]), "action": "delete"})
    assert Application.objects.filter(is_archived=True).count() == 1
    assert Application.objects.in_bin().count() == 2


def test_get_changes_nothing(as_alice):
    assert as_alice.get(BULK).status_code == 405


def test_anonymous_is_led_to_the_login(client, rows):
    data = {"ids": ids(rows), "action": "delete"}
    assert client.post(BULK, data)["Location"].startswith("/accounts/login/")
    assert not Application.objects.in_bin().exists()


def test_result_shows_nothing_of_others(as_alice, as_bob, rows):
    as_alice.post(BULK, {"ids": ids(rows), "action": "archive"})
    assert "Nothing was done yet" in as_bob.get(RESULT).content.decode()


# Export


def exported(answer):
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def test_export_is_a_csv_file_of_the_chosen(as_alice, rows):
    answer = as_alice.post(BULK, {"ids": ids(rows[:2]), "action": "export"})
    assert answer["Content-Type"].startswith("text/csv")
    assert "attachment" in answer["Content-Disposition"]
    assert len(exported(answer)) == 2


def test_export_runs_no_formula(as_alice, alice):
    row = ApplicationFactory(user=alice, job__title="=1+1", source="@SUM(A1)")
    (line,) = exported(as_alice.post(BULK, {"ids": [row.pk], "action": "export"}))
    assert line["title"] == "'=1+1"
    assert line["source"] == "'@SUM(A1)"


def test_export_in_the_words_of_an_older_system(as_alice, rows):
    rows[0].move_to("closed", by=None, origin="board", closed_reason="expired")
    data = {"ids": ids(rows[:1]), "action": "export"}
    for vocabulary, expected in {
        "": {"status": "closed", "closed_reason": "expired"},
        "jobos": {"status": "Rejected"},
        "jobos_before": {"status": "Rejected"},
        "jobos_after": {"status": "Closed", "closed_reason": "Expired"},
    }.items():
        answer = as_alice.post(BULK, data | {"vocabulary": vocabulary})
        (line,) = exported(answer)
        assert {name: line[name] for name in expected} == expected
        assert ("closed_reason" in line) == ("closed_reason" in expected)


@pytest.mark.parametrize("wrong", ["klingon", "carteros", "JobOS", "\x00"])
def test_export_in_words_that_nobody_knows_is_refused(as_alice, rows, wrong):
    data = {"ids": ids(rows), "action": "export", "vocabulary": wrong}
    answer = as_alice.post(BULK, data)
    assert answer.status_code == 422
    assert "Select a valid choice" in answer.content.decode()
    assert "Content-Disposition" not in answer


def test_export_in_old_words_has_none_of_others(as_alice, rows, bob):
    foreign = ApplicationFactory(user=bob, job__title="Foreign")
    data = {"action": "export", "vocabulary": "jobos"}
    assert as_alice.post(BULK, data | {"ids": [foreign.pk]}).status_code == 404
    answer = as_alice.post(BULK, data | {"all_matching": "1"})
    assert {line["title"] for line in exported(answer)} == {r.job.title for r in rows}


def test_export_takes_as_many_queries_for_one_as_for_all(
    as_alice, rows, same_query_count
):
    def ask(chosen):
        data = {"ids": ids(chosen), "action": "export", "vocabulary": "jobos"}
        return lambda: as_alice.post(BULK, data)

    ask(rows)()  # the first visit notes where it came from
    same_query_count(ask(rows[:1]), ask(rows))


def test_table_offers_the_words_beside_the_export(as_alice, rows):
    page = as_alice.get("/applications/").content.decode()
    start = page.index('name="vocabulary"')
    offered = page[start : page.index("</select>", start)]
    assert re.findall(r'value="(.*?)"', offered) == ["", "jobos_before", "jobos_after"]
    assert "Jobtracker’s words" in offered
    assert page.index('value="export"') > start


def test_a_thousand_at_once_is_one_transaction(as_alice, alice, rows):
    before = timezone.now() - timedelta(days=1)
    data = {"ids": ids(rows), "action": "move", "status": "offer"}
    as_alice.post(BULK, data | {"shown_at": before.isoformat()})
    assert as_alice.get(RESULT).context["done"] == 0
    assert StatusChange.objects.filter(origin="bulk").count() == 0
