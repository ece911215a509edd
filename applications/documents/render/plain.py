"""A document as plain text."""

from __future__ import annotations

from typing import Any

from applications.documents.render.blocks import Block, plain


def as_plain(sheet: dict[str, Any]) -> str:
    """One line a line; headings underlined, what stands aside in brackets."""
    head = [plain(sheet["name"]), *(plain(line["said"]) for line in sheet["head"])]
    parts = ["\n".join(filter(None, head))]
    for before, block in zip([{}, *sheet["blocks"]], sheet["blocks"], strict=False):
        text = _block(block)
        if before.get("kind") == "entry":
            parts[-1] += "\n" + text
        else:
            parts.append(text)
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block) -> str:
    if block["kind"] == "points":
        return "\n".join("- " + plain(point) for point in block["points"])
    if block["kind"] == "paragraph":
        return "\n".join(map(plain, block["lines"]))
    if block["kind"] == "heading":
        said = plain(block["said"])
        return f"{said}\n{'-' * min(len(said), 60)}"
    asides = ", ".join(map(plain, block["asides"]))
    name = plain(block["lead"]) + plain(block["rest"])
    return f"{name} ({asides})" if asides else name
