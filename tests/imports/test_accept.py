"""Documents of another system are kept once, as they are, whoever brings them how often."""

from typing import Any

import pytest

from saleor_invoices.domain import codec
from saleor_invoices.imports.models import ImportJob, ImportRowReport
from saleor_invoices.invoices.models import (
    Allocation,
    DocumentFile,
    ExternalReference,
    ExternalVersion,
    Movement,
    PaymentState,
    RenderJob,
    SalesDocument,
    VatShare,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.payments.models import PaymentAddress
from saleor_invoices.stores.models import LegalEntity
from tests.imports.files import brought, counts, invoice
from tests.plugins import factories

pytestmark = pytest.mark.django_db
Policy = ImportJob.Policy


def codes(job: ImportJob) -> list[tuple[int, str, list[str]]]:
    """The reports: position, outcome and codes."""
    rows = ImportRowReport.objects.filter(job=job).order_by("position")
    return [(row.position, row.outcome, [one["code"] for one in row.findings]) for row in rows]


def the_one() -> SalesDocument:
    """The only document."""
    return SalesDocument.objects.get()


def test_a_document_is_kept_as_it_is(entity: LegalEntity) -> None:
    job = brought(entity, [invoice(1, paymentUrl="https://pay.example.com/1")])
    assert (job.state, job.position, counts(job)) == ("done", 1, {"created": 1})
    row = the_one()
    assert (row.source, row.state, row.number) == ("imported", "issued", "R-1")
    assert (row.net_minor, row.tax_minor, row.gross_minor) == (10000, 1900, 11900)
    assert (row.collectable_minor, row.series, row.sequence, row.revision) == (11900, None, None, 0)
    assert (row.buyer_name, row.customer_email) == ("Sample Buyer GmbH", "buyer@example.com")
    assert "r-1" in row.search_text
    final = codec.decode(bytes(row.snapshot))
    assert (final.seller.name, len(final.lines)) == (factories.SELLER.name, 3)
    (share,) = VatShare.objects.all()
    assert (share.rate, share.net_minor, share.tax_minor) == ("19", 10000, 1900)
    state = PaymentState.objects.get(document=row)
    assert (state.status, state.balance_minor) == ("unpaid", 11900)
    assert str(state.due_date) == "2026-03-16"
    assert PaymentAddress.objects.get(document=row).url == "https://pay.example.com/1"
    assert [(one.event, one.actor) for one in row.history.all()] == [("imported", "staff:alice")]
    reference = ExternalReference.objects.get()
    assert (reference.external_id, reference.version, reference.job) == ("ERP-1", 1, job.pk)
    assert not RenderJob.objects.exists()
    assert ledger_verify().ok


def test_the_same_again_changes_nothing(entity: LegalEntity) -> None:
    brought(entity, [invoice(1), invoice(2)])
    before = list(SalesDocument.objects.order_by("pk").values())
    again = brought(entity, [invoice(2), invoice(1)], "again", policy=Policy.NEW_VERSION)
    assert counts(again) == {"unchanged": 2}
    assert list(SalesDocument.objects.order_by("pk").values()) == before
    assert not ImportRowReport.objects.exists()


def test_another_source_and_another_store_are_other_documents(entity: LegalEntity) -> None:
    other = factories.legal_entity(factories.installation("https://other.example.com/graphql/"))
    brought(entity, [invoice(1)])
    assert counts(brought(entity, [invoice(1)], "b", source_system="old")) == {
        "created": 1, "warned": 1,
    }  # fmt: skip
    assert counts(brought(other, [invoice(1)])) == {"created": 1}
    assert SalesDocument.objects.filter(installation=other.installation).count() == 1


def test_twice_in_one_file_is_told(entity: LegalEntity) -> None:
    job = brought(entity, [invoice(1), invoice(1), invoice(1, number="R-2")])
    assert counts(job) == {"created": 1, "unchanged": 1, "rejected": 1, "warned": 1}
    assert codes(job) == [
        (2, "unchanged", ["DUPLICATE_IN_FILE"]), (3, "rejected", ["DUPLICATE_IN_FILE"]),
    ]  # fmt: skip


@pytest.mark.usefixtures("_small_batches")
def test_twice_in_one_file_is_told_across_batches_and_in_a_dry_run(entity: LegalEntity) -> None:
    rows = [invoice(1), invoice(2), invoice(3), invoice(1), invoice(2, number="X"), invoice(4)]
    dry = brought(entity, rows, "dry", dry_run=True)
    assert not SalesDocument.objects.exists()
    job = brought(entity, rows)
    assert counts(dry) == counts(job) == {
        "created": 4, "unchanged": 1, "rejected": 1, "warned": 1,
    }  # fmt: skip
    assert codes(dry) == codes(job)
    assert job.position == 6


def test_a_number_of_ours_is_refused_and_one_of_another_import_told(entity: LegalEntity) -> None:
    factories.issued_document(entity, factories.sample_document(number="R-1"))
    job = brought(entity, [invoice(1), invoice(2), invoice(3, number="R-2")])
    assert codes(job) == [(1, "rejected", ["NUMBER_TAKEN"]), (3, "created", ["NUMBER_REPEATED"])]
    other = factories.legal_entity(entity.installation, "second")
    assert counts(brought(other, [invoice(1)], "b", source_system="x")) == {"created": 1}


CHANGED: dict[str, Any] = {"note": "Corrected"}


@pytest.mark.parametrize(
    ("policy", "paid", "code"),
    [
        (Policy.REFUSE, False, "CHANGED_REFUSED"),
        (Policy.UPDATE_UNPAID, False, ""),
        (Policy.UPDATE_UNPAID, True, "CHANGED_PAID"),
        (Policy.NEW_VERSION, True, ""),
    ],
)
def test_a_changed_document_follows_the_policy(
    entity: LegalEntity, policy: ImportJob.Policy, paid: bool, code: str
) -> None:
    money = {"payments": [{"amount": "19.00", "reference": "p1"}]} if paid else {}
    brought(entity, [invoice(1, **money)])
    before = the_one()
    job = brought(entity, [invoice(1, **money, **CHANGED)], "b", policy=policy)
    row = the_one()
    assert row.pk == before.pk
    if code:
        assert codes(job) == [(1, "rejected", [code])]
        assert bytes(row.snapshot) == bytes(before.snapshot)
        return
    assert counts(job) == {"updated": 1}
    assert codec.decode(bytes(row.snapshot)).notes[0].text == "Corrected"
    kept = ExternalVersion.objects.get()
    assert (kept.version, bytes(kept.snapshot)) == (1, bytes(before.snapshot))
    assert ExternalReference.objects.get().version == 2
    assert [one.event for one in row.history.order_by("pk")] == ["imported", "revised"]
    assert row.revision == 1
    assert ledger_verify().ok


def test_new_amounts_bring_new_shares_and_another_balance(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    less = {"lines": [{"name": "Mug", "net": "10.00", "vatRate": "7"}]}
    brought(entity, [invoice(1, **less)], "b", policy=Policy.UPDATE_UNPAID)
    assert [(one.rate, one.net_minor) for one in VatShare.objects.all()] == [("7", 1000)]
    assert PaymentState.objects.get().balance_minor == 1070


def test_money_is_written_once_by_its_key_whatever_the_policy(entity: LegalEntity) -> None:
    first = [{"amount": "19.00", "reference": "p1"}]
    both = [*first, {"amount": "100.00", "paidOn": "2026-03-10"}]
    brought(entity, [invoice(1, payments=first)])
    assert PaymentState.objects.get().status == "partially_paid"
    for key in ("b", "c"):
        job = brought(entity, [invoice(1, payments=both)], key)
    assert counts(job) == {"unchanged": 1}
    assert Movement.objects.count() == Allocation.objects.count() == 2
    state = PaymentState.objects.get()
    assert (state.status, state.balance_minor, state.paid_minor) == ("paid", 0, 11900)
    assert not ExternalVersion.objects.exists()
    assert ledger_verify().ok


def test_its_own_pdf_is_kept_and_replaced_with_its_content(entity: LegalEntity) -> None:
    brought(entity, [invoice(1, pdf="one")])
    first = DocumentFile.objects.get()
    assert (first.engine, first.kind) == ("imported", "pdf")
    brought(entity, [invoice(1, pdf="two")], "b", policy=Policy.NEW_VERSION)
    second = DocumentFile.objects.get()
    assert second.sha256 != first.sha256
    assert ExternalVersion.objects.get().files[0]["sha256"] == first.sha256
    assert ledger_verify(files=True).ok


def test_what_no_column_holds_is_rejected_alone(entity: LegalEntity) -> None:
    rows = [
        invoice(1),
        invoice(2, number="x" * 300),
        invoice(3, channel="x" * 300),
        invoice(4, lines=[{"name": "M", "net": "9" * 30, "vatRate": "19"}]),
        invoice(5, currency="XXY"),
        invoice(6, nonsense=1),
        invoice(7, externalId="y" * 300),
        invoice(8),
    ]
    job = brought(entity, rows)
    assert [position for position, _, _ in codes(job)] == [2, 3, 4, 5, 6, 7]
    assert sorted(SalesDocument.objects.values_list("number", flat=True)) == ["R-1", "R-8"]


@pytest.mark.parametrize("together", [True, False])
def test_a_credit_note_counts_for_the_invoice_that_it_names(
    entity: LegalEntity, together: bool
) -> None:
    note = invoice(2, kind="credit_note", preceding=[{"number": "R-1"}])
    if together:
        brought(entity, [note, invoice(1)])
    else:
        brought(entity, [invoice(1)])
        brought(entity, [note], "b")
    state = PaymentState.objects.get()
    assert (state.document.number, state.status, state.balance_minor) == ("R-1", "cancelled", 0)
    assert state.credited_minor == 11900
    assert SalesDocument.objects.get(number="R-2").preceding == state.document
    brought(entity, [note], "c")
    assert Movement.objects.count() == 1
    assert ledger_verify().ok


def test_a_credit_note_leaves_our_own_invoices_alone(entity: LegalEntity) -> None:
    factories.issued_document(entity, factories.sample_document(number="INV-1"))
    brought(entity, [invoice(2, kind="credit_note", preceding=[{"number": "INV-1"}])])
    assert SalesDocument.objects.get(number="R-2").preceding is None
    assert not Movement.objects.exists()


def test_a_new_address_of_the_seller_makes_no_other_document(entity: LegalEntity) -> None:
    brought(entity, [invoice(1)])
    entity.seller = {**entity.seller, "name": "Renamed Ltd"}
    entity.save()
    paid = invoice(1, payments=[{"amount": "19.00", "reference": "p1"}])
    assert counts(brought(entity, [paid], "b")) == {"updated": 1}
    assert not ExternalVersion.objects.exists()
    assert codec.decode(bytes(the_one().snapshot)).seller.name == factories.SELLER.name


@pytest.fixture
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saleor_invoices.imports.services.job_work.BATCH", 2)
