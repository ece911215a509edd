"""From a request to a document: the worker’s part."""

from __future__ import annotations


def write_one(pk: int) -> None:
    """Write a document that waits; a refusal is told on its page. Raises Stopped."""
