"""What a field makes of what was typed."""

import pytest
from django.core.exceptions import ValidationError

from jobtracker.fields import CleanCharField, CurrencyField, LinesField, NamesField


@pytest.mark.parametrize(
    ("typed", "clean"),
    [("  a ", "a"), ("a\0b", "ab"), ("e\u0301", "é"), ("a\r\nb", "a\nb")],
)
def test_text_is_cleaned(typed, clean):
    assert CleanCharField().clean(typed) == clean


def test_text_of_nothing_but_control_characters_is_empty():
    with pytest.raises(ValidationError):
        CleanCharField().clean("\0\x01 ")


def test_length_is_that_of_the_clean_text():
    assert CleanCharField(max_length=1).clean("e\u0301\0") == "é"


@pytest.mark.parametrize("typed", ["eur", " EUR ", "Eur"])
def test_currency_is_taken_in_any_case(typed):
    assert CurrencyField().clean(typed) == "EUR"


@pytest.mark.parametrize("typed", ["€", "EU", "EURO", "XXX", "ΕUR", "\0"])
def test_currency_is_one_that_exists(typed):
    with pytest.raises(ValidationError):
        CurrencyField().clean(typed)


def test_lines_become_a_list():
    field = LinesField(required=False)
    assert field.clean(" a \n\n\r\nb\t\n") == ["a", "b"]
    assert field.clean("") == []
    assert field.prepare_value(["a", "b"]) == "a\nb"


def test_lines_are_bounded():
    field = LinesField(required=False)
    assert len(field.clean("\n".join(["x" * 500] * 100))) == 100
    with pytest.raises(ValidationError, match="these are 101"):
        field.clean("x\n" * 101)
    with pytest.raises(ValidationError, match="one has 501"):
        field.clean("x" * 501)


def test_lines_have_changed_only_if_they_say_something_else():
    field = LinesField(required=False)
    assert not field.has_changed(["a", "b"], "a \n\nb")
    assert field.has_changed(["a", "b"], "b\na")
    assert not field.has_changed([], "")


def test_required_lines_need_a_line():
    with pytest.raises(ValidationError):
        LinesField().clean(" \n ")


def test_names_are_cleaned_and_each_is_there_once():
    names = NamesField(required=False)
    assert names.clean([" Go", "Go\0", "", "e\u0301"]) == ["Go", "é"]
    assert names.clean(None) == []


@pytest.mark.parametrize("names", [[f"n{n}" for n in range(11)], ["x" * 101]])
def test_names_are_bounded(names):
    with pytest.raises(ValidationError):
        NamesField().clean(names)
