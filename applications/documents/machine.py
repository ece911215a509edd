"""What a machine that reads applications finds in a PDF of ours."""

from __future__ import annotations

from datetime import date
from typing import Any

from applications.documents.render import Rendered, ats_of, read_back, text_in


def found_in(
    file: Rendered, text: str, job: dict[str, Any], today: date
) -> dict[str, Any]:
    """``ats_score``, and in ``set`` what else is kept of it: ``pages``, the rows of the
    score as ``ats``, and the lines of the text that are ``missing``."""
    found = text_in(file.data)
    back = read_back(found, text)
    ats = ats_of(found, job, as_of=today.year * 12 + today.month - 1)
    said = {"pages": file.pages, "ats": ats["rows"], "missing": back.missing}
    return {"ats_score": ats["score"], "set": said}
