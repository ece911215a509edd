"""The e-mails of the corpora, read once."""

import csv
from functools import cache
from pathlib import Path

from applications.mail.classify import MOVES, classify

DATA = Path(__file__).parent.parent / "data" / "emails"
MEANS = {
    "interview": {"interview_invitation"},
    "other": {"other", "information_request"},
}


@cache
def rows(name):
    with (DATA / name).open(newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def readings(name):
    """Each row with what was made of it."""
    return [
        (row, classify(subject=row["subject"], body=row["text"], sender=row["sender"]))
        for row in rows(name)
    ]


def labels(row):
    return [row["label"], *row["also_ok"].split()]


def is_right(row, reading):
    return any(
        reading.response_type in MEANS.get(label, {label}) for label in labels(row)
    )


def is_false_move(row, reading):
    move = MOVES.get(reading.response_type)
    moves = MOVES | {"interview": "interview"}
    return bool(move) and move not in [moves.get(label) for label in labels(row)]
