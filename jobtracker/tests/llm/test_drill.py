"""The drill: a real model answers in our form. What it says is its own affair.

Name one by LLM_DRILL_URL and LLM_DRILL_MODEL, such as a llama.cpp on this machine with any
small model.
"""

import os

import pytest
from pydantic import BaseModel

from jobtracker.llm import Provider, ask, try_out

pytestmark = pytest.mark.drill


class Verdict(BaseModel):
    summary: str
    questions: list[str]


@pytest.fixture
def real():
    url, model = os.environ.get("LLM_DRILL_URL"), os.environ.get("LLM_DRILL_MODEL")
    if not (url and model):
        pytest.skip("needs LLM_DRILL_URL and LLM_DRILL_MODEL: no model is named")
    key = os.environ.get("LLM_DRILL_KEY", "")
    return Provider(url.rstrip("/"), model, key, is_near=True)


def test_a_real_server_says_what_it_has(real):
    assert real.host in try_out(real)


def test_a_real_model_answers_in_our_form(real, settings):
    settings.LLM_SECONDS = 300
    data = {"posting": "We seek an archivist who knows EAD and speaks Dutch."}
    system = "Say in one sentence what they seek, and one question they may ask."
    answer = ask(Verdict, system=system, data=data, provider=real)
    assert answer.value.summary
    assert answer.seconds < 300
