"""A message to a company as an e-mail: one at a time, by a click, at most once.

The errand is committed before the mail goes out. Where the server surely did not take it,
the errand is given back and the person may click again; where nobody can know, they are
told so, and sending again is a decision of its own.
"""

from __future__ import annotations

import hashlib
import logging
import smtplib
from email.utils import formataddr, make_msgid, parseaddr
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, mailers
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from accounts.models import Errand
from companies.models import ContactMethod
from jobtracker.errors import Refused, Stale

if TYPE_CHECKING:
    from companies.models import OutreachCampaign

logger = logging.getLogger(__name__)

MOST_AN_HOUR = 30
HOUR = 60 * 60
# Mail programs cut longer links.
MOST_OF_A_LINK = 1_900


def is_possible() -> bool:
    """Whether this instance has a mail server to send by."""
    return not settings.MAIL_IS_CONSOLE


class Letter:
    """The mail of a message, as it would go out, and why it may not."""

    def __init__(self, outreach: OutreachCampaign) -> None:
        self.outreach = outreach
        self.user = outreach.company.user
        self.to = outreach.contact.email if outreach.contact else ""
        self.subject = " ".join(outreach.subject.split())
        self.body = outreach.message_content
        self.reply_to = self.user.email
        name = " ".join(self.user.full_name.split())
        self.sender = formataddr((name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))

    @property
    def reasons(self) -> list[str]:
        """Why it can't be sent as it is; empty if it can."""
        checks = {
            _("This was sent already."): not self.outreach.is_draft,
            _("Fill in what is marked in the message first."): self.outreach.gaps,
            _("There is no text yet."): not self.body.strip(),
            _("It has no subject yet."): not self.subject,
            _("Choose e-mail as the way it goes."): not self._is_mail,
            _("Choose a contact with an e-mail address."): not self._has_address,
        }
        return [reason for reason, is_so in checks.items() if is_so]

    @property
    def _is_mail(self) -> bool:
        return self.outreach.contact_method == ContactMethod.EMAIL

    @property
    def _has_address(self) -> bool:
        try:
            validate_email(self.to)
        except ValidationError:
            return False
        return True

    @property
    def mailto(self) -> str:
        """A link that opens it in a mail program; without the text if that is long."""
        said = {"subject": self.subject, "body": self.body.replace("\n", "\r\n")}
        link = f"mailto:{quote(self.to, safe='@')}"
        whole = f"{link}?{urlencode(said, quote_via=quote)}"
        if len(whole) <= MOST_OF_A_LINK:
            return whole
        return f"{link}?{urlencode({'subject': self.subject}, quote_via=quote)}"

    @property
    def mark(self) -> str:
        """Another one whenever something else would go out, or it was tried once more."""
        said = [self.to, self.sender, self.reply_to, self.subject, self.body]
        tried = self.tried
        return hashlib.sha256(repr([*said, tried and tried.pk]).encode()).hexdigest()

    @property
    def tried(self) -> Errand | None:
        """A former try of which nobody knows how it ended."""
        mine = Errand.objects.for_user(self.user).filter(done_at=None)
        return mine.filter(key__startswith=f"{self._key}:").order_by("-pk").first()

    @property
    def _key(self) -> str:
        return f"outreach:{self.outreach.pk}"

    def send(self, *, seen: str) -> None:
        """Send it as it was shown, with that ``mark``. Raises Refused, Stale."""
        if self.reasons:
            raise Refused(self.reasons[0])
        # Taken once: it must be the same try that is compared and claimed.
        tried = self.tried
        if seen != self.mark:
            raise Stale
        message = self._mail()
        self._count()
        key = f"{self._key}:{tried.pk if tried else 0}"
        errand = Errand.objects.claim(self.user, key)
        if errand is None:
            raise Refused(_("This is being sent, by another click."))
        self._hand_over(message, errand)

    def _mail(self) -> EmailMessage:
        """The mail. Raises Refused where it can't be put on the wire."""
        domain = parseaddr(self.sender)[1].rpartition("@")[2]
        mail = EmailMessage(
            self.subject,
            self.body,
            self.sender,
            [self.to],
            reply_to=[self.reply_to],
            headers={"Message-ID": make_msgid(domain=domain)},
        )
        try:
            mail.message().as_bytes()
        except ValueError as error:
            text = _("No mail can be made of this: look at the address.")
            raise Refused(text) from error
        return mail

    def _hand_over(self, message: EmailMessage, errand: Errand) -> None:
        connection: Any = mailers.default
        try:
            connection.open()
        except OSError as error:
            errand.give_back()
            raise _away(error) from error
        try:
            connection.send_messages([message])
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
            errand.give_back()
            raise _refused(error) from error
        except OSError as error:
            logger.exception("Nobody knows whether outreach %s went", self.outreach.pk)
            raise _unknown() from error
        finally:
            _close(connection)
        self.outreach.note_mailed(self.to, str(message.extra_headers["Message-ID"]))
        errand.finish()

    def _count(self) -> None:
        key = f"outreach-sent:{self.user.pk}"
        cache.add(key, 0, HOUR)
        if cache.incr(key) > MOST_AN_HOUR:
            raise Refused(
                _("You sent %(most)d messages within the hour. Try again later.")
                % {"most": MOST_AN_HOUR}
            )


def _away(error: OSError) -> Refused:
    logger.warning("The mail server is away: %s", error)
    return Refused(_("The mail server can’t be reached, so nothing was sent."))


def _refused(
    error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> Refused:
    logger.warning("A mail of outreach was refused: %s", error)
    return Refused(_("The mail server did not take it, so nothing was sent."))


def _unknown() -> Refused:
    return Refused(
        _("The connection broke off: nobody knows whether the message went out.")
    )


def _close(connection: Any) -> None:
    try:
        connection.close()
    except OSError:
        logger.info("The mail server did not say goodbye.")
