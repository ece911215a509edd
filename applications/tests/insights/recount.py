"""The figures once more, in plain Python out of the raw rows: what the code must give.

Nothing of the code under test is used here, nor any query that counts or filters.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import median, quantiles

from django.db.models import QuerySet

from applications.models import (
    Application,
    EmployerResponse,
    FollowUp,
    Interview,
    Note,
    StatusChange,
)

ORDER = ["tracking", "applied", "interview", "offer"]
THEIRS = {"rejected", "accepted", "declined"}
SILENT = {"no_response": "no_answer", "ghosted": "no_answer"}


def rows_of(model):
    return list(QuerySet(model).order_by("pk"))


class Recount:
    def __init__(self, user):
        self.zone = user.zone
        self.applications = {
            row.pk: row
            for row in rows_of(Application)
            if row.user_id == user.pk and row.deleted_at is None
        }
        changes = [c for c in rows_of(StatusChange) if self.has(c)]
        undone = {change.undoes_id for change in changes}
        self.steps = {pk: [] for pk in self.applications}
        for change in changes:
            if change.undoes_id is None and change.pk not in undone:
                self.steps[change.application_id].append(change)
        responses = [r for r in rows_of(EmployerResponse) if self.has(r)]
        self.heard = {pk: [] for pk in self.applications}
        for response in responses:
            self.heard[response.application_id].append(response.received_at)

    def has(self, row):
        return row.application_id in self.applications

    def day(self, moment):
        return moment.astimezone(self.zone).date()

    def been(self, pk):
        return {step.to_status for step in self.steps[pk]}

    def theirs(self, pk):
        return [
            step
            for step in self.steps[pk]
            if step.to_status in ("interview", "offer") or step.closed_reason in THEIRS
        ]

    def sent(self):
        return [pk for pk in self.applications if "applied" in self.been(pk)]

    def replied(self):
        return {pk for pk in self.sent() if self.heard[pk] or self.theirs(pk)}

    def funnel(self):
        counts = Counter(stage for pk in self.applications for stage in self.been(pk))
        return {stage: counts[stage] for stage in [*ORDER, "closed"]}

    def flows(self):
        links = Counter()
        for pk, application in self.applications.items():
            reason = application.closed_reason
            way = [stage for stage in ORDER if stage in self.been(pk)]
            way.append(SILENT.get(reason, reason) or "open")
            for number in range(len(way) - 1):
                links[way[number], way[number + 1]] += 1
        return sorted([a, b, n] for (a, b), n in links.items())

    def replies(self, trait):
        """By name: sent, replied, and the days to each reply that has a date."""
        found = {}
        for pk in self.sent():
            name = trait(self.applications[pk])
            n, replied, days = found.get(name, (0, 0, []))
            wait = self.wait(pk)
            days = [*days, wait] if wait is not None else days
            found[name] = (n + 1, replied + (pk in self.replied()), days)
        return {
            name: (n, replied, median(days) if len(days) >= 5 else None)
            for name, (n, replied, days) in found.items()
        }

    def wait(self, pk):
        applied = self.applications[pk].applied_at
        moments = self.heard[pk] or [step.changed_at for step in self.theirs(pk)]
        if applied is None or not moments:
            return None
        days = (self.day(min(moments)) - self.day(applied)).days
        return days if days >= 0 else None

    def stays(self):
        """By stage: how many left, how many are there, and the quartiles."""
        left = {stage: [] for stage in ORDER}
        still = Counter()
        for steps in self.steps.values():
            for number, step in enumerate(steps[1:], 1):
                before = steps[number - 1]
                lasted = step.changed_at - before.changed_at
                if lasted >= timedelta(0) and before.to_status in left:
                    left[before.to_status].append(lasted / timedelta(days=1))
            still[steps[-1].to_status] += 1
        return {
            stage: (len(days), still[stage], self.quarters(days))
            for stage, days in left.items()
        }

    @staticmethod
    def quarters(days):
        if len(days) < 5:
            return (None, None, None)
        return tuple(quantiles(days, n=4, method="inclusive"))

    def weeks(self):
        """By Monday, without the weeks in which nothing was sent."""
        days = [
            self.day(a.applied_at) for a in self.applications.values() if a.applied_at
        ]
        return Counter(day - timedelta(days=day.weekday()) for day in days)

    def active_days(self):
        moments = [s.changed_at for steps in self.steps.values() for s in steps]
        for model, field in (
            (Note, "created_at"),
            (FollowUp, "done_at"),
            (EmployerResponse, "received_at"),
            (Interview, "scheduled_at"),
        ):
            moments += [
                getattr(row, field)
                for row in rows_of(model)
                if self.has(row) and getattr(row, "status", "completed") == "completed"
            ]
        return Counter(self.day(moment) for moment in moments if moment)
