"""*Try it*: a short question while the person waits."""

import json
import time
from dataclasses import replace

import pytest

from jobtracker.llm import ProviderError, trial, try_out
from jobtracker.testing.provider import CHAT, JSON, KEY, MODELS, chat, error, hangs
from jobtracker.testing.web import leads_to, says


def models(*names):
    return says(json.dumps({"data": [{"id": name} for name in names]}).encode(), JSON)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["quark-7", "quark-8"], "answers, and has the model quark-7."),
        (["quark-7:latest"], "answers, and has the model quark-7."),
        (["a", "b"], "answers, but does not list quark-7. It has: a, b"),
        (list("abcdefg"), "It has: a, b, c, d, e …"),
        (["x" * 500], "It has: " + "x" * 60),
        ([], "answers."),
    ],
)
def test_the_models_it_has_are_looked_through(world, provider, names, said):
    world.pages[MODELS] = models(*names)
    told = try_out(provider)
    assert told.startswith(provider.host)
    assert told.endswith(said)
    assert world.sent == []
    assert world.asked[0][2]["Authorization"] == f"Bearer {KEY}"


def test_one_without_a_list_is_asked_for_a_word(world, provider):
    world.pages[CHAT] = chat("OK")
    assert try_out(provider) == f"{provider.host} answers."
    assert json.loads(world.sent[0])["messages"][0]["content"] == "Say OK."


@pytest.mark.parametrize(
    "body", [b'{"data": 5}', b'{"data": [1, null, {"id": 7}, {}]}', b"{}"]
)
def test_odd_lists_are_survived(world, provider, body):
    world.pages[MODELS] = says(body, JSON)
    assert try_out(provider) == f"{provider.host} answers."


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (error(401, KEY), "refused-key"),
        (error(500), "trouble"),
        (error(429), "busy"),
        (leads_to("http://127.0.0.1:22/"), "address"),
        (says(b"<html>"), "garbage"),
        (says(b"[1]", JSON), "garbage"),
        (says(b"[" * 100_000, JSON), "garbage"),
        (says(b"x" * 1_200_000, JSON), "garbage"),
    ],
)
def test_what_is_wrong_is_told(world, provider, answer, code):
    world.pages[MODELS] = answer
    with pytest.raises(ProviderError) as caught:
        try_out(provider)
    assert caught.value.code == code
    assert KEY not in caught.value.messages[0]
    assert len(world.asked) == 1


def test_nobody_waits_long(world, provider, monkeypatch):
    monkeypatch.setattr(trial, "SECONDS", 0.2)
    world.pages[MODELS] = hangs(1)
    start = time.monotonic()
    with pytest.raises(ProviderError) as caught:
        try_out(provider)
    assert caught.value.code == "slow"
    assert time.monotonic() - start < 1


def test_one_out_of_reach_is_not_asked(world, provider):
    with pytest.raises(ProviderError, match="no public server"):
        try_out(replace(provider, is_near=False))
    assert world.asked == []
