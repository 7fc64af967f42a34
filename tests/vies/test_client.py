"""What VIES says, and everything that it may do instead."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.vies import client
from saleor_invoices.vies.client import ViesAnswer, ViesOutcome, vat_id_check
from tests.saleor.fake_saleor import Reply
from tests.vies.fake_vies import CONSULTATION, FakeVies, fault, known, unknown

BUYER, SELLER = "DE136695976", "PL5260001246"


def ask(vies: FakeVies, vat_id: str = BUYER, requester: str = SELLER) -> ViesAnswer:
    """Ask as the seller does."""
    return vat_id_check(url=vies.url, vat_id=vat_id, requester_vat_id=requester)


def test_a_known_id_is_valid_and_proven(vies: FakeVies) -> None:
    vies.answers[BUYER] = known()
    assert ask(vies) == ViesAnswer(
        outcome=ViesOutcome.VALID,
        name="Sample Buyer GmbH",
        address="Musterstraße 1\n10115 Berlin",
        consultation_number=CONSULTATION,
    )
    assert vies.questions == [
        {
            "countryCode": "DE",
            "vatNumber": "136695976",
            "requesterMemberStateCode": "PL",
            "requesterNumber": "5260001246",
        }
    ]


def test_an_unknown_id_is_invalid_and_has_no_name(vies: FakeVies) -> None:
    vies.answers[BUYER] = Reply({"valid": False, "name": "---", "address": "---"})
    answer = ask(vies)
    assert (answer.outcome, answer.name, answer.address) == (ViesOutcome.INVALID, "", "")
    assert answer.consultation_number == CONSULTATION  # a no is proven, too


def test_who_has_no_vat_id_asks_without_proof(vies: FakeVies) -> None:
    vies.answers[BUYER] = known()
    for requester in ("", "12345", "CH"):
        answer = ask(vies, requester=requester)
        assert (answer.outcome, answer.consultation_number) == (ViesOutcome.VALID, "")
    assert {tuple(question) for question in vies.questions} == {("countryCode", "vatNumber")}


def test_a_requester_whom_vies_refuses_is_left_out(vies: FakeVies) -> None:
    vies.answers[BUYER], vies.requesters_refused = known(), True
    answer = ask(vies)
    assert (answer.outcome, answer.consultation_number) == (ViesOutcome.VALID, "")
    assert len(vies.questions) == 2


@pytest.mark.parametrize("status", [200, 400, 500, 503])
@pytest.mark.parametrize(
    "code",
    [
        "MS_UNAVAILABLE",
        "MS_MAX_CONCURRENT_REQ",
        "MS_MAX_CONCURRENT_REQ_TIME",
        "GLOBAL_MAX_CONCURRENT_REQ",
        "SERVICE_UNAVAILABLE",
        "TIMEOUT",
        "IP_BLOCKED",
        "VAT_BLOCKED",
        "SOMETHING_NEW",
    ],
)
def test_a_code_says_nothing_about_the_id(vies: FakeVies, code: str, status: int) -> None:
    vies.answers[BUYER] = fault(code, status)
    assert ask(vies) == ViesAnswer(outcome=ViesOutcome.UNAVAILABLE, detail=code)


def test_a_no_beside_a_code_is_no_no(vies: FakeVies) -> None:
    vies.answers[BUYER] = Reply({"valid": False, "userError": "MS_UNAVAILABLE"})
    assert ask(vies).outcome is ViesOutcome.UNAVAILABLE


@pytest.mark.parametrize("reply", [unknown(), fault("INVALID_INPUT", 400)])
def test_what_vies_calls_invalid_is_invalid(vies: FakeVies, reply: Reply) -> None:
    vies.answers[BUYER] = reply
    assert ask(vies).outcome is ViesOutcome.INVALID


@pytest.mark.parametrize(
    "reply",
    [
        Reply({"valid": True}, status=502),
        Reply({"valid": None}),
        Reply({}),
        Reply(b"<html>maintenance</html>"),
        Reply(b'{"valid": "yes"}'),
        Reply(b"[]"),
        Reply(b"\xff\xfe", status=500),
        Reply(b"", status=204),
        Reply(b"", status=302, headers={"Location": "https://elsewhere.example.com/"}),
    ],
)
def test_what_is_no_answer_is_unavailable(vies: FakeVies, reply: Reply) -> None:
    vies.answers[BUYER] = reply
    answer = ask(vies)
    assert (answer.outcome, answer.detail) == (ViesOutcome.UNAVAILABLE, f"HTTP {reply.status}")


def test_an_endless_answer_is_cut_off(vies: FakeVies) -> None:
    vies.answers[BUYER] = Reply(b" " * (client.MAX_ANSWER_BYTES + 1))
    assert ask(vies).detail == "ANSWER_TOO_LARGE"


def test_a_slow_vies_is_unavailable(vies: FakeVies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", httpx.Timeout(0.1))
    vies.answers[BUYER] = Reply({"valid": True}, delay=0.5)
    assert ask(vies) == ViesAnswer(outcome=ViesOutcome.UNAVAILABLE, detail="TIMEOUT")


def test_nul_characters_are_left_out(vies: FakeVies) -> None:
    vies.answers[BUYER] = known(name="Sample\x00 Buyer", address="\x00")
    assert (ask(vies).name, ask(vies).address) == ("Sample Buyer", "")


@contextmanager
def closed_port() -> Iterator[str]:
    """The address of a port at which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/rest-api"


def test_nobody_there_is_unavailable() -> None:
    with closed_port() as url:
        answer = vat_id_check(url=url, vat_id=BUYER)
    assert (answer.outcome, answer.detail) == (ViesOutcome.UNAVAILABLE, "ConnectError")


def test_what_is_no_http_is_unavailable(vies: FakeVies) -> None:
    vies.answers[BUYER] = Reply({}, headers={"X-Long": "y" * 200_000})
    assert ask(vies).detail == "RemoteProtocolError"


@pytest.mark.parametrize("url", ["", "ftp://vies.example.com", "http://[", "no address"])
def test_an_address_that_is_none_is_unavailable(url: str) -> None:
    assert vat_id_check(url=url, vat_id=BUYER).outcome is ViesOutcome.UNAVAILABLE


@pytest.mark.parametrize(
    "vat_id", ["", "DE", "de136695976", "DE 136 695", "DE1/../x", "1234567890", "DE" + "1" * 40]
)
def test_a_text_that_is_no_vat_id_is_not_asked_about(vies: FakeVies, vat_id: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(vies, vat_id)
    assert caught.value.code == "VAT_ID_INVALID"
    assert vies.questions == []
