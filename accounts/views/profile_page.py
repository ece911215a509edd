"""A résumé's page in its pieces, and the answer when one of them has changed."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise, cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_htmx.http import reswap, retarget, trigger_client_event

from accounts.completeness import completeness
from accounts.models import Profile
from accounts.models.skills import SKILL_KINDS
from accounts.resumes.facts import PARTS
from accounts.views.wording_panel import put_panels
from jobtracker.facts import Fact, structured
from jobtracker.views import is_partial, see_other

# For each list its heading, its icon, and what to say where it is empty.
HEADINGS: dict[str, tuple[str | Promise, str, str | Promise]] = {
    "experiences": (
        _("Experience"),
        "briefcase",
        _("Paid or not, long or short: begin with the latest."),
    ),
    "education": (
        _("Education"),
        "graduation-cap",
        _("Schools, courses, an apprenticeship."),
    ),
    "projects": (
        _("Projects"),
        "shapes",
        _("What you made on your own or with others, with a link if there is one."),
    ),
    "technical": (_("Technical"), "wrench", ""),
    "soft": (_("Other skills"), "users", ""),
    "languages": (
        _("Languages"),
        "languages",
        _("With how well you speak them; your mother tongue too."),
    ),
    "certifications": (
        _("Certificates"),
        "award",
        _("Those that somebody may ask for."),
    ),
}
# Where typing begins in the form of an entry.
FIRST_FIELD = {"experiences": "title", "education": "institution", "projects": "name"}


@dataclass
class Section:
    """One list of a résumé, under its name among facts."""

    profile: Profile
    name: str

    @cached_property
    def items(self) -> list[Any]:
        if self.is_of_parts:
            return list(getattr(self.profile, self.name).all())
        return self.profile.skill_items(self.name)

    @cached_property
    def mark(self) -> str:
        return self.profile.mark_of_list(self.name)

    @property
    def last(self) -> int:
        return len(self.items) - 1

    def place_of(self, part: Any) -> int | None:
        """Where an entry stands; None where it is gone."""
        places = (n for n, one in enumerate(self.items) if one.pk == part.pk)
        return next(places, None)

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.name][0])

    @property
    def sign(self) -> str:
        return HEADINGS[self.name][1]

    @property
    def empty(self) -> str:
        return str(HEADINGS[self.name][2])

    @property
    def is_of_parts(self) -> bool:
        return self.name in PARTS

    @property
    def model_name(self) -> str:
        return str(getattr(self.profile, self.name).model._meta.model_name)

    @property
    def head_template(self) -> str:
        return f"accounts/_{self.model_name}_head.html"

    @property
    def first_field(self) -> str:
        return FIRST_FIELD[self.name]

    @property
    def proposal(self) -> str:
        return f"accounts:{self.name}-proposal"

    @property
    def wording(self) -> str:
        return f"accounts:{self.name}-wording"

    @property
    def create(self) -> str:
        return f"accounts:{self.name}-create"

    @property
    def update(self) -> str:
        return f"accounts:{self.name}-update"

    @property
    def order(self) -> str:
        return f"accounts:{self.name}-order"


def page_context(profile: Profile) -> dict[str, Any]:
    """All that the page shows; ``profile`` comes with its parts."""
    facts = profile.as_facts()
    sections = {name: Section(profile, name) for name in HEADINGS}
    skills = [sections["technical"], sections["soft"]]
    put_panels(profile, *sections["experiences"].items, *sections["projects"].items)
    return {
        "profile": profile,
        "completeness": completeness(facts),
        "sections": sections,
        "parts": [sections[name] for name in PARTS],
        "skills": [section for section in skills if section.items],
        "rows": [sections["languages"], sections["certifications"]],
        "kept": kept_of(profile.custom_fields) + kept_of(_other_skills(profile)),
    }


def kept_of(more: dict[str, Any]) -> list[Fact]:
    """What came from elsewhere and has no field here, plainly."""
    facts = []
    for name, value in more.items():
        inner = value if isinstance(value, dict) else {name: value}
        facts += [structured(_label(name), value) for name, value in inner.items()]
    return facts


def _label(name: Any) -> str:
    return str(capfirst(str(name).replace("_", " ")))


def _other_skills(profile: Profile) -> dict[str, Any]:
    return {name: v for name, v in profile.skills.items() if name not in SKILL_KINDS}


def answer(
    request: HttpRequest,
    profile: Profile,
    piece: str,
    *,
    part: Any = None,
    focus: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Lead to the page; an htmx request gets the changed piece of it.

    ``piece`` is a section, ``personal``, ``summary``, ``skills``; or ``part``, which is
    the entry that changed. ``focus`` is the id of what has the focus then.
    """
    place = part.dom_id if part else piece
    if not is_partial(request):
        return see_other(request, f"{profile.get_absolute_url()}#{place}")
    fresh = Profile.objects.for_user(request.user).with_parts().get(pk=profile.pk)
    context = page_context(fresh) | {"piece": piece, "is_swap": True}
    section = context["section"] = context["sections"].get(piece)
    if part and section.place_of(part) is not None:
        index = section.place_of(part)
        context |= {"part": section.items[index], "index": index}
    else:
        place = piece
    response = render(request, "accounts/profile_swap.html", context, status=status)
    response = reswap(retarget(response, f"#{place}"), "outerHTML")
    focused = {"focus": focus}
    return trigger_client_event(response, "resume-changed", focused, after="settle")
