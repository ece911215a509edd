"""Why a page was not fetched, in words for the person, and the way out."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jobtracker.errors import Refused
from jobtracker.web.addresses import Unreached

_GONE = {404, 410}
# 999 is LinkedIn's word for “not for programs”.
_CLOSED = {401, 402, 403, 451, 999}


def unreached(why: Unreached) -> Refused:
    """What the web said no to; the code stays."""
    words = {
        "address": _(
            "There is no public website at %(host)s. Check the link, or paste the page "
            "instead."
        )
        % {"host": why.host[:100]},
        "slow": _(
            "The website takes too long to answer. Try later, or paste the page instead."
        ),
        "unreachable": _(
            "The website cannot be reached, or it broke off. Try later, or paste the page "
            "instead."
        ),
        "certificate": _(
            "The website cannot prove that it is the one in the link: its "
            "certificate is not valid. Nothing was fetched; paste the page instead."
        ),
        "broken": _("What the website sent cannot be read. Paste the page instead."),
        "large": _("The page is too large. Paste the part that matters instead."),
    }
    return Refused(words[why.code], code=why.code)


def check_status(status: int) -> None:
    """Raises ``Refused`` unless the page is there."""
    if status == 200:
        return
    if status in _GONE:
        code = "gone"
        why = _("There is no such page any more (%(status)d).")
    elif status in _CLOSED:
        code = "closed"
        why = _(
            "The website shows this page only after a login, or not to programs "
            "(%(status)d). Paste the page instead."
        )
    elif status == 429:
        code = "busy"
        why = _(
            "The website asks to slow down (%(status)d). Try in an hour, or paste the "
            "page instead."
        )
    elif status >= 500:
        code = "trouble"
        why = _(
            "The website has trouble of its own (%(status)d). Try later, or paste the "
            "page instead."
        )
    else:
        code = "status"
        why = _("The website gave no page (%(status)d). Paste the page instead.")
    raise Refused(why % {"status": status}, code=code)
