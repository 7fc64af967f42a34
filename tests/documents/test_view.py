"""What templates get: the strings of a document, without rendering it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.model import DocumentView, Pair, TotalRow, Weight
from saleor_invoices.domain.codes import SupplyDateKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Delivery,
    Document,
    DocumentAdjustment,
    LineAdjustment,
    Party,
    PaymentInstructions,
    Period,
    Tax,
    TaxRepresentative,
    VatSubtotal,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.totals import document_totals, vat_breakdown
from tests.documents import samples


def view_of(document: Document, template: Template | None = None) -> DocumentView:
    return document_view(document, template or Template(), with_qr=False)


def totals_of(document: Document) -> list[tuple[str, str]]:
    return [(row.label, row.value) for row in view_of(document).totals]


def test_gross_prices_are_shown_as_the_shop_showed_them() -> None:
    document = samples.sample_document(1, prices_include_tax=True)
    view = view_of(document)
    assert view.lines.headers[3:] == ("Unit price", "VAT", "Amount")
    assert (view.lines.rows[0].unit_price, view.lines.rows[0].amount) == ("24.90", "49.80")


def test_net_prices_are_shown_as_the_shop_showed_them() -> None:
    document = samples.sample_document(1, prices_include_tax=False)
    view = view_of(document)
    assert view.lines.headers[3:] == ("Unit price, net", "VAT", "Amount, net")
    assert (view.lines.rows[0].unit_price, view.lines.rows[0].amount) == ("20.245", "40.49")


def test_totals_run_from_items_over_tax_to_the_amount_due() -> None:
    document = samples.sample_document(1, shipping="4.90", gift_card="20.00")
    assert totals_of(document) == [
        ("Items", "€49.80"),
        ("Shipping: parcel", "€4.90"),
        ("Total with VAT", "€54.70"),
        ("Total without VAT", "€44.47"),
        ("VAT included", "€10.23"),
        ("Gift card •••• 7F3K", "-€20.00"),
        ("Amount due", "€34.70"),
    ]


def test_totals_of_a_net_shop_run_from_net_to_gross() -> None:
    document = samples.sample_document(1, shipping="4.90", prices_include_tax=False)
    assert totals_of(document) == [
        ("Items", "€40.49"),
        ("Shipping: parcel", "€3.98"),
        ("Total without VAT", "€44.47"),
        ("VAT", "€10.23"),
        ("Total with VAT", "€54.70"),
        ("Amount due", "€54.70"),
    ]


def test_totals_without_charges_begin_with_the_total_as_priced() -> None:
    net = samples.sample_document(1, prices_include_tax=False)
    assert totals_of(net)[0] == ("Total without VAT", "€40.49")
    assert totals_of(samples.sample_document(1))[0] == ("Total with VAT", "€49.80")


def test_allowance_of_a_document_with_two_rates_names_its_rate() -> None:
    lines = samples.sample_lines(2, taxes=(samples.STANDARD, samples.REDUCED))
    allowance = DocumentAdjustment(
        amount=Decimal("1.00"), gross_amount=Decimal("1.08"), tax=samples.REDUCED
    )
    document = samples.sample_document(
        lines,
        allowances=(allowance,),
        vat_breakdown=vat_breakdown(lines, allowances=(allowance,)),
        totals=document_totals(lines, allowances=(allowance,)),
    )
    assert ("Discount (8%)", "-€1.08") in totals_of(document)


def test_rounding_and_prepaid_amounts_without_parts_are_shown() -> None:
    document = samples.sample_document(1)
    totals = replace(
        document.totals,
        prepaid=Decimal("10.00"),
        rounding=Decimal("0.01"),
        payable=Decimal("39.81"),
    )
    assert totals_of(replace(document, totals=totals))[-3:] == [
        ("Prepaid", "-€10.00"),
        ("Rounding", "€0.01"),
        ("Amount due", "€39.81"),
    ]


def test_tax_in_the_accounting_currency_is_shown() -> None:
    document = samples.sample_document(1, vat_accounting_currency="PLN")
    totals = replace(document.totals, tax_in_accounting_currency=Decimal("39.50"))
    assert ("VAT in PLN", "PLN\u00a039.50") in totals_of(replace(document, totals=totals))


def test_only_the_amount_due_is_loud() -> None:
    rows = view_of(samples.sample_document(1)).totals
    assert [row.weight for row in rows] == [
        Weight.STRONG,
        Weight.QUIET,
        Weight.QUIET,
        Weight.DUE,
    ]


@pytest.mark.parametrize(
    ("currency", "amount"),
    [("EUR", "49.80"), ("JPY", "4,980"), ("KWD", "4.980")],
)
def test_amounts_have_the_currencys_decimals(currency: str, amount: str) -> None:
    assert view_of(samples.sample_document(1, currency=currency)).lines.rows[0].amount == amount


def test_discount_is_told_as_included_and_has_no_column() -> None:
    allowance = LineAdjustment(
        amount=Decimal("5.00"), percentage=Decimal("12.5"), reason="Autumn sale"
    )
    line = samples.sample_line(1, allowances=(allowance,))
    gross = view_of(samples.sample_document([line]))
    assert gross.lines.rows[0].details[-1] == "Discount included: €5.00 net · 12.5% (Autumn sale)"
    net = view_of(samples.sample_document([line], prices_include_tax=False))
    assert net.lines.rows[0].details[-1] == "Discount included: €5.00 · 12.5% (Autumn sale)"


def test_line_details_hold_description_sku_attributes_and_period() -> None:
    line = samples.sample_line(
        1,
        description="A description that is too long to share its line with the number",
        attributes=(("Roast", "dark"), ("Grind", "none")),
        period=Period(start=date(2026, 11, 1), end=date(2026, 11, 30)),
        note="Handle with care",
    )
    assert view_of(samples.sample_document([line])).lines.rows[0].details == (
        "A description that is too long to share its line with the number",
        "COF-ESP-1000",
        "Roast: dark · Grind: none",
        "1 Nov 2026 – 30 Nov 2026",
        "Handle with care",
    )


def test_breakdown_has_a_row_per_rate() -> None:
    document = samples.sample_document(2, taxes=(samples.STANDARD, samples.REDUCED))
    rows = view_of(document).tax.rows
    assert [(row.rate, row.net, row.tax, row.gross) for row in rows] == [
        ("23%", "40.49", "9.31", "49.80"),
        ("8%", "219.44", "17.56", "237.00"),
    ]


def test_reason_of_the_snapshot_is_printed_once() -> None:
    document = samples.sample_reverse_charge()
    assert view_of(document).tax.reasons == ("Reverse charge",)
    assert view_of(document).tax.rows[0].category == "Reverse Charge"


@pytest.mark.parametrize(
    ("category", "reason"),
    [
        (VatCategory.REVERSE_CHARGE, "Steuerschuldnerschaft des Leistungsempfängers."),
        (VatCategory.OUTSIDE_SCOPE, "Nicht steuerbar (USt.)."),
        (VatCategory.EXEMPT, "Umsatzsteuerfrei."),
    ],
)
def test_law_s_wording_stands_in_for_a_missing_reason(category: VatCategory, reason: str) -> None:
    tax = Tax(category=category, rate=Decimal(0))
    document = samples.sample_document(1, language="de", taxes=(tax,))
    assert view_of(document).tax.reasons == (reason,)


def test_standard_rate_needs_no_reason() -> None:
    assert view_of(samples.sample_document(1)).tax.reasons == ()


def test_outside_the_scope_has_a_dash_for_a_rate() -> None:
    tax = Tax(category=VatCategory.OUTSIDE_SCOPE, rate=Decimal(0))
    document = samples.sample_document(1, taxes=(tax,))
    document = replace(
        document,
        vat_breakdown=(
            VatSubtotal(tax=tax, taxable_amount=document.totals.net, tax_amount=Decimal(0)),
        ),
    )
    view = view_of(document)
    assert (view.lines.rows[0].tax, view.tax.rows[0].rate) == ("–", "–")


def test_tax_that_is_no_vat_keeps_its_name() -> None:
    view = view_of(samples.sample_document(1, tax_name="Sales tax"))
    assert view.tax.title == "Sales tax summary"
    assert view.lines.headers[4] == "Sales tax"
    assert view.totals[0].label == "Total with Sales tax"


def test_facts_come_in_order_and_only_where_known() -> None:
    document = samples.sample_document(1, buyer_reference="Desk 7", contract_reference="C-1")
    assert view_of(document).facts == (
        Pair(label="Invoice date", value="22 November 2026"),
        Pair(label="Date of supply", value="20 November 2026"),
        Pair(label="Due date", value="6 December 2026"),
        Pair(label="Order", value="1042"),
        Pair(label="Your reference", value="Desk 7"),
        Pair(label="Contract", value="C-1"),
    )


@pytest.mark.parametrize(
    ("delivery", "fact", "note"),
    [
        (
            Delivery(
                supply_date=date(2026, 11, 19), supply_date_kind=SupplyDateKind.ADVANCE_PAYMENT
            ),
            Pair(label="Advance payment", value="19 November 2026"),
            "Payment was received before the goods or services are supplied.",
        ),
        (
            Delivery(supply_date_kind=SupplyDateKind.EXPECTED),
            Pair(label="Date of supply", value="To follow"),
            "The goods or services are supplied after the date of this invoice.",
        ),
        (
            Delivery(supply_date_kind=SupplyDateKind.EXPECTED, supply_wording="Made to order."),
            Pair(label="Date of supply", value="To follow"),
            "Made to order.",
        ),
    ],
)
def test_supply_without_a_delivery_is_worded(delivery: Delivery, fact: Pair, note: str) -> None:
    view = view_of(samples.sample_document(1, delivery=delivery))
    assert fact in view.facts
    (block,) = view.blocks
    assert block.texts == (note,)


def test_delivery_to_the_buyer_needs_no_block_of_its_own() -> None:
    delivery = Delivery(address=samples.BUYER.address, supply_date=samples.ISSUED)
    view = view_of(samples.sample_document(1, delivery=delivery))
    assert [party.heading for party in view.parties] == ["From", "Bill to"]


def test_delivery_elsewhere_is_named() -> None:
    party = view_of(samples.sample_demanding()).parties[2]
    assert party.heading == "Ship to"
    assert party.lines == ("Hafenstraße 1", "28195 Bremen")


def test_payee_and_tax_representative_are_named() -> None:
    representative = TaxRepresentative(
        name="Sample Fiscal SAS", vat_id="FR40303265045", address=Address(city="Paris")
    )
    document = samples.sample_document(
        1, payee=Party(name="Sample Bank AG"), tax_representative=representative
    )
    headings = [(party.heading, party.name) for party in view_of(document).parties]
    assert headings[2:] == [
        ("Payee", "Sample Bank AG"),
        ("Tax representative", "Sample Fiscal SAS"),
    ]


def test_country_is_printed_only_across_borders() -> None:
    at_home = view_of(samples.sample_document(1))
    assert at_home.parties[0].lines[-1] == "10115 Berlin"
    abroad = view_of(samples.sample_reverse_charge("en"))
    assert abroad.parties[0].lines[-1] == "Germany"
    assert abroad.parties[1].lines[:3] == ("12 rue Lepic", "75018 Paris", "France")


def test_free_order_is_neither_asked_for_nor_called_paid() -> None:
    line = samples.sample_line(
        1,
        net_amount=Decimal("0.00"),
        tax_amount=Decimal("0.00"),
        gross_amount=Decimal("0.00"),
    )
    document = samples.sample_document([line], due_date=None, payment=None, payment_terms="")
    view = view_of(document)
    assert view.payment is None
    assert view.totals[-1] == TotalRow(label="Amount due", value="€0.00", weight=Weight.DUE)


def test_account_that_is_no_iban_is_shown_as_it_is() -> None:
    document = samples.sample_document(1, currency="USD")
    payment = document.payment
    assert payment is not None
    transfers = (replace(payment.credit_transfers[0], account="000123456", bic=""),)
    document = replace(document, payment=replace(payment, credit_transfers=transfers))
    shown = view_of(document).payment
    assert shown is not None
    (account,) = shown.accounts
    assert Pair(label="Account number", value="000123456") in account
    assert "BIC" not in {pair.label for pair in account}


def test_open_amount_without_a_way_to_pay_prints_the_terms_only() -> None:
    document = samples.sample_document(1, payment=None, due_date=None, payment_terms="On account.")
    view = view_of(document)
    assert view.payment is not None
    assert view.payment.texts == ("On account.",)
    assert view.totals[-1].label == "Amount due"


def test_payment_means_without_words_is_not_printed() -> None:
    document = samples.sample_document(
        1, payment=PaymentInstructions(means_code="1"), due_date=None, payment_terms="Paid."
    )
    view = view_of(document)
    assert view.payment is not None
    assert view.payment.texts == ("Paid in full, with thanks.",)
    assert view.totals[-1].label == "Paid"


def test_footer_has_at_most_four_columns_and_keeps_every_text() -> None:
    footer = ("First\nsecond", "Third", "Fourth")
    columns = view_of(samples.sample_document(1), Template(footer=footer)).footer.columns
    assert len(columns) == 4
    assert columns[3] == ("First", "second", "Third", "Fourth")


def test_rows_that_stay_with_the_totals_are_few_and_short() -> None:
    long_text = "word " * 300
    lines = samples.sample_lines(8)
    assert view_of(samples.sample_document(lines)).lines.kept == 2
    assert view_of(samples.sample_document(lines[:4])).lines.kept == 4
    last_long = (*lines[:7], replace(lines[7], description=long_text))
    assert view_of(samples.sample_document(last_long)).lines.kept == 0
    before_long = (*lines[:6], replace(lines[6], description=long_text), lines[7])
    assert view_of(samples.sample_document(before_long)).lines.kept == 1


def test_unknown_currency_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        view_of(replace(samples.sample_document(1), currency="XXQ"))
    assert caught.value.code == "UNKNOWN_CURRENCY"
