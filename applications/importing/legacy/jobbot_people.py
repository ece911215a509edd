"""JobBot's rows about what others said, and about what was said to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.entry import Skipped
from applications.models import (
    EmployerResponse,
    ExperienceClaim,
    ReferenceUse,
    ResponseType,
    RiskLevel,
)
from applications.statuses import normalised
from companies.models import (
    Complexity,
    Contact,
    ContactMethod,
    Opportunity,
    OpportunityStatus,
    OutreachCampaign,
    Reference,
    ResponseStatus,
    Role,
)

if TYPE_CHECKING:
    from applications.importing.entry import Entry

RESPONSE_TYPES = {kind: kind for kind in ResponseType.values} | {
    "acknowledgment": ResponseType.ACKNOWLEDGEMENT.value,
    "interview_request": ResponseType.INTERVIEW_INVITATION.value,
}


class JobBotPeople:
    application_of: Any
    company_of: Any
    source: Any

    def response(self, entry: Entry) -> None:
        row = entry.row
        application = self.application_of(entry)
        if normalised(row.line("response_type")) == "ghosted":
            raise Skipped(_("silence is no response: it is how the application ended"))
        received_at = (
            row.moment("response_date")
            or application.first_response_at
            or application.applied_at
            or application.saved_at
        )
        response = entry.make(
            "response",
            EmployerResponse,
            application=application,
            response_type=row.choice(
                "response_type", RESPONSE_TYPES, ResponseType.OTHER
            ),
            received_at=received_at,
            subject=row.line("subject_line"),
            body=row.text("email_content") or row.text("response_content"),
            sender_email=row.line("sender_email"),
            sentiment_score=row.real("sentiment_score", -1, 1),
            requires_action=row.truth("requires_action")
            or row.truth("follow_up_needed"),
            action_taken=row.line("action_taken"),
            follow_up_at=row.moment("follow_up_scheduled"),
            # What it meant has long been decided.
            once={"decided_at": received_at, "created_at": received_at},
        )
        if response and response.requires_action and not response.action_taken:
            entry.importer.look_ahead(application)

    def reference(self, entry: Entry) -> None:
        """Each is a contact of its own, also where two have one address."""
        row = entry.row
        company = row.line("company")
        contact = entry.make(
            "contact",
            Contact,
            user=entry.importer.user,
            name=row.line("name") or row.line("email") or _("Unknown"),
            title=row.line("title"),
            company=entry.company(company) if company else None,
            email=row.line("email"),
            phone=row.line("phone"),
            role=Role.REFEREE,
        )
        if contact is None:
            return
        uses = row.count("usage_count") or row.count("times_used") or 0
        rate = row.real("response_rate", 0, 1)
        score = row.real("credibility_score", 0, 10)
        if score is None:
            score = row.real("credibility_rating", 0, 10)
        entry.make(
            "reference",
            Reference,
            contact=contact,
            relationship_type=row.line("relationship_type"),
            years_worked_together=row.count("years_worked_together"),
            consent_given=row.truth("consent_given"),
            consent_on=row.day("consent_date"),
            last_contacted_on=row.day("last_contacted"),
            usage_count=uses,
            usage_before=uses,
            rate_before=rate,
            credibility_score=score,
            notes=row.text("notes"),
        )

    def reference_use(self, entry: Entry) -> None:
        row = entry.row
        application = self.application_of(entry)
        reference = entry.importer.find(
            "references", row["reference_id"], "reference", Reference
        )
        asked_on = row.day("usage_date")
        if reference is None or asked_on is None:
            raise Skipped(_("no reference, or no day"))
        if not row.truth("permission_granted"):
            raise Skipped(_("named without their permission"))
        entry.make(
            "use",
            ReferenceUse,
            reference=reference,
            application=application,
            asked_on=asked_on,
        )

    def claim(self, entry: Entry) -> None:
        row = entry.row
        application = self.application_of(entry)
        facts = (
            _said(row)
            if row["skill_claimed"] is not None
            else {
                "claim_type": row.line("claim_type"),
                "original_experience": row.text("original_experience"),
                "claimed_experience": row.text("claimed_experience"),
                "exaggeration_multiplier": row.real("exaggeration_multiplier", 0),
            }
        )
        entry.make(
            "claim",
            ExperienceClaim,
            application=application,
            credibility_impact=row.real("credibility_impact"),
            risk_level=row.choice("risk_level", RiskLevel, RiskLevel.LOW),
            justification=row.text("justification"),
            **facts,
        )

    def opportunity(self, entry: Entry) -> None:
        row = entry.row
        entry.make(
            "opportunity",
            Opportunity,
            company=self.company_of(entry, row["company_id"]),
            problem_description=row.text("problem_description"),
            solution_approach=row.text("solution_approach"),
            estimated_value=row.money("estimated_value"),
            implementation_complexity=row.choice(
                "implementation_complexity", Complexity
            ),
            confidence_score=row.real("confidence_score", 0, 1),
            proof_of_concept_created=row.truth("proof_of_concept_created"),
            status=row.choice(
                "status", OpportunityStatus, OpportunityStatus.IDENTIFIED
            ),
        )

    def outreach(self, entry: Entry) -> None:
        row = entry.row
        opportunity = (
            entry.importer.find(
                "opportunities", row["opportunity_id"], "opportunity", Opportunity
            )
            if row["opportunity_id"] is not None
            else None
        )
        entry.make(
            "outreach",
            OutreachCampaign,
            company=self._whom(entry, opportunity),
            opportunity=opportunity,
            contact_method=row.choice("contact_method", ContactMethod),
            contact_person=row.line("contact_person"),
            message_content=row.text("message_content"),
            sent_at=row.moment("sent_date"),
            response_status=row.choice(
                "response_status", ResponseStatus, ResponseStatus.DRAFT
            ),
            responded_at=row.moment("response_date"),
            follow_up_at=row.moment("follow_up_scheduled"),
            notes=row.text("notes"),
        )

    def _whom(self, entry: Entry, opportunity: Opportunity | None) -> Any:
        if entry.row["company_id"] is None and opportunity is not None:
            rows = self.source.rows("opportunities", id=entry.row["opportunity_id"])
            if any(row.get("company_id") is not None for row in rows):
                return opportunity.company
        return self.company_of(entry, entry.row["company_id"])


def _said(row: Any) -> dict[str, Any]:
    """A later copy counts years and names levels instead of quoting."""
    skill = row.line("skill_claimed")
    real, claimed = row.real("years_actual", 0), row.real("years_claimed", 0)
    return {
        "claim_type": "years",
        "original_experience": _years(real, skill, row.line("proficiency_actual")),
        "claimed_experience": _years(claimed, skill, row.line("proficiency_claimed")),
        "exaggeration_multiplier": claimed / real
        if real and claimed is not None
        else None,
    }


def _years(years: float | None, skill: str, level: str) -> str:
    """``5 years of Python (expert)``."""
    told = f"{years:g} years of {skill}" if years is not None else skill
    return f"{told} ({level})" if level else told
