"""What people type and paste, made safe to store and to show."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import groupby

import nh3
from django.utils.html import urlize
from django.utils.safestring import SafeString, mark_safe

from jobtracker.tags import simplified

# C0 and C1 controls (but tab and line feed), surrogates, and noncharacters:
# no keyboard makes them, and PostgreSQL, XML or the terminal choke on them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_TAG = re.compile(
    r"<(?:p|br|div|ul|ol|li|h[1-6]|table|strong|em|b|i|a|span)\b[^<>]*>", re.I
)

# Of these no tag is left, and yet a line ends with them.
_BOX = re.compile(r"</?(?:div|section|article|header|footer|main|aside)\b[^<>]*>", re.I)

_BULLET = re.compile(r"\s*(?:[-*•·–▪◦‣]|\d{1,2}[.)])\s+(.+)")

# With more of them a text is simplified first: nested or odd enough they would keep
# the parser busy for a minute.
_MANY_TAGS = 1_000
# Postings start their headings at h1; on our pages h1 and h2 are taken.
_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}

_TAGS = {
    "a", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h3", "h4", "hr",
    "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "u", "ul",
}  # fmt: skip


def clean_text(text: str) -> str:
    """Return ``text`` in NFC with plain line ends and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def is_blank(text: str) -> bool:
    """Whether there is nothing in ``text`` that one could see."""
    unseen = {"Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs"}
    return all(unicodedata.category(c) in unseen or c in "\u2800\u3164" for c in text)


def is_key(text: str) -> bool:
    """Whether a row may have it as its key: a longer number fits no column."""
    return text.isascii() and text.isdigit() and len(text) < 19


def fold(text: str) -> str:
    """The key by which two spellings count as one: case, width and spaces aside."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def words_of(text: str) -> list[str]:
    """The words of a text, without markup and signs."""
    return re.findall(r"\w+", unescape(re.sub("<[^<>]*>", " ", text)))


def untagged(text: str) -> str:
    """A posting’s text without markup, however it is laid out: to look for words in."""
    return unescape(re.sub("<[^<>]*>", " ", text)) if _TAG.search(text) else text


def lines_of(value: object) -> list[str]:
    """The texts in a list that JSON keeps, whatever else an import put there."""
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def plain_lines(text: str) -> str:
    """A posting’s text without markup: each block a line, each point of a list with “- ”."""
    if not _TAG.search(text):
        return text
    html = str(safe_html(_BOX.sub("<br>", text)))
    html = re.sub(r"<li>", "\n- ", html)
    html = re.sub(
        r"</?(?:p|h[34]|ul|ol|br|hr|tr|table|blockquote|pre|d[ltd])\b[^>]*>", "\n", html
    )
    return unescape(re.sub(r"<[^<>]*>", "", html)).strip()


def safe_html(text: str) -> SafeString:
    """Return a posting's text as HTML that can be shown.

    HTML is cut down to structure and links: no script, style, picture, form, id, class
    or htmx attribute survives. Plain text becomes paragraphs and lists.
    """
    if not _TAG.search(text):
        return mark_safe("".join(_blocks(text)))  # noqa: S308 – urlize escapes it
    if text.count("<") > _MANY_TAGS:
        text = simplified(text, _TAGS, _HEADINGS)
    text = re.sub(r"<(/?)h[12]\b", r"<\1h3", text, flags=re.I)
    text = re.sub(r"<(/?)h[56]\b", r"<\1h4", text, flags=re.I)
    return mark_safe(  # noqa: S308 – nh3 leaves nothing that runs
        nh3.clean(
            text,
            tags=_TAGS,
            clean_content_tags={"script", "style", "template", "noscript", "title"},
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer nofollow ugc",
        )
    )


def _blocks(text: str) -> Iterator[str]:
    """Plain text as HTML: bulleted lines are lists, a line above one its heading."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        runs = groupby(paragraph.split("\n"), lambda line: bool(_BULLET.match(line)))
        blocks = [(is_list, list(lines)) for is_list, lines in runs]
        for number, (is_list, lines) in enumerate(blocks, 1):
            if is_list:
                lines = [_BULLET.sub(r"\1", line, count=1) for line in lines]
            shown = [_inline(line) for line in lines]
            if is_list:
                yield "<ul>" + "".join(f"<li>{line}</li>" for line in shown) + "</ul>"
            elif number < len(blocks) and len(lines) == 1 and len(lines[0]) <= 80:
                yield f"<h3>{shown[0]}</h3>"
            else:
                yield "<p>" + "<br>".join(shown) + "</p>"


def _inline(text: str) -> str:
    return urlize(text, nofollow=True, autoescape=True)
