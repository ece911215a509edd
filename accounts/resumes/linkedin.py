"""The archive that LinkedIn gives people of their data, as facts."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.resumes import values
from accounts.resumes.contact import EMAIL
from accounts.resumes.dates import moment
from accounts.resumes.facts import (
    Facts,
    certificate,
    education,
    experience,
    language,
    no_facts,
    project,
)
from accounts.resumes.files import DAMAGED, Unreadable, decoded

MB = 2**20
MOST_FILE = 2 * MB
MOST_FILES = 1_000
MOST_ROWS = 200  # of each table
Row = dict[str, str]
# Each table has one of these columns.
_HEADS = {
    "first name",
    "company name",
    "school name",
    "name",
    "title",
    "email address",
    "number",
}


def read(data: bytes) -> tuple[Facts, list[str]]:
    """The facts of an archive, and remarks. Raises Unreadable."""
    archive = _Archive(data)
    if not {"profile", "positions"} & archive.names.keys():
        raise Unreadable(
            _("This archive is none of LinkedIn’s, so there is no résumé in it.")
        )
    facts = no_facts() | _person(archive)
    facts["experiences"] = [_position(row) for row in archive.rows("positions")]
    facts["education"] = [_school(row) for row in archive.rows("education")]
    facts["projects"] = [_project(row) for row in archive.rows("projects")]
    facts["skills"] = {
        "technical": [
            name for row in archive.rows("skills") if (name := row.get("name", ""))
        ],
        "soft": [],
        "languages": [
            language(row.get("name", ""), row.get("proficiency", ""))
            for row in archive.rows("languages")
        ],
        "certifications": [_certificate(row) for row in archive.rows("certifications")],
    }
    return facts, archive.remarks


class _Archive:
    """Tables of a zip by their names; none is unpacked beyond its bounds."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        infos = self.zip.infolist()
        if len(infos) > MOST_FILES:
            raise Unreadable(_("There are too many files in this archive."))
        # Names are looked up and never written, wherever they would lead.
        names = (
            (re.split(r"[/\\]", info.filename)[-1].casefold(), info) for info in infos
        )
        self.names = {
            name.removesuffix(".csv"): i for name, i in names if name.endswith(".csv")
        }
        self.remarks: list[str] = []

    def rows(self, name: str) -> list[Row]:
        """The rows of a table by the folded names of its columns."""
        if name not in self.names:
            return []
        lines = decoded(self._content(name)).replace("\0", "").splitlines(keepends=True)
        found = [list(map(str.strip, row)) for row in csv.reader(lines, strict=False)]
        # Above some tables stand notes.
        heads = (n for n, row in enumerate(found) if _HEADS & {*map(str.casefold, row)})
        start = next(heads, len(found) - 1)
        if start < 0:
            return []
        names = list(map(str.casefold, found[start]))
        rows = [
            dict(zip(names, row, strict=False))
            for row in found[start + 1 :]
            if any(row)
        ]
        self._remark(name, len(rows) - MOST_ROWS)
        return rows[:MOST_ROWS]

    def _content(self, name: str) -> bytes:
        try:
            with self.zip.open(self.names[name]) as file:
                content = file.read(MOST_FILE + 1)
        except Exception as error:  # each decompressor has errors of its own
            raise Unreadable(DAMAGED) from error
        if len(content) > MOST_FILE:
            raise Unreadable(_("“%(name)s.csv” is too large.") % {"name": name})
        return content

    def _remark(self, name: str, more: int) -> None:
        if more > 0:
            words = ngettext(
                "%(n)d row of %(name)s was left out.",
                "%(n)d rows of %(name)s were left out.",
                more,
            )
            self.remarks.append(words % {"n": more, "name": name})


def _person(archive: _Archive) -> dict[str, Any]:
    row = next(iter(archive.rows("profile")), {})
    sites = re.findall(r"https?://[^\s,\]]+", row.get("websites", ""))
    mails = archive.rows("email addresses")
    mails.sort(key=lambda mail: mail.get("primary", "").casefold() != "yes")
    mail = next((m.get("email address", "") for m in mails), "")
    phones = (phone.get("number", "") for phone in archive.rows("phonenumbers"))
    return {
        "full_name": " ".join(
            filter(None, (row.get("first name"), row.get("last name")))
        ),
        "headline": row.get("headline", ""),
        "summary": values.text(row.get("summary", "")),
        "location": row.get("geo location", ""),
        "email": mail if EMAIL.fullmatch(mail) else "",
        "phone": next(filter(None, phones), ""),
        "website_url": next(filter(None, map(values.url, sites)), ""),
        "custom_fields": _more(
            row, "industry", "address", "zip code", "twitter handles"
        ),
    }


def _more(row: Row, *names: str) -> dict[str, str]:
    return {name.replace(" ", "_"): row[name] for name in names if row.get(name)}


def _date(text: str) -> str:
    found = moment(text)
    return (found.end or found.start) if found else ""


def _period(row: Row) -> dict[str, Any]:
    start, end = (_date(row.get(name, "")) for name in ("started on", "finished on"))
    start = start or _date(row.get("start date", ""))
    return {"start_date": start, "end_date": end or _date(row.get("end date", ""))}


def _position(row: Row) -> Facts:
    when = _period(row)
    return experience(
        title=row.get("title", ""),
        company=row.get("company name", ""),
        location=row.get("location", ""),
        description=values.text(row.get("description", "")),
        is_current=bool(when["start_date"]) and not when["end_date"],
        **when,
    )


def _school(row: Row) -> Facts:
    return education(
        institution=row.get("school name", ""),
        degree=row.get("degree name", ""),
        custom_fields=_more(row, "notes", "activities"),
        **_period(row),
    )


def _project(row: Row) -> Facts:
    return project(
        name=row.get("title", ""),
        description=values.text(row.get("description", "")),
        url=values.url(row.get("url", ""), 2_048),
        **_period(row),
    )


def _certificate(row: Row) -> Facts:
    return certificate(
        row.get("name", ""),
        row.get("authority", ""),
        _period(row)["start_date"],
        row.get("license number", ""),
    )
