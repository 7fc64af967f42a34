from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.document import Document, Prepayment
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.money import ZERO, unit
from saleor_invoices.domain.settlement import Standing, balance, prepaid, status
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.domain.totals import check
from tests.domain.crediting import document, line
from tests.strategies import documents

AMOUNTS = st.decimals(0, 1000, places=2)
STANDINGS = st.builds(
    Standing,
    collectable=AMOUNTS,
    charged=AMOUNTS,
    refunded=AMOUNTS,
    disputed=AMOUNTS,
    credited=AMOUNTS,
    cancelled=st.booleans(),
)
OWING = {PaymentStatus.UNPAID, PaymentStatus.PARTIALLY_PAID}


def draft() -> Document:
    return document(line("100.00", "119.00"), number="")


@given(documents(numbered=False), st.decimals(0, 2, places=3))
def test_what_was_paid_before_the_issue_is_not_due_any_more(made: Document, share: Decimal) -> None:
    payable = made.totals.payable
    amount = (payable * share).quantize(unit(made.currency))
    settled = prepaid(made, amount=amount, label="Card")
    assert check(settled) == []
    assert settled.totals.payable == payable - min(amount, payable)
    assert settled.totals.gross == made.totals.gross


def test_a_part_settled_is_a_prepayment_of_its_kind() -> None:
    settled = prepaid(draft(), amount=Decimal("19.00"), label="Card", kind="refund")
    assert settled.prepayments == (Prepayment(amount=Decimal(19), label="Card", kind="refund"),)
    assert (settled.totals.prepaid, settled.totals.payable) == (Decimal(19), Decimal(100))
    assert check(settled) == []


def test_more_than_is_payable_counts_up_to_that() -> None:
    settled = prepaid(draft(), amount=Decimal(500), label="Card")
    assert (settled.totals.prepaid, settled.totals.payable) == (Decimal(119), Decimal(0))


def test_it_adds_to_what_gift_cards_paid() -> None:
    card = Prepayment(amount=Decimal(100), label="CARD")
    made = prepaid(
        document(line("100.00", "119.00"), number="", prepayments=(card,)),
        amount=Decimal(119),
        label="Card",
    )
    assert [one.amount for one in made.prepayments] == [Decimal(100), Decimal(19)]
    assert made.totals.payable == 0
    assert check(made) == []


def test_nothing_changes_nothing() -> None:
    assert prepaid(draft(), amount=Decimal(0), label="") == draft()
    free = document(line("0.00", "0.00"), number="")
    assert prepaid(free, amount=Decimal(5), label="") == free


@pytest.mark.parametrize("amount", ["-1", "0.001", "NaN", "Infinity"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        prepaid(draft(), amount=Decimal(amount), label="")
    assert caught.value.code == "PREPAID_INVALID"


def test_an_issued_document_is_not_settled_any_more() -> None:
    with pytest.raises(Conflict, match="already issued"):
        prepaid(replace(draft(), issue_date=date(2026, 11, 22)), amount=Decimal(1), label="")


@pytest.mark.parametrize(
    ("collectable", "charged", "refunded", "disputed", "credited", "expected", "owed"),
    [
        ("100", "0", "0", "0", "0", "unpaid", "100"),
        ("100", "50", "0", "0", "0", "partially_paid", "50"),
        ("100", "100", "0", "0", "0", "paid", "0"),
        ("100", "100.01", "0", "0", "0", "overpaid", "0"),
        ("0", "0", "0", "0", "0", "paid", "0"),
        ("0", "1", "0", "0", "0", "overpaid", "0"),
        # Refunds without a credit note: what was refunded had been paid.
        ("100", "100", "100", "0", "0", "refunded", "0"),
        ("131.33", "131.33", "20.50", "0", "0", "partially_refunded", "0"),
        ("100", "120", "20", "0", "0", "paid", "0"),  # only what was paid too much went back
        ("100", "50", "20", "0", "0", "partially_refunded", "50"),
        # Credit notes.
        ("100", "0", "0", "0", "100", "cancelled", "0"),
        ("100", "0", "0", "0", "40", "unpaid", "60"),
        ("100", "60", "0", "0", "40", "paid", "0"),
        ("100", "100", "0", "0", "40", "overpaid", "0"),  # 40 are to go back
        ("100", "100", "40", "0", "40", "partially_refunded", "0"),
        ("100", "100", "100", "0", "100", "refunded", "0"),
        ("100", "50", "50", "0", "100", "refunded", "0"),
        ("100", "100", "40", "0", "100", "overpaid", "0"),
        ("100", "50", "20", "0", "20", "partially_refunded", "50"),
        ("100", "100", "60", "0", "40", "partially_refunded", "0"),
        # A gift card paid half, and amounts spread over the rates took more than was collectable.
        ("50", "50", "50", "0", "100", "refunded", "0"),
        # Chargebacks open the debt again.
        ("100", "100", "0", "100", "0", "unpaid", "100"),
        ("100", "100", "0", "30", "0", "partially_paid", "30"),
        ("100", "100", "20", "80", "20", "unpaid", "80"),
        ("100", "200", "0", "100", "0", "paid", "0"),
        ("100", "100", "0", "100", "100", "cancelled", "0"),
    ],
)
def test_the_status_follows_the_ledger(
    collectable: str,
    charged: str,
    refunded: str,
    disputed: str,
    credited: str,
    expected: str,
    owed: str,
) -> None:
    standing = Standing(
        collectable=Decimal(collectable),
        charged=Decimal(charged),
        refunded=Decimal(refunded),
        disputed=Decimal(disputed),
        credited=Decimal(credited),
    )
    assert (status(standing), balance(standing)) == (expected, Decimal(owed))


@pytest.mark.parametrize(
    ("collectable", "charged", "refunded", "expected"),
    [
        ("100", "0", "0", "cancelled"),
        ("0", "0", "0", "cancelled"),
        ("100", "100", "0", "paid"),
        ("100", "100", "100", "refunded"),
    ],
)
def test_a_cancelled_order_keeps_the_status_of_its_money(
    collectable: str, charged: str, refunded: str, expected: str
) -> None:
    standing = Standing(
        collectable=Decimal(collectable),
        charged=Decimal(charged),
        refunded=Decimal(refunded),
        cancelled=True,
    )
    assert status(standing) == expected


@given(STANDINGS)
def test_a_paid_document_is_never_due_and_an_owing_one_is(standing: Standing) -> None:
    found, owed = status(standing), balance(standing)
    assert owed >= 0
    if found in {PaymentStatus.PAID, PaymentStatus.OVERPAID}:
        assert owed == 0
    if found in OWING:
        assert owed > 0
    if found is PaymentStatus.OVERPAID:
        assert standing.held > max(standing.collectable - standing.credited, ZERO)


@given(STANDINGS, AMOUNTS)
def test_a_refund_alone_never_makes_more_due_and_a_chargeback_does(
    standing: Standing, amount: Decimal
) -> None:
    owed = balance(standing)
    refunded = standing.refunded + amount
    if refunded <= standing.charged and standing.credited == 0:
        assert balance(replace(standing, refunded=refunded)) == owed
    disputed = balance(replace(standing, disputed=standing.disputed + amount))
    assert owed <= disputed <= owed + amount
    if owed > 0:
        assert disputed == owed + amount
