"""Why there is no answer, in a sentence for the person.

Nothing of what the provider sent is in it: servers put keys and whole questions into
their errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jobtracker.errors import Refused

if TYPE_CHECKING:
    from jobtracker.llm.provider import Provider
    from jobtracker.web.addresses import Unreached

_KEY = {401, 402, 403}
_NO_SUCH = {404, 405, 410}
_SLOW = {408, 504}


class ProviderError(Refused):
    """The codes: off, address, unreachable, slow, refused-key, busy, trouble, garbage,
    refused.
    """


def off() -> ProviderError:
    return ProviderError(
        _("No language model is set up. You can name one in the settings."), code="off"
    )


def unreached(why: Unreached, provider: Provider) -> ProviderError:
    code, words = {
        "address": (
            "address",
            _(
                "There is no public server at %(host)s. Check the address in the settings."
            ),
        ),
        "slow": ("slow", _("%(host)s takes too long to answer. Try again later.")),
        "unreachable": (
            "unreachable",
            _("%(host)s cannot be reached, or it broke off. Try again later."),
        ),
        "certificate": (
            "unreachable",
            _(
                "%(host)s cannot prove that it is the one in the address: its certificate "
                "is not valid. Nothing was sent."
            ),
        ),
        "broken": ("garbage", _("What %(host)s sent cannot be read.")),
        "large": ("garbage", _("%(host)s sent more than an answer can be.")),
    }[why.code]
    return _told(words, code, provider)


def of_status(status: int, provider: Provider) -> ProviderError:
    """For an answer that is none."""
    if status in _KEY:
        code = "refused-key"
        words = _(
            "%(host)s does not take the key, or has no credit left for it (%(status)d). "
            "Check the key in the settings."
        )
    elif 300 <= status < 400:
        code = "address"
        words = _(
            "%(host)s leads elsewhere (%(status)d), and we don’t follow. Enter the "
            "address it leads to in the settings."
        )
    elif status in _NO_SUCH:
        code = "address"
        words = _(
            "%(host)s knows no such address, or not the model %(model)s (%(status)d). "
            "Check both in the settings."
        )
    elif status == 429:
        code = "busy"
        words = _("%(host)s asks to slow down (%(status)d). Try again later.")
    elif status in _SLOW:
        code = "slow"
        words = _("%(host)s takes too long to answer (%(status)d). Try again later.")
    elif status >= 500:
        code = "trouble"
        words = _("%(host)s has trouble of its own (%(status)d). Try again later.")
    else:
        code = "refused"
        words = _(
            "%(host)s did not take the question (%(status)d). Perhaps it has no model "
            "%(model)s, or the text is too long for it."
        )
    return _told(words, code, provider, status=status)


def garbage(provider: Provider) -> ProviderError:
    words = _(
        "What %(model)s answered is of no use: it does not have the form asked for."
    )
    return _told(words, "garbage", provider)


def declined(provider: Provider) -> ProviderError:
    return _told(_("%(model)s declined to answer."), "refused", provider)


def broken_key(provider: Provider) -> ProviderError:
    words = _("The key for %(host)s has signs that no key has. Enter it anew.")
    return _told(words, "refused-key", provider)


def _told(words: str, code: str, provider: Provider, **more: int) -> ProviderError:
    names = {"host": provider.host[:100], "model": provider.model[:100]}
    return ProviderError(words % (names | more), code=code)
