"""Pages to read: the stored ones, our own, and those that are too big to store."""

import json
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
STORED = DATA / "jobposting"
EXPECTED = json.loads((STORED / "expected.json").read_text())
OWN = [
    json.loads(line) for line in (DATA / "own_pages.jsonl").read_text().split("\n")[:-1]
]

FRAMED = "openroles-comment-framing.html"


def framed(lines=400_000):
    """JSON-LD between hundreds of thousands of comment lines."""
    job = '{"@type": "JobPosting", "title": "Demand Planner"}'
    half = "//\n" * (lines // 2)
    return f'<script type="application/ld+json"><!--\n{half}{job}\n{half}--></script>'


def ld(text, body=""):
    text = text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)
    script = f'<script type="application/ld+json">{text}</script>'
    return f"<!doctype html><html><head>{script}</head><body>{body}</body></html>"


def job(**fields):
    least = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Potter"}
    return least | fields
