import pytest
from django.db import IntegrityError, transaction

from accounts.models import DocumentType, SampleDocument, WritingStyle
from accounts.tests.factories import SampleFactory, StyleFactory


def test_of_each_kind_one_is_in_use(alice, bob):
    SampleFactory(user=alice, is_active=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        SampleFactory(user=alice, is_active=True)
    SampleFactory(user=alice)
    SampleFactory(user=alice, is_active=True, document_type=DocumentType.RESUME)
    SampleFactory(user=bob, is_active=True)


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


def test_row_in_a_list_tells_kind_length_and_use(alice):
    row = SampleFactory(user=alice, original_text="Once", is_active=True)
    assert (row.subtitle, row.badge) == ("Cover letter · 1 word", "In use")
    assert str(row) == "Cover letter"
    row = SampleFactory(user=alice, original_filename="a.txt")
    assert (str(row), row.badge) == ("a.txt", "")


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
