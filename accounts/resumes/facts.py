"""A résumé as plain data: what readers give, and what the model takes and gives.

``experiences``, ``education`` and ``projects`` are lists of entries; ``skills`` is
``{"technical": [str], "soft": [str], "languages": [{"name", "proficiency"}],
"certifications": [{"name", "issuer", "date_obtained", "credential_id"}]}``; dates are
partial ISO dates; ``custom_fields`` of the résumé and of an entry keep what has no field.
"""

from __future__ import annotations

from typing import Any

Facts = dict[str, Any]

PERSONAL = (
    "full_name", "headline", "email", "phone", "location", "linkedin_url", "github_url",
    "website_url", "summary",
)  # fmt: skip
PARTS = ("experiences", "education", "projects")


def no_facts() -> Facts:
    """Nothing, with all keys."""
    return {
        **dict.fromkeys(PERSONAL, ""),
        "skills": {"technical": [], "soft": [], "languages": [], "certifications": []},
        **{part: [] for part in PARTS},
        "custom_fields": {},
    }


def experience(**known: Any) -> Facts:
    texts = ("title", "company", "location", "start_date", "end_date", "description")
    rest: Facts = {"is_current": False, "achievements": [], "custom_fields": {}}
    return dict.fromkeys(texts, "") | rest | known


def education(**known: Any) -> Facts:
    texts = ("institution", "degree", "field_of_study", "start_date", "end_date")
    rest: Facts = {"gpa": None, "honors": [], "custom_fields": {}}
    return dict.fromkeys(texts, "") | rest | known


def project(**known: Any) -> Facts:
    texts = ("name", "description", "url", "start_date", "end_date")
    return dict.fromkeys(texts, "") | {"technologies": [], "custom_fields": {}} | known


def language(name: str, proficiency: str = "") -> Facts:
    return {"name": name, "proficiency": proficiency}


def certificate(
    name: str, issuer: str = "", date_obtained: str = "", credential_id: str = ""
) -> Facts:
    return {
        "name": name,
        "issuer": issuer,
        "date_obtained": date_obtained,
        "credential_id": credential_id,
    }
