"""Who stands behind a demo search: recruiters, managers, and three who speak for one."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils.text import slugify

from accounts.models import User
from applications.demo import words
from applications.models import Application, ReferenceUse, Status
from companies.models import Company, Contact, Reference, Role

DAY = timedelta(days=1)


def introduce(user: User, random: Random, now: datetime) -> None:
    """People of the companies that were applied to, and references."""
    mine = Application.objects.for_user(user).with_job()
    applications = list(mine.order_by("saved_at", "job__source_id"))
    people: dict[int, list[Contact]] = {}
    for application in applications:
        company = application.job.company
        assert company
        if company.pk not in people:
            people[company.pk] = _people(random, company)
        if application.status != Status.TRACKING and random.random() < 0.7:
            known = people[company.pk]
            application.add_contacts(*known[: random.randint(1, len(known))])
    if applications:
        _references(user, applications, now)


def _people(random: Random, company: Company) -> list[Contact]:
    recruiter = _person(random, company, Role.RECRUITER, "Talent partner")
    if random.random() < 0.4:
        return [recruiter]
    title = random.choice(("Engineering Manager", "Head of Platform", "CTO"))
    return [recruiter, _person(random, company, Role.HIRING_MANAGER, title)]


def _person(random: Random, company: Company, role: Role, title: str) -> Contact:
    name = f"{random.choice(words.FIRST_NAMES)} {random.choice(words.LAST_NAMES)}"
    number = f"+31 30 555 {random.randint(0, 99):02} {random.randint(0, 99):02}"
    return Contact.objects.create(
        user=company.user,
        name=name,
        title=title,
        company=company,
        role=role,
        email=_mail(name, f"{slugify(company.name)}.example"),
        phone=number if random.random() < 0.4 else "",
    )


def _mail(name: str, host: str) -> str:
    return f"{slugify(name).replace('-', '.')}@{host}"


def _references(user: User, applications: list[Application], now: datetime) -> None:
    """One was thanked, one has answered and waits for thanks, one has not agreed."""
    manager, colleague, _client = (
        _reference(user, *facts, now=now) for facts in words.REFERENCES
    )
    closed = [one for one in applications if one.is_closed and one.applied_at]
    running = [one for one in applications if one.status == Status.INTERVIEW]
    for application in closed[:1]:
        asked = (now - 70 * DAY).date()
        use = ReferenceUse.ask(manager, application, on=asked)
        use.answered(on=asked + 2 * DAY)
        use.thank(on=asked + 3 * DAY)
    for application in closed[-1:]:
        ReferenceUse.ask(colleague, application, on=(now - 45 * DAY).date())
    for application in running[:1]:
        asked = (now - 6 * DAY).date()
        ReferenceUse.ask(colleague, application, on=asked).answered(on=asked + 3 * DAY)


def _reference(
    user: User, name: str, how: str, title: str, years: int, *, now: datetime
) -> Reference:
    has_agreed = name != words.REFERENCES[-1][0]
    contact = Contact.objects.create(
        user=user,
        name=name,
        title=title,
        role=Role.REFEREE,
        email=_mail(name, "mail.example"),
    )
    return Reference.objects.create(
        contact=contact,
        relationship_type=how,
        years_worked_together=years,
        consent_given=has_agreed,
        consent_on=(now - 120 * DAY).date() if has_agreed else None,
    )
