"""A provider in small: what an OpenAI-compatible endpoint answers, good and bad."""

from __future__ import annotations

import json
import os
import time
from typing import Any

import pytest

from jobtracker.llm import Provider, manner
from jobtracker.testing.web import Answer, World, says

CHAT = "/v1/chat/completions"
MODELS = "/v1/models"
KEY = "sk-quite-secret-0123456789"
JSON = "application/json"


@pytest.fixture
def provider(world: World) -> Provider:
    """One on this machine, with nothing to say yet: put answers into ``world.pages``."""
    manner.forget()
    url = f"http://127.0.0.1:{world.http}/v1"
    return Provider(url, "quark-7", KEY, is_near=True)


@pytest.fixture
def real() -> Provider:
    """A real one, for drills: named by LLM_DRILL_URL and LLM_DRILL_MODEL."""
    url, model = os.environ.get("LLM_DRILL_URL"), os.environ.get("LLM_DRILL_MODEL")
    if not (url and model):
        pytest.skip("needs LLM_DRILL_URL and LLM_DRILL_MODEL: no model is named")
    key = os.environ.get("LLM_DRILL_KEY", "")
    return Provider(url.rstrip("/"), model, key, is_near=True)


def chat(content: Any, tokens: int = 7, **message: Any) -> Answer:
    """The model says ``content``; what is no text is sent as JSON."""
    said = content if isinstance(content, str) else json.dumps(content)
    answer = {
        "choices": [{"message": {"role": "assistant", "content": said, **message}}],
        "usage": {"total_tokens": tokens},
    }
    return says(json.dumps(answer).encode(), JSON)


def error(status: int, words: str = "No.", **headers: str) -> Answer:
    body = json.dumps({"error": {"message": words}}).encode()
    return says(body, JSON, status, **headers)


def hangs(seconds: float) -> Answer:
    """Takes the question and is silent."""

    def answer(handler: Any) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return answer


def objects_to(*names: str, status: int = 400, otherwise: Answer) -> Answer:
    """Refuses what has one of ``names`` in it, as servers do that know less."""

    def answer(handler: Any) -> None:
        question = handler.said.decode()
        found = [name for name in names if f'"{name}"' in question]
        if found:
            error(status, f"response_format: unknown {found[0]}")(handler)
        else:
            otherwise(handler)

    return answer


def questions(world: World) -> list[dict[str, Any]]:
    """What was asked, one question after the other."""
    return [json.loads(body) for body in world.sent]
