"""Small whole forms for tests; every value can be replaced."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from saleor_invoices.domain.document import Address
from saleor_invoices.domain.draft_form import FormAdjustment, FormLine, FormParty, InvoiceForm
from saleor_invoices.domain.money import exponent

HAMBURG = Address(street="Musterstraße 5", city="Hamburg", postal_code="20095", country="DE")
PARIS = Address(street="1 rue de l'Exemple", city="Paris", postal_code="75001", country="FR")
FRENCH_ID = "FR11123456782"
CURRENCIES = ("EUR", "JPY", "KWD")


def party(**other: Any) -> FormParty:
    values: dict[str, Any] = {"name": "Sample Buyer GmbH", "address": HAMBURG}
    return FormParty(**(values | other))


def row(price: str = "100.00", quantity: str = "1", rate: str = "19", **other: Any) -> FormLine:
    values: dict[str, Any] = {
        "name": "Planning",
        "quantity": Decimal(quantity),
        "unit_price": Decimal(price),
        "tax_rate": Decimal(rate),
    }
    return FormLine(**(values | other))


def adjustment(amount: str = "10.00", rate: str = "19", **other: Any) -> FormAdjustment:
    values: dict[str, Any] = {
        "amount": Decimal(amount), "tax_rate": Decimal(rate), "reason": "Goodwill"
    }  # fmt: skip
    return FormAdjustment(**(values | other))


def form(*lines: FormLine, **other: Any) -> InvoiceForm:
    values: dict[str, Any] = {"currency": "EUR", "buyer": party(), "lines": lines or (row(),)}
    return InvoiceForm(**(values | other))


@st.composite
def forms(draw: st.DrawFn) -> InvoiceForm:
    """What staff may type, in currencies of 0, 2 and 3 decimals; most of it can be issued."""
    currency = draw(st.sampled_from(CURRENCIES))
    places = exponent(currency)
    rates = st.sampled_from(["0", "5", "5.5", "7", "8.875", "19", "25.5", "100"])

    def amounts(most: int, decimals: int) -> st.SearchStrategy[Decimal]:
        return st.decimals(0, most, places=decimals)

    def discount() -> dict[str, Decimal]:
        kind = draw(st.sampled_from(["none", "percent", "amount"]))
        if kind == "percent":
            return {"discount_percent": draw(st.decimals(0, 100, places=2))}
        if kind == "amount":
            return {"discount_amount": draw(amounts(5, places))}
        return {}

    lines = [
        row(
            str(draw(amounts(2000, draw(st.integers(0, 6))))),
            str(draw(st.decimals("0.001", 300, places=3))),
            draw(rates),
            **discount(),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]

    def more() -> tuple[FormAdjustment, ...]:
        count = draw(st.integers(0, 2))
        return tuple(adjustment(str(draw(amounts(9, places))), draw(rates)) for _ in range(count))

    return form(
        *lines,
        currency=currency,
        prices_include_tax=draw(st.booleans()),
        allowances=more(),
        charges=more(),
    )
