"""The MAILERS setting from a mail URL (the EMAIL_* settings are gone in Django 6.1)."""

from typing import Any
from urllib.parse import urlsplit

import environ


def mailer(url: str) -> dict[str, Any]:
    """Return one entry of MAILERS.

    ``url`` is what django-environ reads: ``consolemail://``,
    ``smtp+tls://user:password@host:587``, ``smtp+ssl://…``, ``filemail:///folder``.
    """
    parsed = environ.Env.email_url_config(url)
    options: dict[str, Any] = {}
    if parsed["EMAIL_BACKEND"].endswith("smtp.EmailBackend"):
        options = {
            "host": parsed.get("EMAIL_HOST") or "localhost",
            "port": parsed.get("EMAIL_PORT") or 25,
            "username": parsed.get("EMAIL_HOST_USER") or "",
            "password": parsed.get("EMAIL_HOST_PASSWORD") or "",
            "use_tls": parsed.get("EMAIL_USE_TLS", False),
            "use_ssl": parsed.get("EMAIL_USE_SSL", False),
            "timeout": 10,
        }
    elif parsed["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
        options = {"file_path": urlsplit(url).path}
    elif parsed["EMAIL_BACKEND"].endswith("console.EmailBackend"):
        return {"BACKEND": "jobtracker.mail.TerminalBackend"}
    return {"BACKEND": parsed["EMAIL_BACKEND"], "OPTIONS": options}
