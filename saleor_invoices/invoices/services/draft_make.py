"""What a form would become now: by the settings of today, and by its order as Saleor has it."""

import time
from dataclasses import dataclass
from datetime import date

from saleor_invoices.domain.document import Document, Party
from saleor_invoices.domain.draft_document import OrderFacts, document_from_form
from saleor_invoices.domain.draft_findings import placed, wrong
from saleor_invoices.domain.draft_form import InvoiceForm, form_of
from saleor_invoices.domain.draft_of_order import facts_of_order, form_of_order
from saleor_invoices.domain.errors import AppError, CannotIssue
from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.money import ZERO, from_minor
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.order_document import Draft
from saleor_invoices.domain.profile import DocumentProfile, TaxProfile
from saleor_invoices.domain.settlement import prepaid
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DraftForm, OrderRecord, SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.document_complete import Rules, document_complete
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.ledger_allocate import available_minor
from saleor_invoices.invoices.services.order_issue import (
    Issue,
    coverage_of,
    refuse_status,
    settled,
)
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile

PATIENCE = 4.0
KEPT_SECONDS, MOST_KEPT = 60.0, 500
_NOBODY = DocumentProfile(seller=Party(name=""), tax=TaxProfile(country=""))

_orders: dict[tuple[int, str], tuple[float, Order]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A form with all that its document depends on.

    ``order`` is that of the form, ``record`` what we know of it; None where there is none.
    """

    installation: Installation
    form: InvoiceForm
    profile: ChannelProfile
    order: Order | None = None
    record: OrderRecord | None = None

    @property
    def on(self) -> date:
        """Today where the seller is."""
        return clock.today(self.document_profile.timezone)

    @property
    def document_profile(self) -> DocumentProfile:
        """The seller's; without a seller, nobody's."""
        return self.profile.document_or_none or _NOBODY

    def issue(self, *, record: OrderRecord, actor: str) -> Issue:
        """The issue of the form's order, under the lock of ``record``."""
        if self.order is None:
            raise TypeError("the form has no order")
        return Issue(record=record, order=self.order, profile=self.profile, actor=actor)


def making(*, installation: Installation, form: InvoiceForm, order: Order | None = None) -> Making:
    """Look up what the form's document depends on; the channel is that of its order."""
    channel = order.channel if order else form.channel
    profile = channel_profile(
        installation=installation, channel=channel, legal_entity=form.legal_entity
    )
    record = _record(installation, order) if order else None
    return Making(installation=installation, form=form, profile=profile, order=order, record=record)


def making_of(*, installation: Installation, form: InvoiceForm) -> Making:
    """The same with the form's order, as Saleor has had it within the last minute.

    Raises what reading it raises.
    """
    order = _kept(installation, form.order_id) or (
        _read(installation, form.order_id) if form.order_id else None
    )
    return making(installation=installation, form=form, order=order)


def draft_make(*, making: Making, is_judged: bool = True) -> Draft:
    """The document with every finding, but those of the official e-invoice rules.

    Raises ``InvalidInput`` UNKNOWN_CURRENCY, or AMOUNT_TOO_LARGE.
    """
    form, facts = making.form, _facts(making)
    bare = document_from_form(form, making.document_profile, on=making.on, order=facts)
    found = (*_faults(making), *bare.findings)
    if making.profile.document_or_none is None:
        return Draft(document=bare.document, findings=found)
    rules = Rules(
        installation=making.installation,
        profile=making.profile,
        on=making.on,
        is_judged=is_judged,
    )
    made = document_complete(draft=Draft(document=bare.document, findings=found), rules=rules)
    return Draft(document=made.document, findings=tuple(map(_at_field, made.findings)))


def draft_preview(*, installation: Installation, form: InvoiceForm) -> Draft:
    """What the form would become, soon: nothing is kept, no official rules are asked.

    What has been paid for its order is taken off, as at the issue.
    """
    order, told = _order_of(installation, form)
    made = making(installation=installation, form=form, order=order)
    draft = draft_make(making=made, is_judged=False)
    return Draft(document=_paid(made, draft.document), findings=(*told, *draft.findings))


def draft_document(*, draft: SalesDocument) -> Document:
    """The document that a kept draft would become today, e.g. for a preview of its pages."""
    form = draft_form(draft=draft)
    if form is None:
        return decoded(draft)
    return draft_preview(installation=draft.installation, form=form).document


def draft_form(*, draft: SalesDocument) -> InvoiceForm | None:
    """What was typed; None for a document that is issued, or was not written by hand."""
    kept = DraftForm.objects.filter(document=draft).first()
    if kept is None or draft.state != DocumentState.DRAFT:
        return None
    return form_of(kept.form)


def draft_of_order(*, installation: Installation, order_id: str) -> InvoiceForm:
    """A form filled from the order as Saleor has it now. Raises what reading it raises."""
    order = _read(installation, order_id)
    found = channel_profile(installation=installation, channel=order.channel)
    profile = found.document_or_none or _NOBODY
    return form_of_order(order, profile, on=clock.today(profile.timezone))


def orders_forget() -> None:
    """Read every order anew."""
    _orders.clear()


def _order_of(
    installation: Installation, form: InvoiceForm
) -> tuple[Order | None, tuple[Finding, ...]]:
    """The form's order, read within the last minute; or what stands in the way, as a finding."""
    if not form.order_id:
        return None, ()
    try:
        return _kept(installation, form.order_id) or _read(installation, form.order_id), ()
    except AppError as error:
        return None, (_unread(error),)


def _kept(installation: Installation, order_id: str) -> Order | None:
    since, order = _orders.get((installation.pk, order_id), (0.0, None))
    return order if time.monotonic() - since < KEPT_SECONDS else None


def _read(installation: Installation, order_id: str) -> Order:
    order = order_read(installation=installation, order_id=order_id, patience=PATIENCE).order
    while len(_orders) >= MOST_KEPT:
        _orders.pop(next(iter(_orders)), None)
    _orders[installation.pk, order_id] = time.monotonic(), order
    return order


def _record(installation: Installation, order: Order) -> OrderRecord:
    """What we know of the order; unsaved where that is nothing yet."""
    found = OrderRecord.objects.filter(installation=installation, order_id=order.id).first()
    record = found or OrderRecord(installation=installation, order_id=order.id)
    record.installation = installation
    return record


def _facts(making: Making) -> OrderFacts | None:
    order, record = making.order, making.record
    if order is None or record is None:
        return None
    received = max(order.charge.charged - order.charge.refunded, ZERO)
    if record.seen_issued_at is not None:  # its money was taken in
        received = from_minor(available_minor(record), order.currency)
    return facts_of_order(order, making.document_profile, on=making.on, received=received)


def _paid(made: Making, document: Document) -> Document:
    """The document with what came in for its order, as ``part_issue`` has it."""
    facts = _facts(made)
    if facts is None or made.record is None or facts.received <= 0:
        return document
    if made.record.seen_issued_at is not None:
        return settled(made.issue(record=made.record, actor="app"), document)
    amount = min(facts.received, document.totals.payable)
    return prepaid(document, amount=amount, label="") if amount > 0 else document


def _faults(making: Making) -> tuple[Finding, ...]:
    profile, found = making.profile, []
    if profile.legal_entity_or_none is None:
        found.append(_seller_missing(profile))
    if not profile.enabled:
        found.append(_disabled(profile))
    if making.order is not None:
        found += _order_faults(making.order, making.record)
    return tuple(found)


def _order_faults(order: Order, record: OrderRecord | None) -> list[Finding]:
    found = []
    try:
        refuse_status(order)
    except CannotIssue as error:
        found.append(_at_order(error))
    rows = coverage_of(record) if record is not None and record.pk else []
    live = [row.document.number for row in rows if row.released_at is None]
    if live:
        found.append(
            wrong(
                "ORDER_COVERED",
                "orderId",
                f"Order {order.number} has its invoice {', '.join(live)} already.",
                "Discard this draft; if the invoice is wrong, correct or credit it.",
                numbers=", ".join(live),
            )
        )
    return found


def _at_field(found: Finding) -> Finding:
    """What a rule says of an order in Saleor, or of a line in the XML, at the form's field."""
    elsewhere = found.place.startswith("order:") or "location" in found.params
    return placed(found) if elsewhere else found


def _at_order(error: AppError) -> Finding:
    remedy = str(error.params.get("remedy", "Choose another order, or none."))
    return wrong(error.code, "orderId", error.message, remedy)


def _unread(error: AppError) -> Finding:
    if error.permanent:
        return _at_order(error)
    return warning(
        "ORDER_UNREAD",
        f"What has been paid for the order is not known now: {error.message}",
        remedy="Nothing to do: the order is read again when the invoice is issued.",
        place="orderId",
    )


def _seller_missing(profile: ChannelProfile) -> Finding:
    named = f" {profile.legal_entity_key!r}" if profile.legal_entity_key else ""
    return blocking(
        "LEGAL_ENTITY_MISSING",
        f"There is no legal entity{named} to sell." if named else "Nobody is named who sells.",
        remedy="Choose the seller, or add one in the settings.",
        place="legalEntity",
    )


def _disabled(profile: ChannelProfile) -> Finding:
    return blocking(
        "CHANNEL_DISABLED",
        f"The app makes no invoices for channel {profile.channel}."
        if profile.channel
        else "The app is switched off in its settings.",
        remedy="Switch the channel on in the app's settings.",
        place="channel",
    )
