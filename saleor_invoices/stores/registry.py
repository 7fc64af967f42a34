"""Every setting of a store: declared once, with type, default, levels and documentation.

A value is looked up at the channel, then at the channel's legal entity, then at the app's own
level; what is set nowhere has the default. ``docs/configure-store.toml`` shows each of them, and
a test finds one that is missing there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.domain.profile import CreditPolicy, IssuePolicy, NotifyPolicy, SupplyKind
from saleor_invoices.stores import values
from saleor_invoices.stores.values import Check, Json


class Level(StrEnum):
    """Where a value can be set; the first wins. ``DEFAULT`` is what is built in."""

    CHANNEL = "channel"
    LEGAL_ENTITY = "legal_entity"
    APP = "app"
    DEFAULT = "default"


EVERYWHERE = frozenset({Level.CHANNEL, Level.LEGAL_ENTITY, Level.APP})
NOT_ENTITY = frozenset({Level.CHANNEL, Level.APP})
# A series belongs to a legal entity: channels that number it differently could clash.
NOT_CHANNEL = frozenset({Level.LEGAL_ENTITY, Level.APP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One setting."""

    key: str
    check: Check
    default: Json
    doc: str
    levels: frozenset[Level] = EVERYWHERE
    is_secret: bool = False  # kept encrypted, and never told again


PATTERN_KEYS = {
    DocumentKind.INVOICE: "number_pattern_invoice",
    DocumentKind.CREDIT_NOTE: "number_pattern_credit_note",
    DocumentKind.PROFORMA: "number_pattern_proforma",
}


EINVOICE_PROFILES = (
    "auto",
    "none",
    "en16931",
    "extended",
    "xrechnung_cii",
    "xrechnung_ubl",
    "peppol_bis3",
)


def _declare(
    key: str,
    check: Check,
    default: Json,
    doc: str,
    levels: frozenset[Level] = EVERYWHERE,
    *,
    is_secret: bool = False,
) -> Declared:
    return Declared(
        key=key, check=check, default=default, doc=doc, levels=levels, is_secret=is_secret
    )


