"""Money from many threads at once: nobody waits for each other, and nothing is made twice."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Movement, NumberSeries, OrderRecord, SalesDocument
from saleor_invoices.invoices.services import collective_issue as collecting
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_draft_create,
    credit_draft_discard,
    credit_draft_issue,
    credit_note_create,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import Reading
from saleor_invoices.invoices.services.payment_record import (
    ManualPayment,
    payment_reallocate,
    payment_record,
)
from saleor_invoices.stores.models import Installation
from tests.invoices import orders
from tests.invoices.conftest import Configure
from tests.invoices.money import WHOLE, Life, delivery, two_rates
from tests.invoices.orders import at
from tests.invoices.test_issue_concurrently import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("seller")]
ROUNDS = 4
Job = Callable[[], object]


def life(store: Installation) -> Life:
    """An order of 184.40 EUR."""
    return Life(store, orders.order(lines=two_rates(), shipping=delivery(), total=WHOLE))


@pytest.fixture
def saleor_has(monkeypatch: pytest.MonkeyPatch) -> dict[str, Order]:
    """What Saleor answers when it is asked for an order."""
    found: dict[str, Order] = {}

    def order_read(*, installation: Installation, order_id: str) -> Reading:
        known = OrderRecord.objects.filter(order_id=order_id)
        seen = known.values_list("seen_issued_at", flat=True).first()
        updated = found[order_id].updated or at(0)
        return Reading(order=found[order_id], as_of=max(seen or updated, updated))

    for module in (correcting, collecting):
        monkeypatch.setattr(module, "order_read", order_read)
    return found


def asked(job: Job) -> Job:
    """The job of a person, who may hear that it is not possible any more; never a deadlock."""

    def run() -> object:
        try:
            return job()
        except AppError as error:
            return error.code

    return run


def by_hand(invoice: SalesDocument, key: str, **request: Any) -> Job:
    credit = Credit(cause=f"request:{key}", request=CreditRequest(**request), actor="staff:1")
    return asked(lambda: credit_note_create(invoice=invoice, credit=credit))


def pay(invoice: SalesDocument, key: str, kind: MovementKind = MovementKind.MANUAL) -> Job:
    payment = ManualPayment(amount=Decimal(1), reference=key, occurred_at=at(0), kind=kind)
    return asked(lambda: payment_record(document=invoice, payment=payment, actor="staff:1"))


def correct(invoice: SalesDocument) -> Job:
    return asked(
        lambda: correcting.invoice_correct(invoice=invoice, reason="", actor="staff:1").invoice
    )


def told(store: Installation, order: Order, minute: float) -> Job:
    return lambda: order_observe(installation=store, order=order, issued_at=at(minute))


def refuse_deadlocks(jobs: list[Job]) -> list[object]:
    """Do the jobs at once; a deadlock or a broken constraint is the test's failure."""
    try:
        return together(jobs)
    except (OperationalError, IntegrityError) as error:  # pragma: no cover
        pytest.fail(f"{type(error).__name__}: {error}")


def test_everything_that_can_happen_to_one_order_at_once(
    store: Installation, saleor_has: dict[str, Order]
) -> None:
    for number in range(ROUNDS):
        found = life(store).charge("184.40").tell()
        invoice = found.invoice
        saleor_has[found.order.id] = found.order
        before, first = found.order, found.minute
        found.refund("50.00")
        saleor_has[found.order.id] = found.order
        refuse_deadlocks(
            [
                told(store, found.order, found.minute),
                correct(invoice),
                by_hand(invoice, f"{number}", amount=Decimal("20.00")),
                pay(invoice, f"{number}"),
                told(store, before, first),
                told(store, found.order, found.minute),
                pay(invoice, f"{number}"),
                asked(
                    lambda invoice=invoice: correcting.invoice_void(  # type: ignore[misc]
                        invoice=invoice, reason="", actor="staff:2"
                    )
                ),
            ]
        )
        found.tell()
        live = found.record.coverage.filter(released_at=None).count()
        assert live <= 1
        refunds = Movement.objects.filter(order=found.record, kind="refund")
        assert [row.amount_minor for row in refunds] == [-5000]
        assert Movement.objects.filter(order=found.record, kind="manual").count() == 1
    assert ledger_verify().faults == []


def test_invoices_and_credit_notes_are_numbered_in_both_directions_at_once(
    store: Installation, saleor_has: dict[str, Order]
) -> None:
    """A correction credits and then invoices; an order that was refunded first, the other way."""
    jobs: list[Job] = []
    for _ in range(ROUNDS * 2):
        old = life(store).charge("184.40").tell()
        saleor_has[old.order.id] = old.order
        new = life(store).charge("184.40").refund("184.40")
        jobs += [correct(old.invoice), told(store, new.order, new.minute)]
    refuse_deadlocks(jobs)
    for kind, count in (("invoice", ROUNDS * 6), ("credit_note", ROUNDS * 4)):
        rows = SalesDocument.objects.filter(kind=kind)
        numbers = rows.order_by("sequence").values_list("sequence", flat=True)
        assert list(numbers) == list(range(1, count + 1))
        assert NumberSeries.objects.get(kind=kind).last_sequence == count
    assert ledger_verify().faults == []


