"""Keeping documents of another system, many at once: each whole or not at all, and none twice.

What was brought before and says the same is left alone; what says something else follows the
policy (``external_revise``). Numbers are kept as they are: they never touch a series of ours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from django.db import DataError, models, transaction
from django.utils import timezone

from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.domain.states import DocumentState
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
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_money import Payee, money_write, opening_state
from saleor_invoices.invoices.services.external_prepare import Prepared, refusal
from saleor_invoices.invoices.services.external_record import Accepted, Kept
from saleor_invoices.invoices.services.external_revise import external_revise
from saleor_invoices.invoices.services.external_rows import (
    external_pk,
    first_link,
    new_columns,
    payment_url_of,
)
from saleor_invoices.invoices.services.keys_among import keys_among
from saleor_invoices.invoices.services.rows_insert import rows_insert

IMPORTED = "imported"
Model = TypeVar("Model", bound=models.Model)


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What is known before a batch, and what it adds; all of it in one transaction."""

    intake: Intake
    known: Mapping[str, ExternalReference]
    deleted: Mapping[str, int]
    own_numbers: frozenset[str]
    other_numbers: Mapping[str, str]  # number -> external id, of other imports
    new: dict[UUID, Prepared] = field(default_factory=dict)
    here: dict[str, tuple[Prepared, UUID]] = field(default_factory=dict)  # by external id
    numbers: dict[str, str] = field(default_factory=dict)


def externals_accept(*, intake: Intake, documents: Sequence[Prepared]) -> list[Accepted]:
    """Keep the documents, in their order; returns what came of each.

    Must run in a transaction, and holds the lock of the source until that ends. A document that
    the database refuses is found by trying each alone, and told as rejected.
    """
    source_lock(intake)
    try:
        with transaction.atomic():
            return _accept(intake, documents)
    except DataError:
        if len(documents) == 1:
            return [Accepted(kept=Kept.REJECTED, findings=(refusal(ValueError()),))]
    return [it for one in documents for it in externals_accept(intake=intake, documents=[one])]


def source_lock(intake: Intake) -> None:
    """One worker at a time brings documents of a source; held until the transaction ends."""
    source, _ = ExternalSource.objects.get_or_create(
        installation=intake.installation, name=intake.source_system
    )
    ExternalSource.objects.select_for_update().get(pk=source.pk)


def _accept(intake: Intake, documents: Sequence[Prepared]) -> list[Accepted]:
    batch = _looked_up(intake, documents)
    results = [_decided(batch, one) for one in documents]
    _insert(batch)
    return results


def _looked_up(intake: Intake, documents: Sequence[Prepared]) -> _Batch:
    names = {one.external_id for one in documents}
    alike: dict[str, str | int] = {
        "installation_id": intake.installation.pk,
        "source_system": intake.source_system,
    }
    known = list(
        _rows(ExternalReference, keys_among(ExternalReference, "external_id", names, **alike))
    )
    said = {one.fingerprint for one in documents}
    _lock([row.document_id for row in known if row.fingerprint not in said])
    gone = keys_among(DeletedExternal, "external_id", names, **alike)
    own, others = _numbers(intake, {one.number for one in documents})
    return _Batch(
        intake=intake,
        known={row.external_id: row for row in known},
        deleted=Counter(row.external_id for row in _rows(DeletedExternal, gone)),
        own_numbers=own,
        other_numbers=others,
    )


def _lock(changed: Iterable[UUID]) -> None:
    """By their key: whoever shares out an order's money locks several as well."""
    rows = SalesDocument.objects.select_for_update(no_key=True).filter(pk__in=list(changed))
    list(rows.order_by("pk").values_list("pk"))


def _numbers(intake: Intake, wanted: set[str]) -> tuple[frozenset[str], dict[str, str]]:
    """Numbers that our own documents of the seller have, and those of other imports."""
    known = keys_among(
        SalesDocument,
        "number",
        wanted,
        installation_id=intake.installation.pk,
        legal_entity_id=intake.legal_entity.pk,
        state=DocumentState.ISSUED.value,
    )
    named = ("number", "source", "external__source_system", "external__external_id")
    own, others = set(), {}
    for number, source, system, name in _rows(SalesDocument, known).values_list(*named):
        if source == SalesDocument.Source.OWN:
            own.add(number)
        else:
            others[number] = f"{system}\n{name}"
    return frozenset(own), others


