"""A look of one's own: a layout, paper, colour and size."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.documents.layouts import DEFAULTS, LAYOUTS, PAPERS, SIZES
from applications.documents.render.styling import styled
from applications.models import DocumentTemplate
from jobtracker.forms import OwnedModelForm

PAPER_NAMES = {"a4": "A4", "us-letter": gettext_lazy("US letter")}
SETTINGS = ("layout", "paper", "accent", "size")
MOST_TEMPLATES = 100


def layout_of(template: DocumentTemplate) -> str:
    """The layout that it names; empty where it is none of ours."""
    ours = [one.slug for one in LAYOUTS[template.document_type]]
    named = template.as_settings().get("layout")
    return named if isinstance(named, str) and named in ours else ""


def told_of(template: DocumentTemplate) -> list[str]:
    """In a line what it sets, if it is one of ours: “Modern, A4, 10 pt”."""
    slug = layout_of(template)
    if not slug:
        return []
    own = styled(template.as_settings(), template.document_type)
    layouts = LAYOUTS[template.document_type]
    name = next(_(one.name) for one in layouts if one.slug == slug)
    return [", ".join((name, str(PAPER_NAMES[own["paper"]]), f"{own['size']:g} pt"))]


class DocumentTemplateForm(OwnedModelForm):
    """Made as a copy of another one, whose kind it keeps."""

    layout = forms.ChoiceField(
        label=gettext_lazy("Layout"), widget=forms.RadioSelect, choices=()
    )
    paper = forms.ChoiceField(
        label=gettext_lazy("Paper"),
        choices=[(paper, PAPER_NAMES[paper]) for paper in PAPERS],
    )
    accent = forms.CharField(
        label=gettext_lazy("Colour"),
        widget=forms.TextInput(attrs={"type": "color"}),
        validators=[
            RegexValidator(r"\A#[0-9a-fA-F]{6}\Z", gettext_lazy("Write it as #1f3a5f."))
        ],
    )
    size = forms.FloatField(
        label=gettext_lazy("Size of the letters, in points"),
        min_value=SIZES[0],
        max_value=SIZES[1],
        widget=forms.NumberInput(attrs={"step": "0.5"}),
    )

    class Meta(OwnedModelForm.Meta):
        model = DocumentTemplate
        fields = ("name",)

    def __init__(self, *args: Any, of: DocumentTemplate, **kwargs: Any) -> None:
        layouts = LAYOUTS[of.document_type]
        # Of another system’s settings those alone that can be shown here.
        kept = of.as_settings() if layout_of(of) else {}
        known = {"layout": layouts[0].slug} | DEFAULTS | kept
        said = {name: known[name] for name in SETTINGS}
        super().__init__(
            *args, **kwargs | {"initial": said | (kwargs["initial"] or {})}
        )
        self.instance.document_type = of.document_type
        self.kept = of.as_settings()
        field: Any = self.fields["layout"]
        field.choices = [(one.slug, _(one.name)) for one in layouts]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mine = DocumentTemplate.objects.for_user(self.user).exclude(pk=self.instance.pk)
        if self._is_taken(mine, cleaned.get("name")):
            self.add_error("name", _("You have a template of this name."))
        if self.instance._state.adding and mine.count() >= MOST_TEMPLATES:
            text = _("You have %(most)d templates. Delete some before.")
            self.add_error(None, text % {"most": MOST_TEMPLATES})
        return cleaned

    def _is_taken(self, mine: QuerySet, name: str | None) -> bool:
        kind = self.instance.document_type
        return mine.filter(document_type=kind, name=name).exists()

    def save(self, commit: bool = True) -> DocumentTemplate:
        said = {name: self.cleaned_data[name] for name in SETTINGS}
        self.instance.settings = self.kept | said
        is_new = self.instance._state.adding
        template: DocumentTemplate = super().save(commit)
        if not is_new:
            template.save_fields("settings")
        return template
