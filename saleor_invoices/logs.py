"""Structured logs: one event a line with request and delivery ids, no secrets or personal data."""

import logging
import re
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

import structlog

_SECRET_WORDS = ("token", "secret", "authorization", "password", "signature", "cookie", "body")
_PERSONAL_WORDS = ("email", "phone", "street", "customer_name", "buyer_name", "iban", "address")

_DATA = re.compile(
    r"(DETAIL: |CONTEXT: )(?:(?!\\n)[^\n])*"  # PostgreSQL's, also where a line break is escaped
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_SECRET_PATH = re.compile(r"(/(?:i|documents)/)[^\s/?]+")


_QUIET = ("httpx", "httpcore", "kombu", "amqp", "fontTools", "pikepdf")


def redact(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Hide the values of keys that name a secret or a person, should one ever be logged.

    Django writes the path of whatever it refuses; that of a link is the link's secret.
    """
    event["event"] = _SECRET_PATH.sub(r"\1[hidden]", str(event.get("event", "")))
    for key in event:
        if _is_hidden(key):
            event[key] = "[hidden]"
    return event


@lru_cache(maxsize=1024)
def _is_hidden(key: str) -> bool:
    # Keys are words of our code: few, and looked at for every line.
    return any(word in key.lower() for word in _SECRET_WORDS + _PERSONAL_WORDS)


def hide_data(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Hide what libraries put into their words: a database's row, a mail server's recipient."""
    for key in ("event", "exception"):
        if key in event:
            event[key] = _DATA.sub(r"\1[hidden]", str(event[key]))
    return event


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    redact,
]


def configuration(*, log_format: str, level: str) -> dict[str, Any]:
    """Return Django's LOGGING and set structlog up to feed it."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer = (
        structlog.dev.ConsoleRenderer(colors=False)
        if log_format == "console"
        else structlog.processors.JSONRenderer()
    )
    quiet = {"level": max(logging.getLevelNamesMapping()[level], logging.WARNING)}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.format_exc_info,
                    hide_data,
                    renderer,
                ],
            }
        },
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["out"], "level": level},
        "loggers": dict.fromkeys(_QUIET, quiet),
    }


def get(name: str) -> structlog.stdlib.BoundLogger:
    """Return a structured logger."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger
