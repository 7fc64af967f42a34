"""Keeping documents of another system, many at once: each whole or not at all, and none twice.

What was brought before and says the same is left alone; what says something else follows the
policy (``external_revise``). Numbers are kept as they are: they never touch a series of ours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import DataError, transaction
from django.utils import timezone

from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.vat_shares import vat_shares
from saleor_invoices.invoices.models import (
    DeletedExternal,
    DocumentFile,
    EInvoiceRecord,
    ExternalReference,
    ExternalSource,
    HistoryEntry,
    PaymentState,
    SalesDocument,
    VatShare,
)
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.external_credit import corrected_by, credits_apply
from saleor_invoices.invoices.services.external_files import external_files_store
from saleor_invoices.invoices.services.external_money import (
    Payee,
    money_write,
    opening_state,
    refuse_payments,
)
from saleor_invoices.invoices.services.external_prepare import (
    Prepared,
    external_pk,
    external_prepare,
    new_columns,
    refusal,
)
from saleor_invoices.invoices.services.external_record import (
    Accepted,
    ExternalRecord,
    Intake,
    Kept,
)
from saleor_invoices.invoices.services.external_revise import external_revise
from saleor_invoices.invoices.services.rows_among import rows_among
from saleor_invoices.invoices.services.rows_insert import rows_insert

IMPORTED = "imported"


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What is known before a batch, and what it adds; all of it in one transaction."""

    intake: Intake
    known: Mapping[str, ExternalReference]
    deleted: Mapping[str, int]
    own_numbers: frozenset[str]
    other_numbers: Mapping[str, str]  # number -> external id, of other imports
    new: dict[UUID, Prepared] = field(default_factory=dict)
    here: dict[str, Prepared] = field(default_factory=dict)  # external id -> in this batch
    numbers: dict[str, str] = field(default_factory=dict)


def externals_accept(*, intake: Intake, records: Sequence[ExternalRecord]) -> list[Accepted]:
    """Keep the records, in their order; returns what came of each.

    Must run in a transaction, and holds the lock of the source until that ends. A record that the
    database refuses is found by trying each alone, and told as rejected.
    """
    source_lock(intake)
    try:
        with transaction.atomic():
            return _accept(intake, records)
    except DataError:
        if len(records) == 1:
            return [Accepted(kept=Kept.REJECTED, findings=(refusal(ValueError()),))]
    return [one for record in records for one in externals_accept(intake=intake, records=[record])]


def source_lock(intake: Intake) -> None:
    """One worker at a time brings documents of a source; held until the transaction ends."""
    source, _ = ExternalSource.objects.get_or_create(
        installation=intake.installation, name=intake.source_system
    )
    ExternalSource.objects.select_for_update().get(pk=source.pk)


def _accept(intake: Intake, records: Sequence[ExternalRecord]) -> list[Accepted]:
    batch = _looked_up(intake, records)
    results = [_decided(batch, record) for record in records]
    _insert(batch)
    return results


def _looked_up(intake: Intake, records: Sequence[ExternalRecord]) -> _Batch:
    names = {record.external_id for record in records}
    of_source = {"installation": intake.installation, "source_system": intake.source_system}
    rows = rows_among(ExternalReference.objects.filter(**of_source), "external_id", names)
    changed = {row.fingerprint for row in records}
    _lock([row.document_id for row in rows if row.fingerprint not in changed])
    gone = rows_among(DeletedExternal.objects.filter(**of_source), "external_id", names)
    own, others = _numbers(intake, {record.document.number for record in records})
    return _Batch(
        intake=intake,
        known={row.external_id: row for row in rows},
        deleted=Counter(gone.values_list("external_id", flat=True)),
        own_numbers=own,
        other_numbers=others,
    )


def _lock(changed: Iterable[UUID]) -> None:
    """By their key: whoever shares out an order's money locks several as well."""
    rows = SalesDocument.objects.select_for_update(no_key=True).filter(pk__in=list(changed))
    list(rows.order_by("pk").values_list("pk"))


def _numbers(intake: Intake, wanted: set[str]) -> tuple[frozenset[str], dict[str, str]]:
    """Numbers that our own documents of the seller have, and those of other imports."""
    rows = SalesDocument.objects.filter(
        installation=intake.installation, legal_entity=intake.legal_entity, state="issued"
    )
    named = ("number", "source", "external__source_system", "external__external_id")
    own, others = set(), {}
    for number, source, system, name in rows_among(rows, "number", wanted).values_list(*named):
        if source == SalesDocument.Source.OWN:
            own.add(number)
        else:
            others[number] = f"{system}\n{name}"
    return frozenset(own), others


def _decided(batch: _Batch, record: ExternalRecord) -> Accepted:
    try:
        found = batch.known.get(record.external_id)
        twin = batch.here.get(record.external_id)
        if twin is not None:
            return _repeated(twin.record.fingerprint, record, twin.columns.get("id"))
        if found is not None and found.job and found.job == batch.intake.job:
            return _repeated(found.fingerprint, record, found.document_id)
        if found is not None and found.fingerprint == record.fingerprint:
            return Accepted(kept=Kept.UNCHANGED, document_id=found.document_id)
        prepared = external_prepare(batch.intake, record)
        refuse_payments(record.payments, prepared.final.currency)
        findings = (*prepared.findings, *_number_findings(batch, record))
        if found is None:
            pk = _added(batch, prepared)
            return Accepted(kept=Kept.CREATED, document_id=pk, findings=findings)
        batch.here[record.external_id] = prepared
        with transaction.atomic():
            external_revise(intake=batch.intake, reference=found, prepared=prepared)
        return Accepted(kept=Kept.UPDATED, document_id=found.document_id, findings=findings)
    except AppError as error:
        return Accepted(kept=Kept.REJECTED, findings=(refusal(error),))


