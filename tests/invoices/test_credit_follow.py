"""Credit notes that follow from refunds, grants and cancellations in Saleor."""

import itertools
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.order import Fulfillment, MoneyMove, Order
from saleor_invoices.invoices.models import CreditDecision, Problem, SalesDocument
from saleor_invoices.invoices.services.credit_issue import (
    credit_draft_discard,
    credit_draft_issue,
    remaining_of,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import orders
from tests.invoices.conftest import Configure
from tests.invoices.money import WHOLE, Life, delivery, movements, two_rates
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]


def life(store: Installation, **order: Any) -> Life:
    """An order of 184.40 EUR."""
    values = {"lines": two_rates(), "shipping": delivery(), "total": WHOLE, **order}
    return Life(store, orders.order(**values))


def statement(found: Life) -> list[tuple[Any, ...]]:
    """What was credited, whatever numbers and ids it got."""
    return [
        (
            note.gross_minor,
            note.tax_minor,
            tuple((row.tax.rate, row.taxable_amount) for row in decoded(note).vat_breakdown),
        )
        for note in found.credit_notes
    ]


def test_a_full_refund_is_credited_in_full_and_everything_is_settled(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("184.40").tell()
    (note,) = found.credit_notes
    invoice = found.invoice
    assert (note.gross_minor, note.tax_minor, note.preceding_id) == (18440, 2440, invoice.pk)
    assert note.number.startswith("CN-")
    assert remaining_of(invoice).is_empty
    assert (invoice.payment.status, invoice.payment.balance_minor) == ("refunded", 0)
    content = decoded(note)
    assert content.preceding_invoices[0].number == invoice.number
    assert (content.totals.payable, content.totals.prepaid) == (Decimal(0), Decimal("184.40"))
    assert movements(found.record) == [("charge", 18440), ("refund", -18440), ("credit", 18440)]


def test_partial_refunds_keep_the_tax_of_each_rate_to_the_cent(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    for amount in ("10.00", "33.33", "141.07"):
        found.refund(amount).tell()
    assert found.credited() == [1000, 3333, 14107]
    for row in decoded(found.invoice).vat_breakdown:
        parts = [part for note in found.credit_notes for part in decoded(note).vat_breakdown]
        mine = [part for part in parts if part.tax.rate == row.tax.rate]
        assert sum(part.taxable_amount for part in mine) == row.taxable_amount
        assert sum(part.tax_amount for part in mine) == row.tax_amount


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    amounts=st.lists(st.integers(1, 9000), min_size=1, max_size=3),
    drawn=st.data(),
)
def test_in_whatever_order_and_however_often_refunds_arrive_the_documents_are_the_same(
    amounts: list[int], drawn: st.DataObject, store: Installation
) -> None:
    texts = [f"{Decimal(amount) / 100:.2f}" for amount in amounts if sum(amounts) <= 18440]
    straight, mixed = life(store), life(store)
    states: list[tuple[float, Order]] = []
    for found in (straight, mixed):
        found.charge("184.40")
        states = [(found.minute, found.now())]
        for text in texts:
            found.refund(text)
            states.append((found.minute, found.now()))
        if found is straight:
            for minute, state in states:
                found.tell(state, minute=minute)
    order = drawn.draw(st.lists(st.sampled_from(states), max_size=5))
    for minute, state in [*order, states[-1]]:
        mixed.tell(state, minute=minute)
    assert statement(mixed) == statement(straight)
    assert mixed.credited() == [int(Decimal(text) * 100) for text in texts]


def test_a_granted_refund_is_credited_by_its_lines_with_their_own_tax(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("71.40", {"lines": (("line-a", 1),), "includes_shipping": True, "reason": "Torn"})
    found.tell()
    (note,) = found.credit_notes
    content = decoded(note)
    (line,) = content.lines
    assert (line.source_id, line.quantity) == ("line-a", Decimal(1))
    assert [charge.gross_amount for charge in content.charges] == [Decimal("11.90")]
    assert (note.gross_minor, content.reason) == (7140, "Torn")
    assert [row.tax.rate for row in content.vat_breakdown] == [19]


def test_a_refund_of_shipping_alone(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("11.90", {"includes_shipping": True}).tell()
    content = decoded(found.credit_notes[0])
    # BR-16: a document has a line, so the charge is taken back as one.
    assert [line.gross_amount for line in content.lines] == [Decimal("11.90")]
    assert content.charges == ()


def test_a_grant_that_gives_less_than_its_lines_cost_is_scaled(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("20.00", {"lines": (("line-a", 1), ("line-b", 1))}).tell()
    content = decoded(found.credit_notes[0])
    assert content.totals.gross == 20
    assert {row.tax.rate for row in content.vat_breakdown} == {Decimal(19), Decimal(7)}


def test_a_grant_alone_moves_no_money_and_credits_nothing(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("5.00", {"lines": (("line-a", 1),)})
    granted = found.order.granted_refunds
    unpaid = replace(granted[0], event_ids=(), references=())
    quiet = Life(store, replace(found.order, granted_refunds=(unpaid,), payments=()))
    before = life(store).charge("184.40").tell()
    before.order = replace(before.order, granted_refunds=quiet.order.granted_refunds)
    before.tell()
    assert before.credit_notes == []


def test_refunded_products_of_the_older_way_are_found_by_their_parcel(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("59.50")
    parcel = Fulfillment(
        id="parcel",
        status="REFUNDED",
        created=at(1),
        lines=(("line-a", 1),),
        refunded_total=Decimal("59.50"),
    )
    found.order = replace(found.order, fulfillments=(parcel,))
    found.tell()
    content = decoded(found.credit_notes[0])
    assert [(line.source_id, line.gross_amount) for line in content.lines] == [
        ("line-a", Decimal("59.50"))
    ]


@pytest.mark.parametrize("first", ["cancel", "refund"])
def test_a_cancellation_and_the_refund_of_it_are_one_credit_note(
    first: str, store: Installation
) -> None:
    found = life(store).charge("184.40").tell()
    for verb in sorted(["cancel", "refund"], key=lambda name: name != first):
        _ = found.cancel() if verb == "cancel" else found.refund("184.40")
        found.tell()
    assert found.credited() == [18440]
    assert found.invoice.payment.balance_minor == 0
    assert found.invoice.payment.status == "refunded"


def test_cancelling_after_a_partial_refund_credits_the_rest(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("50.00").tell()
    found.cancel().tell()
    found.refund("134.40").tell()
    assert found.credited() == [5000, 13440]
    assert remaining_of(found.invoice).is_empty


def test_cancelling_an_unpaid_invoice_credits_it(store: Installation, configure: Configure) -> None:
    configure(issue_policy="confirmed")
    found = life(store).tell()
    found.cancel().tell()
    assert found.credited() == [18440]
    assert (found.invoice.payment.status, found.invoice.payment.balance_minor) == ("cancelled", 0)


def test_paying_back_what_was_paid_too_much_credits_nothing(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.charge("15.60").tell()
    assert found.invoice.payment.status == "overpaid"
    found.refund("20.00").tell()
    assert found.credited() == [440]  # only what goes beyond the overpayment


def test_a_refund_of_more_than_was_charged_credits_what_is_left(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("200.00").tell()
    assert found.credited() == [18440]
    assert remaining_of(found.invoice).is_empty


def test_a_draft_waits_for_a_person(store: Installation, configure: Configure) -> None:
    configure(credit_policy="draft")
    found = life(store).charge("184.40").tell()
    found.refund("10.00").tell().tell()
    draft = SalesDocument.objects.get(state="draft")
    assert found.credit_notes == []
    assert Problem.objects.get(resolved_at=None).code == "CREDIT_NOTE_TO_REVIEW"
    draft.installation = store
    note = credit_draft_issue(draft=draft, actor="staff:1")
    assert found.credited() == [1000]
    assert credit_draft_issue(draft=note, actor="staff:1").number == note.number
    assert not Problem.objects.filter(code="CREDIT_NOTE_TO_REVIEW", resolved_at=None).exists()


def test_a_draft_thrown_away_stays_away(store: Installation, configure: Configure) -> None:
    configure(credit_policy="draft")
    found = life(store).charge("184.40").tell()
    found.refund("10.00").tell()
    draft = SalesDocument.objects.select_related("installation").get(state="draft")
    credit_draft_discard(draft=draft, actor="staff:1")
    found.tell()
    assert not SalesDocument.objects.filter(kind="credit_note").exists()
    assert CreditDecision.objects.get().outcome == "discarded"


def test_switched_off_nothing_is_credited_not_even_later(
    store: Installation, configure: Configure
) -> None:
    configure(credit_policy="off")
    found = life(store).charge("184.40").tell()
    found.refund("10.00").tell()
    configure(credit_policy="automatic")
    found.tell()
    assert found.credit_notes == []
    found.refund("5.00").tell()
    assert found.credited() == [500]


def test_a_refund_that_failed_later_is_told(store: Installation) -> None:
    found = life(store).charge("184.40").tell()
    found.refund("10.00").tell()
    found._move(MoneyMove.REFUND_REVERSED, "10.00")
    found.tell().tell()
    assert Problem.objects.get(code="REFUND_REVERSED").occurrences == 1
    assert found.credited() == [1000]


def test_an_order_first_seen_refunded_has_invoice_and_credit_note(store: Installation) -> None:
    found = life(store).charge("184.40").refund("184.40").tell()
    assert (len(found.documents("invoice")), found.credited()) == (1, [18440])


def test_a_paid_order_first_seen_cancelled_has_both_as_well(store: Installation) -> None:
    found = life(store).charge("184.40").cancel().tell()
    assert (len(found.documents("invoice")), found.credited()) == (1, [18440])


def test_credit_notes_have_their_own_series_without_gap(
    store: Installation, seller: LegalEntity
) -> None:
    for amount in ("1.00", "2.00", "3.00"):
        life(store).charge("184.40").tell().refund(amount).tell()
    numbers = SalesDocument.objects.filter(kind="credit_note").order_by("sequence")
    assert [row.sequence for row in numbers] == [1, 2, 3]
    assert len({row.number for row in numbers}) == len(list(itertools.islice(numbers, 3)))
