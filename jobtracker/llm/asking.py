"""Ask a model for an answer of a certain form, and get that or a reason."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from django.conf import settings

from jobtracker.llm import prompt, refusals
from jobtracker.llm.exchange import Reply, exchange
from jobtracker.llm.manner import Manner, known, learn
from jobtracker.web.addresses import Deadline, Net, Unreached

if TYPE_CHECKING:
    from pydantic import BaseModel

    from jobtracker.llm.provider import Provider

MOST_TRIES = 4
# Seconds, doubled from one try to the next, where the server names none.
FIRST_WAIT = 0.5
_AGAIN = {408, 409, 425, 429}


@dataclass(frozen=True, slots=True)
class Answer[T: BaseModel]:
    """``tokens`` are 0 where the server counts none; ``seconds`` for all that it took."""

    value: T
    model: str
    tokens: int
    seconds: float


def ask[T: BaseModel](
    answer_type: type[T],
    *,
    system: str,
    data: Any,
    provider: Provider,
    net: Net = Net(),  # noqa: B008 – a tuple, never changed
) -> Answer[T]:
    """What the model answers, as ``answer_type``; within ``settings.LLM_SECONDS``.

    ``system`` are our instructions. ``data`` is anything that JSON holds: what others
    wrote goes there and nowhere else. Raises ``ProviderError`` for all that goes wrong.
    """
    from pydantic import ValidationError

    from jobtracker.llm.reading import complaint, json_of

    start = time.monotonic()
    schema = answer_type.model_json_schema()
    talk = _Talk(provider, schema, Deadline(settings.LLM_SECONDS), net)
    said = talk.say(messages := prompt.messages(system, data, schema))
    try:
        value = answer_type.model_validate_json(json_of(said))
    except ValidationError as error:
        said = talk.say([*messages, *prompt.correction(said, complaint(error))])
        try:
            value = answer_type.model_validate_json(json_of(said))
        except ValidationError:
            raise refusals.garbage(provider) from None
    seconds = round(time.monotonic() - start, 1)
    return Answer(value, provider.model, talk.tokens, seconds)


class _Talk:
    """The questions of one ``ask``, under one deadline."""

    def __init__(
        self, provider: Provider, schema: dict[str, Any], deadline: Deadline, net: Net
    ) -> None:
        self.provider = provider
        self.schema = schema
        self.deadline = deadline
        self.net = net
        self.tokens = 0

    def say(self, messages: list[dict[str, str]]) -> str:
        """What the model says to that; asked more plainly where the server objects."""
        names = self.provider.base_url, self.provider.model
        manner = known(*names)
        while True:
            reply = self._patiently(messages, manner)
            if reply.status == 200:
                learn(*names, manner)
                return self._text(reply)
            plainer = manner.plainer(reply.status, reply.body)
            if plainer is None:
                raise refusals.of_status(reply.status, self.provider)
            manner = plainer

    def _patiently(self, messages: list[dict[str, str]], manner: Manner) -> Reply:
        """The reply; asked again where a later try may do better, while there is time."""
        question = {
            "model": self.provider.model,
            "messages": messages,
            **manner.options(self.schema),
        }
        for tried in count(1):
            try:
                reply = self._once(question)
            except Unreached as why:
                if why.code == "unreachable" and self._wait(tried):
                    continue
                raise refusals.unreached(why, self.provider) from None
            is_final = not is_passing(reply.status) or bool(
                manner.plainer(reply.status, reply.body)
            )
            if is_final or not self._wait(tried, reply.retry_after):
                break
        return reply

    def _once(self, question: dict[str, Any]) -> Reply:
        return exchange(
            self.provider,
            "chat/completions",
            question,
            deadline=self.deadline,
            net=self.net,
        )

    def _wait(self, tried: int, asked_for: float | None = None) -> bool:
        """Wait before the next try; False where there should be none any more."""
        seconds = FIRST_WAIT * 2 ** (tried - 1) if asked_for is None else asked_for
        if tried >= MOST_TRIES or not self.deadline.holds(seconds):
            return False
        time.sleep(seconds)
        return True

    def _text(self, reply: Reply) -> str:
        from pydantic import ValidationError

        from jobtracker.llm.reading import Envelope

        try:
            envelope = Envelope.model_validate_json(reply.body)
        except ValidationError:
            raise refusals.garbage(self.provider) from None
        self.tokens += envelope.tokens
        if envelope.is_declined:
            raise refusals.declined(self.provider)
        return envelope.text


def is_passing(status: int) -> bool:
    """Whether it may be over soon."""
    return status in _AGAIN or status >= 500
