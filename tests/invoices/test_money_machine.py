"""Random lives of orders: whatever happens, in whatever order it is told, the books are right."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import F, Sum
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from saleor_invoices.domain.credit import CreditLine, CreditRequest
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import from_minor
from saleor_invoices.domain.order import Fulfillment, Order, OrderLine, Shipping, TaxedAmount
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    OrderCoverage,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.invoices.services import invoice_correct as correcting
from saleor_invoices.invoices.services.credit_issue import (
    Credit,
    credit_draft_create,
    credit_draft_discard,
    credit_draft_issue,
    credit_note_create,
)
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_issue import is_covered
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.invoices.services.order_pending import Reading
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.stores.models import Installation, SettingValue
from tests.invoices import orders
from tests.invoices.conftest import sells
from tests.invoices.money import Life
from tests.invoices.orders import at
from tests.plugins import factories

# A hundred steps and more, each checked against the database: minutes on a busy machine.
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]
LINES = {"line-a": (3, 10007, 19), "line-b": (1, 5353, 7), "line-c": (2, 1, 19)}
DELIVERY, TOTAL = 1190, 16551
CENTS = st.one_of(st.sampled_from([1, 1190, 3336, 5353, 10007, TOTAL]), st.integers(1, 9000))
GRANTS = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {
            "lines": st.lists(
                st.sampled_from([("line-a", 1), ("line-a", 2), ("line-b", 1), ("line-c", 2)]),
                max_size=2,
                unique_by=lambda line: line[0],
            ).map(tuple),
            "includes_shipping": st.booleans(),
        }
    ),
)
_answers: dict[str, Life] = {}


def taxed(gross: int, percent: int, currency: str) -> TaxedAmount:
    """An amount with its tax, badly rounded as shops do."""
    tax = gross * percent // (100 + percent)
    return TaxedAmount(net=from_minor(gross - tax, currency), gross=from_minor(gross, currency))


def ordered(currency: str) -> Order:
    """An order of 16,551 smallest units."""
    lines = tuple(
        OrderLine(
            id=key,
            product_name=key,
            quantity=quantity,
            unit_price=taxed(gross, rate, currency),
            total=taxed(gross, rate, currency),
            tax_rate=Decimal(rate) / 100,
        )
        for key, (quantity, gross, rate) in LINES.items()
    )
    shipping = Shipping(price=taxed(DELIVERY, 19, currency), tax_rate=Decimal("0.19"))
    parts = [*(line.total for line in lines), shipping.price]
    net, gross = sum(one.net for one in parts), sum(one.gross for one in parts)
    return orders.order(
        lines=lines,
        shipping=shipping,
        currency=currency,
        total=TaxedAmount(net=Decimal(net), gross=Decimal(gross)),
    )


class Books:
    """A store of its own with one order, and the questions that its books must answer."""

    def __init__(self, currency: str = "EUR", **values: str) -> None:
        self.store = factories.installation(f"https://{factories_id()}.example.com/graphql/")
        sells(self.store)
        self.configure(**values)
        self.life = Life(self.store, ordered(currency))
        self.currency = currency
        self.told: list[tuple[float, Order]] = []
        self.is_told = False  # all of it
        _answers[self.life.order.id] = self.life

    def configure(self, **values: str) -> None:
        for key, value in values.items():
            SettingValue.objects.update_or_create(
                installation=self.store, key=key, channel="", defaults={"value": value}
            )

    def amount(self, minor: int) -> str:
        return str(from_minor(minor, self.currency))

    def invoices(self) -> list[SalesDocument]:
        rows = SalesDocument.objects.filter(installation=self.store, kind="invoice", state="issued")
        return list(rows.order_by("sequence"))

    def notes(self) -> list[SalesDocument]:
        rows = SalesDocument.objects.filter(installation=self.store, kind="credit_note")
        return list(rows.exclude(state="draft").order_by("sequence"))

    def picture(self) -> dict[str, Any]:
        """Everything that a repetition must not change."""
        states = PaymentState.objects.filter(installation=self.store).order_by("document_id")
        return {
            "documents": SalesDocument.objects.filter(installation=self.store).count(),
            "movements": Movement.objects.filter(installation=self.store).count(),
            "allocations": Allocation.objects.filter(document__installation=self.store).count(),
            "states": list(states.values_list("document_id", "status", "paid_minor")),
        }

    def tell(self, *, minute: float | None = None, order: Order | None = None) -> None:
        moment = self.life.minute if minute is None else minute
        self.life.tell(order, minute=moment)
        self.told.append((moment, order or self.life.order))
        self.is_told = self.is_told or order is None


def factories_id() -> str:
    """A name that no other example has."""
    return f"shop-{Installation.objects.count() + 1}"


def credited_by_line(invoice: SalesDocument) -> Counter[tuple[str, str]]:
    """Quantity, net and tax that the credit notes took of each line."""
    found: Counter[tuple[str, str]] = Counter()
    for row in invoice.following.filter(kind="credit_note", state="issued"):
        for line in decoded(row).lines:
            found[line.preceding_id, "quantity"] += line.quantity  # type: ignore[assignment]
            found[line.preceding_id, "net"] += line.net_amount  # type: ignore[assignment]
            found[line.preceding_id, "tax"] += line.tax_amount  # type: ignore[assignment]
    return found


class OrderMachine(RuleBasedStateMachine):
    """One order: money moves, people act, and Saleor tells of it, late, twice or out of turn."""

    books: Books
    key = 0

    @initialize(
        currency=st.sampled_from(["EUR", "JPY", "KWD"]),
        issue=st.sampled_from(["fully_paid", "confirmed", "per_fulfillment"]),
        credit=st.sampled_from(["automatic", "draft", "off"]),
    )
    def begin(self, currency: str, issue: str, credit: str) -> None:
        self.books = Books(currency, issue_policy=issue, credit_policy=credit)
        self.by_parcel = issue == "per_fulfillment"

    @rule(minor=CENTS, now=st.booleans())
    def charge(self, minor: int, now: bool) -> None:
        self.books.life.charge(self.books.amount(minor))
        self._perhaps(now)

    @rule(now=st.booleans())
    def pay_all(self, now: bool) -> None:
        self.books.life.charge(self.books.amount(TOTAL))
        self._perhaps(now)

    @rule(minor=CENTS, grant=GRANTS, now=st.booleans())
    def refund(self, minor: int, grant: dict[str, Any] | None, now: bool) -> None:
        self.books.life.refund(self.books.amount(minor), grant)
        self._perhaps(now)

    @rule(minor=CENTS)
    def charge_back(self, minor: int) -> None:
        self.books.life.charge_back(self.books.amount(minor))
        self.books.tell()

    @precondition(lambda self: self.books.life.events)
    @rule(minor=CENTS)
    def refund_fails(self, minor: int) -> None:
        self.books.life.fail(self.books.amount(minor))
        self.books.tell()

    @precondition(lambda self: self.books.life.order.status != "CANCELED")
    @rule()
    def cancel(self) -> None:
        self.books.life.cancel()
        self.books.tell()

    @precondition(lambda self: self.books.told)
    @rule(data=st.data())
    def tell_again(self, data: st.DataObject) -> None:
        """An old state arrives late, or once more."""
        minute, order = data.draw(st.sampled_from(self.books.told))
        self.books.tell(minute=minute, order=order)

    @precondition(lambda self: self.by_parcel)
    @rule(line=st.sampled_from(["line-a", "line-a", "line-b", "line-c"]))
    def send(self, line: str) -> None:
        life = self.books.life
        sent = sum(dict(one.lines).get(line, 0) for one in life.order.fulfillments)
        if sent >= LINES[line][0]:
            return
        life.minute += 1
        parcels = life.order.fulfillments
        parcel = Fulfillment(
            id=f"p{len(parcels)}", status="FULFILLED", created=at(life.minute), lines=((line, 1),)
        )
        life.order = replace(life.order, fulfillments=(*parcels, parcel))
        self.books.tell()

    @precondition(lambda self: self.books.told)
    @rule()
    def request_invoice(self) -> None:
        self.books.tell()
        with suppress(AppError):
            order_invoice(
                installation=self.books.store,
                order=self.books.life.order,
                issued_at=at(self.books.life.minute),
            )

    @precondition(lambda self: self.books.invoices())
    @rule(data=st.data(), minor=CENTS, way=st.sampled_from(["amount", "line", "all"]))
    def credit_by_hand(self, data: st.DataObject, minor: int, way: str) -> None:
        invoice = data.draw(st.sampled_from(self.books.invoices()))
        asked = {
            "amount": CreditRequest(amount=from_minor(minor, self.books.currency)),
            "line": CreditRequest(lines=(CreditLine(line_id="1", quantity=Decimal(1)),)),
            "all": CreditRequest(everything=True),
        }[way]
        make = data.draw(st.sampled_from([credit_note_create, credit_draft_create]))
        credit = Credit(cause=f"request:{self._key()}", request=asked, actor="staff:1")
        invoice.installation = self.books.store
        with suppress(AppError):
            make(invoice=invoice, credit=credit)

    @precondition(lambda self: self._drafts())
    @rule(data=st.data(), verb=st.sampled_from([credit_draft_issue, credit_draft_discard]))
    def decide_draft(self, data: st.DataObject, verb: Any) -> None:
        draft = data.draw(st.sampled_from(self._drafts()))
        draft.installation = self.books.store
        with suppress(AppError):
            verb(draft=draft, actor="staff:1")

    @precondition(lambda self: self.books.invoices())
    @rule(data=st.data(), minor=CENTS, kind=st.sampled_from(["manual", "refund", "chargeback"]))
    def pay_by_hand(self, data: st.DataObject, minor: int, kind: str) -> None:
        invoice = data.draw(st.sampled_from(self.books.invoices()))
        invoice.installation = self.books.store
        payment = ManualPayment(
            amount=from_minor(minor, self.books.currency),
            reference=f"bank-{self._key()}",
            occurred_at=at(0),
            kind=MovementKind(kind),
        )
        payment_record(document=invoice, payment=payment, actor="staff:1")
        if self.books.is_told:
            self.books.tell()  # money that waits may fill what was opened by hand

    @precondition(lambda self: self.books.invoices())
    @rule(verb=st.sampled_from([correcting.invoice_correct, correcting.invoice_void]))
    def correct_or_void(self, verb: Any) -> None:
        invoice = self.books.invoices()[-1]
        invoice.installation = self.books.store
        with suppress(AppError):
            verb(invoice=invoice, reason="", actor="staff:1")

    @rule(policy=st.sampled_from(["automatic", "draft", "off"]))
    def change_policy(self, policy: str) -> None:
        self.books.configure(credit_policy=policy)

    @precondition(lambda self: hasattr(self, "books"))
    @invariant()
    def the_ledger_verifies(self) -> None:
        assert ledger_verify(installation=self.books.store).faults == []

    @precondition(lambda self: hasattr(self, "books"))
    @invariant()
    def no_line_gives_back_more_than_it_cost(self) -> None:
        for invoice in self.books.invoices():
            taken = credited_by_line(invoice)
            for line in decoded(invoice).lines:
                assert taken[line.id, "quantity"] <= line.quantity
                assert taken[line.id, "net"] <= line.net_amount
                assert taken[line.id, "tax"] <= line.tax_amount

    @precondition(lambda self: hasattr(self, "books") and self.books.is_told)
    @invariant()
    def hearing_it_again_changes_nothing(self) -> None:
        before = self.books.picture()
        self.books.life.tell()
        assert self.books.picture() == before

    @precondition(lambda self: hasattr(self, "books") and self.books.is_told)
    @invariant()
    def all_money_is_somewhere_once(self) -> None:
        rows = Movement.objects.filter(installation=self.books.store).exclude(kind="credit")
        told = rows.filter(source="saleor").aggregate(sum=Sum("amount_minor"))["sum"] or 0
        charge = self.books.life.order.charge
        assert from_minor(told, self.books.currency) == charge.charged
        if is_covered(self.books.life.record):
            lying = rows.annotate(lies=Sum("allocations__amount_minor"))
            assert not lying.exclude(lies=F("amount_minor")).exists()

    @precondition(lambda self: hasattr(self, "books"))
    @invariant()
    def balances_and_numbers_are_right(self) -> None:
        states = PaymentState.objects.filter(installation=self.books.store)
        assert all(state.balance_minor >= 0 for state in states)
        for rows in (self.books.invoices(), self.books.notes()):
            assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))

    @precondition(lambda self: hasattr(self, "books"))
    @invariant()
    def each_part_has_one_live_invoice(self) -> None:
        live = OrderCoverage.objects.filter(
            order__installation=self.books.store, released_at__isnull=True
        )
        parts = list(live.values_list("part", flat=True))
        assert parts == ["order"] or "order" not in parts
        whole = sum(row.document.collectable_minor for row in live)
        assert whole <= TOTAL

    def _perhaps(self, now: bool) -> None:
        self.books.is_told = False
        if now:
            self.books.tell()

    def _key(self) -> int:
        self.key += 1
        return self.key

    def _drafts(self) -> list[SalesDocument]:
        rows = SalesDocument.objects.filter(installation=self.books.store, state="draft")
        return list(rows.order_by("created_at"))


def test_whatever_happens_the_books_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def order_read(*, installation: Installation, order_id: str) -> Reading:
        found = _answers[order_id]
        return Reading(order=found.order, as_of=at(found.minute))

    monkeypatch.setattr(correcting, "order_read", order_read)
    run_state_machine_as_test(
        OrderMachine,
        settings=settings(
            max_examples=8,
            derandomize=True,  # long lives are slow: other seeds are for a quiet hour
            phases=[Phase.generate],
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
