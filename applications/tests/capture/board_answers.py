"""Answers made for the tests: after the boards' documentation, and hostile ones.

Those of ``variants.json`` were written before any of them was read.
"""

import json
from datetime import date
from pathlib import Path

from applications.capture.posting import Pay

VARIANTS = json.loads(
    (Path(__file__).parents[1] / "data/boards/variants.json").read_bytes()
)


def encoded(variant):
    answer = variant["answer"]
    return (answer if isinstance(answer, str) else json.dumps(answer)).encode()


def wanted(posting):
    """The fields as a Posting has them; True for what is there at all."""
    fields = dict(posting)
    if "pay" in fields:
        fields["pay"] = Pay(*fields["pay"])
    for name in ("posted_on", "deadline_on"):
        if fields.get(name):
            fields[name] = date.fromisoformat(fields[name])
    return fields


HOSTILE = {
    "nothing": b"",
    "spaces": b" \n\t",
    "text": b"hello",
    "number": b"12",
    "null": b"null",
    "cut json": b'{"jobs": [{"id": 1, "title": "x", "absolute_url": "https://x',
    "depth": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 50,
    "laughs": b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    b"<rss><channel><item><title>&b;</title></item></channel></rss>",
    "outside": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<rss><channel><item><title>&x;</title></item></channel></rss>",
    "hidden entity": b'<!DOCTYPE r [<!-- <b> --><!ENTITY x "secret">]><rss><channel>'
    b"<item><title>&x;</title></item></channel></rss>",
    "cut xml": b"<workzag-jobs><position><id>1",
    "xml of nothing": b"<a/>",
    "page": b"<!doctype html><html><body>Jobs</body></html>",
    "utf-16 laughs": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE l [<!ENTITY a "ha">]>'
    "<rss><channel><item><title>&a;</title></item></channel></rss>".encode("utf-16"),
}