def _repeated(fingerprint: str, record: ExternalRecord, pk: UUID | None) -> Accepted:
    """The same document a second time in one file: one that says the same is no harm."""
    if fingerprint == record.fingerprint:
        found = warning(
            "DUPLICATE_IN_FILE",
            "The same document stands in the file twice; it was kept once.",
            remedy="Leave one of them.",
        )
        return Accepted(kept=Kept.UNCHANGED, document_id=pk, findings=(found,))
    raise Conflict(
        "Another document with this id stands in the same file and says something else.",
        code="DUPLICATE_IN_FILE",
        params={"remedy": "Leave one of them, or give each an id of its own."},
    )


def _number_findings(batch: _Batch, record: ExternalRecord) -> tuple[Finding, ...]:
    number, own = record.document.number, f"{batch.intake.source_system}\n{record.external_id}"
    if number in batch.own_numbers:
        raise Conflict(
            f"{number} is the number of an invoice that was issued here.",
            code="NUMBER_TAKEN",
            params={
                "field": "number",
                "remedy": "If it is that invoice, leave it out; if not, correct the number.",
            },
        )
    other = batch.numbers.get(number) or batch.other_numbers.get(number, own)
    batch.numbers[number] = own
    if other == own:
        return ()
    found = warning(
        "NUMBER_REPEATED",
        f"{number} is the number of another imported document too.",
        remedy="See which of them is right; both were kept.",
        column="number",
        value=number,
    )
    return (found,)


def _added(batch: _Batch, prepared: Prepared) -> UUID:
    name = prepared.record.external_id
    pk = external_pk(batch.intake, name, batch.deleted.get(name, 0))
    prepared.columns["id"] = pk
    batch.new[pk] = batch.here[name] = prepared
    return pk


def _insert(batch: _Batch) -> None:
    """Write everything new; the order is that of the foreign keys."""
    intake, now = batch.intake, timezone.now()
    if not batch.new:
        return
    shared, corrected = new_columns(intake), corrected_by(intake, batch.new)
    rows_insert(SalesDocument, [
        {**one.columns, **shared, "preceding_id": corrected.get(pk)}
        for pk, one in batch.new.items()
    ])  # fmt: skip
    rows_insert(ExternalReference, [_reference(intake, pk, one) for pk, one in batch.new.items()])
    rows_insert(VatShare, list(_shares(batch)))
    said = {"source": intake.source_system, **({"job": intake.job} if intake.job else {})}
    entry = {"at": now, "actor": intake.actor, "event": IMPORTED, "params": said}
    rows_insert(HistoryEntry, [{"document_id": pk, **entry} for pk in batch.new])
    rows_insert(PaymentState, [
        opening_state(one.columns, one.record.payments, intake.installation.pk)
        for one in batch.new.values()
        if one.is_owed
    ])  # fmt: skip
    files = [row for pk, one in batch.new.items() for row in _files(intake, pk, one)]
    rows_insert(DocumentFile, files)
    rows_insert(EInvoiceRecord, [_judged(row) for row in files if row["kind"] == "xml"])
    paid = [(_payee(pk, one), one.record.payments) for pk, one in batch.new.items() if one.is_owed]
    money_write(intake, ((payee, payments) for payee, payments in paid if payments))
    credits_apply(intake, batch.new, corrected)
    urls = {pk: one.payment_url for pk, one in batch.new.items() if one.payment_url}
    listeners.payment_urls(urls, intake.actor)


def _reference(intake: Intake, pk: UUID, one: Prepared) -> dict[str, Any]:
    return {
        "document_id": pk,
        "installation_id": intake.installation.pk,
        "source_system": intake.source_system,
        "job": intake.job,
        "publish": intake.publish,
        **one.reference,
    }


def _shares(batch: _Batch) -> Iterable[dict[str, Any]]:
    for pk, one in batch.new.items():
        for share in vat_shares(one.final):
            yield {
                "document_id": pk,
                "category": share.category,
                "rate": share.rate,
                "country": share.country,
                "net_minor": share.net_minor,
                "tax_minor": share.tax_minor,
            }


def _files(intake: Intake, pk: UUID, one: Prepared) -> Iterable[dict[str, Any]]:
    if one.final.issue_date is None:
        return ()
    return external_files_store(intake, pk, one.final.issue_date.year, one.record)


def _judged(file: dict[str, Any]) -> dict[str, Any]:
    """Its source made the e-invoice; nobody here judged it."""
    return {"document_id": file["document_id"], "outcome": EInvoiceRecord.Outcome.MADE.value}


def _payee(pk: UUID, one: Prepared) -> Payee:
    day = one.final.issue_date
    if day is None:
        raise ValueError("An imported document has its date.")
    return Payee(
        pk=pk, external_id=one.record.external_id, currency=one.final.currency, issue_date=day
    )
