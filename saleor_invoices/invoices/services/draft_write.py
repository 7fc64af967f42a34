"""Keeping a draft that is written by hand: created once, saved by version, thrown away."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from saleor_invoices.domain import codec
from saleor_invoices.domain.columns import indexed_columns
from saleor_invoices.domain.draft_form import InvoiceForm, form_json
from saleor_invoices.domain.errors import Conflict, NotFound
from saleor_invoices.domain.order_document import Draft
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DraftForm, OrderRecord, SalesDocument
from saleor_invoices.invoices.services.document_issue import Ownership, draft_save
from saleor_invoices.invoices.services.draft_make import Making, draft_make, making_of
from saleor_invoices.stores.models import Installation


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft with its form."""

    row: SalesDocument
    form: DraftForm


def draft_create(*, installation: Installation, form: InvoiceForm, key: str, actor: str) -> Kept:
    """Keep a form as a draft; the same key again returns the first one.

    It may be unfinished. Raises ``CannotIssue`` LEGAL_ENTITY_MISSING where nobody is named who
    sells, ``Conflict`` DRAFT_ISSUED where the draft of this key was issued meanwhile, and for an
    order that can't be read what reading it raises.
    """
    key = f"{actor}:{key}"
    known = _known(installation, key)
    if known is not None:
        return known
    made = making_of(installation=installation, form=form)
    draft = draft_make(making=made, is_judged=False)
    try:
        with transaction.atomic():
            return _create(made, draft, key, actor)
    except IntegrityError:  # the same request came twice at once: the other one was first
        found = _known(installation, key)
        if found is None:
            raise
        return found


def draft_update(*, draft: SalesDocument, version: int, form: InvoiceForm, actor: str) -> Kept:
    """Save a draft anew. ``version`` is that of the draft that was read.

    Raises ``Conflict`` DRAFT_CHANGED where someone else saved meanwhile, DRAFT_ISSUED, and
    otherwise as ``draft_create`` does; then nothing is changed.
    """
    made = making_of(installation=draft.installation, form=form)
    document = draft_make(making=made, is_judged=False).document
    with transaction.atomic():
        kept = draft_lock(draft)
        refuse_changed(kept, version)
        row = kept.row
        for name, value in indexed_columns(document).items():
            setattr(row, name, value)
        row.legal_entity = made.profile.legal_entity
        row.order = _record(made)
        row.snapshot = codec.encode(document)
        row.save()
        kept.form.form, kept.form.updated_by = form_json(form), actor
        kept.form.version += 1
        kept.form.save()
        return kept


def draft_discard(*, draft: SalesDocument) -> None:
    """Throw a draft away; it leaves no gap. Raises ``Conflict`` ALREADY_ISSUED."""
    with transaction.atomic():
        try:
            kept = draft_lock(draft)
        except NotFound:
            return
        if kept.row.state != DocumentState.DRAFT:
            raise Conflict("An issued document can't be thrown away.", code="ALREADY_ISSUED")
        kept.row.delete()


def is_written(draft: SalesDocument) -> bool:
    """Whether the document was written by hand."""
    return DraftForm.objects.filter(document=draft).exists()


def draft_lock(draft: SalesDocument) -> Kept:
    """The draft and its form, locked until the transaction ends. Raises ``NotFound``."""
    row = SalesDocument.objects.select_for_update(no_key=True).filter(pk=draft.pk).first()
    form = DraftForm.objects.filter(document=draft.pk).first() if row else None
    if row is None or form is None:
        raise NotFound("There is no such draft.")
    row.installation = draft.installation
    return Kept(row=row, form=form)


def refuse_changed(kept: Kept, version: int | None) -> None:
    """Raise ``Conflict`` for a draft that is none any more, or not the one that was read."""
    if kept.row.state != DocumentState.DRAFT:
        raise Conflict(
            f"The draft was issued as {kept.row.number}: it can't change any more.",
            code="DRAFT_ISSUED",
            params={"number": kept.row.number},
        )
    if version is not None and kept.form.version != version:
        raise Conflict(
            "Someone else saved this draft meanwhile.",
            code="DRAFT_CHANGED",
            params={
                "version": kept.form.version,
                "updated_by": kept.form.updated_by,
                "updated_at": kept.form.updated_at.isoformat(),
            },
        )


def _known(installation: Installation, key: str) -> Kept | None:
    rows = DraftForm.objects.select_related("document")
    found = rows.filter(installation=installation, key=key).first()
    if found is None:
        return None
    kept = Kept(row=found.document, form=found)
    refuse_changed(kept, None)
    return kept


def _create(made: Making, draft: Draft, key: str, actor: str) -> Kept:
    owner = Ownership(
        installation=made.installation,
        legal_entity=made.profile.legal_entity,
        order=_record(made),
    )
    row = draft_save(draft=draft.document, owner=owner)
    form = DraftForm.objects.create(
        document=row,
        installation=made.installation,
        key=key,
        form=form_json(made.form),
        created_by=actor,
        updated_by=actor,
    )
    return Kept(row=row, form=form)


def _record(made: Making) -> OrderRecord | None:
    """The row of the form's order, which is kept now if it was not yet."""
    order = made.order
    if order is None:
        return None
    record, _ = OrderRecord.objects.get_or_create(
        installation=made.installation,
        order_id=order.id,
        defaults={"number": order.number, "channel": order.channel, "currency": order.currency},
    )
    return record
