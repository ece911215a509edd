"""Mail for an instance without a mail server: shown in the terminal."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend


class TerminalBackend(EmailBackend):
    """Prints who a message is for and what it says, without the MIME around it."""

    def write_message(self, message: EmailMessage) -> None:
        rule = "-" * 72
        self.stream.write(
            f"{rule}\nTo: {', '.join(message.to)}\nSubject: {message.subject}\n\n"
            f"{message.body.strip()}\n{rule}\n"
        )

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return super().send_messages(email_messages) or 0
