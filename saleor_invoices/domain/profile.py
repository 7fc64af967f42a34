"""What a channel's settings say about a document, resolved: the pure side of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import CreditTransfer, Party, Presentation

LANGUAGES = ("en", "de", "fr", "pl", "es", "it", "nl", "ja", "zh", "ar", "he")
"""Languages that documents can speak."""


class SupplyKind(StrEnum):
    """What the shop mainly sells; decides between goods' and services' place of supply."""

    GOODS = "goods"
    SERVICES = "services"


class IssuePolicy(StrEnum):
    """When an order becomes an invoice by itself. INVOICE_REQUESTED issues under every policy."""

    ON_REQUEST = "on_request"
    CONFIRMED = "confirmed"
    FULLY_PAID = "fully_paid"
    FULFILLED = "fulfilled"
    PER_FULFILLMENT = "per_fulfillment"  # one invoice for each parcel


class NotifyPolicy(StrEnum):
    """Whether Saleor is asked to tell the customer that the invoice is ready."""

    NEVER = "never"
    ON_ISSUE = "on_issue"


class CreditPolicy(StrEnum):
    """What a refund or a cancellation in Saleor becomes by itself."""

    AUTOMATIC = "automatic"
    DRAFT = "draft"  # a credit note that a person looks at before it is issued
    OFF = "off"


class BuyerKind(StrEnum):
    """Who buys, as far as an order tells: a company name or a VAT id makes a business."""

    BUSINESS = "business"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRule:
    """A policy of its own for some buyers; the first rule that fits an order decides."""

    policy: IssuePolicy
    buyer: BuyerKind | None = None  # None: of either kind
    countries: tuple[str, ...] = ()  # of the billing address; empty: any


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxProfile:
    """The seller's position in tax law: what rates and addresses alone do not tell."""

    country: str  # ISO 3166-1 alpha-2 of the seller's establishment
    tax_name: str = ""  # how the tax is called; empty: by country
    vat_registered: bool = True
    supply_kind: SupplyKind = SupplyKind.GOODS
    zero_rate_category: VatCategory | None = None  # Z, E or O: why a domestic sale has no tax
    zero_rate_reason: str = ""  # BT-120 for E and O
    zero_rate_code: str = ""  # BT-121 (VATEX) for E and O
    tax_class_categories: Mapping[str, VatCategory] = field(default_factory=dict)
    """Category of zero-rated lines by the name of their Saleor tax class."""
    territory: str = ""  # "ES-CN": IGIC (L), "ES-CE"/"ES-ML": IPSI (M)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentProfile:
    """All that an order needs besides itself to become a document."""

    seller: Party
    tax: TaxProfile
    timezone: str = "UTC"  # IANA; issue and due dates are local to it
    default_language: str = "en"
    languages: tuple[str, ...] = LANGUAGES  # that templates can speak
    second_language: str = ""
    bank_accounts: tuple[CreditTransfer, ...] = ()
    payment_terms_days: int = 14
    payment_terms: str = ""  # free text; empty: worded from the days
    vat_id_keys: tuple[str, ...] = ("vat_id", "vatId", "tax_id")  # metadata keys, in order
    buyer_reference_keys: tuple[str, ...] = ("buyer_reference",)  # BT-10
    purchase_order_keys: tuple[str, ...] = ("purchase_order", "po_number")  # BT-13
    notes: tuple[str, ...] = ()  # BG-1, on every document
    supply_wording: str = ""  # overrides the wording of an advance payment
    test_mode: bool = False
    accounting_currency: str = ""  # BT-6, where VAT must be told in it too; empty: no
    presentation: Presentation = field(default_factory=Presentation)
