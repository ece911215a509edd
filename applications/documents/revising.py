"""Edits that a model proposes to a document: with the rows, and the worker’s part."""

from __future__ import annotations


def ask_one(pk: int) -> None:
    """Ask for edits that wait; a refusal is told on the page. Raises Stopped."""
