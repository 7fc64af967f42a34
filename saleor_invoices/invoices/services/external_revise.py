"""An imported document whose source says something else now."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from saleor_invoices.domain import codec
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.invoices.models import (
    DocumentFile,
    EInvoiceRecord,
    ExternalReference,
    ExternalVersion,
    PaymentState,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services import listeners
from saleor_invoices.invoices.services.external_files import external_files_store
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_link import BY_HAND, external_detach
from saleor_invoices.invoices.services.external_money import Payee, money_write
from saleor_invoices.invoices.services.external_prepare import Prepared
from saleor_invoices.invoices.services.external_record import Policy
from saleor_invoices.invoices.services.external_rows import first_link
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.order_money import order_money_later
from saleor_invoices.invoices.services.payment_follow import payment_follow
from saleor_invoices.invoices.services.render_request import render_request
from saleor_invoices.invoices.services.vat_shares import vat_shares_write

KEPT_COLUMNS = frozenset({"order_id", "customer_id"})
"""What links say, and the source's own words do not."""
LINKED_COLUMNS = frozenset({"channel", "order_number", "customer_email"})
"""What an order filled in where its source says nothing."""
REVISED = "revised"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Revision:
    intake: Intake
    reference: ExternalReference
    prepared: Prepared
    document: SalesDocument  # locked


def external_revise(*, intake: Intake, reference: ExternalReference, prepared: Prepared) -> None:
    """Follow the source, as the policy allows; money and addresses are taken in by every policy.

    Must run under the lock of the source. Raises ``Conflict`` CHANGED_REFUSED, CHANGED_PAID,
    SELLER_CHANGED, KIND_CHANGED, DOCUMENT_ERASED.
    """
    document = _locked(intake, reference)
    work = _Revision(intake=intake, reference=reference, prepared=prepared, document=document)
    _refuse_other(work)
    if _says_other(work):
        _refuse_policy(work)
        _replace(work)
    _take_in_money(work)
    _follow_reference(work)


def _locked(intake: Intake, reference: ExternalReference) -> SalesDocument:
    rows = SalesDocument.objects.select_for_update(no_key=True).filter(pk=reference.document_id)
    document = rows.first()
    if document is None:
        raise Conflict("It was deleted just now.", code="DOCUMENT_GONE")
    document.installation = intake.installation
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    return document


def _refuse_other(work: _Revision) -> None:
    document, columns = work.document, work.prepared.columns
    if document.legal_entity_id != work.intake.legal_entity.pk:
        raise Conflict("It was brought for another seller.", code="SELLER_CHANGED")
    if document.kind != columns["kind"]:
        raise Conflict("It was another kind of document.", code="KIND_CHANGED")
    if document.currency != columns["currency"] and document.allocations.exists():
        raise Conflict("Money in another currency was recorded on it.", code="CHANGED_PAID")


def _says_other(work: _Revision) -> bool:
    if _content(work) != bytes(work.document.snapshot):
        return True
    kept = dict(work.document.files.filter(engine="imported").values_list("kind", "sha256"))
    given = {"pdf": work.prepared.pdf, "xml": work.prepared.xml}
    return any(file and kept.get(kind) != file.sha256 for kind, file in given.items())


def _content(work: _Revision) -> bytes:
    """What it says now, but for what is ours to say: a seller's new address or another look make
    no other document of one that says the same.
    """
    before, final = codec.decode(bytes(work.document.snapshot)), work.prepared.document()
    changes: dict[str, Any] = {"presentation": before.presentation}
    if not work.prepared.names_seller:
        changes["seller"] = before.seller
    return codec.encode(replace(final, **changes))


def _refuse_policy(work: _Revision) -> None:
    policy = work.intake.policy
    if policy is Policy.REFUSE:
        raise Conflict(
            "It was imported before, and says something else now.",
            code="CHANGED_REFUSED",
            params={"remedy": "Import it with a policy that lets documents change."},
        )
    if policy is Policy.UPDATE_UNPAID and work.document.allocations.exists():
        raise Conflict(
            "It was imported before and has received money since; it can't change any more.",
            code="CHANGED_PAID",
            params={"remedy": "Make a credit note in the source, or import it as a new version."},
        )


def _replace(work: _Revision) -> None:
    document, prepared, reference = work.document, work.prepared, work.reference
    files = list(document.files.order_by("pk"))
    ExternalVersion.objects.create(
        document=document,
        version=reference.version,
        number=document.number,
        gross_minor=document.gross_minor,
        currency=document.currency,
        snapshot=bytes(document.snapshot),
        files=[{"kind": f.kind, "sha256": f.sha256, "key": f.storage_key} for f in files],
        replaced_at=timezone.now(),
        replaced_by=work.intake.actor,
    )
    _write(document, prepared)
    reference.version += 1
    _remake_files(work)
    history_append(
        document=document,
        event=REVISED,
        actor=work.intake.actor,
        version=reference.version,
        **({"job": work.intake.job} if work.intake.job else {}),
    )


def _write(document: SalesDocument, prepared: Prepared) -> None:
    kept = KEPT_COLUMNS | ({"order_number"} if document.order_id else set())
    columns = {
        name: value
        for name, value in prepared.columns.items()
        if name not in kept and (value or name not in LINKED_COLUMNS)
    }
    SalesDocument.objects.filter(pk=document.pk).update(revision=document.revision + 1, **columns)
    document.refresh_from_db()
    document.vat_shares.all().delete()
    vat_shares_write(document=document, final=prepared.document())


def _remake_files(work: _Revision) -> None:
    document = work.document
    document.files.all().delete()
    EInvoiceRecord.objects.filter(document=document).delete()
    RenderJob.objects.filter(document=document).delete()
    for row in external_files_store(work.intake, document.pk, work.prepared):
        DocumentFile.objects.create(**row)
        if row["kind"] == DocumentFile.Kind.XML:
            EInvoiceRecord.objects.create(document=document, outcome=EInvoiceRecord.Outcome.MADE)
    shown = document.publications.exclude(state=Publication.State.WITHDRAWN)
    if shown.update(state=Publication.State.PENDING, attempts=0, next_attempt_at=None):
        render_request(document=document)


def _take_in_money(work: _Revision) -> None:
    document, prepared = work.document, work.prepared
    if prepared.payment_url:
        listeners.payment_urls({document.pk: prepared.payment_url}, work.intake.actor)
    if not prepared.is_owed:
        return
    payee = Payee(
        pk=document.pk,
        external_id=prepared.external_id,
        currency=document.currency,
        issue_date=prepared.issue_date,
    )
    came = money_write(work.intake, [(payee, prepared.payments)])
    if came:
        history_append(document=document, event="payment_imported", actor=work.intake.actor)
    if came or PaymentState.objects.filter(document=document).exists():
        payment_follow(document=document, actor=work.intake.actor)
    order_money_later(document)


def _follow_reference(work: _Revision) -> None:
    reference, said = work.reference, {**work.prepared.reference}
    named = ("order_given", "order_number", "order_reference", "customer_given", "customer_email")
    is_other = any(getattr(reference, name) != said[name] for name in named)
    is_by_hand = reference.link_code == BY_HAND
    for name in (*named, "fingerprint"):
        setattr(reference, name, said[name])
    if is_other and not is_by_hand:
        external_detach(work.document)  # whatever order it was of: the source says another one
        reference.link, reference.link_code = first_link(work.prepared), ""
        reference.attempts, reference.next_attempt_at = 0, None
    reference.job, reference.publish = work.intake.job, work.intake.publish
    reference.save()
