"""One invoice for several orders."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.codes import SupplyDateKind
from saleor_invoices.domain.collective import collective
from saleor_invoices.domain.document import (
    Address,
    Delivery,
    Document,
    Identifier,
    Note,
    OrderReference,
    Party,
    PaymentInstructions,
    Period,
    Prepayment,
)
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.totals import check
from tests.domain.crediting import charge, document, line
from tests.strategies import documents

BERLIN = Address(street="Musterstraße 1", city="Berlin", country="DE")
SENT = Delivery(supply_date=date(2026, 11, 2), recipient="Sample Buyer", address=BERLIN)


def draft(number: str, **other: Any) -> Document:
    values: dict[str, Any] = {
        "number": "",
        "order": OrderReference(id=f"order-{number}", number=number),
        "charges": (charge("5.00", "5.95"),),
        "delivery": SENT,
    }
    lines = other.pop("lines", (line("100.00", "119.00"), line("10.00", "10.70", "7", place="2")))
    return document(*lines, **(values | other))


def merged(*drafts: Document) -> Document:
    made = collective(drafts, order_text="Order {number}")
    assert check(made) == []
    return made


@given(documents(numbered=False), st.integers(2, 4))
@settings(deadline=None)
def test_every_sum_is_the_sum_of_the_orders(made: Document, count: int) -> None:
    assert made.order is not None
    drafts = [
        replace(made, order=replace(made.order, id=f"order-{place}")) for place in range(count)
    ]
    whole = merged(*drafts)
    for name in ("net", "tax", "gross", "prepaid", "rounding", "payable"):
        assert getattr(whole.totals, name) == getattr(made.totals, name) * count
    assert len(whole.lines) == len(made.lines) * count
    assert [one.id for one in whole.lines] == [
        str(place) for place in range(1, len(whole.lines) + 1)
    ]


def test_lines_and_charges_name_their_order_and_keep_their_source() -> None:
    whole = merged(draft("1001"), draft("1002"))
    assert [(one.id, one.note, one.source_id) for one in whole.lines] == [
        ("1", "Order 1001", "order-line-1"),
        ("2", "Order 1001", "order-line-2"),
        ("3", "Order 1002", "order-line-1"),
        ("4", "Order 1002", "order-line-2"),
    ]
    assert [(one.id, one.reason, one.source_id) for one in whole.charges] == [
        ("1", "Post, Order 1001", "shipping:1"),
        ("2", "Post, Order 1002", "shipping:1"),
    ]
    assert whole.order is None
    assert [one.number for one in whole.orders] == ["1001", "1002"]
    noted = line("1.00", "1.19", note="Engraved")
    assert merged(draft("1"), draft("2", lines=(noted,))).lines[2].note == "Order 2, Engraved"


def test_gift_cards_and_rounding_are_summed() -> None:
    card = Prepayment(amount=Decimal("30.00"), label="CARD")
    first = draft("1", prepayments=(card,), rounding=Decimal("0.01"))
    whole = merged(first, draft("2", rounding=Decimal("0.01")))
    assert whole.prepayments == (card,)
    assert whole.totals.rounding == Decimal("0.02")
    assert whole.totals.payable == 2 * Decimal("135.65") - 30 + Decimal("0.02")


def test_notes_are_said_once_and_the_last_due_date_counts() -> None:
    legal, own = Note(text="Legal"), Note(text="Discount")
    early = draft("1", notes=(legal,), due_date=date(2026, 12, 1), payment_terms="10 days")
    late = draft(
        "2",
        notes=(legal, own),
        due_date=date(2026, 12, 5),
        payment_terms="14 days",
        payment=PaymentInstructions(means_code="58"),
    )
    paid = draft("3", payment_terms="Paid.", payment=PaymentInstructions(means_code="48"))
    whole = merged(paid, late, early)
    assert whole.notes == (legal, own)
    assert (whole.due_date, whole.payment_terms) == (date(2026, 12, 5), "14 days")
    assert whole.payment == PaymentInstructions(means_code="58")


def test_references_stand_where_all_have_the_same() -> None:
    first = draft("1", buyer_reference="04011000", purchase_order_reference="PO-1")
    whole = merged(first, draft("2", buyer_reference="04011000", purchase_order_reference="PO-2"))
    assert (whole.buyer_reference, whole.purchase_order_reference) == ("04011000", "")


def test_the_same_day_stays_the_day_of_supply() -> None:
    whole = merged(draft("1"), draft("2"))
    assert (whole.delivery, whole.period) == (SENT, None)


def test_different_days_become_a_period() -> None:
    later = replace(SENT, supply_date=date(2026, 11, 9))
    whole = merged(draft("1", delivery=later), draft("2"))
    assert whole.delivery == replace(SENT, supply_date=None)
    assert whole.period == Period(start=date(2026, 11, 2), end=date(2026, 11, 9))
    june = Period(start=date(2026, 6, 1), end=date(2026, 6, 30))
    told = merged(draft("1", period=june), draft("2", delivery=later))
    assert told.period == Period(start=date(2026, 6, 1), end=date(2026, 11, 9))


def test_a_supply_that_follows_is_said_so() -> None:
    expected = Delivery(
        supply_date_kind=SupplyDateKind.EXPECTED, supply_wording="It follows.", address=BERLIN
    )
    whole = merged(draft("1"), draft("2", delivery=expected))
    assert whole.delivery is not None
    assert whole.delivery.supply_date_kind is SupplyDateKind.EXPECTED
    assert (whole.delivery.supply_wording, whole.delivery.supply_date) == ("It follows.", None)
    assert whole.period is None
    advance = replace(SENT, supply_date_kind=SupplyDateKind.ADVANCE_PAYMENT, supply_wording="Paid")
    same_day = merged(draft("1"), draft("2", delivery=advance)).delivery
    assert same_day is not None
    assert same_day.supply_date is None


def test_different_places_leave_the_country() -> None:
    munich = replace(SENT, address=replace(BERLIN, city="München"), recipient="Other")
    both = merged(draft("1"), draft("2", delivery=munich)).delivery
    assert both is not None
    assert (both.address, both.recipient) == (Address(country="DE"), "")
    vienna = replace(SENT, address=replace(BERLIN, country="AT"))
    abroad = merged(draft("1"), draft("2", delivery=vienna)).delivery
    assert abroad is not None
    assert abroad.address is None
    assert merged(draft("1", delivery=None), draft("2", delivery=None)).delivery is None


@pytest.mark.parametrize(
    ("differs", "values"),
    [
        ("seller", {"seller": Party(name="Another Shop GmbH")}),
        ("buyer.name", {"buyer": Party(name="Other Buyer GmbH")}),
        ("buyer.vat_id", {"buyer": Party(name="Sample Buyer GmbH", vat_id="DE136695976")}),
        (
            "buyer.vat_id",
            {"buyer": Party(name="Sample Buyer GmbH", identifiers=(Identifier(value="1"),))},
        ),
        ("buyer.address", {"buyer": Party(name="Sample Buyer GmbH", address=BERLIN)}),
        ("currency", {"currency": "PLN"}),
        ("tax_name", {"tax_name": "Sales tax"}),
        ("prices_include_tax", {"prices_include_tax": False}),
        ("language", {"language": "de"}),
        ("language", {"second_language": "de"}),
        ("test_mode", {"test_mode": True}),
    ],
)
def test_what_differs_is_named(differs: str, values: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as caught:
        merged(draft("1"), draft("2"), draft("3", **values))
    assert (caught.value.code, caught.value.params) == (
        "COLLECTIVE_MISMATCH",
        {"differs": [differs]},
    )


def test_one_order_is_not_collective() -> None:
    for drafts in ((), (draft("1"),)):
        with pytest.raises(InvalidInput) as caught:
            collective(drafts)
        assert caught.value.code == "COLLECTIVE_TOO_FEW"


def test_no_order_is_named_twice_or_has_an_invoice() -> None:
    with pytest.raises(Conflict) as caught:
        merged(draft("1"), draft("1"))
    assert caught.value.code == "COLLECTIVE_REPEATED"
    with pytest.raises(Conflict) as caught:
        merged(draft("1"), replace(draft("2"), number="INV-2"))
    assert caught.value.code == "ALREADY_ISSUED"
