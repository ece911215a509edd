import pytest
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from applications.models import Application, Job
from companies.forms import CompanyForm
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.forms import (
    CleanCharField,
    CurrencyField,
    LinesField,
    OwnedModelForm,
    form_field,
    place_errors,
)

# Fields


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


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Job, "title", CleanCharField),
        (Job, "description", CleanCharField),
        (Job, "salary_currency", CurrencyField),
        (Job, "url", forms.URLField),
        (Job, "posted_on", forms.DateField),
        (Job, "remote_type", forms.TypedChoiceField),
        (Job, "tech_stack", LinesField),
        (Company, "pain_points", LinesField),
    ],
)
def test_each_model_field_has_its_form_field(model, name, kind):
    assert type(form_field(model._meta.get_field(name))) is kind


def test_choice_that_is_not_made_is_its_default():
    field = form_field(Application._meta.get_field("priority"))
    assert field.clean("") == field.clean(None) == "unknown"
    assert field.clean("dream") == "dream"
    assert ("", "---------") not in field.choices
    with pytest.raises(ValidationError):
        field.clean("urgent")


# Errors


def test_error_of_a_constraint_stands_beside_the_field_it_is_named_for():
    class Form(forms.Form):
        name = forms.CharField(required=False)

    form = Form({})
    form.full_clean()
    errors = [ValidationError("Taken.", code="name"), ValidationError("Odd.", code="?")]
    place_errors(form, ValidationError({NON_FIELD_ERRORS: errors, "hidden": ["No."]}))
    assert form.errors["name"] == ["Taken."]
    assert form.non_field_errors() == ["Odd.", "No."]


# Forms on rows


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven", industry="Food", notes="Warm.")


def company_form(user, instance=None, **data):
    return CompanyForm({"name": "Oven"} | data, user=user, instance=instance)


def test_new_row_belongs_to_the_person(alice):
    assert company_form(alice).save().user == alice


def test_rule_over_the_owner_is_an_error_of_the_form(alice, oven):
    form = company_form(alice, name="OVEN")
    assert form.errors["name"] == ["You have a company of this name already."]


def test_row_of_another_person_is_no_double(bob, oven):
    assert company_form(bob).save().user == bob


def test_own_name_is_no_double(alice, oven):
    assert company_form(alice, oven, name="OVEN").is_valid()


def test_only_what_changed_is_written(alice, oven):
    form = company_form(alice, oven, industry="Bread", notes="Warm.")
    assert form.is_valid()
    Company.objects.update(notes="Hot.")
    form.save()
    oven.refresh_from_db()
    assert (oven.industry, oven.notes) == ("Bread", "Hot.")


def test_new_name_brings_its_key(alice, oven):
    form = company_form(alice, oven, name="Mill", industry="Food")
    assert form.is_valid()
    form.save()
    oven.refresh_from_db()
    assert (oven.name, oven.name_key) == ("Mill", "mill")


def test_choices_are_rows_of_the_person(alice, bob, oven):
    class JobForm(OwnedModelForm):
        class Meta(OwnedModelForm.Meta):
            model = Job
            fields = ("company",)

    assert oven in JobForm(user=alice).fields["company"].queryset
    assert oven not in JobForm(user=bob).fields["company"].queryset
    assert "company" in JobForm({"company": oven.pk}, user=bob).errors
