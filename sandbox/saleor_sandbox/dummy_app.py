"""Saleor's dummy payment app: what the storefront asks for is what happens.

`{"event": {"type": "CHARGE_SUCCESS", "includePspReference": true}}` is answered with that result.
"""

import uuid
from decimal import Decimal
from typing import Any

from .payment_apps import Answer, Refunded, Session, Told
from .payment_model import TransactionItem

TYPES = {
    f"{action}_{step}"
    for action in ("CHARGE", "AUTHORIZATION")
    for step in ("REQUEST", "ACTION_REQUIRED", "FAILURE", "SUCCESS")
}
REFUSAL = "The data of the payment is not what this app takes."


class DummyApp:
    identifier = "saleor.io.dummy-payment-app"
    name = "Dummy Payment App"

    def __init__(self, _given: dict[str, Any], public_url: str) -> None:
        self.page = f"{public_url}/dashboard/"

    def configuration(self) -> Any:
        return {"ok": True}

    def initialize(self, session: Session) -> Answer:
        return self._answer(session, session.key, "psp-ref")

    def process(self, session: Session) -> Answer:
        return self._answer(session, f"{session.item.token}/process", "test-psp")

    def _answer(self, session: Session, seed: str, constant: str) -> Answer:
        # From the idempotency key: the same call again is the same payment, as at any provider.
        reference = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{session.item.token}/{seed}"))
        event = session.data.get("event") if isinstance(session.data, dict) else None
        kind = event.get("type") if isinstance(event, dict) else None
        included = event.get("includePspReference", True) if isinstance(event, dict) else None
        if kind not in TYPES or not isinstance(included, bool):
            failure = f"{session.action}_FAILURE"
            return Answer(
                failure, reference, session.amount, REFUSAL, actions=[], data={"exception": True}
            )
        return Answer(
            kind,
            reference if included else constant,
            session.amount,
            "Great success!",
            self.page,
            actions_of(kind),
        )

    def refund(self, item: TransactionItem, amount: Decimal, reference: str) -> Refunded:
        return Refunded(reference, "REFUND_SUCCESS", "Great success!")

    def event(self, body: bytes, signature: str) -> Told | None:
        return None


def actions_of(kind: str) -> list[str]:
    if kind == "CHARGE_FAILURE":
        return ["REFUND", "CHARGE", "CANCEL"]
    if kind.endswith("ACTION_REQUIRED"):
        return []
    return ["REFUND"] if kind.startswith("CHARGE") else ["CHARGE", "CANCEL"]
