"""Imported credit notes and the imported invoices that they correct, by number.

Invoices of ours are left alone: what was credited on them, our own credit notes say.
"""

from collections.abc import Mapping
from uuid import UUID

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, Movement, SalesDocument
from saleor_invoices.invoices.services.external_intake import Intake
from saleor_invoices.invoices.services.external_money import moment
from saleor_invoices.invoices.services.external_prepare import Prepared
from saleor_invoices.invoices.services.keys_among import keys_among
from saleor_invoices.invoices.services.movement_record import IMPORT as SOURCE
from saleor_invoices.invoices.services.order_money import order_money_later
from saleor_invoices.invoices.services.payment_follow import payment_follow


def corrected_by(intake: Intake, new: Mapping[UUID, Prepared]) -> dict[UUID, UUID]:
    """The invoice of each new credit note that names just one that was imported, or is now."""
    named = {pk: one.preceding for pk, one in new.items() if not one.is_owed}
    wanted = {number for number in named.values() if number}
    if not wanted:
        return {}
    known = keys_among(
        SalesDocument,
        "number",
        wanted,
        installation_id=intake.installation.pk,
        legal_entity_id=intake.legal_entity.pk,
        source=SalesDocument.Source.IMPORTED.value,
        kind=DocumentKind.INVOICE.value,
    )
    found: dict[str, set[UUID]] = {}
    for pk, number in SalesDocument.objects.filter(pk__in=known).values_list("pk", "number"):
        found.setdefault(number, set()).add(pk)
    for pk, one in new.items():
        if one.is_owed and one.number in wanted:
            found.setdefault(one.number, set()).add(pk)
    alone = {number: next(iter(pks)) for number, pks in found.items() if len(pks) == 1}
    return {pk: alone[number] for pk, number in named.items() if number in alone}


def credits_apply(
    intake: Intake, new: Mapping[UUID, Prepared], corrected: Mapping[UUID, UUID]
) -> None:
    """Count each credit note for its invoice, of which less is owed then; both are written."""
    # By their key: whoever shares out an order's money locks several as well.
    for pk, invoice_id in sorted(corrected.items(), key=lambda one: one[1]):
        rows = SalesDocument.objects.select_for_update(no_key=True)
        invoice = rows.get(pk=invoice_id)
        note = new[pk]
        amount = note.columns["collectable_minor"]
        if amount <= 0 or invoice.currency != note.currency or invoice.erased_at is not None:
            continue
        movement = Movement.objects.create(
            installation=intake.installation,
            kind=MovementKind.CREDIT,
            amount_minor=amount,
            currency=note.currency,
            key=f"{SOURCE}:credit:{pk}",
            source=SOURCE,
            reference=note.number,
            occurred_at=moment(note.issue_date),
            recorded_by=intake.actor,
            credit_note_id=pk,
        )
        Allocation.objects.create(
            movement=movement, document=invoice, amount_minor=amount, created_by=intake.actor
        )
        invoice.installation = intake.installation
        payment_follow(document=invoice, actor=intake.actor)
        order_money_later(invoice)
