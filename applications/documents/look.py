"""How one document looks: its template and its options, as the renderer takes them."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from applications.documents import render
from applications.models import Document, DocumentTemplate


class Look(NamedTuple):
    document_type: str
    settings: dict[str, Any]
    title: str
    author: str
    most_pages: int | None

    def render(self, text: str, format: str) -> render.Rendered:
        """Raises Refused."""
        return render.render(text, self.document_type, format, **self._rest())

    def pictures(self, text: str) -> list[bytes]:
        return render.pictures(
            text, self.document_type, self.settings, most_pages=self.most_pages
        )

    def mark(self, text: str, format: str) -> str:
        """Of all that a file stands on: the same mark, the same file."""
        return render.mark_of(text, self.document_type, format, **self._rest())

    def _rest(self) -> dict[str, Any]:
        return {
            "settings": self.settings,
            "title": self.title,
            "author": self.author,
            "most_pages": self.most_pages,
        }


def template_of(document: Document) -> DocumentTemplate:
    """The one that was chosen, else the first that is built in."""
    offered = DocumentTemplate.objects.offered(document.user, document.document_type)
    return document.template or offered[0]


def look_of(document: Document, template: DocumentTemplate | None = None) -> Look:
    name = document.profile.full_name if document.profile else ""
    kind, job = document.get_document_type_display(), document.job
    title = _("%(kind)s for %(job)s") % {"kind": kind, "job": job.title}
    pages = document.asked.get("pages")
    return Look(
        document.document_type,
        (template or template_of(document)).as_settings(),
        " – ".join(filter(None, (name, title))),
        name,
        pages if pages in (1, 2) else None,
    )
