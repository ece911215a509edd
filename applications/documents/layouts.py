"""The looks that documents can have."""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypedDict

from django.utils.translation import gettext_noop


class Settings(TypedDict, total=False):
    """What a template can say; what it leaves out is as in ``DEFAULTS``.

    ``accent`` is ``#rrggbb``, ``size`` of the letters in points (9 to 12).
    """

    layout: str
    paper: str
    accent: str
    size: float


PAPERS: Final = ("a4", "us-letter")
SIZES: Final = (9.0, 12.0)
DEFAULTS: Final[Settings] = {"paper": "a4", "accent": "#1f3a5f", "size": 10.5}


class Layout(NamedTuple):
    slug: str
    name: str

    @property
    def settings(self) -> dict[str, Any]:
        return {"layout": self.slug}


LAYOUTS: Final[dict[str, tuple[Layout, ...]]] = {
    "resume": (
        Layout("classic", gettext_noop("Classic")),
        Layout("modern", gettext_noop("Modern")),
        Layout("compact", gettext_noop("Compact")),
    ),
    "cover_letter": (
        Layout("letter", gettext_noop("Letter")),
        Layout("note", gettext_noop("Note")),
    ),
}
