"""The drill: a real model answers in our form. What it says is its own affair.

Name one by LLM_DRILL_URL and LLM_DRILL_MODEL, such as a llama.cpp on this machine with any
small model.
"""

import pytest
from pydantic import BaseModel

from jobtracker.llm import ask, try_out

pytestmark = pytest.mark.drill


class Verdict(BaseModel):
    summary: str
    questions: list[str]


def test_a_real_server_says_what_it_has(real):
    assert real.host in try_out(real)


def test_a_real_model_answers_in_our_form(real, settings):
    settings.LLM_SECONDS = 300
    data = {"posting": "We seek an archivist who knows EAD and speaks Dutch."}
    system = "Say in one sentence what they seek, and one question they may ask."
    answer = ask(Verdict, system=system, data=data, provider=real)
    assert answer.value.summary
    assert answer.seconds < 300
