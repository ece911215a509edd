"""JobWise's master profiles: résumés with their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.models import Education, Experience, Profile, Project
from accounts.models.skills import SKILL_KINDS
from accounts.partial_dates import ends_before
from applications.importing.entry import Skipped
from applications.importing.legacy.base import Entries
from applications.importing.legacy.postings import PostingsOfAll, left_out

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.row import Row

PARTS = ("experiences", "education", "projects")
LAST = datetime.max.replace(tzinfo=UTC)
# Where our columns are in personal_info; the first that is filled counts.
PERSONAL = {
    "full_name": ("full_name", "name"),
    "headline": ("headline", "title"),
    "email": ("email",),
    "phone": ("phone",),
    "location": ("location",),
    "linkedin_url": ("linkedin", "linkedin_url"),
    "github_url": ("github", "github_url"),
    "website_url": ("website", "website_url", "portfolio"),
}


class JobWiseProfile(PostingsOfAll):
    def profiles(self) -> Entries:
        found = list(self.rows("master_profiles", **self.mine))
        # One without a moment counts as the newest.
        ages = [(self._made_at(row), n) for n, row in enumerate(found)]
        oldest = min(ages, default=(LAST, 0))[1]
        for number, row in enumerate(found):
            yield row, partial(self.profile, is_oldest=number == oldest)
        readers = {
            "experiences": self.experience,
            "education": self.education,
            "projects": self.project,
        }
        ids = [row["id"] for row in found]
        for table, read in readers.items():
            for position, row in enumerate(self.children(table, "profile_id", ids)):
                yield row, partial(read, position=position)

    def _made_at(self, row: Row) -> datetime:
        return self.row(row.table, dict(row.values)).moment("created_at") or LAST

    def parts_of_mine(self) -> dict[str, int]:
        ids = [row["id"] for row in self.rows("master_profiles", **self.mine)]
        return {name: self.count(name, profile_id=ids) if ids else 0 for name in PARTS}

    def parts_of_nobody(self) -> Entries:
        people = {person.id for person in self.people}
        profiles = self.rows("master_profiles")
        known = {row["id"] for row in profiles if row["user_id"] in people}
        for table in PARTS:
            for row in self.rows(table):
                if row["profile_id"] not in known:
                    yield row, left_out(_("no profile"))

    def profile_of(self, entry: Entry) -> Profile | None:
        return entry.importer.find(
            "master_profiles", entry.row["profile_id"], "profile", Profile
        )

    def profile(self, entry: Entry, *, is_oldest: bool) -> None:
        row, user = entry.row, entry.importer.user
        info, more = _personal(row.structure("personal_info"))
        skills, others = _skills(row)
        mine = Profile.objects.filter(user=user)
        is_default = is_oldest and not mine.filter(is_default=True).exists()
        created_at = row.moment("created_at")
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        entry.make(
            "profile",
            Profile,
            user=user,
            **info,
            summary=row.text("professional_summary"),
            enhanced_summary=row.text("enhanced_professional_summary"),
            enhancement_metadata=row.structure("enhancement_metadata"),
            skills=skills,
            custom_fields=others | (row.structure("custom_fields") or more),
            once=once
            | {
                "name": _free(
                    info["full_name"], set(mine.values_list("name", flat=True))
                ),
                "is_default": is_default,
            },
            updated_at=row.moment("updated_at"),
        )

    # Its parts

    def experience(self, entry: Entry, *, position: int) -> None:
        row = entry.row
        start, end = _dates(row)
        is_current = row.truth("is_current")
        if is_current and end:
            row.warn(_("still there, and an end: the end counts"))
            is_current = False
        entry.make(
            "experience",
            Experience,
            profile=self._whole(entry),
            title=row.line("title") or row.line("company") or _("Untitled"),
            company=row.line("company"),
            location=row.line("location"),
            start_date=start,
            end_date=end,
            is_current=is_current,
            description=row.text("description"),
            achievements=row.words("achievements"),
            once={"position": position},
            **_enhanced(row),
        )

    def education(self, entry: Entry, *, position: int) -> None:
        row = entry.row
        start, end = _dates(row)
        entry.make(
            "education",
            Education,
            profile=self._whole(entry),
            institution=row.line("institution") or _("Untitled"),
            degree=row.line("degree"),
            field_of_study=row.line("field_of_study"),
            start_date=start,
            end_date=end,
            gpa=row.real("gpa"),
            honors=row.words("honors"),
            once={"position": position},
        )

    def project(self, entry: Entry, *, position: int) -> None:
        row = entry.row
        start, end = _dates(row)
        entry.make(
            "project",
            Project,
            profile=self._whole(entry),
            name=row.line("name") or _("Untitled"),
            description=row.text("description"),
            technologies=row.words("technologies"),
            url=_link(row.line("url")),
            start_date=start,
            end_date=end,
            once={"position": position},
            **_enhanced(row),
        )

    def _whole(self, entry: Entry) -> Profile:
        profile = self.profile_of(entry)
        if profile is None:
            raise Skipped(_("no profile"))
        return profile


def _enhanced(row: Row) -> dict[str, Any]:
    return {
        "enhanced_description": row.text("enhanced_description"),
        "enhancement_metadata": row.structure("enhancement_metadata"),
    }


def _dates(row: Row) -> tuple[str, str]:
    start, end = row.partial_date("start_date"), row.partial_date("end_date")
    if ends_before(start, end):
        row.warn(_("end before start: swapped"))
        return end, start
    return start, end


def _personal(info: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Our columns, and what has none."""
    found = {}
    for column, names in PERSONAL.items():
        texts = (info[name] for name in names if isinstance(info.get(name), str | int))
        text = next((str(text).strip() for text in texts if str(text).strip()), "")
        found[column] = _link(text) if column.endswith("_url") else text
    taken = {name for names in PERSONAL.values() for name in names}
    return found, {name: info[name] for name in info if name not in taken}


def _link(text: str) -> str:
    """People leave the scheme out: ``github.com/ada``."""
    is_bare = re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text)
    return f"https://{text}" if is_bare else text


def _skills(row: Row) -> tuple[dict[str, Any], dict[str, Any]]:
    """Those of our four kinds, and others."""
    found = row.structure("skills")
    skills = {kind: list(_listed(found[kind])) for kind in SKILL_KINDS if kind in found}
    return skills, {name: found[name] for name in found if name not in SKILL_KINDS}


def _listed(skills: Any) -> Iterator[Any]:
    for skill in skills if isinstance(skills, list) else [skills]:
        if skill not in (None, ""):
            yield skill if isinstance(skill, str | dict) else str(skill)


def _free(name: str, taken: set[str]) -> str:
    """``Ada``, ``Ada 2``: a name that no other résumé of the person has."""
    name, number = name[:190] or "JobWise", 1
    free = name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
