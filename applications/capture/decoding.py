"""From the bytes of a page to its text, whatever it says of itself."""

from __future__ import annotations

import codecs
import re

MOST_BYTES = 3_000_000
"""More of a page is not read. Pages of postings have less than a tenth of it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.I,
)
# As browsers do: who says Latin-1 means the encoding of Windows.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874",
}  # fmt: skip


def decode(data: bytes | str, content_type: str = "") -> str:
    """The text of a page: a BOM counts, then what is valid UTF-8, then what it claims.

    It never fails: what cannot be read becomes �. ``content_type`` is the header.
    """
    if isinstance(data, str):
        return _tidy(data[:MOST_BYTES])
    data = data[:MOST_BYTES]
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _tidy(data[len(bom) :].decode(encoding, "replace"))
    if encoding := _wide(data):
        return _tidy(data.decode(encoding, "replace"))
    claimed = _claims(data, content_type)
    # Few texts of another encoding are UTF-8 by chance; many UTF-8 pages lie.
    is_escaped = any(name.startswith(("iso2022", "hz", "utf-7")) for name in claimed)
    for encoding in [*claimed] if is_escaped else ["utf-8", *claimed]:
        try:
            return _tidy(_cut(data, encoding).decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    last = next((name for name in claimed if name != "utf-8"), "")
    if not last:
        # UTF-8 with a few broken bytes, or the encoding of Windows?
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if claimed and broken * 50 < len(re.findall(rb"[\x80-\xff]+", data)) + 50:
            return _tidy(text)
    return _tidy(data.decode(last or "cp1252", "replace"))


def _claims(data: bytes, content_type: str) -> list[str]:
    found = []
    if header := _HEADER.search(content_type):
        found.append(header[1])
    if meta := _META.search(data[:8192]):
        found.append((meta[1] or meta[2]).decode("ascii", "replace"))
    names = []
    for name in found:
        try:
            plain = codecs.lookup(name).name
            b"".decode(plain)
        except (LookupError, ValueError):
            continue
        # Whoever could read this in a single-byte encoding was not reading UTF-16.
        plain = "utf-8" if plain.startswith(("utf-16", "utf-32")) else plain
        names.append(_MEANT.get(plain, plain))
    return list(dict.fromkeys(names))


def _wide(data: bytes) -> str:
    """UTF-16 without a BOM shows in its zeros."""
    start = data[:200]
    if len(start) < 8:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > 0.7 * len(start) / 2 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * len(start) / 2 and not odd else ""


def _cut(data: bytes, encoding: str) -> bytes:
    """Without the letter that the size limit may have cut in half."""
    if encoding != "utf-8" or len(data) < MOST_BYTES:
        return data
    for back in range(1, 4):
        if data[-back] >= 0xC0:
            return data[:-back]
    return data


def _tidy(text: str) -> str:
    """Without NUL and lone surrogates: parsers and databases choke on them."""
    text = text.removeprefix("\ufeff").replace("\0", "")
    return text.encode("utf-8", "replace").decode() if _has_surrogates(text) else text


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
