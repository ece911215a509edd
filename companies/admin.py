from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin
from accounts.admin.resource import Column, FormResource, TruthField
from accounts.admin.transfer import TransferMixin
from companies.models import Company
from jobtracker.forms import form_field, place_errors

FACTS = ("name", "lane", "industry", "size", "location", "website", "is_blocked")


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
