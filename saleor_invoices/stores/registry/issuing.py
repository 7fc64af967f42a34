"""Whether and when documents are made, how they are numbered, and how they are paid."""

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.domain.profile import CreditPolicy, IssuePolicy
from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import (
    NOT_CHANNEL,
    NOT_ENTITY,
    Declared,
    Declaring,
    Group,
)

PATTERN_KEYS = {
    DocumentKind.INVOICE: "number_pattern_invoice",
    DocumentKind.CREDIT_NOTE: "number_pattern_credit_note",
    DocumentKind.PROFORMA: "number_pattern_proforma",
}

_general = Declaring(Group.GENERAL)
_issuing = Declaring(Group.ISSUING)
_numbers = Declaring(Group.NUMBERS)
_payment = Declaring(Group.PAYMENT)

DECLARED: tuple[Declared, ...] = (
    _general("enabled", values.flag, True, "Make invoices at all.", NOT_ENTITY),
    _general("legal_entity", values.slug, "", "The seller's key; empty: the only one.", NOT_ENTITY),
    _general("test_mode", values.flag, False, "Marked documents with a series of their own."),
    _general(
        "retention_years",
        values.whole(0, 100),
        0,
        "Years for which documents must be kept; 0: as the seller's country asks.",
        NOT_CHANNEL,
    ),
    _issuing(
        "issue_policy",
        values.choice(IssuePolicy),
        IssuePolicy.FULLY_PAID.value,
        "When an order becomes an invoice by itself; a request from the dashboard always does.",
    ),
    _issuing(
        "issue_rules",
        values.issue_rules,
        [],
        "Policies for some buyers, by kind and country; the first that fits wins.",
    ),
    _issuing(
        "issue_not_before",
        values.day,
        "",
        "Orders that are older are invoiced on request only.",
        NOT_ENTITY,
    ),
    _issuing(
        "credit_policy",
        values.choice(CreditPolicy),
        CreditPolicy.AUTOMATIC.value,
        "What a refund or a cancellation in Saleor becomes by itself.",
    ),
    *(
        _numbers(
            PATTERN_KEYS[kind],
            values.number_pattern,
            f"{prefix}-{{YYYY}}-{{seq:05}}",
            f"Numbers of {words}, of {{seq}} or {{seq:05}} and {{YYYY}}, {{YY}}, {{MM}}, {{DD}}.",
            NOT_CHANNEL,
        )
        for kind, prefix, words in (
            (DocumentKind.INVOICE, "INV", "invoices"),
            (DocumentKind.CREDIT_NOTE, "CN", "credit notes"),
            (DocumentKind.PROFORMA, "PRO", "proformas"),
        )
    ),
    _numbers(
        "number_reset",
        values.choice(Reset),
        Reset.YEARLY.value,
        "When numbers start again at 1; the patterns must then show the period.",
        NOT_CHANNEL,
    ),
    _payment("payment_terms_days", values.whole(0, 3650), 14, "Days until payment is due."),
    _payment("payment_terms", values.text(1000), "", "Terms in words; empty: by the days."),
    _payment("bank_accounts", values.bank_accounts, [], "Accounts to pay to."),
    _payment(
        "payment_code",
        values.choice(["auto", "none"]),
        "auto",
        "A code to pay with: EPC, or a Swiss QR-bill, where one fits.",
    ),
)
