"""A language model, where somebody has set one up: any OpenAI-compatible endpoint.

``ask`` is the one door. What it says is a draft by nobody in particular: callers check
it, keep it apart, and show it as plain text.
"""

from jobtracker.llm.asking import Answer, ask
from jobtracker.llm.provider import Provider, checked_url
from jobtracker.llm.refusals import ProviderError
from jobtracker.llm.trial import try_out

__all__ = ["Answer", "Provider", "ProviderError", "ask", "checked_url", "try_out"]
