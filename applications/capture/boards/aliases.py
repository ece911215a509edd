"""Postings of boards that have no reader here, by the names that fields commonly have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from applications.capture.boards import sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.formats import Record
from applications.capture.boards.trees import name_of
from applications.capture.boards.values import (
    first,
    ident,
    line,
    link,
    place,
    prose,
    rows,
    set_employment,
    set_level,
    set_skills,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

# Names without capitals, “-”, “_” and spaces; the first that says something counts.
TITLE = (
    "jobtitle", "positiontitle", "jobopeningname", "postingtitle", "titel", "headline",
    "stellenbezeichnung", "title", "jobname", "position", "name",
)  # fmt: skip
COMPANY = (
    "companyname", "company", "employer", "employername", "hiringorganization",
    "organizationname", "organization", "arbeitgeber", "agency", "brand", "subcompany",
)  # fmt: skip
ADDRESS = (
    "url", "joburl", "absoluteurl", "positionuri", "hostedurl", "webpageurl", "link",
    "detailurl", "externalurl", "externeurl", "refs", "redirecturl", "applyurl",
    "applicationurl", "applicationlink", "canonicalurl", "jobposturl",
)  # fmt: skip
NUMBER = (
    "id", "jobid", "positionid", "postingid", "refnr", "referencenumber", "reference",
    "requisitionid", "reqid", "shortcode", "externalid", "guid", "uuid", "slug",
)  # fmt: skip
PLACE = (
    "location", "locations", "joblocation", "jobgeo", "positionlocationdisplay",
    "workplaceaddress", "arbeitsort", "locationname", "office", "offices", "candidateslocation",
)  # fmt: skip
POSTED = (
    "datepublished", "publishedat", "publisheddate", "publishedon", "publicationdate",
    "posteddate", "dateposted", "postedat", "postedon", "pubdate", "published",
    "publicationstartdate", "aktuelleveroeffentlichungsdatum", "date", "createdat",
    "opendate", "created", "updatedat", "updated",
)  # fmt: skip
DEADLINE = (
    "validthrough", "applicationdeadline", "deadline", "deadlineat", "closingdate",
    "applicationclosedate", "closedate", "closeat", "expirydate", "expirationdate",
    "expiresat", "expires", "enddate",
)  # fmt: skip
TEXT = (
    "encoded", "descriptionhtml", "contenthtml", "jobdescription", "description", "content",
    "body", "contents", "summary", "excerpt", "descriptionplain", "snippet",
)  # fmt: skip
KIND = (
    "employmenttype", "jobtype", "jobtypes", "contracttype", "employmentstatuslabel",
    "positionschedule", "typeofemployment", "commitment", "contracttime", "type",
)  # fmt: skip
LEVEL = (
    "experiencelevel",
    "seniority",
    "senioritylevel",
    "joblevel",
    "experience",
    "level",
)
REQUIRED = ("requirements", "qualifications", "skillsknowledgeexpertise")
WORKPLACE = (
    "workplacetype", "workplace", "workmodel", "remotestatus", "remotetype", "remoteoption",
    "locationtype", "joblocationtype",
)  # fmt: skip
_CLOSED = {"closed", "filled", "archived", "inactive", "expired", "draft", "on hold"}


def plain(record: Record) -> Record:
    """The record under the names that are looked for."""
    return {
        re.sub("[^a-z0-9]", "", str(name).lower()): value
        for name, value in record.items()
    }


def of_element(element: Any, depth: int = 0) -> Any:
    """An XML element as a record: of children of one name a list, of none its text."""
    inside = [child for child in element if name_of(child)]
    if not inside or depth > 5:
        return "".join(element.itertext(with_tail=False)).strip()
    record: Record = {}
    for child in inside:
        value = of_element(child, depth + 1)
        name = name_of(child)
        if name not in record:
            record[name] = value
        elif isinstance(record[name], list):
            record[name].append(value)
        else:
            record[name] = [record[name], value]
    return record


def is_closed(record: Record) -> bool:
    state = first(plain(record), "status", "state").lower()
    return state in _CLOSED


def posting_of(given: Record, base: str = "") -> Posting:
    record = plain(given)
    url = next(filter(None, (link(_address(record.get(n)), base) for n in ADDRESS)), "")
    posting = Posting(
        title=first(record, *TITLE),
        company=first(record, *COMPANY),
        locations=list(_places(record)),
        url=url,
        source_id=next(filter(None, (ident(record.get(name)) for name in NUMBER)), ""),
        posted_on=_day(record, POSTED),
        deadline_on=_day(record, DEADLINE),
        industry=first(record, "industry", "jobindustry"),
    )
    posting.source = host_of(url or base)
    texts = [_text(record.get(name)) for name in TEXT]
    sections.fill(posting, [("", prose(*texts))])
    posting.requirements = prose(*(record.get(name) for name in REQUIRED))
    posting.benefits = prose(record.get("benefits"))
    set_employment(posting, next(filter(None, (record.get(n) for n in KIND)), None))
    set_level(posting, *(record.get(name) for name in LEVEL))
    set_skills(posting, record.get("skills"), record.get("tags"))
    flags = (
        record.get(n) for n in ("isremote", "remote", "telecommuting", "remotework")
    )
    set_workplace(
        posting,
        first(record, *WORKPLACE),
        flag=next((flag for flag in flags if flag is not None), None),
    )
    _set_pay(posting, record)
    return posting


def _address(value: Any) -> Any:
    """Some give ``{"landing_page": …}``; a list gives several."""
    if isinstance(value, dict):
        return first(value, "landing_page", "href", "url")
    return value[0] if isinstance(value, list) and value else value


def _text(value: Any) -> Any:
    return (
        first_text(value, "html", "text_formatted", "text")
        if isinstance(value, dict)
        else value
    )


def first_text(value: Record, *names: str) -> Any:
    return next((value[name] for name in names if value.get(name)), "")


def _places(record: Record) -> Iterator[str]:
    for name in PLACE:
        found = [place(_postal(value)) for value in rows(record.get(name))]
        if any(found):
            yield from found
            return
    yield place(record)


def _postal(value: Any) -> Any:
    """A place may have its address inside, and the name of its town in any language."""
    if not isinstance(value, dict):
        return value
    inside = value.get("address") or value.get("postalAddress")
    if isinstance(inside, dict):
        return inside
    known = plain(value)
    town = first(known, "city", "ort", "municipality", "cityname")
    if not town:
        return value
    return {
        "city": town,
        "state": first(known, "state", "region", "countrysubdivisioncode"),
        "country": first(known, "country", "countryname", "land", "countrycode"),
    }


def _day(record: Record, names: tuple[str, ...]) -> Any:
    return next(filter(None, (read_date(record.get(name)) for name in names)), None)


def _set_pay(posting: Posting, record: Record) -> None:
    pay = next(
        filter(
            None,
            (record.get(n) for n in ("salary", "compensation", "positionremuneration")),
        ),
        None,
    )
    pay = pay[0] if isinstance(pay, list) and pay else pay
    inside = plain(pay) if isinstance(pay, dict) else {}
    every = {**record, **inside}
    set_pay(
        posting,
        first(every, "salarymin", "minsalary", "annualsalarymin", "minimumsalary", "salaryfrom",
              "minimumrange", "minvalue", "min", "from"),
        first(every, "salarymax", "maxsalary", "annualsalarymax", "maximumsalary", "salaryto",
              "maximumrange", "maxvalue", "max", "to"),
        first(every, "salarycurrency", "currencycode", "currency"),
        first(every, "salaryperiod", "salaryinterval", "salaryunit", "rateintervalcode",
              "salarytimeunit", "interval", "period", "unit"),
        text=line(pay) if not isinstance(pay, dict) else first(inside, "text", "display"),
    )  # fmt: skip


def host_of(url: str) -> str:
    """``acme.bamboohr.com`` → ``bamboohr.com``: whose board it is."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    labels = host.split(".")
    keep = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])