_DECLARED = (
    _declare("enabled", values.flag, True, "Make invoices at all.", NOT_ENTITY),
    _declare("legal_entity", values.slug, "", "The seller's key; empty: the only one.", NOT_ENTITY),
    _declare(
        "issue_policy",
        values.choice(IssuePolicy),
        IssuePolicy.FULLY_PAID.value,
        "When an order becomes an invoice by itself; a request from the dashboard always does.",
    ),
    _declare(
        "issue_rules",
        values.issue_rules,
        [],
        "Policies for some buyers, by kind and country; the first that fits wins.",
    ),
    _declare(
        "issue_not_before",
        values.day,
        "",
        "Orders that are older are invoiced on request only.",
        NOT_ENTITY,
    ),
    _declare(
        "credit_policy",
        values.choice(CreditPolicy),
        CreditPolicy.AUTOMATIC.value,
        "What a refund or a cancellation in Saleor becomes by itself.",
    ),
    _declare(
        "notify_policy",
        values.choice(NotifyPolicy),
        NotifyPolicy.NEVER.value,
        "Whether Saleor tells the customer that the invoice is ready.",
    ),
    _declare("test_mode", values.flag, False, "Marked documents with a series of their own."),
    *(
        _declare(
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
    _declare(
        "number_reset",
        values.choice(Reset),
        Reset.YEARLY.value,
        "When numbers start again at 1; the patterns must then show the period.",
        NOT_CHANNEL,
    ),
    _declare("payment_terms_days", values.whole(0, 3650), 14, "Days until payment is due."),
    _declare("payment_terms", values.text(1000), "", "Terms in words; empty: by the days."),
    _declare("bank_accounts", values.bank_accounts, [], "Accounts to pay to."),
    _declare("default_language", values.language, "en", "Language where the order's has no texts."),
    _declare("second_language", values.optional_language, "", "Language beside the first."),
    _declare(
        "template",
        values.choice(["classic", "html"]),
        "classic",
        "Name of the layout; html is your own html_template.",
    ),
    _declare("html_template", values.text(100_000), "", "Your own HTML template."),
    _declare(
        "payment_code",
        values.choice(["auto", "none"]),
        "auto",
        "A code to pay with: EPC, or a Swiss QR-bill, where one fits.",
    ),
    _declare("paper", values.choice(["a4", "letter"]), "a4", "Paper size."),
    _declare("accent_color", values.colour, "#1f4b7a", "Colour of headings and lines."),
    _declare("footer", values.texts(600), [], "Lines at the foot of each page."),
    _declare("notes", values.texts(5000), [], "Notes on every document (BG-1)."),
    _declare(
        "link_open_days",
        values.whole(1, 3650),
        30,
        "Days for which the published link opens by itself; then it asks for a mailed code.",
    ),
    _declare("strict_links", values.flag, False, "Published links never open by themselves."),
    _declare("show_in_storefront", values.flag, True, "Customers see their invoices."),
    _declare("allow_download", values.flag, True, "Customers may download the PDF."),
    _declare(
        "mail_policy",
        values.choice(NotifyPolicy),
        NotifyPolicy.NEVER.value,
        "Whether the app mails each document to the customer by itself.",
    ),
    _declare("mail_texts", values.mail_texts, {}, "Subject and body of the mails, by language."),
    _declare("mail_attach_xml", values.flag, False, "Mails carry the e-invoice's XML as well."),
    _declare(
        "reminder_days",
        values.day_offsets,
        [],
        "When to remind of what is owed: days after the due date, negative ones before it.",
    ),
    _declare("reminder_texts", values.mail_texts, {}, "Subject and body of reminders."),
    _declare("reply_to", values.email, "", "Reply-To of the app's mails."),
    _declare(
        "einvoice_profile",
        values.choice(EINVOICE_PROFILES),
        "auto",
        "Which e-invoice to make; auto is by the buyer's country and kind.",
    ),
    _declare(
        "einvoice_required",
        values.flag,
        False,
        "Issue nothing whose e-invoice the rules refuse.",
    ),
    _declare(
        "transmission",
        values.choice(["none", "email", "access_point"]),
        "none",
        "How e-invoices go out by themselves.",
    ),
    _declare("access_point_url", values.https_url, "", "Where the access point takes documents."),
    _declare("access_point_token", values.text(500), "", "Its bearer token.", is_secret=True),
    _declare(
        "accounting_currency",
        values.currency,
        "",
        "Currency in which VAT is told as well (BT-6), where it is not the document's.",
        NOT_CHANNEL,
    ),
    _declare("vies_check", values.flag, False, "Ask VIES about buyers' VAT ids."),
    _declare(
        "retention_years",
        values.whole(0, 100),
        0,
        "Years for which documents must be kept; 0: as the seller's country asks.",
        NOT_CHANNEL,
    ),
    _declare(
        "vat_id_keys",
        values.metadata_keys,
        ["vat_id", "vatId", "tax_id"],
        "Metadata keys of order, address or user that hold the buyer's VAT id.",
    ),
    _declare(
        "buyer_reference_keys",
        values.metadata_keys,
        ["buyer_reference"],
        "Metadata keys that hold the buyer's reference (BT-10).",
    ),
    _declare(
        "purchase_order_keys",
        values.metadata_keys,
        ["purchase_order", "po_number"],
        "Metadata keys that hold the buyer's order number (BT-13).",
    ),
    _declare(
        "supply_kind",
        values.choice(SupplyKind),
        SupplyKind.GOODS.value,
        "What is mainly sold: decides the place of supply.",
    ),
    _declare("supply_wording", values.text(300), "", "Wording instead of a date of supply."),
    _declare("tax_name", values.text(30), "", "Name of the tax; empty: by country."),
    _declare("vat_registered", values.flag, True, "Whether the seller charges VAT."),
    _declare(
        "zero_rate_category",
        values.choice(["", "Z", "E", "O"]),
        "",
        "VAT category of domestic sales at 0 %: a rate alone does not tell.",
    ),
    _declare("zero_rate_reason", values.text(300), "", "Reason for E and O (BT-120)."),
    _declare("zero_rate_code", values.exemption_code, "", "VATEX code for E and O (BT-121)."),
    _declare(
        "tax_class_categories",
        values.tax_class_categories,
        {},
        "VAT categories of lines without tax, by the name of their Saleor tax class.",
    ),
    _declare(
        "territory",
        values.choice(["", "ES-CN", "ES-CE", "ES-ML"]),
        "",
        "A territory with a tax of its own: IGIC (ES-CN), IPSI (ES-CE, ES-ML).",
    ),
)
SETTINGS: dict[str, Declared] = {declared.key: declared for declared in _DECLARED}


def checked(key: str, value: object, *, level: Level) -> Json:
    """The value as it is kept.

    Raises ``InvalidInput`` SETTING_UNKNOWN, SETTING_LEVEL (can't be set there), SETTING_INVALID.
    """
    declared = SETTINGS.get(key)
    if declared is None:
        raise _refusal(key, "SETTING_UNKNOWN", f"There is no setting {key!r}.")
    if level not in declared.levels:
        where = " or ".join(_in_order(declared.levels))
        raise _refusal(key, "SETTING_LEVEL", f"{key} can be set for the {where} only.")
    try:
        return declared.check(value)
    except ValueError as error:
        raise _refusal(key, "SETTING_INVALID", f"{key} {error}.") from error


def _in_order(levels: Iterable[Level]) -> list[str]:
    wanted = set(levels)
    return [level.value.replace("_", " ") for level in Level if level in wanted]


def _refusal(key: str, code: str, message: str) -> InvalidInput:
    return InvalidInput(message, code=code, params={"field": key})
