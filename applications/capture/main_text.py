"""What one can read on a page, block by block."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

MOST_NODES = 80_000
MOST_LETTERS = 500_000

_SKIPPED = {
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object",
    "select", "textarea", "audio", "video", "canvas", "dialog", "datalist", "title",
}  # fmt: skip
_AROUND = {"nav", "footer", "aside", "header"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "meter", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym", "img", "input",
}  # fmt: skip


def main_part(root: etree._Element) -> etree._Element:
    """The element that holds what the page is about; the body where none says so."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.xpath(path)
        if len(found) == 1 and len(page_text(found[0])) >= 80:
            return found[0]
    body = root.find(".//body")
    return root if body is None else body


def page_text(root: etree._Element) -> str:
    """The visible text: each block on a line of its own, points of lists with a dash."""
    return "\n".join(page_lines(root))


def page_lines(root: etree._Element) -> list[str]:
    lines: list[str] = []
    parts: list[str] = []

    def flush() -> None:
        text = " ".join("".join(parts).split())
        parts.clear()
        if text.strip("-–•·* "):
            lines.append(text)

    letters = 0
    for kind, text in _pieces(root):
        if kind == "text":
            parts.append(text)
            letters += len(text)
            if letters > MOST_LETTERS:
                break
            continue
        is_bullet = "".join(parts).strip() == "-"
        if not (is_bullet and kind == "start"):
            flush()
        if kind == "item":
            parts.append("- ")
    flush()
    return lines


def _pieces(root: etree._Element) -> Iterator[tuple[str, str]]:
    """``text``, ``item`` (a point of a list), ``start`` and ``end`` of blocks, in order."""
    titled = _around_title(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for count, (event, element) in enumerate(walk):
        if count > 2 * MOST_NODES:
            return
        tag = element.tag
        if not isinstance(tag, str):
            # A comment; what follows it is text.
            if event == "end" and element.tail:
                yield "text", element.tail
            continue
        if event == "start":
            if element is not root and _is_skipped(element, tag, titled):
                walk.skip_subtree()
                continue
            if tag == "li":
                yield "item", ""
            elif tag not in _INLINE:
                yield "start", ""
            if element.text:
                yield "text", element.text
            continue
        if tag not in _INLINE and not (
            element is not root and _is_skipped(element, tag, titled)
        ):
            yield "end", ""
        if element.tail and element is not root:
            yield "text", element.tail


def _around_title(root: etree._Element) -> set[etree._Element]:
    titled: set[etree._Element] = set()
    for heading in root.iter("h1"):
        for element in heading.iterancestors():
            if element in titled:
                break
            titled.add(element)
    return titled


def _is_skipped(element: etree._Element, tag: str, titled: set[etree._Element]) -> bool:
    if tag in _SKIPPED or element.get("hidden") is not None:
        return True
    if tag in _AROUND and element not in titled:
        return True
    style = element.get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower()[:200]
