"""The same life of an order, told in another order."""

from collections.abc import Sequence
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saleor_invoices.invoices.models import (
    PaymentState,
)
from saleor_invoices.invoices.services.document_issue import decoded
from tests.invoices.test_money_machine import CENTS, GRANTS, TOTAL, Books

pytestmark = pytest.mark.django_db


class TestDelivery:
    """The same life, told in another order, ends in the same documents."""

    VERBS: ClassVar = st.one_of(
        st.tuples(st.just("refund"), CENTS, GRANTS), st.tuples(st.just("cancel"))
    )

    def live(self, steps: Sequence[tuple[Any, ...]], paid: int) -> tuple[Books, list[Any]]:
        books = Books(issue_policy="fully_paid")
        books.life.charge(books.amount(paid))
        states = [(books.life.minute, books.life.order)]
        for verb, *values in steps:
            if verb == "refund":
                books.life.refund(books.amount(values[0]), values[1])
            elif books.life.order.status != "CANCELED":
                books.life.cancel()
            states.append((books.life.minute, books.life.order))
        return books, states

    def statement(self, books: Books) -> list[tuple[Any, ...]]:
        return [
            (
                note.gross_minor,
                note.tax_minor,
                [(line.name, line.quantity, line.gross_amount) for line in content.lines],
                [charge.gross_amount for charge in content.charges],
            )
            for note in books.notes()
            for content in [decoded(note)]
        ]

    def standings(self, books: Books) -> list[tuple[str, int, int]]:
        rows = PaymentState.objects.filter(installation=books.store)
        return [(row.status, row.paid_minor, row.balance_minor) for row in rows]

    @settings(
        max_examples=15,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        steps=st.lists(VERBS, min_size=1, max_size=5),
        paid=st.sampled_from([TOTAL, TOTAL + 1560]),
        data=st.data(),
    )
    def test_in_whatever_order(
        self, steps: list[tuple[Any, ...]], paid: int, data: st.DataObject
    ) -> None:
        straight, states = self.live(steps, paid)
        for minute, order in states:
            straight.tell(minute=minute, order=order)
        mixed, states = self.live(steps, paid)
        arriving = data.draw(st.lists(st.sampled_from(states), max_size=6))
        for minute, order in [*arriving, states[-1]]:
            mixed.tell(minute=minute, order=order)
        assert self.statement(mixed) == self.statement(straight)
        assert self.standings(mixed) == self.standings(straight)
