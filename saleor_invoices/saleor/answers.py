"""What an answer of Saleor's GraphQL means: data, or one of our errors.

Saleor answers HTTP 200 to most failures, a dead token included, so the body decides.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from saleor_invoices.domain.errors import ExternalFailure, Refused, Throttled, Unreachable
from saleor_invoices.saleor import wire

DENIED_CODES = frozenset(
    {
        "PermissionDenied",
        "Unauthenticated",
        "InvalidTokenError",
        "InvalidSignatureError",
        "ExpiredSignatureError",
        "DecodeError",
        "JSONWebTokenError",
    }
)
INTERNAL_ERROR = "Internal Server Error"  # in place of any message that Saleor keeps to itself
BAD_DATA_CODES = frozenset({"DataError", "IntegrityError", "ValueError", "TypeError", "KeyError"})
DEFAULT_RETRY_AFTER = 30.0
MAX_RETRY_AFTER = 3600.0


class Denied(ExternalFailure):
    """Saleor did not accept the token for this; why, only another question can tell."""

    code = "DENIED"


def parse(status: int, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """The ``data`` of an answer.

    Raises ``Throttled`` (429), ``Unreachable`` (5xx, no JSON, a fault inside Saleor), ``Denied``,
    or ``Refused`` with ``params["codes"]`` and ``params["errors"]``; its code is SCHEMA_MISMATCH
    when the document has a field or type that this Saleor does not know.
    """
    if status == 429:
        wait = retry_after(headers.get("retry-after", ""))
        raise Throttled("Saleor asks for a pause.", retry_after=wait)
    if status >= 500:
        raise Unreachable(f"Saleor answered with HTTP {status}.")
    answer = _object(status, body)
    if errors := _objects(answer.get("errors")):
        raise _failure(errors)
    data = answer.get("data")
    if status != 200 or not isinstance(data, dict):
        raise Refused(f"Saleor refused the request with HTTP {status}.", code="HTTP_REFUSED")
    return data


def raise_for_mutation(data: dict[str, Any]) -> None:
    """Raise ``Refused`` when a mutation's own ``errors`` are not empty."""
    for result in data.values():
        errors = _objects(result.get("errors")) if isinstance(result, dict) else []
        if errors:
            raise _refused(errors, [str(error.get("code") or "") for error in errors])


def retry_after(value: str) -> float:
    """Seconds to wait by a Retry-After header (RFC 9110, section 10.2.3), within reason."""
    try:
        seconds = float(value)
    except ValueError:
        seconds = _until(value)
    return DEFAULT_RETRY_AFTER if math.isnan(seconds) else min(max(seconds, 1.0), MAX_RETRY_AFTER)


def _until(value: str) -> float:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return DEFAULT_RETRY_AFTER
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - datetime.now(UTC)).total_seconds()


def _object(status: int, body: bytes) -> dict[str, Any]:
    try:
        answer = wire.decode(body)
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        return answer
    if status == 200:  # a proxy's page, or a cut answer
        raise Unreachable("Saleor's answer is not JSON.", code="BAD_ANSWER")
    raise Refused(f"Saleor refused the request with HTTP {status}.", code="HTTP_REFUSED")


def _failure(errors: list[dict[str, Any]]) -> ExternalFailure:
    codes = [_exception_code(error) for error in errors]
    if DENIED_CODES.intersection(codes):
        return Denied("Saleor denied access.", params={"codes": codes})
    internal = any(error.get("message") == INTERNAL_ERROR for error in errors)
    if internal and not BAD_DATA_CODES.intersection(codes):
        return Unreachable("Saleor met an error of its own.", params={"codes": codes})
    return _refused(errors, codes)


def _refused(errors: list[dict[str, Any]], codes: Iterable[str]) -> Refused:
    told = [
        {"field": error.get("field"), "message": str(error.get("message") or "")[:500]}
        for error in errors[:20]
    ]
    message = "; ".join(entry["message"] for entry in told if entry["message"]) or "no reason given"
    mismatch = any(
        str(entry["message"]).startswith(("Cannot query field", "Unknown type", "Unknown argument"))
        for entry in told
    )
    return Refused(
        f"Saleor refused: {message}",
        code="SCHEMA_MISMATCH" if mismatch else None,
        params={"codes": [code for code in codes if code], "errors": told},
    )


def _exception_code(error: dict[str, Any]) -> str:
    extensions = error.get("extensions")
    exception = extensions.get("exception") if isinstance(extensions, dict) else None
    return str(exception.get("code") or "") if isinstance(exception, dict) else ""


def _objects(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
