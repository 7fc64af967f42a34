"""Reading settings from the environment, each with its documentation.

Every read registers itself, so that ``docs/settings.md`` can be written from the code and a test
finds a setting that nobody documented. Only ``settings.py`` uses this module.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


class BadSetting(Exception):
    """A setting has a value that can't be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One documented setting."""

    name: str
    kind: str
    default: str
    doc: str


REGISTRY: dict[str, Setting] = {}


def _read(name: str, kind: str, default: str, doc: str) -> str:
    REGISTRY[name] = Setting(name, kind, default, " ".join(doc.split()))
    return os.environ.get(name, default)


def text(name: str, default: str, doc: str) -> str:
    """A string."""
    return _read(name, "text", default, doc).strip()


def flag(name: str, default: bool, doc: str) -> bool:
    """``true`` or ``false``; anything else is refused, lest a typing error opens a door."""
    value = _read(name, "true or false", str(default).lower(), doc).strip().lower()
    if value not in {"true", "false"}:
        raise BadSetting(f"{name} must be true or false, not {value!r}")
    return value == "true"


def integer(name: str, default: int, doc: str) -> int:
    """A whole number."""
    value = _read(name, "whole number", str(default), doc)
    try:
        return int(value)
    except ValueError as error:
        raise BadSetting(f"{name} must be a whole number, not {value!r}") from error


def number(name: str, default: float, doc: str) -> float:
    """A number, for durations in seconds; never for money."""
    value = _read(name, "number", str(default), doc)
    try:
        return float(value)
    except ValueError as error:
        raise BadSetting(f"{name} must be a number, not {value!r}") from error


def words(name: str, default: str, doc: str) -> list[str]:
    """A comma-separated list; empty parts are dropped."""
    return [part.strip() for part in _read(name, "list", default, doc).split(",") if part.strip()]


def secret(name: str, default: str, doc: str) -> str:
    """A secret: ``NAME``, or the content of the file that ``NAME_FILE`` names."""
    file = os.environ.get(f"{name}_FILE")
    value = _read(name, "secret", default, doc + f" Can be read from a file: `{name}_FILE`.")
    if not file:
        return value.strip()
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadSetting(f"{name}_FILE can't be read: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class Mail:
    """Where mails go, in Django's terms."""

    backend: str
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    ssl: bool = False


def parse_email_url(url: str) -> Mail:
    """Read ``smtp://`` (STARTTLS when a user is given) and ``smtps://``; empty means files."""
    if not url:
        return Mail("django.core.mail.backends.filebased.EmailBackend")
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting("EMAIL_URL must look like smtp://user:password@host:587")
    ssl = parts.scheme == "smtps"
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or (465 if ssl else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=not ssl and bool(parts.username),
        ssl=ssl,
    )
