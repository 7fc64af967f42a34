"""A customer's account: what is written, in order, and that it adds up whatever happened."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, PaymentState, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.reports.selectors import customers
from saleor_invoices.reports.selectors.customers import Entry, Statement, customer_statement
from saleor_invoices.reports.selectors.receivables import receivables_aged
from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories
from tests.reports.ledger import ANNA, BERT, DAY, credit, invoice, lying, move, on, pay

LAST = 12  # days of the random lives


def day(number: int) -> date:
    """A day of the calendar."""
    return DAY + timedelta(days=number)


def statement(
    scope: Scope, first: int, last: int, customer: str = ANNA, currency: str = "PLN"
) -> Statement:
    """The statement of a period, asked for now."""
    own = Scope(installation=scope.installation, legal_entity=scope.legal_entity, currency=currency)
    return customer_statement(own, customer_id=customer, start=day(first), end=day(last))


def lines(found: Statement) -> list[tuple[int, Entry, int, int]]:
    """Day, kind, amount and balance of each row."""
    return [((row.on - DAY).days, row.entry, row.minor, row.balance) for row in found.rows]


def test_documents_and_money_stand_in_order_with_their_balance(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        first = invoice(seller, 10_000)
    with on(1):
        pay(first, 4_000)
    with on(3):
        second = invoice(seller, 5_000)
        pay(second, 5_000)
    with on(4):
        credit(first, 1_000)
        pay(second, 500, MovementKind.CHARGEBACK)
    with on(6):
        pay(second, 200, MovementKind.REFUND)
    found = statement(scope, 1, 5)
    assert (found.opening, found.closing) == (10_000, 5_500)
    assert lines(found) == [
        (1, Entry.PAYMENT, -4_000, 6_000),
        (3, Entry.INVOICE, 5_000, 11_000),
        (3, Entry.PAYMENT, -5_000, 6_000),
        (4, Entry.CREDIT_NOTE, -1_000, 5_000),
        (4, Entry.CHARGEBACK, 500, 5_500),
    ]
    assert [row.document for row in found.rows] == [
        first,
        second,
        second,
        SalesDocument.objects.get(kind="credit_note"),
        second,
    ]
    assert found.rows[1].reference == second.number
    assert found.total(Entry.INVOICE) == 5_000
    after = statement(scope, 6, 400)
    assert after.opening == found.closing
    assert lines(after) == [(6, Entry.REFUND, 200, 5_700)]


def test_money_moved_between_the_customers_documents_is_there_once(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        first, second = invoice(seller, 10_000), invoice(seller, 10_000)
        payment = pay(first, 10_000)
    with on(2):
        move(payment, first, second, 6_000)
    found = statement(scope, 0, 9)
    money = [row for row in lines(found) if row[1] is Entry.PAYMENT]
    assert money == [(0, Entry.PAYMENT, -10_000, 10_000)]


def test_money_moved_to_another_customer_leaves_on_that_day(
    scope: Scope, seller: LegalEntity
) -> None:
    with on(0):
        first, second = invoice(seller, 10_000), invoice(seller, 10_000, customer=BERT)
        payment = pay(first, 10_000)
    with on(2):
        move(payment, first, second, 6_000)
    assert lines(statement(scope, 0, 9))[1:] == [
        (0, Entry.PAYMENT, -10_000, 0),
        (2, Entry.PAYMENT, 6_000, 6_000),
    ]
    assert lines(statement(scope, 0, 9, BERT))[1:] == [(2, Entry.PAYMENT, -6_000, 4_000)]


def test_a_gift_card_is_no_debt(scope: Scope, seller: LegalEntity) -> None:
    with on(0):
        row = invoice(seller, 10_000)
    from tests.invoices.tampering import alter

    alter(row, collectable_minor=7_000)
    assert lines(statement(scope, 0, 1)) == [(0, Entry.INVOICE, 7_000, 7_000)]


def test_other_currencies_sellers_customers_stores_and_tests_are_left_out(
    store: Installation, scope: Scope, seller: LegalEntity
) -> None:
    other = factories.legal_entity(store, "second")
    stranger = factories.legal_entity(factories.installation("https://b.example.com/graphql/"))
    with on(0):
        invoice(seller, 100)
        for entity, changes in (
            (seller, {"currency": "EUR"}),
            (seller, {"customer": BERT}),
            (seller, {"customer": ""}),
            (seller, {"test_mode": True}),
            (stranger, {}),
        ):
            pay(invoice(entity, 999, **changes), 1)
        invoice(other, 1_000)
    assert statement(scope, 0, 0).closing == 1_100
    assert statement(Scope(installation=store, legal_entity="second"), 0, 0).closing == 1_000
    assert statement(scope, 0, 0, currency="EUR").closing == 998
    nobody = statement(scope, 0, 0, "")
    assert (nobody.closing, nobody.rows, nobody.name) == (0, [], "")


def test_what_cannot_be_asked(scope: Scope, seller: LegalEntity, monkeypatch: Any) -> None:
    with on(0):
        invoice(seller)
        invoice(seller)
    for first, last, currency, code in (
        (1, 0, "PLN", "PERIOD_INVALID"),
        (0, 1, "XYZ", "UNKNOWN_CURRENCY"),
        (0, 1, "", "UNKNOWN_CURRENCY"),
    ):
        with pytest.raises(InvalidInput) as caught:
            statement(scope, first, last, currency=currency)
        assert caught.value.code == code
    monkeypatch.setattr(customers, "MOST_ROWS", 1)
    with pytest.raises(InvalidInput) as caught:
        statement(scope, 0, 1)
    assert caught.value.code == "PERIOD_TOO_LONG"
    assert statement(scope, 1, 2).opening == 24_600  # what came before is not shown


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["invoice", "pay", "refund", "chargeback", "credit", "move"]),
        st.integers(0, 2),  # days that pass before it
        st.integers(0, 5),  # which document or payment
        st.integers(0, 5),  # and the other one
        st.integers(1, 9_000),
    ),
    max_size=14,
)


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_whatever_happens_every_day_adds_up(steps: list[tuple[str, int, int, int, int]]) -> None:
    number = Installation.objects.count()
    store = factories.installation(f"https://s{number}.example.com/graphql/")
    life = Life(factories.legal_entity(store))
    today = 0
    for verb, days, one, other, amount in steps:
        for _ in range(days):
            life.note(today)
            today = min(today + 1, LAST)
        with on(today):
            life.do(verb, one, other, amount)
    life.note(today)
    life.check(today)
    assert ledger_verify(installation=store).ok


class Life:
    """What a store does, and what its books said at the end of each day."""

    def __init__(self, entity: LegalEntity) -> None:
        self.entity = entity
        self.scope = Scope(installation=entity.installation)
        self.invoices: list[SalesDocument] = []
        self.payments: list[tuple[Movement, SalesDocument]] = []
        self.noted: dict[int, dict[str, int]] = {}

    def do(self, verb: str, one: int, other: int, amount: int) -> None:
        """Do it if it can be done."""
        if verb == "invoice" or not self.invoices:
            customer = (ANNA, BERT)[one % 2]
            self.invoices.append(invoice(self.entity, 12_300, customer=customer))
            return
        document = self.invoices[one % len(self.invoices)]
        target = self.invoices[other % len(self.invoices)]
        kinds = {"refund": MovementKind.REFUND, "chargeback": MovementKind.CHARGEBACK}
        try:
            if verb == "credit":
                left = document.gross_minor - sum(
                    note.gross_minor for note in document.following.all()
                )
                part = min(left, amount) // 123 * 123  # so that no tax is rounded
                if part:
                    credit(document, part)
            elif verb == "move" and self.payments:
                payment = self.payments[one % len(self.payments)][0]
                source = self.invoices[one % len(self.invoices)]
                move(payment, source, target, min(amount, lying(payment, source)))
            else:
                kind = kinds.get(verb, MovementKind.MANUAL)
                self.payments.append((pay(document, amount, kind), document))
        except AppError:
            return  # refused: nothing happened

    def note(self, today: int) -> None:
        """Write down what each customer owes at the end of a day."""
        sums = PaymentState.objects.filter(installation=self.entity.installation)
        rows = sums.exclude(status="cancelled").values_list("document__customer_id")
        self.noted[today] = {
            customer: total
            for customer, total in rows.annotate(Sum("balance_minor")).order_by()
            if total
        }

    def check(self, today: int) -> None:
        """Ask for each day long after it."""
        for number, noted in self.noted.items():
            with on(today + 1):
                scope = Scope(installation=self.entity.installation)
                _, found = receivables_aged(scope, as_of=day(number))
            assert {
                row.customer_id: row.buckets.total for one in found for row in one.debtors
            } == noted
        for customer in (ANNA, BERT):
            self._check_statements(customer, today)

    def _check_statements(self, customer: str, today: int) -> None:
        whole = statement(self.scope, 0, today, customer)
        assert whole.opening == 0
        assert whole.opening + sum(row.minor for row in whole.rows) == whole.closing
        documents = SalesDocument.objects.filter(
            installation=self.entity.installation, customer_id=customer
        )
        debt = sum(row.collectable_minor for row in documents if row.kind == "invoice")
        counted = Allocation.objects.filter(document__in=documents)
        got = counted.aggregate(total=Sum("amount_minor"))["total"] or 0
        assert whole.closing == debt - got
        daily = [statement(self.scope, number, number, customer) for number in range(today + 1)]
        assert all(a.closing == b.opening for a, b in pairwise(daily))
        assert [row for one in daily for row in one.rows] == whole.rows
