"""The sentences for what PostgreSQL refuses; the password is in none of them."""

from __future__ import annotations

import re

import psycopg
from django.utils.translation import gettext as _
from psycopg import errors

from applications.importing.sqlite_file import shown


def not_connected(error: Exception, name: str) -> str:
    """libpq tells by its words alone why there is no connection."""
    said = str(error)
    words = {"name": name}
    if re.search(r"password authentication|no password supplied|role .* exist", said):
        return _("“%(name)s” knows no such user and password. Look at the URL.") % words
    if re.search(r'database ".*" does not exist', said):
        return _("There is no database “%(name)s”. Look at the URL.") % words
    if re.search(r"translate host name|Name or service|nodename", said):
        return _("No server has the name in “%(name)s”. Look at the URL.") % words
    if re.search(r"timeout|timed out", said):
        return (
            _("“%(name)s” does not answer. Is PostgreSQL open to this machine?") % words
        )
    if re.search(r"refused|No such file|unreachable", said):
        return (
            _("Nothing answers at “%(name)s”. Does PostgreSQL run there, at this port?")
            % words
        )
    if "does not support SSL" in said:
        return _("“%(name)s” knows no SSL. Take sslmode out of the URL.") % words
    if re.search(r"no pg_hba.conf entry", said):
        return (
            _(
                "“%(name)s” does not take this connection. Try ?sslmode=require at the end "
                "of the URL, or allow this machine in pg_hba.conf."
            )
            % words
        )
    if re.search(r"invalid response|expected authentication|server closed", said):
        return _("What answers at “%(name)s” is not PostgreSQL.") % words
    return _("“%(name)s” cannot be opened. Look at the URL.") % words


def not_read(error: Exception, name: str, table: str = "") -> str:
    words = {"name": name, "table": shown(table)}
    if isinstance(error, errors.InsufficientPrivilege):
        return (
            _(
                "The table “%(table)s” of “%(name)s” may not be read by this user. Use "
                "the URL of the owner of the tables."
            )
            % words
        )
    if isinstance(error, errors.QueryCanceled | errors.LockNotAvailable):
        return (
            _(
                "The table “%(table)s” of “%(name)s” could not be read in time. Stop the "
                "old system and try again."
            )
            % words
        )
    if isinstance(error, UnicodeError | psycopg.DataError):
        return (
            _("The table “%(table)s” of “%(name)s” holds text that cannot be read.")
            % words
        )
    if isinstance(error, psycopg.OperationalError):
        return _("The connection to “%(name)s” broke off. Try again.") % words
    return _("The table “%(table)s” of “%(name)s” cannot be read.") % words
