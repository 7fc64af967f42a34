"""INVOICE_DELETED: staff want an invoice out of Saleor, which waits for our ``invoiceDelete``."""

from saleor_invoices.invoices.models import Problem, Publication, SalesDocument
from tests.invoices.desk import Desk
from tests.invoices.shop import Shop, example


def _publish(desk: Desk, shop: Shop) -> SalesDocument:
    payload = example("invoice_requested")
    shop.request_invoice(shop.add(payload)["id"])
    desk.handle("invoice_requested", payload)
    return SalesDocument.objects.get()


def test_saleors_invoice_goes_and_the_document_stays(desk: Desk, shop: Shop) -> None:
    document = _publish(desk, shop)
    before = SalesDocument.objects.values().get()
    desk.handle("invoice_deleted", example("invoice_deleted"))

    assert shop.invoices == {}
    assert shop.mutations() == ["invoiceUpdate", "invoiceDelete"]
    assert Publication.objects.get().state == "withdrawn"
    assert document.history.filter(event="withdrawn_from_saleor", actor="saleor").count() == 1
    assert SalesDocument.objects.values().get() == before
    assert document.files.filter(kind="pdf").count() == 1


def test_a_deletion_repeated_after_a_lost_answer_is_fine(desk: Desk, shop: Shop) -> None:
    document = _publish(desk, shop)
    shop.lost_answers.add("invoiceDelete")
    delivery = desk.handle("invoice_deleted", example("invoice_deleted"))
    assert (delivery.state, delivery.error_code) == ("pending", "UNREACHABLE")

    (appointment,) = desk.later
    type(delivery).objects.update(next_attempt_at=delivery.received_at)
    desk.run(appointment)
    delivery.refresh_from_db()
    assert delivery.state == "done"
    assert shop.mutations().count("invoiceDelete") == 2
    assert document.history.filter(event="withdrawn_from_saleor").count() == 1
    assert not Problem.objects.exists()


def test_an_invoice_that_is_not_ours_is_deleted_too(desk: Desk, shop: Shop) -> None:
    # Left there by another app: staff asked for it, and nobody else would answer.
    order = shop.add(example("invoice_requested"))
    shop.request_invoice(order["id"])
    desk.handle("invoice_deleted", example("invoice_deleted"))
    assert shop.invoices == {}


def test_a_later_request_gets_the_same_number_again(desk: Desk, shop: Shop) -> None:
    document = _publish(desk, shop)
    desk.handle("invoice_deleted", example("invoice_deleted"))
    again = example("invoice_requested", "2026-03-02T12:00:00+00:00")
    again["invoice"]["id"] = shop.request_invoice(again["order"]["id"], "SW52b2ljZToxMA==")
    desk.handle("invoice_requested", again)
    assert shop.invoices["SW52b2ljZToxMA=="]["number"] == document.number
    assert SalesDocument.objects.count() == 1
