"""Who wants to hear of payment states hears each change once, or the change is undone."""

import pytest

from saleor_invoices.invoices.models import Movement, PaymentState, SalesDocument
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.stores.models import Installation
from tests.invoices.money import Life
from tests.invoices.orders import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seller")]
Told = tuple[str, str | None, int | None, str, int]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Number, status and balance before and after, of each change that was told."""
    heard: list[Told] = []

    def hear(document: SalesDocument, before: PaymentState | None, after: PaymentState) -> None:
        was = (before.status, before.balance_minor) if before else (None, None)
        heard.append((document.number, *was, after.status, after.balance_minor))

    monkeypatch.setattr(listeners, "_payment_changed", [])
    listeners.on_payment_changed(hear)
    listeners.on_payment_changed(hear)  # registered twice, told once
    return heard


def _issued(life: Life) -> Life:
    order_invoice(installation=life.store, order=life.order, issued_at=at(life.minute))
    return life


def test_each_change_is_told_once_with_what_was_before(
    store: Installation, told: list[Told]
) -> None:
    life = _issued(Life(store))
    number = life.invoice.number
    assert told == [(number, None, None, "unpaid", 18440)]
    life.charge("84.40").tell()
    assert told[1:] == [(number, "unpaid", 18440, "partially_paid", 10000)]
    life.tell()
    payment_follow(document=life.invoice)
    assert len(told) == 2


def test_an_invoice_that_was_paid_before_is_told_as_paid(
    store: Installation, told: list[Told]
) -> None:
    life = _issued(Life(store).charge("184.40"))
    number = life.invoice.number
    assert told == [(number, None, None, "paid", 0)]


def test_a_listener_that_fails_undoes_the_change(
    store: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = _issued(Life(store))

    def fail(*_: object) -> None:
        raise RuntimeError("a listener could not write")

    monkeypatch.setattr(listeners, "_payment_changed", [fail])
    with pytest.raises(RuntimeError):
        life.charge("84.40").tell()
    assert Movement.objects.count() == 0
    assert PaymentState.objects.get().balance_minor == 18440
