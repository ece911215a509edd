from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from accounts.admin.resource import Column, FormResource, TruthField
from accounts.admin.transfer import TransferMixin
from companies.forms.contact import ConsentMixin
from companies.models import (
    Company,
    CompanyMerge,
    CompanyPair,
    Contact,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    Reference,
)
from jobtracker.forms import form_field, place_errors

FACTS = ("name", "lane", "industry", "size", "location", "website", "is_blocked")
COUNTS = ("usage_count", "response_count", "usage_before", "rate_before")


class CompanyAdminForm(forms.ModelForm):
    """Holds to the rules over the owner too, whom neither page nor file changes."""

    class Meta:
        model = Company
        fields = FACTS
        formfield_callback = form_field

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"user", "name_key"}  # type: ignore[misc]

    def _update_errors(self, errors):
        place_errors(self, errors)


class CompanyRowForm(CompanyAdminForm):
    is_blocked = TruthField()


class CompanyResource(FormResource):
    """Companies as a table. What people wrote of them is not in it."""

    name = Column("name")
    lane = Column("lane")
    industry = Column("industry")
    size = Column("size")
    location = Column("location")
    website = Column("website")
    is_blocked = Column("is_blocked")

    class Meta:
        model = Company
        name = _("Companies")

    def get_queryset(self):
        return Company.objects.select_related("user")

    def make_form(self, instance, data):
        return CompanyRowForm(data, instance=instance)

    def write(self, instance, form, *, by):
        if instance._state.adding:
            form.save()
        else:
            instance.save_fields(*self.changed)


@admin.register(Company)
class CompanyAdmin(TransferMixin, BaseAdmin):
    form = CompanyAdminForm
    resource_classes = (CompanyResource,)
    list_display = ("name", "user", "lane", "industry", "location", "is_blocked")
    list_filter = ("lane", "size", "is_blocked", "created_at")
    list_select_related = ("user",)
    search_fields = ("name", "user__email")
    fields = ("user", *FACTS, "created_at", "updated_at")
    readonly_fields = ("user", "created_at", "updated_at")
    date_hierarchy = "created_at"
    # What people wrote down for themselves.
    personal = (
        "notes",
        "technology_stack",
        "pain_points",
        "automation_opportunities",
        "decision_makers",
    )

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        obj.save_fields(*form.changed_data)


class ContactAdminForm(forms.ModelForm):
    class Meta:
        model = Contact
        fields = ("name", "title", "company", "role", "email", "phone", "linkedin_url")
        formfield_callback = form_field

    def clean_company(self):
        company = self.cleaned_data["company"]
        if company and company.user_id != self.instance.user_id:
            raise ValidationError(_("This company is another person’s."))
        return company

    def _update_errors(self, errors):
        place_errors(self, errors)


@admin.register(Contact)
class ContactAdmin(BaseAdmin):
    form = ContactAdminForm
    list_display = ("name", "user", "company", "role", "created_at")
    list_filter = ("role", "created_at")
    list_select_related = ("user", "company")
    search_fields = ("name", "email", "company__name", "user__email")
    autocomplete_fields = ("company",)
    fields = ("user", *ContactAdminForm.Meta.fields, "created_at", "updated_at")
    readonly_fields = ("user", "created_at", "updated_at")
    date_hierarchy = "created_at"
    personal = ("notes",)
    long = ("company__notes",)

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        obj.save_fields(*form.changed_data)


class ReferenceAdminForm(ConsentMixin, forms.ModelForm):
    class Meta:
        model = Reference
        fields = (
            "relationship_type",
            "years_worked_together",
            "consent_given",
            "consent_on",
            "last_contacted_on",
            "credibility_score",
        )
        formfield_callback = form_field

    def _update_errors(self, errors):
        place_errors(self, errors)


@admin.register(Reference)
class ReferenceAdmin(BaseAdmin):
    """The counts are kept by what was asked and answered, so here they are read."""

    form = ReferenceAdminForm
    list_display = ("contact", "user", "consent_given", "usage_count", "response_count")
    list_filter = ("consent_given", "last_contacted_on")
    list_select_related = ("contact__user",)
    search_fields = ("contact__name", "contact__user__email")
    fields = (
        "contact",
        *ReferenceAdminForm.Meta.fields,
        *COUNTS,
        "created_at",
        "updated_at",
    )
    readonly_fields = ("contact", *COUNTS, "created_at", "updated_at")
    personal = ("notes",)
    long = ("contact__notes",)

    @admin.display(description=_("user"), ordering="contact__user")
    def user(self, reference):
        return reference.contact.user

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        obj.save_fields(*form.changed_data)


class OfCompanyAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """What a person plans with a company: its words are theirs."""

    list_select_related = ("company__user",)
    search_fields = ("company__name", "company__user__email")
    long = tuple(f"company__{name}" for name in CompanyAdmin.personal)
    date_hierarchy = "created_at"

    @admin.display(description=_("user"), ordering="company__user")
    def user(self, row):
        return row.company.user


@admin.register(Opportunity)
class OpportunityAdmin(OfCompanyAdmin):
    list_display = ("pk", "company", "user", "status", "created_at")
    list_filter = ("status", "implementation_complexity", "created_at")
    fields = (
        *list_display[1:],
        "implementation_complexity",
        "proof_of_concept_created",
        "confidence_score",
        "updated_at",
    )
    personal = ("problem_description", "solution_approach", "estimated_value")


@admin.register(OutreachCampaign)
class OutreachCampaignAdmin(OfCompanyAdmin):
    list_display = (
        "pk",
        "company",
        "user",
        "contact_method",
        "response_status",
        "sent_at",
        "created_at",
    )
    list_filter = ("response_status", "contact_method", "sent_at")
    fields = (*list_display[1:], "responded_at", "follow_up_at", "updated_at")
    personal = (
        "opportunity",
        "contact",
        "contact_person",
        "subject",
        "message_content",
        "sent_to",
        "message_id",
        "notes",
    )


@admin.register(OutreachTemplate)
class OutreachTemplateAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "user", "created_at", "updated_at")
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = list_display[1:]
    personal = ("name", "subject", "body")
    date_hierarchy = "created_at"


@admin.register(CompanyMerge)
class CompanyMergeAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "kept", "user", "created_at", "undone_at")
    list_select_related = ("kept", "user")
    list_filter = ("created_at", "undone_at")
    search_fields = ("kept__name", "user__email")
    fields = list_display[1:]
    personal = ("merged",)
    long = tuple(f"kept__{name}" for name in CompanyAdmin.personal)
    date_hierarchy = "created_at"


@admin.register(CompanyPair)
class CompanyPairAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "first", "second", "created_at")
    list_select_related = ("first", "second")
    list_filter = ("created_at",)
    search_fields = ("first__name", "second__name", "first__user__email")
    fields = list_display[1:]
    long = tuple(
        f"{end}__{name}"
        for end in ("first", "second")
        for name in CompanyAdmin.personal
    )
    date_hierarchy = "created_at"
