"""Jobs that do something to documents: each at most once, whatever happens."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.dispatch_request import dispatch_by_hand
from saleor_invoices.desk.models import BulkJob
from saleor_invoices.desk.services import bulk_act, bulk_work
from saleor_invoices.desk.services.bulk_lease import Lease
from saleor_invoices.desk.services.bulk_start import WORK_TASK, bulk_cancel
from saleor_invoices.desk.services.bulk_tidy import bulk_jobs_stuck
from saleor_invoices.invoices.models import Movement, PaymentState, SalesDocument
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.desk import jobs
from tests.desk.jobs import Kind, invoice, job, outcomes, work
from tests.invoices.test_issue_concurrently import together
from tests.plugins import factories


class Killed(BaseException):
    """The worker dies: nothing catches this."""


def draft(entity: LegalEntity) -> SalesDocument:
    """A draft."""
    document = factories.sample_document(number="", issue_date=None)
    return factories.issued_document(entity, document, pdf=False)


def test_documents_are_mailed_to_their_customers(entity: LegalEntity, alice: StaffViewer) -> None:
    rows = [invoice(entity, f"INV-{n}") for n in (1, 2)]
    nobody = invoice(entity, "INV-3", email="")
    done = work(job(alice, Kind.SEND, [*rows, nobody, draft(entity)], message="Hello"))
    assert (done.state, done.last_error, done.storage_key) == ("done", "", "")
    assert outcomes(done) == [
        ("INV-1", "done", ""), ("INV-2", "done", ""),
        ("INV-3", "failed", "MAIL_RECIPIENT_MISSING"), ("", "skipped", "DOCUMENT_NOT_ISSUED"),
    ]  # fmt: skip
    mails = Dispatch.objects.order_by("document__number")
    assert [(m.document_id, m.message, m.requested_by) for m in mails] == [
        (row.pk, "Hello", "staff:alice") for row in rows
    ]


def test_open_balances_are_recorded_as_paid(entity: LegalEntity, alice: StaffViewer) -> None:
    owed = invoice(entity, "INV-1")
    partly = invoice(entity, "INV-2")
    part = ManualPayment(amount=Decimal("58.40"), reference="Earlier", occurred_at=timezone.now())
    payment_record(document=partly, payment=part, actor="staff:1")
    note = factories.credit_note(entity, jobs.paid_invoice(entity, "INV-3"))
    rows = [owed, partly, jobs.paid_invoice(entity, "INV-4"), note, draft(entity)]
    done = work(job(alice, Kind.MARK_PAID, rows))
    assert outcomes(done) == [
        ("INV-1", "done", ""), ("INV-2", "done", ""), ("INV-4", "skipped", "NOTHING_OWED"),
        ("CN-1", "skipped", "NOT_PAYABLE"), ("", "skipped", "NOT_ISSUED"),
    ]  # fmt: skip
    for row in (owed, partly):
        state = PaymentState.objects.get(document=row)
        assert (state.status, state.balance_minor, state.paid_minor) == ("paid", 0, 15840)
    amounts = Movement.objects.filter(reference="Statement 12").order_by("amount_minor")
    assert list(amounts.values_list("amount_minor", "recorded_by")) == [
        (10000, "staff:alice"), (15840, "staff:alice"),
    ]  # fmt: skip


def test_a_reference_that_was_used_is_told_not_swallowed(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    half, other = invoice(entity, "INV-1"), invoice(entity, "INV-2")
    for row, amount in ((half, "79.20"), (other, "50.00")):
        early = ManualPayment(
            amount=Decimal(amount), reference="Statement 12", occurred_at=timezone.now()
        )
        payment_record(document=row, payment=early, actor="staff:1")
    done = work(job(alice, Kind.MARK_PAID, [half, other]))
    assert outcomes(done) == [
        ("INV-1", "failed", "REFERENCE_TAKEN"), ("INV-2", "failed", "REFERENCE_TAKEN"),
    ]  # fmt: skip
    assert PaymentState.objects.get(document=half).balance_minor == 7920


def test_documents_that_are_gone_or_of_another_store_look_alike(
    entity: LegalEntity, alice: StaffViewer
) -> None:
    elsewhere = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    strangers = invoice(factories.legal_entity(elsewhere), "INV-9")
    gone = draft(entity)
    made = job(alice, Kind.SEND, [strangers, gone])
    PaymentState.objects.filter(document=gone).delete()
    gone.delete()
    assert outcomes(work(made)) == [("", "failed", "DOCUMENT_GONE")] * 2
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize("kind", [Kind.SEND, Kind.MARK_PAID])
@pytest.mark.parametrize("where", ["before the note", "after it"])
def test_a_worker_that_dies_at_a_document_leaves_no_half(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any, kind: BulkJob.Kind, where: str
) -> None:
    made = job(alice, kind, [invoice(entity, f"INV-{n}") for n in range(5)])
    place = bulk_act if where == "before the note" else Lease
    name = "note" if where == "before the note" else "keep"
    real, calls = getattr(place, name), []

    def dying(*arguments: Any, **more: Any) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise Killed
        real(*arguments, **more)

    with monkeypatch.context() as patched:
        patched.setattr(place, name, dying)
        with pytest.raises(Killed):
            bulk_work.bulk_work(job_id=made.pk)
    bulk_work.bulk_work(job_id=made.pk)  # the lease has not run out
    assert {outcome for _, outcome, _ in outcomes(made)} == {"", "done"}
    BulkJob.objects.update(lease_until=timezone.now())
    assert bulk_jobs_stuck() == [made.pk]
    assert {outcome for _, outcome, _ in outcomes(work(made))} == {"done"}
    assert Dispatch.objects.count() + Movement.objects.count() == 5


def test_what_the_database_refuses_is_tried_again_then_told_of_the_document(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any
) -> None:
    bad = invoice(entity, "INV-2")
    made = job(alice, Kind.SEND, [invoice(entity, "INV-1"), bad, invoice(entity, "INV-3")])
    real = dispatch_by_hand

    def failing(**given: Any) -> Dispatch:
        if given["document"].pk == bad.pk:
            raise OperationalError("away")
        return real(**given)

    monkeypatch.setattr(bulk_act, "dispatch_by_hand", failing)
    attempts = 0
    while made.state != "done":
        attempts += 1
        bulk_work.bulk_work(job_id=made.pk)
        made.refresh_from_db()
        if made.state == "done":
            break
        assert made.last_error == "INTERNAL_ERROR: Internal error (OperationalError)."
        assert made.lease_until
        assert made.lease_until > timezone.now()
        BulkJob.objects.update(lease_until=None)
    assert attempts == 5  # the first one got INV-1 done
    assert outcomes(made) == [
        ("INV-1", "done", ""), ("INV-2", "failed", "INTERNAL_ERROR"), ("INV-3", "done", ""),
    ]  # fmt: skip
    assert made.last_error == ""


def test_a_job_that_stops_every_worker_ends(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any
) -> None:
    made = job(alice, Kind.SEND, [invoice(entity, "INV-1")])

    def die(**_: Any) -> None:
        raise Killed

    monkeypatch.setattr(bulk_work, "bulk_act", die)
    for _ in range(bulk_work.MOST_ATTEMPTS):
        with pytest.raises(Killed):
            bulk_work.bulk_work(job_id=made.pk)
        BulkJob.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    done = work(made)
    assert (done.state, done.last_error.partition(":")[0]) == ("failed", "WORKER_DIED")


def test_a_job_is_stopped_while_it_works(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any
) -> None:
    made = job(alice, Kind.SEND, [invoice(entity, f"INV-{n}") for n in range(4)])
    real = dispatch_by_hand

    def stopping(**given: Any) -> Dispatch:
        if given["document"].number == "INV-1":
            bulk_cancel(job=BulkJob.objects.get(pk=made.pk))
        return real(**given)

    monkeypatch.setattr(bulk_act, "dispatch_by_hand", stopping)
    bulk_work.bulk_work(job_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.lease_until) == ("cancelled", None)
    assert made.finished_at
    assert [outcome for _, outcome, _ in outcomes(made)] == ["done", "done", "", ""]
    before = made.finished_at
    assert bulk_cancel(job=made).finished_at == before
    bulk_work.bulk_work(job_id=made.pk)
    assert Dispatch.objects.count() == 2


def test_a_task_hands_on_when_its_time_is_up(
    entity: LegalEntity, alice: StaffViewer, monkeypatch: Any
) -> None:
    sent: list[tuple[Any, ...]] = []
    monkeypatch.setattr(bulk_work, "A_TASK", 0.0)
    monkeypatch.setattr(background, "send", lambda *given: sent.append(given))
    made = job(alice, Kind.SEND, [invoice(entity, f"INV-{n:02}") for n in range(30)])
    bulk_work.bulk_work(job_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.lease_until, made.claim) == ("running", None, None)
    assert sent == [(WORK_TASK, made.pk)]
    assert Dispatch.objects.count() == 25
    bulk_work.bulk_work(job_id=made.pk)
    made.refresh_from_db()
    assert made.state == "done"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [Kind.SEND, Kind.MARK_PAID])
def test_workers_at_one_job_do_each_document_once(kind: BulkJob.Kind) -> None:
    store: Installation = factories.installation()
    entity = factories.legal_entity(store, seller=jobs.parties_json())
    rows = [invoice(entity, f"INV-{n}") for n in range(12)]
    made = job(jobs.staff(store, "HANDLE_PAYMENTS"), kind, rows)

    def go() -> None:
        # As if the lease had run out under each of them: only the items' own locks are left.
        for item in made.items.order_by("position"):
            bulk_act.bulk_act(job=made, item_id=item.pk)

    together([go] * 4)
    assert {outcome for _, outcome, _ in outcomes(made)} == {"done"}
    assert Dispatch.objects.count() + Movement.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_one_key_at_once_makes_one_job() -> None:
    store: Installation = factories.installation()
    rows = [invoice(factories.legal_entity(store), "INV-1")]
    viewer = jobs.staff(store)
    made = together([lambda: job(viewer, Kind.SEND, rows, key="k").pk] * 4)
    assert len(set(made)) == 1
    assert BulkJob.objects.count() == 1
