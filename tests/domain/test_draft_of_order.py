"""A form filled from an order: the same invoice again, as far as prices can say it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Prepayment
from saleor_invoices.domain.draft_document import document_from_form
from saleor_invoices.domain.draft_of_order import facts_of_order, form_of_order
from saleor_invoices.domain.money import unit
from saleor_invoices.domain.order import ChargeState, GiftCard, Order, Shipping
from saleor_invoices.domain.order_document import Draft, document_from_order
from tests.domain.builders import (
    BERLIN,
    SERVICES,
    amount,
    line,
    order,
    profile,
    shipped,
    untaxed_line,
)
from tests.strategies import ON, PROFILE, orders


def edited(given_order: Order, own: Any = PROFILE, received: str = "0", **changes: Any) -> Draft:
    form = replace(form_of_order(given_order, own, on=ON), **changes)
    facts = facts_of_order(given_order, own, on=ON, received=Decimal(received))
    return document_from_form(form, own, on=ON, order=facts)


@given(orders())
def test_lines_come_to_the_orders_own_amounts(given_order: Order) -> None:
    document = edited(given_order).document
    own = document_from_order(given_order, PROFILE, on=ON).document
    gross = given_order.prices_entered_with_tax
    assert len(document.lines) == len(own.lines)
    for mine, theirs in zip(document.lines, own.lines, strict=True):
        assert mine.source_id == theirs.source_id
        amounts = [
            getattr(one, "gross_amount" if gross else "net_amount") for one in (mine, theirs)
        ]
        assert amounts[0] == amounts[1]


@given(orders())
def test_the_total_differs_by_the_rounding_of_the_tax_at_most(given_order: Order) -> None:
    document = edited(given_order).document
    own = document_from_order(given_order, PROFILE, on=ON).document
    parts = len(own.lines) + len(own.charges) + 1
    off = abs(document.totals.gross - own.totals.gross)
    assert off <= parts * unit(given_order.currency)


def test_an_untouched_order_is_invoiced_as_it_is() -> None:
    lamp = line("41.97", "49.95", undiscounted_total=amount("44.18", "52.57"), quantity=3)
    given_order = order(
        lamp,
        shipping=Shipping(
            price=amount("4.12", "4.90"), tax_rate=Decimal("0.19"), method_name="UPS"
        ),
        fulfillments=(shipped(),),
        status="FULFILLED",
        metadata={"buyer_reference": "R-1", "po_number": "PO-7"},
    )
    draft = edited(given_order, profile())
    assert draft.findings == ()
    mine, own = draft.document, document_from_order(given_order, profile(), on=ON).document
    assert mine.totals == own.totals
    assert mine.order == own.order
    assert mine.sale is None
    assert mine.charges[0].source_id == own.charges[0].source_id
    assert (mine.buyer_reference, mine.purchase_order_reference) == ("R-1", "PO-7")
    assert mine.lines[0].allowances[0].amount == own.lines[0].allowances[0].amount


def test_an_edited_order_says_by_how_much_it_differs() -> None:
    draft = edited(order(line()), profile(), lines=())
    assert {one.code for one in draft.findings} >= {"LINES_MISSING", "ORDER_TOTAL_DIFFERS"}
    (found,) = [one for one in draft.findings if one.code == "ORDER_TOTAL_DIFFERS"]
    assert (found.params["difference"], found.place) == ("-119.00", "orderId")
    assert not found.is_blocking


def test_another_currency_than_the_orders_blocks() -> None:
    draft = edited(order(line()), profile(), currency="PLN")
    assert [one.place for one in draft.findings if one.is_blocking] == ["currency"]


def test_what_the_shop_decided_about_the_tax_is_kept() -> None:
    own = profile(tax={"tax_class_categories": {"Books": VatCategory.EXEMPT}})
    form = form_of_order(order(untaxed_line(tax_class="Books")), own, on=ON)
    assert form.lines[0].tax_category is VatCategory.EXEMPT
    assert edited(order(untaxed_line(tax_class="Books")), own).can_be_issued
    download = untaxed_line(is_shipping_required=False)
    french = replace(BERLIN, country="FR", postal_code="75001")
    abroad = order(
        download,
        billing_address=french,
        shipping_address=french,
        metadata={"vat_id": "FR11123456782"},
    )
    draft = edited(abroad, profile())
    assert draft.document.lines[0].tax.category is VatCategory.REVERSE_CHARGE
    assert draft.can_be_issued


def test_what_the_shop_left_open_is_not_guessed() -> None:
    draft = edited(order(untaxed_line()), profile(tax=SERVICES))
    assert [one.place for one in draft.findings if one.is_blocking] == ["lines.0.taxCategory"]


def test_gift_cards_stay_prepaid() -> None:
    card = GiftCard(
        id="c",
        last_characters="0001",
        currency="EUR",
        initial_balance=Decimal(50),
        current_balance=Decimal(20),
        used=Decimal(30),
    )
    given_order = order(line(), total=amount("74.79", "89.00"), gift_cards=(card,))
    draft = edited(given_order, profile())
    assert draft.document.prepayments == (Prepayment(amount=Decimal("30.00"), label="0001"),)
    assert draft.document.totals.payable == 89
    assert "ORDER_TOTAL_DIFFERS" not in {one.code for one in draft.findings}


def test_a_paid_order_is_not_asked_to_pay_again() -> None:
    paid = order(line(), charge=ChargeState(is_paid=True, charged=Decimal(119)))
    document = edited(paid, profile(), received="119").document
    assert document.due_date is None
    assert document.payment is not None
    assert document.payment.credit_transfers == ()
    more = edited(paid, profile(), received="118.99").document
    assert more.due_date is not None
