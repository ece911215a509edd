"""What companies and people are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.db import models

from companies.models.company import RESEARCH, Company
from companies.models.contact import Contact
from companies.models.opportunity import Opportunity
from companies.models.outreach import OutreachCampaign
from jobtracker.search import Texts, Words
from jobtracker.text import lines_of

FACTS = ("industry", "location", "website")
IDEA = ("problem_description", "solution_approach")
MESSAGE = ("contact_person", "subject", "message_content", "notes")
PERSON = ("title", "email", "phone", "notes")
REFERENCE = ("reference__relationship_type", "reference__notes")


class CompanyWords(Words):
    """Of a company, and of what could be done for it and was written to it."""

    row = models.OneToOneField(
        Company, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = "words of a company"
        verbose_name_plural = "words of companies"

    @classmethod
    def texts(cls, keys: tuple[int, ...]) -> Iterator[tuple[int, Texts]]:
        told: dict[int, list[str]] = defaultdict(list)
        for model, names in ((Opportunity, IDEA), (OutreachCampaign, MESSAGE)):
            written = model.objects.filter(company__in=keys).order_by("-pk")
            for company, *texts in written.values_list("company", *names):
                told[company] += texts
        columns = ("name", "notes", *FACTS, *RESEARCH)
        rows = Company.objects.filter(pk__in=keys)
        for company in rows.values("pk", "user_id", "created_at", *columns):
            research = [line for name in RESEARCH for line in lines_of(company[name])]
            yield (
                company["pk"],
                Texts(
                    company["user_id"],
                    company["created_at"],
                    [company["name"]],
                    [company["notes"], *research, *told[company["pk"]]],
                    [company[name] for name in FACTS],
                ),
            )


class ContactWords(Words):
    """Of a person, and of what they do for you as a reference."""

    row = models.OneToOneField(
        Contact, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = "words of a contact"
        verbose_name_plural = "words of contacts"

    @classmethod
    def named_by(cls, keys: tuple[int, ...]) -> list[models.QuerySet]:
        people = Contact.objects.filter(pk__in=keys)
        return [Company.objects.filter(pk__in=people.values("company"))]

    @classmethod
    def texts(cls, keys: tuple[int, ...]) -> Iterator[tuple[int, Texts]]:
        columns = ("name", "company__name", *PERSON, *REFERENCE)
        rows = Contact.objects.filter(pk__in=keys)
        for contact in rows.values("pk", "user_id", "created_at", *columns):
            yield (
                contact["pk"],
                Texts(
                    contact["user_id"],
                    contact["created_at"],
                    [contact["name"]],
                    [contact[name] or "" for name in (*PERSON, *REFERENCE)],
                    [contact["company__name"] or ""],
                ),
            )
