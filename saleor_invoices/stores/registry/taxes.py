"""What rates and addresses do not tell of a tax, and what is read from an order's metadata."""

from saleor_invoices.domain.profile import SupplyKind
from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import NOT_CHANNEL, Declared, Declaring, Group

_taxes = Declaring(Group.TAXES)
_orders = Declaring(Group.ORDERS)

DECLARED: tuple[Declared, ...] = (
    _taxes(
        "supply_kind",
        values.choice(SupplyKind),
        SupplyKind.GOODS.value,
        "What is mainly sold: decides the place of supply.",
    ),
    _taxes("supply_wording", values.text(300), "", "Wording instead of a date of supply."),
    _taxes("tax_name", values.text(30), "", "Name of the tax; empty: by country."),
    _taxes("vat_registered", values.flag, True, "Whether the seller charges VAT."),
    _taxes(
        "zero_rate_category",
        values.choice(["", "Z", "E", "O"]),
        "",
        "VAT category of domestic sales at 0 %: a rate alone does not tell.",
    ),
    _taxes("zero_rate_reason", values.text(300), "", "Reason for E and O (BT-120)."),
    _taxes("zero_rate_code", values.exemption_code, "", "VATEX code for E and O (BT-121)."),
    _taxes(
        "tax_class_categories",
        values.tax_class_categories,
        {},
        "VAT categories of lines without tax, by the name of their Saleor tax class.",
    ),
    _taxes(
        "territory",
        values.choice(["", "ES-CN", "ES-CE", "ES-ML"]),
        "",
        "A territory with a tax of its own: IGIC (ES-CN), IPSI (ES-CE, ES-ML).",
    ),
    _taxes(
        "accounting_currency",
        values.currency,
        "",
        "Currency in which VAT is told as well (BT-6), where it is not the document's.",
        NOT_CHANNEL,
    ),
    _taxes("vies_check", values.flag, False, "Ask VIES about buyers' VAT ids."),
    _orders(
        "vat_id_keys",
        values.metadata_keys,
        ["vat_id", "vatId", "tax_id"],
        "Metadata keys of order, address or user that hold the buyer's VAT id.",
    ),
    _orders(
        "buyer_reference_keys",
        values.metadata_keys,
        ["buyer_reference"],
        "Metadata keys that hold the buyer's reference (BT-10).",
    ),
    _orders(
        "purchase_order_keys",
        values.metadata_keys,
        ["purchase_order", "po_number"],
        "Metadata keys that hold the buyer's order number (BT-13).",
    ),
)
