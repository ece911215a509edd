from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import DocumentType, SampleDocument, WritingStyle
from accounts.tests.factories import SampleFactory, StyleFactory
from accounts.tests.style.texts import LETTER, RESUME
from jobtracker.errors import Refused, Stale

LONG_AGO = {"archived_at": timezone.now() - timedelta(days=9)}


def written(user, text="I sort things.", kind=DocumentType.COVER_LETTER):
    sample = SampleDocument(user=user, document_type=kind, original_text=text)
    sample.add()
    return sample


def in_use(user):
    return list(SampleDocument.objects.for_user(user).in_use())


def style_of(user):
    return WritingStyle.objects.for_user(user).first()


def test_of_each_kind_one_is_in_use(alice, bob):
    SampleFactory(user=alice, is_active=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        SampleFactory(user=alice, is_active=True)
    SampleFactory(user=alice)
    SampleFactory(user=alice, is_active=True, document_type=DocumentType.RESUME)
    SampleFactory(user=bob, is_active=True)


def test_the_database_takes_a_million_characters_and_no_more(alice):
    with pytest.raises(IntegrityError), transaction.atomic():
        SampleFactory(user=alice, original_text="x" * 1_000_001)


def test_a_megabyte_is_kept(alice):
    SampleFactory(user=alice, original_text="ö" * 1_000_000)
    assert SampleDocument.objects.get().character_count == 1_000_000


@pytest.mark.parametrize(
    ("text", "counts"),
    [("", (0, 0, 0)), ("One two\n\nthree", (3, 14, 3)), ("é 👩‍💻", (2, 5, 1))],
)
def test_it_is_counted_when_it_is_saved(alice, text, counts):
    row = SampleFactory(user=alice, original_text=text, word_count=99)
    row.refresh_from_db()
    assert (row.word_count, row.character_count, row.line_count) == counts


def test_it_is_counted_anew(alice):
    row = SampleFactory(user=alice)
    row.original_text = "Two words"
    row.save()
    assert SampleDocument.objects.get().word_count == 2


def test_what_does_not_touch_the_text_does_not_load_it(alice, count_queries):
    SampleFactory(user=alice)
    row = SampleDocument.objects.without_text().get()
    row.is_active = True
    with count_queries() as queries:
        row.save_fields("is_active")
    assert len(queries) == 1


def test_row_in_a_list_tells_kind_length_and_use(alice):
    row = SampleFactory(user=alice, original_text="Once", is_active=True)
    assert (row.subtitle, row.badge) == ("Cover letter · 1 word", "In use")
    assert str(row) == "Cover letter"
    row = SampleFactory(user=alice, original_filename="a.txt")
    assert (str(row), row.badge) == ("a.txt", "")


def test_lists_tell_kept_from_archived(alice):
    old = SampleFactory(user=alice)
    used = SampleFactory(user=alice, is_active=True)
    new = SampleFactory(user=alice)
    gone = SampleFactory(user=alice, **LONG_AGO)
    assert list(SampleDocument.objects.kept()) == [used, new, old]
    assert list(SampleDocument.objects.archived()) == [gone]
    assert gone.gone_on - gone.archived_at == timedelta(days=30)
    assert new.gone_on is None


# Verbs


def test_a_new_one_is_used_and_retires_the_last_of_its_kind(alice, bob):
    theirs, resume = written(bob), written(alice, kind=DocumentType.RESUME)
    first = written(alice)
    assert first.retired is None
    second = written(alice)
    assert second.retired == first
    assert in_use(alice) == [second, resume]
    assert in_use(bob) == [theirs]
    first.refresh_from_db()
    assert first.archived_at is None, "it is kept"


def test_an_older_one_is_used_again(alice):
    first, second = written(alice), written(alice)
    first.activate()
    assert first.retired == second
    assert in_use(alice) == [first]


def test_using_what_is_used_changes_nothing(alice):
    sample = written(alice)
    before = style_of(alice).updated_at
    sample.activate()
    assert style_of(alice).updated_at == before


def test_an_archived_one_is_never_used(alice):
    sample = written(alice)
    sample.archive()
    assert in_use(alice) == []
    with pytest.raises(Refused, match="archived"):
        sample.activate()
    assert in_use(alice) == []


def test_archiving_twice_keeps_the_first_day(alice):
    sample = SampleFactory(user=alice, **LONG_AGO)
    sample.archive()
    sample.refresh_from_db()
    assert sample.archived_at == LONG_AGO["archived_at"]


def test_what_is_taken_back_is_used_unless_another_is(alice):
    first = written(alice)
    first.archive()
    first.unarchive()
    assert in_use(alice) == [first]
    first.archive()
    second = written(alice)
    first.unarchive()
    assert in_use(alice) == [second]
    assert first.archived_at is None


def test_another_window_was_faster(alice):
    sample = written(alice)
    here = SampleDocument.objects.get()
    sample.archive()
    with pytest.raises(Refused):
        here.activate()
    sample.remove()
    for verb in (here.activate, here.archive, here.unarchive, here.remove):
        with pytest.raises(Stale):
            verb()


def test_each_verb_of_a_person_waits_for_the_other(alice, count_queries):
    sample = written(alice)
    if connection.vendor == "postgresql":
        with count_queries() as queries:
            sample.archive()
        assert any("FOR NO KEY UPDATE" in query["sql"] for query in queries)
    else:
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


# The style follows


def test_style_is_read_from_those_in_use(alice, bob):
    letter = written(alice, LETTER)
    alone = style_of(alice)
    assert (alone.extraction_status, alone.extraction_model) == (
        "completed",
        "jobtracker",
    )
    assert alone.source_sample == letter
    assert alone.extracted_at
    resume = written(alice, RESUME, DocumentType.RESUME)
    both = style_of(alice)
    assert both.source_sample == letter
    assert both.extracted_style["words"] > alone.extracted_style["words"]
    assert both.extraction_confidence > alone.extraction_confidence
    assert both.is_of([letter, resume])
    assert not both.is_of([letter])
    assert style_of(bob) is None


def test_style_is_read_again_whenever_they_change(alice):
    letter = written(alice, LETTER)
    first = style_of(alice).extracted_style
    written(alice, "I file. " * 100)
    second = style_of(alice).extracted_style
    assert second != first
    letter.activate()
    assert style_of(alice).extracted_style == first
    resume = written(alice, RESUME, DocumentType.RESUME)
    letter.archive()
    assert style_of(alice).source_sample == resume
    letter.unarchive()
    assert style_of(alice).source_sample == letter
    resume.remove()
    assert style_of(alice).extracted_style == first


def test_without_a_sample_the_style_is_empty(alice):
    sample = written(alice, LETTER)
    sample.remove()
    style = style_of(alice)
    assert style.extracted_style == {}
    assert (style.extraction_status, style.extraction_model) == ("pending", "")
    assert (
        style.extraction_confidence is style.extracted_at is style.source_sample is None
    )


def test_what_is_not_in_use_is_not_read(alice):
    written(alice, LETTER)
    before = style_of(alice).updated_at
    other = SampleFactory(user=alice, original_text=RESUME)
    other.archive()
    other.remove()
    assert style_of(alice).updated_at == before


def test_style_of_no_samples_is_none(alice):
    assert SampleDocument.read_style(alice) is None
    assert not WritingStyle.objects.exists()


def test_a_style_from_elsewhere_stays_until_the_first_reading_and_is_kept(alice):
    theirs = {"tone": "calm"}
    StyleFactory(user=alice, extracted_style=theirs, extraction_model="gpt")
    SampleDocument.read_style(alice)
    assert style_of(alice).extracted_style == theirs
    assert style_of(alice).imported["style"] == theirs
    sample = written(alice, LETTER)
    kept = {"style": theirs, "model": "gpt", "at": None, "confidence": None}
    for _again in range(2):
        assert style_of(alice).extracted_style["imported"] == kept
        SampleDocument.read_style(alice)
    sample.remove()
    assert style_of(alice).extracted_style == {"imported": kept}
    assert style_of(alice).imported == kept
    written(alice, LETTER)
    assert style_of(alice).imported == kept


def test_style_is_one_and_outlives_its_sample(alice):
    sample = SampleFactory(user=alice)
    style = StyleFactory(user=alice, source_sample=sample)
    with pytest.raises(IntegrityError), transaction.atomic():
        StyleFactory(user=alice)
    sample.delete()
    style.refresh_from_db()
    assert style.source_sample is None


@pytest.mark.parametrize(
    "values",
    [
        {"extraction_confidence": 1.1},
        {"extraction_confidence": -0.1},
        {"extraction_status": "x"},
    ],
)
def test_database_refuses_such_a_style(alice, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        StyleFactory(user=alice, **values)
    assert not WritingStyle.objects.exists()
