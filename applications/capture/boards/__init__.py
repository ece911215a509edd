"""Answers of job boards and feeds as postings: pure, without network or database.

Each board is a module: ``is_it(answer)`` tells by the content whether it is that board's,
``postings(answer)`` yields postings and, as texts, why others are left out. Its name is
``NAME``, or ``name(answer)`` where one module reads several.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, Protocol, cast

from django.utils.translation import gettext as _

from applications.capture.boards import (
    arbeitnow,
    ashby,
    eightfold,
    feeds,
    greenhouse,
    lever,
    lists,
    neogov,
    personio,
    pinpoint,
    recruitee,
    remote_boards,
    smartrecruiters,
    teamtailor,
    weworkremotely,
    workable,
    workday,
)
from applications.capture.boards.formats import Answer, take
from applications.capture.boards.limits import Unreadable
from applications.capture.boards.reading import BoardReading, gather
from applications.capture.posting import Posting

__all__ = ["BoardReading", "read_board"]

logger = logging.getLogger(__name__)


class Board(Protocol):
    is_it: Callable[[Answer], bool]
    postings: Callable[[Answer], Iterator[Posting | str]]


# Those with the surest marks first; the last two take what nobody knows.
BOARDS = cast(
    "tuple[Board, ...]",
    (
        workday,
        lever,
        greenhouse,
        recruitee,
        workable,
        smartrecruiters,
        pinpoint,
        eightfold,
        teamtailor,
        ashby,
        remote_boards,
        arbeitnow,
        personio,
        neogov,
        weworkremotely,
        feeds,
        lists,
    ),
)


def read_board(data: bytes, url: str = "", content_type: str = "") -> BoardReading:
    """What a board sent as postings, the same one once. Never raises.

    ``url`` is where it was fetched: some boards give addresses only as parts of it.
    """
    try:
        return _read(take(data, url, content_type.lower()))
    except Unreadable as error:
        return BoardReading(message=str(error))
    except Exception:
        logger.exception("A board's answer could not be read")
        return BoardReading(
            message=_("This cannot be read as the answer of a job board.")
        )


def _read(answer: Answer) -> BoardReading:
    for board in BOARDS:
        if board.is_it(answer):
            reading = gather(_name(board, answer), board.postings(answer))
            if answer.is_broken:
                reading.skipped.append(
                    _("The file is broken: it was read as far as it goes.")
                )
            return reading
    if answer.kind == "html":
        return BoardReading(message=_("This is a page, not the answer of a job board."))
    return BoardReading(message=_("No job board is known that answers like this."))


def _name(board: Any, answer: Answer) -> str:
    return board.name(answer) if hasattr(board, "name") else board.NAME
