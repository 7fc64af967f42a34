"""The client of VIES' REST service. It knows nothing of stores or documents.

``POST <VIES_URL>/check-vat-number`` takes the VAT id to ask about and the VAT id of who asks; with
the latter the answer has a consultation number, which an auditor accepts as proof. VIES passes the
question on to the member state's own register, which is often away: then VIES answers an error
code, under whatever HTTP status, and sometimes ``valid: false`` beside it. Only an answer without
such a code says anything about the id.
"""

import re
import time
from dataclasses import dataclass
from enum import StrEnum

import httpx
import msgspec

from saleor_invoices.domain.errors import InvalidInput

TIMEOUT = httpx.Timeout(30.0, connect=5.0)  # some registers take a quarter of a minute
MAX_ANSWER_BYTES = 100_000
MAX_SECONDS = 60.0
_VAT_ID = re.compile(r"[A-Z]{2}[0-9A-Z+*]{2,15}")
_NOTHING = "---"  # what a register that tells no names puts instead
_SAYS_INVALID = frozenset({"INVALID", "INVALID_INPUT"})
_SAYS_NOTHING_WRONG = frozenset({"", "VALID"})
_REQUESTER_REFUSED = "INVALID_REQUESTER_INFO"


class ViesOutcome(StrEnum):
    """What came of asking."""

    VALID = "valid"
    INVALID = "invalid"
    UNAVAILABLE = "unavailable"  # says nothing about the id: ask again later


@dataclass(frozen=True, slots=True, kw_only=True)
class ViesAnswer:
    """The answer. Name and address are as the register has them, where it tells them."""

    outcome: ViesOutcome
    name: str = ""
    address: str = ""
    consultation_number: str = ""
    detail: str = ""  # VIES' own error code, or why there was no answer


class _Wrapped(msgspec.Struct):
    error: str = ""


class _Body(msgspec.Struct, rename="camel"):
    """The parts of VIES' JSON that are read; what is not there has VIES' word for nothing."""

    valid: bool | None = None
    user_error: str | None = None
    error_wrappers: list[_Wrapped] | None = None
    name: str | None = None
    address: str | None = None
    request_identifier: str | None = None


def vat_id_check(*, url: str, vat_id: str, requester_vat_id: str = "") -> ViesAnswer:
    """Ask VIES once about a VAT id, with its prefix (``EL`` for Greece) and without spaces.

    Never raises for what VIES or the network does: that is ``UNAVAILABLE``. A requester whom VIES
    refuses is left out, which gives an answer without a consultation number. Raises
    ``InvalidInput`` VAT_ID_INVALID for a text that can be no VAT id of a member state.
    """
    if not _VAT_ID.fullmatch(vat_id):
        raise InvalidInput("This has not the form of a VAT id.", code="VAT_ID_INVALID")
    asked = {"countryCode": vat_id[:2], "vatNumber": vat_id[2:]}
    if not _VAT_ID.fullmatch(requester_vat_id):
        return _answer(url, asked)
    requester = {
        "requesterMemberStateCode": requester_vat_id[:2],
        "requesterNumber": requester_vat_id[2:],
    }
    answer = _answer(url, {**asked, **requester})
    return _answer(url, asked) if answer.detail == _REQUESTER_REFUSED else answer


def _answer(url: str, question: dict[str, str]) -> ViesAnswer:
    try:
        status, body = _post(f"{url}/check-vat-number", question)
    except httpx.TimeoutException:
        return _unavailable("TIMEOUT")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return _unavailable(type(error).__name__)
    except ValueError:
        return _unavailable("ANSWER_TOO_LARGE")
    try:
        return _read(msgspec.json.decode(body, type=_Body), status)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _unavailable(f"HTTP {status}")


def _read(body: _Body, status: int) -> ViesAnswer:
    code = _error_code(body)
    if code in _SAYS_INVALID:
        return ViesAnswer(outcome=ViesOutcome.INVALID, detail=code)
    if code not in _SAYS_NOTHING_WRONG:
        return _unavailable(code)
    if status != httpx.codes.OK or body.valid is None:
        return _unavailable(f"HTTP {status}")
    return ViesAnswer(
        outcome=ViesOutcome.VALID if body.valid else ViesOutcome.INVALID,
        name=_text(body.name),
        address=_text(body.address),
        consultation_number=_text(body.request_identifier),
    )


def _error_code(body: _Body) -> str:
    wrapped = next((item.error for item in body.error_wrappers or [] if item.error), "")
    return _text(wrapped or body.user_error).upper()


def _text(value: str | None) -> str:
    text = (value or "").replace("\x00", "").strip()  # PostgreSQL keeps no NUL
    return "" if text == _NOTHING else text


def _unavailable(detail: str) -> ViesAnswer:
    return ViesAnswer(outcome=ViesOutcome.UNAVAILABLE, detail=detail)


def _post(url: str, question: dict[str, str]) -> tuple[int, bytes]:
    deadline, chunks = time.monotonic() + MAX_SECONDS, bytearray()
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    # The address is the operator's, never a caller's, so it needs no guard like Saleor's, and a
    # proxy of the environment is welcome. Questions are rare: a pool would only grow stale.
    with httpx.stream(
        "POST", url, json=question, headers=headers, timeout=TIMEOUT, follow_redirects=False
    ) as response:
        for chunk in response.iter_raw():
            chunks += chunk
            if len(chunks) > MAX_ANSWER_BYTES or time.monotonic() > deadline:
                raise ValueError("more than an answer of VIES has")
        return response.status_code, bytes(chunks)
