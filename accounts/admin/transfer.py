"""Import and export in the admin, by django-import-export: what all models share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_permission_codename
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from import_export import forms  # type: ignore[import-untyped]
from import_export.admin import ImportExportMixin  # type: ignore[import-untyped]
from import_export.tmp_storages import CacheStorage  # type: ignore[import-untyped]

from accounts.admin.sheets import CSV, XLSX
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST_EXPORTED = 50_000
LARGEST_FILE = 5_000_000
FORMATS = [CSV, XLSX]


class Upload(CacheStorage):
    """The file between its preview and the confirmation: all workers see it, for an hour."""

    CACHE_LIFETIME = 3_600
    CACHE_PREFIX = "admin-import-"

    def claim(self) -> bool:
        """Whether it is there, and this the first to ask: a double click imports once."""
        is_there = cache.get(self.CACHE_PREFIX + self.name) is not None
        key = f"{self.CACHE_PREFIX}claim-{self.name}"
        return is_there and cache.add(key, "1", self.CACHE_LIFETIME)


class ImportForm(forms.ImportForm):
    def clean_import_file(self) -> Any:
        file = self.cleaned_data["import_file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(_("At most 5 MB: split the file."))
        return file


class ConfirmForm(forms.ConfirmImportForm):
    def clean_format(self) -> str:
        number = self.cleaned_data["format"]
        if number not in map(str, range(len(FORMATS))):
            raise ValidationError(_("Choose from the list."))
        return number


class TransferMixin(ImportExportMixin):
    """Out by whoever may look; in by whoever may both add and change.

    What comes in is shown first. It is taken whole or not at all.
    """

    import_formats = export_formats = FORMATS
    import_form_class = ImportForm
    confirm_form_class = ConfirmForm
    # The other one has scripts and styles in its page, which the CSP refuses.
    export_form_class = forms.ExportForm
    import_template_name = "admin/transfer_import.html"
    tmp_storage_class = Upload
    # The byte order mark tells spreadsheets that it is UTF-8.
    to_encoding = "utf-8-sig"

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_import_permission(self, request: HttpRequest) -> bool:
        names = [get_permission_codename(verb, self.opts) for verb in ("add", "change")]
        return request.user.has_perms([f"{self.opts.app_label}.{n}" for n in names])

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        kwargs = super().get_import_data_kwargs(**kwargs)
        return kwargs | {"rollback_on_validation_errors": True}

    def add_data_read_fail_error_to_form(self, form: Any, error: Exception) -> None:
        if isinstance(error, Refused):
            form.add_error("import_file", error)
        else:
            super().add_data_read_fail_error_to_form(form, error)

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ConfirmForm(request.POST)
        if self.has_import_permission(request) and request.method == "POST":
            known = form.is_valid()
            if (
                not known
                or not Upload(name=form.cleaned_data["import_file_name"]).claim()
            ):
                text = _("This file was imported already, or waited too long.")
                return self._back_to_import(request, text)
        return super().process_import(request, **kwargs)

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        if result.has_errors() or result.has_validation_errors():
            text = _(
                "Meanwhile a row has changed, so nothing was imported. Look again."
            )
            return self._back_to_import(request, text)
        return super().process_result(result, request)

    def _back_to_import(self, request: HttpRequest, text: Any) -> HttpResponse:
        messages.error(request, text)
        app, model = self.get_model_info()
        return HttpResponseRedirect(reverse(f"admin:{app}_{model}_import"))

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().export_action(request)
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{request.path}?")

    def get_export_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_export_queryset(request).order_by("pk")

    def get_export_data(
        self, file_format: Any, request: HttpRequest, rows: QuerySet, **kwargs: Any
    ) -> Any:
        if rows.order_by()[: MOST_EXPORTED + 1].count() > MOST_EXPORTED:
            raise ValueError(_("At most 50,000 rows at once: choose a filter first."))
        return super().get_export_data(file_format, request, rows, **kwargs)

    def get_valid_export_item_pks(self, request: HttpRequest) -> list[int]:
        """None: there is no export of ticked rows, and theirs reads the whole table."""
        return []
