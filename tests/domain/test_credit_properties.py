"""Whatever is credited in whatever order: never too much, and at the end exactly nothing."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from saleor_invoices.domain.credit import CreditLine, remaining
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.money import from_minor, to_minor, unit
from tests.domain.crediting import credit, invoices, refuse_too_little, refuse_too_much
from tests.strategies import documents

CHOICES = st.lists(st.booleans(), min_size=8, max_size=8)
ISSUED = st.one_of(invoices(), documents(numbered=True))


class Crediting(RuleBasedStateMachine):
    """Credit notes of one invoice, by amount, by line, by both, and of everything."""

    invoice: Document

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[Document] = []

    @initialize(invoice=ISSUED)
    def issue(self, invoice: Document) -> None:
        self.invoice = invoice

    @property
    def left(self) -> int:
        return to_minor(remaining(self.invoice, self.notes).gross, self.invoice.currency)

    @precondition(lambda self: self.left > 0)
    @rule(share=st.integers(1, 1000), most=st.sampled_from((3, 10**12)))
    def by_amount(self, share: int, most: int) -> None:
        self._credit(amount=self._amount(share, most))

    @precondition(lambda self: self.left > 0)
    @rule(chosen=CHOICES, quantity=st.sampled_from((None, "1", "2", "0.5")))
    def by_line(self, chosen: list[bool], quantity: str | None) -> None:
        asked = self._asked(chosen, quantity)
        worth = remaining(self.invoice, self.notes)
        ids = {one.line_id for one in asked["lines"]}
        money = [one.gross for one in worth.lines if one.line.id in ids]
        money += [one.gross for one in worth.charges if one.charge.id in asked["charges"]]
        assume(sum(money) > 0)
        if quantity is not None:
            with suppress(Conflict):  # a small part of a small line may round to nothing
                assert self._credit(**asked).totals.gross <= sum(money)
            return
        assert self._credit(**asked).totals.gross == sum(money)

    @precondition(lambda self: self.left > 0)
    @rule(
        chosen=CHOICES,
        quantity=st.sampled_from((None, "1", "2")),
        share=st.integers(1, 1000),
        most=st.sampled_from((3, 10**12)),
    )
    def by_line_and_amount(
        self, chosen: list[bool], quantity: str | None, share: int, most: int
    ) -> None:
        asked = self._asked(chosen, quantity)
        assume(asked["lines"] or asked["charges"])
        self._credit(**asked, amount=self._amount(share, most))

    @precondition(lambda self: self.left > 0 and len(self.notes) > 3)
    @rule()
    def all_of_it(self) -> None:
        self._credit(everything=True)
        refuse_too_little(self.invoice, self.notes)

    @precondition(lambda self: self.left == 0)
    @rule()
    def nothing_more(self) -> None:
        with pytest.raises(Conflict) as caught:
            credit(self.invoice, *self.notes, amount=unit(self.invoice.currency))
        assert caught.value.code in {"CREDIT_NOTHING_LEFT", "CREDIT_EXCEEDS_INVOICE"}

    @invariant()
    def never_too_much(self) -> None:
        if self.notes:
            refuse_too_much(self.invoice, self.notes)

    @invariant()
    def lines_and_charges_never_hold_more_than_their_rates(self) -> None:
        if not hasattr(self, "invoice"):
            return
        left = remaining(self.invoice, self.notes)
        items = [(one.line.tax, one) for one in left.lines]
        for key, rate in left.rates.items():
            of_rate = [one for tax, one in items if (tax.category, tax.rate) == key]
            assert sum(one.net for one in of_rate) <= rate.net
            assert sum(one.tax for one in of_rate) <= rate.tax
        assert sum(one.gross for one in left.rates.values()) == left.gross

    def teardown(self) -> None:
        if not hasattr(self, "invoice"):
            return
        if not remaining(self.invoice, self.notes).is_empty:
            self._credit(everything=True)
        refuse_too_much(self.invoice, self.notes)
        refuse_too_little(self.invoice, self.notes)

    def _credit(self, **request: Any) -> Document:
        note = credit(self.invoice, *self.notes, **request)
        if request.get("amount") is not None:
            assert note.totals.gross == request["amount"]
        self.notes.append(note)
        return note

    def _amount(self, share: int, most: int) -> Decimal:
        minor = max(1, min(self.left * share // 1000, most))
        return from_minor(minor, self.invoice.currency)

    def _asked(self, chosen: list[bool], quantity: str | None) -> dict[str, Any]:
        left = remaining(self.invoice, self.notes)
        lines = [one for one, is_asked in zip(left.lines, chosen, strict=False) if is_asked]
        charges = [one for one, is_asked in zip(left.charges, chosen, strict=False) if is_asked]
        return {
            "lines": tuple(
                CreditLine(
                    line_id=one.line.id,
                    quantity=min(Decimal(quantity), one.quantity) if quantity else None,
                )
                for one in lines
            ),
            "charges": tuple(one.charge.id for one in charges),
        }


Crediting.TestCase.settings = settings(max_examples=50, stateful_step_count=10, deadline=None)
test_every_sequence_of_credit_notes_ends_at_nothing = Crediting.TestCase


@given(ISSUED, st.lists(st.integers(1, 100), min_size=1, max_size=12))
def test_amounts_alone_take_each_rates_tax_by_proportion(
    invoice: Document, shares: list[int]
) -> None:
    """However many there were, no rate's tax strays from its proportion by a whole unit."""
    assume(invoice.totals.gross > 0)
    notes: list[Document] = []
    smallest = unit(invoice.currency)
    for share in shares:
        left = remaining(invoice, notes).gross
        amount = from_minor(to_minor(left, invoice.currency) * share // 200, invoice.currency)
        notes.append(credit(invoice, *notes, amount=max(amount, min(smallest, left))))
        for row in invoice.vat_breakdown:
            whole = row.taxable_amount + row.tax_amount
            rows = [
                one
                for note in notes
                for one in note.vat_breakdown
                if (one.tax.category, one.tax.rate) == (row.tax.category, row.tax.rate)
            ]
            gross = sum(one.taxable_amount + one.tax_amount for one in rows)
            tax = sum(one.tax_amount for one in rows)
            if whole:
                assert abs(tax - row.tax_amount * gross / whole) < smallest
        if remaining(invoice, notes).is_empty:
            break


@given(invoices(allowances=False), st.data())
def test_a_line_in_pieces_ends_at_its_net_and_tax(invoice: Document, data: st.DataObject) -> None:
    priced = [one for one in invoice.lines if one.gross_amount]
    assume(priced)
    line = data.draw(st.sampled_from(priced))
    notes: list[Document] = []
    rest = line.quantity
    while rest and not remaining(invoice, notes).is_empty:
        step = data.draw(st.sampled_from((Decimal("0.5"), Decimal(1), Decimal(2), rest)))
        part = min(step, rest) if len(notes) < 6 else rest
        asked = CreditLine(line_id=line.id, quantity=part)
        try:
            notes.append(credit(invoice, *notes, lines=(asked,)))
        except Conflict:  # the part comes to nothing, or the parts before had all of the money
            if part == rest:
                break
            continue
        rest -= part
    parts = [one for note in notes for one in note.lines]
    assert sum(one.net_amount for one in parts) == line.net_amount
    assert sum(one.tax_amount for one in parts) == line.tax_amount
    assert sum(one.quantity for one in parts) == line.quantity - rest
    for one in parts:
        proportion = line.gross_amount * one.quantity / line.quantity
        assert abs(one.gross_amount - proportion) <= unit(invoice.currency)