def _rows(model: type[Model], keys: Sequence[Any]) -> models.QuerySet[Model]:
    rows = model._default_manager
    return rows.filter(pk__in=keys) if keys else rows.none()


def _decided(batch: _Batch, one: Prepared) -> Accepted:
    try:
        found = batch.known.get(one.external_id)
        twin = batch.here.get(one.external_id)
        if twin is not None:
            return _repeated(twin[0].fingerprint, one, twin[1])
        if found is not None and found.job and found.job == batch.intake.job:
            return _repeated(found.fingerprint, one, found.document_id)
        if found is not None and found.fingerprint == one.fingerprint:
            return Accepted(kept=Kept.UNCHANGED, document_id=found.document_id)
        url, findings = payment_url_of(one)
        one = replace(one, payment_url=url) if findings else one
        findings = (*findings, *_number_findings(batch, one))
        if found is None:
            pk = external_pk(batch.intake, one, batch.deleted.get(one.external_id, 0))
            batch.new[pk], batch.here[one.external_id] = one, (one, pk)
            return Accepted(kept=Kept.CREATED, document_id=pk, findings=findings)
        batch.here[one.external_id] = one, found.document_id
        with transaction.atomic():
            external_revise(intake=batch.intake, reference=found, prepared=one)
        return Accepted(kept=Kept.UPDATED, document_id=found.document_id, findings=findings)
    except AppError as error:
        return Accepted(kept=Kept.REJECTED, findings=(refusal(error),))


def _repeated(fingerprint: str, one: Prepared, pk: UUID) -> Accepted:
    """The same document a second time in one file: one that says the same is no harm."""
    if fingerprint == one.fingerprint:
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


def _number_findings(batch: _Batch, one: Prepared) -> tuple[Finding, ...]:
    number, own = one.number, f"{batch.intake.source_system}\n{one.external_id}"
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


def _insert(batch: _Batch) -> None:
    """Write everything new; the order is that of the foreign keys."""
    intake, now = batch.intake, timezone.now()
    if not batch.new:
        return
    shared, corrected = new_columns(intake), corrected_by(intake, batch.new)
    rows_insert(SalesDocument, [
        {"id": pk, **one.columns, **shared, "preceding_id": corrected.get(pk)}
        for pk, one in batch.new.items()
    ])  # fmt: skip
    rows_insert(ExternalReference, [_reference(intake, pk, one) for pk, one in batch.new.items()])
    rows_insert(VatShare, list(_shares(batch)))
    said = {"source": intake.source_system, **({"job": intake.job} if intake.job else {})}
    entry = {"at": now, "actor": intake.actor, "event": IMPORTED, "params": said}
    rows_insert(HistoryEntry, [{"document_id": pk, **entry} for pk in batch.new])
    owed = {pk: one for pk, one in batch.new.items() if one.is_owed}
    rows_insert(PaymentState, [
        opening_state(pk, one.columns, one.payments, intake.installation.pk)
        for pk, one in owed.items()
    ])  # fmt: skip
    files = [row for pk, one in batch.new.items() for row in external_files_store(intake, pk, one)]
    rows_insert(DocumentFile, files)
    rows_insert(EInvoiceRecord, [_judged(row) for row in files if row["kind"] == "xml"])
    paid = [(_payee(pk, one), one.payments) for pk, one in owed.items() if one.payments]
    money_write(intake, paid)
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
        "link": first_link(one).value,
        **one.reference,
    }


def _shares(batch: _Batch) -> Iterable[dict[str, Any]]:
    for pk, one in batch.new.items():
        for share in one.shares:
            yield {
                "document_id": pk,
                "category": share.category,
                "rate": share.rate,
                "country": share.country,
                "net_minor": share.net_minor,
                "tax_minor": share.tax_minor,
            }


def _judged(file: dict[str, Any]) -> dict[str, Any]:
    """Its source made the e-invoice; nobody here judged it."""
    return {"document_id": file["document_id"], "outcome": EInvoiceRecord.Outcome.MADE.value}


def _payee(pk: UUID, one: Prepared) -> Payee:
    return Payee(
        pk=pk, external_id=one.external_id, currency=one.currency, issue_date=one.issue_date
    )
