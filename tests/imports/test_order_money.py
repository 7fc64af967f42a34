"""Money of a linked import that its source tells of, and Saleor too, counts once."""

import itertools
from collections.abc import Callable
from datetime import date

import pytest

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import Movement, OrderMoney
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.external_delete import external_delete
from saleor_invoices.invoices.services.external_link import external_unlink
from saleor_invoices.invoices.services.external_pay import external_pay
from saleor_invoices.invoices.services.order_money import (
    order_money_again,
    orders_unread,
    orders_unshared,
)
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.tasks import order_money
from saleor_invoices.stores.models import LegalEntity
from tests.imports.linked import bring, by_hand, document, life, link, stands
from tests.invoices.conftest import configure, seller
from tests.invoices.money import Life

__all__ = ["configure", "seller"]
pytestmark = pytest.mark.django_db
PAID = ("paid", 11900, 0)


@pytest.fixture
def told(seller: LegalEntity) -> Life:
    """An order of 119.00 to which an open import is linked."""
    bring(seller)
    order = life(seller)
    link(1, order)
    return order


def settled(told: Life) -> None:
    """Whoever shares out the order's money does so after the commit."""
    order_money_again(record=told.record)


def test_what_saleor_was_paid_is_not_asked_for_again(told: Life) -> None:
    told.charge("119.00").tell()
    assert stands() == PAID


def test_it_does_not_matter_who_tells_first(seller: LegalEntity, told: Life) -> None:
    bring(seller, 1, ("erp-1", "119.00"))
    assert stands() == PAID
    told.charge("119.00").tell()
    assert stands() == PAID


