"""What a channel's settings say about a document, resolved: the pure side of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import CreditTransfer, Party, Presentation


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


class NotifyPolicy(StrEnum):
    """Whether Saleor is asked to tell the customer that the invoice is ready."""

    NEVER = "never"
    ON_ISSUE = "on_issue"


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
    languages: tuple[str, ...] = ("en", "de", "fr", "pl")  # that templates can speak
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
    presentation: Presentation = field(default_factory=Presentation)
