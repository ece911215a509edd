"""Template tags of the look: icons, ids, days and times as people say them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

import lucide
from django import template
from django.contrib.messages.storage.base import Message
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobtracker.text import safe_html
from jobtracker.toasts import extras

register = template.Library()
register.filter("safe_html", safe_html)


@register.simple_tag
@lru_cache
def icon(name: str) -> SafeString:
    """An icon of Lucide's, as inline SVG beside a word that says the same."""
    svg = lucide._render_icon(str(name), None)
    shapes = "".join(line.strip() for line in svg.splitlines()[1:])
    # Size, stroke and fill come from the style sheet.
    drawn = f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{shapes}'
    return mark_safe(drawn)  # noqa: S308 – names and drawings are in our templates


@register.simple_tag
@lru_cache
def symbol(id: str, name: str) -> SafeString:
    """An icon to be drawn by ``<use href="#id">``, where a page has hundreds of it."""
    svg = icon(name).replace('<svg class="icon"', f'<symbol id="{id}"')
    drawn = svg.replace(' aria-hidden="true"', "").replace("</svg>", "</symbol>")
    return mark_safe(drawn)  # noqa: S308 – as is an icon; ids are in our templates too


@register.filter
def action(message: Message) -> dict[str, Any]:
    """What a toast offers: ``undo``, ``version``, ``link``."""
    return extras(message)


@register.filter
def day(value: date | datetime | None) -> str:
    """``today``, ``Fri 27 Nov``, ``3 Jan 2025``: a day as people say it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    today = timezone.localdate()
    if value == today:
        return _("today")
    if (today - value).days == 1:
        return _("yesterday")
    if (value - today).days == 1:
        return _("tomorrow")
    return format_date(value, "D j M" if abs((value - today).days) < 180 else "j M Y")


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """A point in time as a ``<time>``: said shortly, with the exact one in its title."""
    is_today = value and timezone.localtime(value).date() == timezone.localdate()
    return _time(value, with_hour=bool(is_today))


@register.filter
def appointment(value: datetime | None) -> SafeString | str:
    """``Fri 27 Nov, 15:00``, as a ``<time>``: the hour is what matters."""
    return _time(value, with_hour=True)


def _time(value: datetime | None, *, with_hour: bool) -> SafeString | str:
    if value is None:
        return ""
    local = timezone.localtime(value)
    said = day(local)
    if with_hour:
        said = f"{said}, {format_date(local, 'H:i')}"
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(timespec="seconds"),
        format_date(local, "j F Y, H:i"),
        said,
    )


@register.filter
def initial(name: str) -> str:
    """The letter that stands for a name in its avatar."""
    return next((letter.upper() for letter in name if letter.isalnum()), "·")


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], *names: str) -> SafeString | str:
    """``aria-current`` where the page shown is one of those ``names``."""
    match = getattr(context.get("request"), "resolver_match", None)
    if match is not None and match.view_name in names:
        return mark_safe('aria-current="page"')
    return ""