def test_collective_invoices_of_overlapping_orders_at_once(
    store: Installation, saleor_has: dict[str, Order], configure: Configure
) -> None:
    configure(issue_policy="on_request")
    for _ in range(ROUNDS):
        lives = [life(store).charge("184.40") for _ in range(3)]
        for one in lives:
            saleor_has[one.order.id] = one.order
        first, second, third = (one.order.id for one in lives)

        def collect(*ids: str) -> Job:
            return asked(
                lambda: collecting.collective_issue(
                    installation=store, order_ids=ids, actor="staff:1"
                )
            )

        done = refuse_deadlocks(
            [
                collect(first, second),
                collect(second, third),
                collect(third, first),
                collect(third, second, first),
                *(told(store, one.order, one.minute) for one in lives),
            ]
        )
        made = [row for row in done[:4] if isinstance(row, SalesDocument)]
        assert len(made) == 1
        assert set(done[:4]) - set(made) <= {"ORDER_COVERED", "ORDER_OVERTAKEN"}
    assert ledger_verify().faults == []


def test_both_orders_of_a_collective_invoice_are_refunded_while_staff_work_on_it(
    store: Installation, saleor_has: dict[str, Order], configure: Configure
) -> None:
    configure(issue_policy="on_request")
    for number in range(ROUNDS):
        lives = [life(store).charge("184.40").tell() for _ in range(2)]
        for one in lives:
            saleor_has[one.order.id] = one.order
        row = collecting.collective_issue(
            installation=store, order_ids=[one.order.id for one in lives], actor="staff:1"
        )
        jobs: list[Job] = []
        for one in lives:
            one.minute = 60
            one.refund("50.00")
            jobs += [told(store, one.order, one.minute)] * 2
        jobs += [by_hand(row, f"{number}", amount=Decimal(1)), pay(row, f"{number}")]
        refuse_deadlocks(jobs)
        causes = row.credit_decisions.exclude(document=None).values_list("cause", flat=True)
        assert len([cause for cause in causes if cause.startswith("refund:")]) == 2
    assert ledger_verify().faults == []


def test_a_draft_is_issued_thrown_away_and_overtaken_at_once(
    store: Installation, saleor_has: dict[str, Order]
) -> None:
    for number in range(ROUNDS):
        found = life(store).charge("184.40").tell()
        saleor_has[found.order.id] = found.order
        invoice = found.invoice
        whole = Credit(
            cause=f"request:d{number}", request=CreditRequest(everything=True), actor="staff:1"
        )
        draft = credit_draft_create(invoice=invoice, credit=whole)
        draft.installation = store
        refuse_deadlocks(
            [
                asked(lambda draft=draft: credit_draft_issue(draft=draft, actor="s")),  # type: ignore[misc]
                asked(lambda draft=draft: credit_draft_discard(draft=draft, actor="s")),  # type: ignore[misc]
                asked(lambda draft=draft: credit_draft_issue(draft=draft, actor="s")),  # type: ignore[misc]
                by_hand(invoice, f"{number}", everything=True),
                correct(invoice),
            ]
        )
        assert sum(row.gross_minor for row in invoice.following.filter(kind="credit_note")) == 18440
    assert ledger_verify().faults == []


def test_payments_are_moved_crosswise_at_once(
    store: Installation, saleor_has: dict[str, Order], configure: Configure
) -> None:
    configure(issue_policy="confirmed")
    lives = [life(store).tell() for _ in range(3)]
    invoices = [one.invoice for one in lives]
    movements = [
        payment_record(
            document=invoice,
            payment=ManualPayment(amount=Decimal(100), reference=f"b{n}", occurred_at=at(0)),
            actor="staff:1",
        )
        for n, invoice in enumerate(invoices)
    ]

    def move(source: int, target: int) -> Job:
        return asked(
            lambda: payment_reallocate(
                movement=movements[source],
                source=invoices[source],
                target=invoices[target],
                amount=Decimal(7),
                actor="staff:1",
            )
        )

    pairs = [(0, 1), (1, 2), (2, 0), (1, 0), (2, 1), (0, 2)]
    jobs = [move(*pair) for pair in pairs * ROUNDS]
    for one in lives:
        one.charge("10.00")
        jobs += [told(store, one.order, one.minute)] * ROUNDS
    refuse_deadlocks(jobs)
    held = [SalesDocument.objects.get(pk=row.pk).payment.paid_minor for row in invoices]
    assert sum(held) == 33000
    assert ledger_verify().faults == []


def test_two_refunds_told_at_once_are_two_credit_notes(store: Installation) -> None:
    for _ in range(ROUNDS):
        found = life(store).charge("184.40").tell()
        found.refund("100.00")
        first, minute = found.order, found.minute
        found.refund("84.40")
        jobs = [told(store, first, minute), told(store, found.order, found.minute)] * 3
        refuse_deadlocks(jobs)
        assert found.credited() == [10000, 8440]
    assert ledger_verify().faults == []
