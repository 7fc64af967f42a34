"""Orders as Saleor tells about them, each different, with sums that hold."""

import json
import random
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from demo.processes import ROOT

EXAMPLE = ROOT / "webhooks" / "order_fully_paid.json"
EVENT = "order_fully_paid"
CHANNEL = "europe"
CENT = Decimal("0.01")
_GOODS = ("Desk Lamp", "Oak Shelf", "Wool Blanket", "Ceramic Vase", "Herbal Tea", "Notebook", "Mug")
_KINDS = ("Brass", "Walnut", "Large", "Moss green", "Set of four", "Limited edition", "Natural")
_CITIES = ("BERLIN", "HAMBURG", "KÖLN", "LEIPZIG", "MÜNCHEN", "BREMEN")

Json = dict[str, Any]


class Orders:
    """Makes deliveries of orders, paid in full or not at all; ``seed`` repeats them."""

    def __init__(self, seed: int, *, lines: int = 5, paid: bool = True) -> None:
        self._example: Json = json.loads(EXAMPLE.read_bytes(), parse_float=Decimal)
        self._random = random.Random(seed)  # noqa: S311 no secret
        self._lines, self._paid, self._count, self._seed = lines, paid, 0, seed

    def delivery(self) -> bytes:
        """The body of one ORDER_FULLY_PAID, in Saleor's own spacing: some 9 kB at 5 lines."""
        self._count += 1
        number = f"{self._seed}{self._count:06}"
        event = {**self._example, "issuedAt": datetime.now(UTC).isoformat()}
        event["order"] = self._order(self._example["order"], number)
        return json.dumps(event, default=float).encode()

    def _order(self, example: Json, number: str) -> Json:
        lines = [self._line(example["lines"][0], number, place) for place in range(self._lines)]
        shipping = _price(Decimal(self._random.randint(390, 1290)) / 100, Decimal("0.19"))
        total = _sum([line["totalPrice"] for line in lines] + [shipping])
        paid = {"amount": total["gross"]["amount"] if self._paid else Decimal(0)}
        transaction = {**example["transactions"][0], "chargedAmount": paid}
        return {
            **example,
            "id": f"T3JkZXI6{number}",
            "number": number,
            "billingAddress": self._address(example["billingAddress"]),
            "shippingAddress": self._address(example["shippingAddress"]),
            "lines": lines,
            "shippingPrice": shipping,
            "undiscountedShippingPrice": shipping["gross"],
            "total": {"currency": "EUR", **total},
            "undiscountedTotal": total,
            "isPaid": self._paid,
            "chargeStatus": "FULL" if self._paid else "NONE",
            "totalCharged": paid,
            "transactions": [transaction] if self._paid else [],
        }

    def _address(self, example: Json) -> Json:
        house = self._random.randint(1, 240)
        return {
            **example,
            "companyName": f"Sample Buyer {self._random.randint(1, 9999)} GmbH",
            "streetAddress1": f"Musterstraße {house}",
            "city": self._random.choice(_CITIES),
        }

    def _line(self, example: Json, number: str, place: int) -> Json:
        pick, rate = self._random, Decimal(self._random.choice(("0.19", "0.07")))
        quantity, unit = pick.randint(1, 4), Decimal(pick.randint(199, 24_999)) / 100
        name, kind = pick.choice(_GOODS), pick.choice(_KINDS)
        total = _price(unit * quantity, rate)
        return {
            **example,
            "id": f"T3JkZXJMaW5lOjVhMWUwMDAwLTAwMDAtNDAwMC04{number}{place:03}",
            "productName": name,
            "variantName": kind,
            "translatedProductName": f"{name} {pick.randint(100, 999)}",
            "translatedVariantName": kind,
            "productSku": f"{name[:4].upper()}-{pick.randint(1000, 9999)}",
            "quantity": quantity,
            "taxRate": rate,
            "unitPrice": _price(unit, rate),
            "totalPrice": total,
            "undiscountedTotalPrice": total,
        }


def _price(gross: Decimal, rate: Decimal) -> Mapping[str, Mapping[str, Decimal]]:
    net = (gross / (1 + rate)).quantize(CENT, ROUND_HALF_UP)
    return {"net": {"amount": net}, "gross": {"amount": gross.quantize(CENT)}}


def _sum(prices: list[Any]) -> Mapping[str, Mapping[str, Decimal]]:
    return {
        side: {"amount": sum((price[side]["amount"] for price in prices), Decimal(0))}
        for side in ("net", "gross")
    }
