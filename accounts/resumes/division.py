"""A résumé divided into its sections: by headings it has, or by what begins without one."""

from __future__ import annotations

from typing import NamedTuple

from accounts.resumes.beginnings import begins, begins_below, is_lone
from accounts.resumes.headings import bare, kind_of

# After these something else may begin without a heading that is known.
_OPEN = ("", "contact", "summary", "skills", "languages")
# Their lists may stand right beside their headings: ``Languages: Dutch, Thai``.
_INLINE = ("skills", "soft", "languages", "certificates")
_SKILLS_TOO = (
    "leadership", "tools", "tooling", "training", "expertise", "presentations", "strengths",
    "community", "work",
)  # fmt: skip


class Section(NamedTuple):
    """Lines below a heading; "" is the kind of what stands above the first."""

    kind: str
    heading: str
    lines: list[str]


def sections(text: str) -> list[Section]:
    found = [Section("", "", [])]
    lines = text.split("\n")
    for number, line in enumerate(lines):
        kind, heading, rest = _heading(line, found[-1])
        if not kind:
            kind, heading, rest = _beginning(lines, number, found[-1])
        if kind:
            found.append(Section(kind, heading, []))
            line = rest
        if line or found[-1].lines:
            found[-1].lines.append(line)
    return found


def _beginning(lines: list[str], number: int, now: Section) -> tuple[str, str, str]:
    """As ``_heading``, where no heading is known: told by what stands there."""
    line = lines[number]
    kind = begins(line)
    if now.kind == "education" and not now.heading and line and not kind:
        return "other", "", line
    if (now.kind in _OPEN or not now.heading) and kind and _is_apart(line, now):
        return (kind, "", line) if kind != now.kind else ("", "", "")
    if is_lone(lines, number) and any(map(str.strip, now.lines)):
        return (
            _unknown(line, begins_below(lines[number + 1 : number + 9]), now),
            line,
            "",
        )
    return "", "", ""


def _unknown(line: str, below: str, now: Section) -> str:
    """The kind of section below a heading that is not known, if it is one."""
    if now.kind in _OPEN or not now.heading:
        return below or ("other" if now.kind == "summary" else "")
    # Within jobs it may as well be a firm; unless all headings are written like it.
    is_styled = now.heading.isupper() and line.isupper() and below != now.kind
    return (below or "other") if is_styled else ""


def _is_apart(line: str, now: Section) -> bool:
    """Whether a line may be no part of what stands above it."""
    if now.kind == "languages" and now.heading.endswith(":") and begins(line):
        return True
    return not now.lines or not now.lines[-1].strip()


def _heading(line: str, now: Section) -> tuple[str, str, str]:
    """The kind of section that begins with this line, its heading, the rest of the line."""
    if kind := kind_of(line):
        return (kind, line, "") if not _is_word_of(line, now) else ("", "", "")
    head, tab, rest = line.partition("\t")
    if tab and (kind := kind_of(head)):  # in a column of its own beside its section
        return kind, head, rest
    head, colon, rest = line.partition(":")
    kind = kind_of(head) if colon and rest.strip() else ""
    if kind and not line.startswith("•") and _may_begin(kind, now):
        return kind, f"{head}:", rest.strip()
    return "", "", ""


def _is_word_of(line: str, now: Section) -> bool:
    """Some headings are words of a list as well: Tools and Leadership as skills."""
    return line.startswith("•") or (
        now.kind in ("skills", "soft") and bare(line) in _SKILLS_TOO and bool(now.lines)
    )


def _may_begin(kind: str, now: Section) -> bool:
    """``Languages: Python, Go`` is a line of skills; a job names its technologies."""
    is_after_blank = not now.lines or not now.lines[-1].strip()
    if now.kind in ("experience", "projects", "education"):
        return is_after_blank and kind in _INLINE
    if now.kind == "skills" and kind in ("languages", "skills", "other", "soft"):
        return False
    return kind in (*_INLINE, "summary", "other")
