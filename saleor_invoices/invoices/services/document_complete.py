"""What a draft gets besides its order: VAT in the accounting currency, and its e-invoice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from saleor_invoices.documents.einvoice.choice import einvoice_choose
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.services import einvoice_check
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.exchange import (
    credited_in_accounting_currency,
    in_accounting_currency,
    rate_missing,
    wants_accounting_currency,
)
from saleor_invoices.domain.findings import Finding, Severity
from saleor_invoices.domain.order_document import Draft
from saleor_invoices.stores.exchange import exchange_rate_for
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile

RULES_MISSING = "EINVOICE_RULES_MISSING"  # the operator's to mend, and no fault of the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Under which rules a draft becomes a document."""

    installation: Installation
    profile: ChannelProfile
    on: date  # local issue date
    invoice: Document | None = None  # what a credit note is of: its second currency holds again
    earlier: Sequence[Document] = ()  # the credit notes before this one
    is_judged: bool = True  # by the rules of the e-invoice, where one is required: it takes a while


def document_complete(*, draft: Draft, rules: Rules) -> Draft:
    """The draft with everything that is frozen with it; findings are added to its own."""
    document, findings = draft.document, list(draft.findings)
    document = _with_rate(document, rules, findings)
    if document.kind is not DocumentKind.PROFORMA:
        document = _with_einvoice(document, rules, findings)
    return Draft(document=document, findings=tuple(findings))


def einvoice_findings(document: Document) -> tuple[Finding, ...]:
    """What the rules of the e-invoice that was chosen say about the document."""
    chosen = document.einvoice
    if chosen is None or not chosen.profile:
        return ()
    return einvoice_check(
        document=document, profile=Profile(chosen.profile), syntax=Syntax(chosen.syntax)
    )


def _with_rate(document: Document, rules: Rules, findings: list[Finding]) -> Document:
    if rules.invoice is not None and rules.invoice.exchange_rate is not None:
        return credited_in_accounting_currency(document, rules.invoice, rules.earlier)
    currency = rules.profile.document.accounting_currency
    if not wants_accounting_currency(document, currency):
        return document
    rate = exchange_rate_for(
        installation=rules.installation,
        currency=document.currency,
        target=currency,
        on=rules.on,
    )
    if rate is None:
        findings.append(rate_missing(document, currency))
        return document
    return in_accounting_currency(document, currency, rate)


def _with_einvoice(document: Document, rules: Rules, findings: list[Finding]) -> Document:
    wanted = rules.profile.einvoicing
    choice = einvoice_choose(
        document=document, wanted=wanted.profile, on=rules.on, transmission=wanted.transmission
    )
    findings.extend(choice.findings)
    chosen = replace(choice.choice, wanted=wanted.profile)
    document = replace(document, einvoice=chosen)
    if wanted.required and rules.is_judged and not any(finding.is_blocking for finding in findings):
        refused = [one for one in einvoice_findings(document) if one.code != RULES_MISSING]
        findings.extend(replace(finding, severity=Severity.BLOCKING) for finding in refused)
    return document
