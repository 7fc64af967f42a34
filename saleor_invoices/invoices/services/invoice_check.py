"""Looking before issuing: everything noticed about an order or a draft, with where to mend it."""

from dataclasses import dataclass, replace

from saleor_invoices.domain import totals
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.draft_findings import placed
from saleor_invoices.domain.draft_form import InvoiceForm
from saleor_invoices.domain.errors import AppError, Conflict
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.order import Order
from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.invoices.services.document_complete import einvoice_findings
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.draft_make import draft_form, draft_preview
from saleor_invoices.invoices.services.number_foretell import number_foretell
from saleor_invoices.invoices.services.order_issue import Issue, coverage_of, order_draft
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What an order would become, and what is to be said about it; nothing was written.

    ``document`` is None where it can't even be drafted; ``existing`` is the order's invoice,
    none where it was voided; ``legal_entity`` is who would issue it.
    """

    findings: tuple[Finding, ...]
    document: Document | None = None
    existing: SalesDocument | None = None
    legal_entity: LegalEntity | None = None
    mail_policy: NotifyPolicy = NotifyPolicy.NEVER

    @property
    def is_mailed(self) -> bool:
        """Whether the store mails it to the customer by itself as soon as it is issued."""
        is_test = self.document is not None and self.document.test_mode
        return self.mail_policy is NotifyPolicy.ON_ISSUE and not is_test

    @property
    def can_be_issued(self) -> bool:
        """Whether nothing blocks."""
        return not any(finding.is_blocking for finding in self.findings)

    @property
    def next_number(self) -> str:
        """The number that it would get now; "" where none can be told. Another may come first."""
        if self.document is None or self.legal_entity is None or not self.can_be_issued:
            return ""
        return number_foretell(document=self.document, legal_entity=self.legal_entity)


def invoice_check(*, installation: Installation, order_id: str) -> Check:
    """Check an order as Saleor has it now. Raises what reading it raises."""
    order = order_read(installation=installation, order_id=order_id).order
    profile = channel_profile(installation=installation, channel=order.channel)
    return order_check(installation=installation, order=order, profile=profile)


def order_check(*, installation: Installation, order: Order, profile: ChannelProfile) -> Check:
    """Check an order in hand."""
    record = OrderRecord.objects.filter(installation=installation, order_id=order.id).first()
    existing = _existing(record) if record else None
    record = record or OrderRecord(installation=installation, order_id=order.id)
    record.installation = installation
    work = Issue(record=record, order=order, profile=profile)
    try:
        draft = order_draft(work=work)
    except AppError as error:
        return Check(findings=(error_finding(error),), existing=existing)
    found = draft.findings
    if not profile.enabled and existing is None:
        found += (_disabled(profile),)
    if not any(finding.is_blocking for finding in found):
        found += einvoice_findings(draft.document)
    return Check(
        findings=_once(found),
        document=draft.document,
        existing=existing,
        legal_entity=profile.legal_entity_or_none,
        mail_policy=profile.mailing.policy,
    )


def draft_check(*, draft: SalesDocument) -> Check:
    """Check a draft that is kept. Raises ``Conflict`` NOT_A_DRAFT for an issued document."""
    if draft.state != DocumentState.DRAFT:
        raise Conflict("The document was issued: it can't change any more.", code="NOT_A_DRAFT")
    form = draft_form(draft=draft)
    # Mails go by the channel alone, whoever sells.
    mailing = channel_profile(installation=draft.installation, channel=draft.channel).mailing
    if form is not None:
        check = form_check(installation=draft.installation, form=form)
        return replace(check, mail_policy=mailing.policy)
    document = decoded(draft)
    found = tuple(totals.check(document))
    return Check(
        findings=_once(found + einvoice_findings(document)),
        document=document,
        legal_entity=draft.legal_entity,
        mail_policy=mailing.policy,
    )


def form_check(*, installation: Installation, form: InvoiceForm) -> Check:
    """Check what a form would become, by the official rules of its e-invoice too."""
    made = draft_preview(installation=installation, form=form)
    found, document = made.findings, made.document
    if made.can_be_issued:
        found += tuple(placed(one) for one in einvoice_findings(document))
    profile = channel_profile(
        installation=installation, channel=form.channel, legal_entity=form.legal_entity
    )
    return Check(
        findings=_once(found), document=document, legal_entity=profile.legal_entity_or_none
    )


def error_finding(error: AppError) -> Finding:
    """What stops an order before it is a draft, as a blocking finding."""
    params = {name: str(value) for name, value in error.params.items()}
    found = blocking(error.code, error.message, remedy=params.pop("remedy", ""))
    return replace(found, params=params)


def _existing(record: OrderRecord) -> SalesDocument | None:
    """The newest document that covers the order or a part of it and was not voided."""
    live = [row.document for row in coverage_of(record) if row.released_at is None]
    return live[-1] if live else None


def _disabled(profile: ChannelProfile) -> Finding:
    return blocking(
        "CHANNEL_DISABLED",
        f"The app makes no invoices for channel {profile.channel}.",
        remedy="Switch the channel on in the app's settings.",
    )


def _once(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple({(one.code, one.message): one for one in found}.values())
