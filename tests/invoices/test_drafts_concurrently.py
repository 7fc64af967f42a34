"""Drafts by hand from many threads at once: one draft a key, one number a draft, one an order."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from saleor_invoices.domain.draft_form import InvoiceForm
from saleor_invoices.domain.errors import Conflict, NotFound
from saleor_invoices.domain.order import Order
from saleor_invoices.invoices.models import DraftForm, NumberSeries, OrderCoverage, SalesDocument
from saleor_invoices.invoices.services import draft_issue, draft_make
from saleor_invoices.invoices.services.draft_issue import written_issue
from saleor_invoices.invoices.services.draft_make import orders_forget
from saleor_invoices.invoices.services.draft_write import (
    Kept,
    draft_create,
    draft_discard,
    draft_update,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import Reading
from saleor_invoices.stores.models import Installation
from tests.domain.forms import form, row
from tests.invoices.orders import at, paid
from tests.invoices.test_issue_concurrently import together
from tests.strategies import ON

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("seller")]


@pytest.fixture
def saleor_has(monkeypatch: pytest.MonkeyPatch) -> dict[str, Order]:
    """What Saleor answers when it is asked for an order."""
    found: dict[str, Order] = {}

    def order_read(*, order_id: str, **_: Any) -> Reading:
        return Reading(order=found[order_id], as_of=at(60))

    for module in (draft_issue, draft_make):
        monkeypatch.setattr(module, "order_read", order_read)
    orders_forget()
    return found


def tried(job: Callable[[], object]) -> Callable[[], object]:
    """The job, or the code of its refusal."""

    def attempt() -> object:
        try:
            return job()
        except (Conflict, NotFound) as error:
            return error.code

    return attempt


def create(store: Installation, key: str = "k", **changes: Any) -> Kept:
    written = form(row(), supply_date=ON, **changes)
    return draft_create(installation=store, form=written, key=key, actor="staff:1")


def changed(number: int) -> InvoiceForm:
    return form(row(str(number)), supply_date=ON)


def issue(kept: Kept, version: int | None = None) -> Callable[[], object]:
    found = SalesDocument.objects.select_related("installation", "order").get(pk=kept.row.pk)
    return tried(lambda: written_issue(draft=found, actor="staff:1", version=version))


def test_one_key_makes_one_draft(store: Installation) -> None:
    made = together([tried(lambda: create(store)) for _ in range(8)])
    assert {kept.row.pk for kept in made if isinstance(kept, Kept)} == {DraftForm.objects.get().pk}
    assert len(made) == 8
    assert SalesDocument.objects.count() == 1


def test_eight_clicks_on_issue_take_one_number(store: Installation) -> None:
    kept = create(store)
    found = together([issue(kept, version=1) for _ in range(8)])
    assert {document.pk for document in found if isinstance(document, SalesDocument)} == {
        kept.row.pk
    }
    assert NumberSeries.objects.get().last_sequence == 1
    assert ledger_verify().faults == []


def test_of_eight_saves_of_one_version_one_wins(store: Installation) -> None:
    kept = create(store)
    jobs = [
        tried(
            lambda number=number: draft_update(  # type: ignore[misc]
                draft=kept.row, version=1, form=changed(number), actor=f"staff:{number}"
            )
        )
        for number in range(1, 9)
    ]
    found = together(jobs)
    assert sorted(str(one) for one in found if not isinstance(one, Kept)) == ["DRAFT_CHANGED"] * 7
    stored = DraftForm.objects.get()
    (winner,) = [one for one in found if isinstance(one, Kept)]
    assert (stored.version, stored.updated_by) == (2, winner.form.updated_by)
    number = Decimal(stored.updated_by.removeprefix("staff:"))
    assert SalesDocument.objects.get().net_minor == number * 100


def test_save_issue_and_discard_at_once_end_in_one_way(store: Installation) -> None:
    for attempt in range(6):
        kept = create(store, key=f"k{attempt}")
        save = tried(
            lambda kept=kept: draft_update(  # type: ignore[misc]
                draft=kept.row, version=1, form=changed(7), actor="staff:2"
            )
        )
        drop = tried(lambda kept=kept: draft_discard(draft=kept.row))  # type: ignore[misc]
        together([save, issue(kept, version=1), drop])
    issued = SalesDocument.objects.filter(state="issued")
    sequences = list(issued.order_by("sequence").values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    assert not SalesDocument.objects.exclude(state="issued").exists()
    assert ledger_verify().faults == []


def test_drafts_and_the_policy_at_once_make_one_invoice_an_order(
    store: Installation, saleor_has: dict[str, Order]
) -> None:
    for attempt in range(4):
        order = paid(f"o{attempt}")
        saleor_has[order.id] = order
        drafts = [create(store, key=f"{attempt}-{n}", order_id=order.id) for n in range(2)]
        jobs = [issue(kept) for kept in drafts] * 2
        observe = tried(
            lambda order=order: order_observe(  # type: ignore[misc]
                installation=store, order=order, issued_at=at(90)
            )
        )
        together([*jobs, observe])
    assert OrderCoverage.objects.count() == 4
    issued = SalesDocument.objects.filter(state="issued").order_by("sequence")
    assert list(issued.values_list("sequence", flat=True)) == [1, 2, 3, 4]
    assert ledger_verify().faults == []


def test_forty_drafts_at_once_get_forty_numbers(store: Installation) -> None:
    drafts = [create(store, key=str(number)) for number in range(40)]
    for kept in drafts[::5]:
        draft_discard(draft=kept.row)
    left = [kept for place, kept in enumerate(drafts) if place % 5]
    together([issue(kept) for kept in left])
    sequences = SalesDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(sequences) == list(range(1, 33))
    assert ledger_verify().faults == []
