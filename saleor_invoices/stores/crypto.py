"""Secrets at rest: Fernet (AES-128-CBC with HMAC-SHA256) under rotatable keys."""

import base64
import hashlib
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

from saleor_invoices.domain.errors import Unverified


@lru_cache(maxsize=4)
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    derived = (hashlib.sha256(b"saleor-invoices/at-rest/" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in derived])


def encrypt(plain: str) -> str:
    """Encrypt under the first of SECRET_KEYS."""
    return _fernet(tuple(settings.SECRET_KEYS)).encrypt(plain.encode()).decode()


def decrypt(cipher: str) -> str:
    """Decrypt under any of SECRET_KEYS.

    Raises ``Unverified`` (SECRET_KEY_MISSING) where none fits.
    """
    try:
        return _fernet(tuple(settings.SECRET_KEYS)).decrypt(cipher.encode()).decode()
    except InvalidToken as error:
        raise Unverified(
            "A stored secret was encrypted under a key that is not in SECRET_KEYS any more.",
            code="SECRET_KEY_MISSING",
        ) from error


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that is encrypted in the database and plain in Python. It can't be searched."""

    def get_prep_value(self, value: Any) -> Any:  # noqa: ANN401
        """Encrypt on the way in."""
        return value if value is None else encrypt(str(value))

    def from_db_value(self, value: Any, _expression: object, _connection: object) -> Any:  # noqa: ANN401
        """Decrypt on the way out."""
        return value if value is None else decrypt(value)