def test_the_source_tells_it_later(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").tell()
    bring(seller, 1, ("erp-1", "119.00"))
    settled(told)
    assert stands() == PAID
    assert Movement.objects.count() == 2  # both are facts that were told


@pytest.mark.parametrize("order", list(itertools.permutations("so3")))
def test_parts_of_both_make_the_larger_sum_whatever_comes_first(
    seller: LegalEntity, told: Life, order: tuple[str, ...]
) -> None:
    tellings: dict[str, Callable[[], object]] = {
        "s": lambda: bring(seller, 1, ("erp-1", "50.00")),
        "o": lambda: told.charge("70.00").tell(),
        "3": told.tell,
    }
    for name in order:
        tellings[name]()
    settled(told)
    assert stands() == ("partially_paid", 7000, 4900)


def test_late_and_repeated_events_change_nothing(told: Life) -> None:
    first = told.charge("50.00").now()
    told.charge("69.00").tell()
    told.tell(first, minute=1).tell().tell()
    assert stands() == PAID
    assert OrderMoney.objects.get().came_minor == 11900


def test_linked_after_its_order_was_paid(seller: LegalEntity) -> None:
    order = life(seller).charge("119.00")
    bring(seller)
    link(1, order)
    order.tell()
    assert stands() == PAID


def test_linked_to_an_order_whose_money_is_known(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").tell()
    external_unlink(document=document(1), actor="staff:alice")
    assert stands() == ("unpaid", 0, 11900)
    assert not OrderMoney.objects.exists()
    link(1, told)
    assert stands() == PAID


def test_linked_to_another_order(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").tell()
    other = life(seller)
    link(1, other)
    assert stands() == ("unpaid", 0, 11900)
    other.charge("19.00").tell()
    assert stands() == ("partially_paid", 1900, 10000)
    told.tell()
    assert stands() == ("partially_paid", 1900, 10000)


def test_the_source_names_another_order(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").tell()
    bring(seller, 1, order={"number": "other"})
    assert document(1).order is None
    assert stands() == ("unpaid", 0, 11900)


def test_a_refund_reopens_nothing_and_is_counted_once(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").refund("19.00").tell()
    assert stands() == ("partially_refunded", 10000, 0)
    bring(seller, 1, ("erp-1", "119.00"), ("erp-2", "-19.00"))
    settled(told)
    assert stands() == ("partially_refunded", 10000, 0)
    told.fail("19.00").tell()
    assert stands()[1:] == (10000, 0)  # the source still says that it went back


def test_a_source_that_tells_what_is_left_after_a_refund(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").refund("19.00").tell()
    bring(seller, 1, ("erp-1", "100.00"))
    settled(told)
    assert stands() == ("partially_refunded", 10000, 0)


def test_a_credit_note_and_its_refund(seller: LegalEntity, told: Life) -> None:
    told.charge("119.00").tell()
    line = {"name": "Mug", "quantity": "1", "net": "20.00", "vatRate": "19"}
    bring(seller, 2, kind="credit_note", lines=[line], preceding=[{"number": "R-1"}])
    assert stands() == ("overpaid", 11900, 0)
    told.refund("23.80").tell()
    assert stands()[1:] == (9520, 0)


def test_a_chargeback_opens_it_again(told: Life) -> None:
    told.charge("119.00").charge_back("119.00").tell()
    assert stands() == ("unpaid", 0, 11900)


def test_what_staff_write_down_comes_on_top_of_what_was_told(
    seller: LegalEntity, told: Life
) -> None:
    bring(seller, 1, ("erp-1", "50.00"))
    by_hand(1, "69.00")
    assert stands() == PAID
    bring(seller, 1, ("erp-1", "50.00"), ("erp-2", "69.00"))  # now its source tells of it too
    assert stands() == PAID
    told.charge("50.00").tell()  # and Saleor of the first
    assert stands() == PAID


def test_all_of_it_written_down_here_and_told_later(seller: LegalEntity, told: Life) -> None:
    by_hand(1, "119.00")
    bring(seller, 1, ("erp-1", "119.00"))
    assert stands() == PAID


def test_settled_means_settled(seller: LegalEntity, told: Life) -> None:
    told.charge("50.00").tell()
    by_hand(1, "30.00")
    external_pay(document=document(1), payments=[], settled=True, payment_url=None, actor="key:erp")
    settled(told)
    assert stands() == PAID


def test_an_order_that_was_paid_too_much_is_not_an_overpaid_invoice(told: Life) -> None:
    told.charge("119.00").charge("119.00").tell()
    assert stands() == PAID
    told.refund("119.00").tell()  # what was too much goes back first
    assert stands() == PAID


def test_two_imports_of_one_order_share_its_money(seller: LegalEntity) -> None:
    bring(seller, 1, issueDate="2026-03-01")
    bring(seller, 2, issueDate="2026-03-05")
    order = life(seller, "238.00")
    link(1, order)
    link(2, order)
    order.charge("150.00").tell()
    assert (stands(1), stands(2)) == (PAID, ("partially_paid", 3100, 8800))
    # Its source knows for which one it was: both tellers agree then.
    bring(seller, 2, ("erp-2", "119.00"), issueDate="2026-03-05")
    settled(order)
    assert (stands(1), stands(2)) == (("partially_paid", 3100, 8800), PAID)
    external_unlink(document=document(2), actor="staff:alice")
    settled(order)
    assert (stands(1), stands(2)) == (PAID, PAID)


def test_own_invoices_of_the_order_come_first(seller: LegalEntity) -> None:
    order = life(seller).charge("119.00").tell()
    own = order.invoice
    bring(seller, 2)
    link(2, order)
    order.tell()
    assert own.payment.status == "paid"
    assert stands(2) == ("unpaid", 0, 11900)


def test_its_invoice_says_something_else(seller: LegalEntity, told: Life) -> None:
    """A new version over more money takes in what the order has."""
    told.charge("138.00").tell()
    assert stands() == PAID
    lines = [{"name": "Mug", "quantity": "1", "net": "120.00", "vatRate": "19"}]
    bring(seller, 1, lines=lines)
    settled(told)
    assert stands() == ("partially_paid", 13800, 480)


def test_an_order_in_another_currency_counts_for_nothing(seller: LegalEntity) -> None:
    bring(seller, 1, currency="PLN")
    with pytest.raises(Conflict, match="is in EUR"):
        link(1, life(seller))
    assert not OrderMoney.objects.exists()


def test_it_can_be_deleted_although_its_order_was_paid(seller: LegalEntity, told: Life) -> None:
    """The ledger tells of no money for it alone; the order's money stays with the order."""
    told.charge("119.00").tell()
    external_delete(document=document(1), reason="brought twice", actor="staff:alice")
    bring(seller, 2)
    link(2, told)
    assert stands(2) == PAID


def test_what_was_linked_before_money_was_shared_out_is_found_by_the_sweep(told: Life) -> None:
    """As after an upgrade, or a message that was lost."""
    told.charge("119.00").tell()
    OrderMoney.objects.all().delete()
    payment_follow(document=document(1))
    assert stands() == ("unpaid", 0, 11900)
    assert orders_unshared(limit=9) == [told.record.pk]
    order_money(told.record.pk)
    assert stands() == PAID
    assert orders_unshared(limit=9) == []


def test_an_order_that_was_not_heard_of_is_asked_about_while_its_import_is_open(
    seller: LegalEntity, told: Life
) -> None:
    assert orders_unread(limit=9) == [told.record.pk]
    by_hand(1, "119.00")
    assert orders_unread(limit=9) == []
    bring(seller, 2)
    link(2, told)
    assert orders_unread(limit=9) == [told.record.pk]
    told.tell()
    assert orders_unread(limit=9) == []


def test_an_erased_one_is_paid_like_others(told: Life) -> None:
    told.charge("19.00").tell()
    document_erase(
        document=document(1), reason="asked", actor="staff:alice", today=date(2040, 1, 1)
    )
    told.charge("100.00").tell()
    assert stands() == PAID
