"""A row of a file becomes a row of a person, by the rules of the form people use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import gettext as _
from import_export.fields import Field  # type: ignore[import-untyped]
from import_export.instance_loaders import (  # type: ignore[import-untyped]
    BaseInstanceLoader,
)
from import_export.resources import Diff, Resource  # type: ignore[import-untyped]
from import_export.widgets import Widget  # type: ignore[import-untyped]

from accounts.models import User
from jobtracker.text import clean_text

if TYPE_CHECKING:
    from django.forms import BaseForm
    from tablib import Dataset  # type: ignore[import-untyped]

MOST_ID = 2**63 - 1


class Plain(Widget):
    """Numbers as they are, moments in ISO 8601, all else as text."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return value
        return value.isoformat() if isinstance(value, date) else str(value)


class Column(Field):
    def __init__(self, attribute: str, column_name: str | None = None) -> None:
        super().__init__(attribute, column_name, widget=Plain())


class TruthField(forms.Field):
    """What spreadsheets and people write for yes and no."""

    widget = forms.TextInput
    words = {
        "true": True,
        "yes": True,
        "1": True,
        "false": False,
        "no": False,
        "0": False,
    }

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> bool:
        word = str(value or "false").strip().lower()
        if word not in self.words:
            raise ValidationError(_("Write true or false."))
        return self.words[word]


class PlainDiff(Diff):
    """What changes, marked without the style attributes that the CSP refuses."""

    def as_html(self) -> list[str]:
        return [self._marked(*pair) for pair in zip(self.left, self.right, strict=True)]

    def _marked(self, before: Any, after: Any) -> str:
        if self.new or before == after:
            return format_html("{}", after)
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)


class FormResource(Resource):
    """A row with an ``id`` changes that row of that ``user``; one without makes a new one.

    ``make_form`` and ``write`` say how. A column that is not in the file stays as it is.
    """

    id = Column("pk")
    user = Column("user__email")

    class Meta:
        instance_loader_class = BaseInstanceLoader

    # Of the row at hand, in the order in which they become known.
    owner: User
    form: Any
    changed: set[str]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._people: dict[str, User] = {}

    @classmethod
    def get_display_name(cls) -> str:
        return str(cls._meta.name)

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return PlainDiff

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        known = {column.column_name for column in self.fields.values()}
        names = [name for name in dataset.headers or [] if name]
        if "user" not in names:
            raise ValidationError(
                _("The column “user” with e-mail addresses is missing.")
            )
        if strange := [name for name in names if name not in known]:
            text = _("There is no column “%(name)s”.") % {"name": strange[0]}
            raise ValidationError(text)
        if len(names) > len(set(names)):
            raise ValidationError(_("A column is there twice."))

    def before_import_row(self, row: dict[str, str], **kwargs: Any) -> None:
        # Before anything is matched: a row finds nothing that is another person's.
        email = User.objects.normalize_email(clean_text(row.get("user") or ""))
        if email not in self._people:
            person = User.objects.filter(email=email).first()
            if person is None:
                raise ValidationError({"user": _("There is nobody of this address.")})
            self._people[email] = person
        self.owner = self._people[email]

    def get_instance(self, instance_loader: Any, row: dict[str, str]) -> Any:
        text = (row.get("id") or "").strip()
        if not text:
            return None
        is_id = text.isascii() and text.isdecimal() and len(text) < 20
        rows = self.get_queryset().for_user(self.owner)
        found = rows.filter(pk=min(int(text), MOST_ID)).first() if is_id else None
        if found is None:
            raise ValidationError({"id": _("This person has no such row.")})
        return found

    def init_instance(self, row: Any = None) -> Any:
        return self._meta.model(user=self.owner)

    def import_instance(
        self, instance: Any, row: dict[str, str], **kwargs: Any
    ) -> None:
        is_new = instance._state.adding
        fields = {f.column_name: f for f in self.get_import_fields()}
        before = (
            {} if is_new else {n: str(f.export(instance)) for n, f in fields.items()}
        )
        data = before | row
        self.changed = {name for name, text in data.items() if text != before.get(name)}
        self.form = self.make_form(instance, data)
        if not self.form.is_valid():
            raise ValidationError(self.form.errors.as_data())

    def skip_row(
        self,
        instance: Any,
        original: Any,
        row: Any,
        import_validation_errors: Any = None,
    ) -> bool:
        return not (import_validation_errors or instance._state.adding or self.changed)

    def save_instance(
        self, instance: Any, is_create: bool, row: Any, **kwargs: Any
    ) -> None:
        try:
            with transaction.atomic():
                self.write(instance, self.form, by=kwargs["user"])
        except IntegrityError:
            errors = self.explain(instance).errors.as_data()
            text = _("This person has such a row already.")
            raise ValidationError(errors or text) from None

    def get_queryset(self) -> Any:
        """The rows that a file may change, of all people."""
        raise NotImplementedError

    def make_form(self, instance: Any, data: dict[str, str]) -> BaseForm:
        """The form that reads ``data`` for ``instance``, which may be new."""
        raise NotImplementedError

    def explain(self, instance: Any) -> BaseForm:
        """The form again, when the database has refused what it took."""
        return self.form

    def write(self, instance: Model, form: Any, *, by: User) -> None:
        """Write the ``changed`` columns of ``instance``, or make it."""
        raise NotImplementedError
