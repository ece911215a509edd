"""Text that lies encrypted in the database."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

PURPOSE = b"jobtracker: stored secrets"


@lru_cache(maxsize=4)
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return base64.urlsafe_b64encode(kdf.derive(key.encode()))


def _current() -> MultiFernet:
    return _fernet((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


class SecretField(models.TextField):
    """Encrypted with a key out of SECRET_KEY, read also with SECRET_KEY_FALLBACKS.

    Where no key fits it reads as empty: the secret has to be entered anew.
    """

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return _current().encrypt(text.encode()).decode() if text else text

    def from_db_value(self, value: Any, *args: Any) -> Any:
        if not value:
            return value
        try:
            return _current().decrypt(value.encode()).decode()
        except InvalidToken:
            return ""
