"""A VIES on a real socket, whose registers a test decides."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.saleor.fake_saleor import Call, Reply, served

CONSULTATION = "WAPIAAAAYZ1234567"


def known(name: str = "Sample Buyer GmbH", address: str = "Musterstraße 1\n10115 Berlin") -> Reply:
    """A register's answer about an id that it knows."""
    return Reply({"valid": True, "name": name, "address": address})


def unknown() -> Reply:
    """Its answer about an id that is not in use."""
    return Reply({"valid": False, "name": "---", "address": "---", "userError": "INVALID"})


def fault(code: str, status: int = 200) -> Reply:
    """What VIES says instead of an answer; under 200 as well as under an error's status."""
    return Reply({"actionSucceed": False, "errorWrappers": [{"error": code}]}, status=status)


class FakeVies:
    """Answers by VAT id; a list is used up, its last answer stays. Questions are kept."""

    def __init__(self) -> None:
        self.url = ""
        self.answers: dict[str, Reply | list[Reply]] = {}
        self.questions: list[dict[str, Any]] = []
        self.requesters_refused = False

    def __call__(self, call: Call) -> Reply:
        assert (call.method, call.path) == ("POST", "/rest-api/check-vat-number"), call
        question = json.loads(call.body)
        self.questions.append(question)
        qualified = "requesterNumber" in question
        if qualified and self.requesters_refused:
            return fault("INVALID_REQUESTER_INFO", status=400)
        reply = self._pick(question["countryCode"] + question["vatNumber"])
        if not isinstance(reply.body, dict) or reply.body.get("valid") is None:
            return reply
        echo = {**question, "requestDate": "2026-11-22T12:00:00.000Z"}
        echo["requestIdentifier"] = CONSULTATION if qualified else ""
        return Reply({**echo, **reply.body}, status=reply.status, delay=reply.delay)

    def _pick(self, vat_id: str) -> Reply:
        answer = self.answers.get(vat_id, unknown())
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer

    @property
    def asked(self) -> list[str]:
        """The VAT ids asked about, in order."""
        return [each["countryCode"] + each["vatNumber"] for each in self.questions]


@contextmanager
def open_vies() -> Iterator[FakeVies]:
    """Serve a VIES on a free local port."""
    vies = FakeVies()
    with served(vies) as url:
        vies.url = url.removesuffix("/graphql/") + "/rest-api"
        yield vies
