"""Paying an order through a payment app of its Saleor, by Saleor's transaction flow.

What goes to the app and comes from it is JSON of the app's own shape, handed through as it is.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

from saleor_invoices.domain.errors import Refused, Unreachable
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.shapes import Id, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class AppAnswer:
    """What came of a step: the transaction, Saleor's event type, and the app's own data."""

    transaction_id: str
    event: str
    message: str
    data: Any


class _Error(Shape):
    message: str | None = None


class _Config(Shape):
    id: str
    data: Any = None
    errors: list[_Error] | None = None


class _Gateways(Shape):
    gateway_configs: list[_Config] | None


class _Item(Shape):
    id: Id


class _Event(Shape):
    type: str | None
    message: str | None = None


class _Step(Shape):
    transaction: _Item | None
    transaction_event: _Event | None
    data: Any = None


def gateway_initialize(
    client: SaleorClient, *, order_id: str, gateway: str, amount: Decimal
) -> Any:  # noqa: ANN401
    """What the app tells a page that is about to pay; Stripe's app: its publishable key.

    Raises ``Refused`` PAYMENT_APP_MISSING where Saleor has no such app, and with the app's own
    words where that refuses.
    """
    variables = {"id": order_id, "amount": amount, "gateway": gateway}
    data = client.execute("paymentGatewayInitialize", variables)
    found = _read(data.get("paymentGatewayInitialize"), _Gateways)
    config = next((one for one in found.gateway_configs or () if one.id == gateway), None)
    if config is None:
        raise Refused(f"Saleor has no payment app {gateway}.", code="PAYMENT_APP_MISSING")
    if config.errors:
        words = config.errors[0].message or "It gave no reason."
        raise Refused(f"The payment app refused: {words}", code="PAYMENT_APP_REFUSED")
    return config.data


def transaction_initialize(
    client: SaleorClient,
    *,
    order_id: str,
    gateway: str,
    amount: Decimal,
    data: Any,  # noqa: ANN401
    key: str,
) -> AppAnswer:
    """Begin to pay; the same ``key`` again is the same transaction."""
    variables = {"id": order_id, "amount": amount, "gateway": gateway, "data": data, "key": key}
    return _answer(client.execute("transactionInitialize", variables)["transactionInitialize"])


def transaction_process(client: SaleorClient, *, transaction_id: str, data: Any) -> AppAnswer:  # noqa: ANN401
    """Go on with it, after the customer did what the app asked for."""
    variables = {"id": transaction_id, "data": data}
    return _answer(client.execute("transactionProcess", variables)["transactionProcess"])


def _answer(result: object) -> AppAnswer:
    step = _read(result, _Step)
    return AppAnswer(
        transaction_id=step.transaction.id if step.transaction else "",
        event=(step.transaction_event.type if step.transaction_event else "") or "",
        message=(step.transaction_event.message if step.transaction_event else "") or "",
        data=step.data,
    )


def _read(result: object, shape: type[Any]) -> Any:  # noqa: ANN401
    try:
        return msgspec.convert(result, shape, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise Unreachable("Saleor's answer can't be read.", code="BAD_ANSWER") from error
