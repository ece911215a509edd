import pytest
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from applications.models import Application, Job
from companies.forms import CompanyForm
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.fields import CleanCharField, CurrencyField, LinesField
from jobtracker.forms import OwnedModelForm, form_field, place_errors

# Fields of models


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
