"""Documents of special kinds and of other countries, for tests and for the documentation."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    CreditTransfer,
    Delivery,
    Document,
    ExchangeRate,
    Identifier,
    Line,
    OrderReference,
    Party,
    PaymentInstructions,
    PrecedingInvoice,
    Prepayment,
    Tax,
)
from saleor_invoices.domain.wording import wording
from tests.documents import samples

SWISS_IBAN = "CH5604835012345678009"
QR_IBAN = "CH4431999123000889012"


def standard(rate: str) -> Tax:
    """A taxed supply at so many percent."""
    return Tax(category=VatCategory.STANDARD, rate=Decimal(rate))


def settled(document: Document, kind: str, label: str, amount: str = "") -> Document:
    """The document with a prepayment; without an amount all that is left to pay."""
    totals = document.totals
    part = Decimal(amount) if amount else totals.payable
    prepayment = Prepayment(amount=part, label=label, kind=kind)
    return replace(
        document,
        prepayments=(*document.prepayments, prepayment),
        totals=replace(totals, prepaid=totals.prepaid + part, payable=totals.payable - part),
    )


def swiss(
    language: str = "de", *, account: str = SWISS_IBAN, currency: str = "CHF", **changes: Any
) -> Document:
    """A Swiss shop's invoice to a Swiss buyer, to be paid with its payment part."""
    seller = Party(
        name="Muster Kaffee AG",
        vat_id="CHE123456788",
        address=Address(street="Bahnhofstrasse 1", city="Zürich", postal_code="8001", country="CH"),
        contact=Contact(email="rechnung@example.ch"),
    )
    buyer = Party(
        name="Beispiel Käuferin",
        address=Address(street="Marktgasse 28", city="Bern", postal_code="3011", country="CH"),
    )
    payment = PaymentInstructions(
        means_code="30",
        remittance="INV-2026-00042",
        credit_transfers=(CreditTransfer(account=account, bank_name="Muster Bank"),),
    )
    terms = wording(language).terms.format(days=14)
    parts = {
        "seller": seller,
        "buyer": buyer,
        "payment": payment,
        "payment_terms": terms,
        **changes,
    }
    lines = parts.pop("lines", 3)
    return samples.sample_document(
        lines, currency=currency, language=language, taxes=(standard("8.1"),), **parts
    )


def refunded(language: str = "en", **changes: Any) -> Document:
    """A credit note of which a part went back already and a part was paid by gift card."""
    document = samples.sample_document(
        2,
        language=language,
        kind=DocumentKind.CREDIT_NOTE,
        number="CN-2026-00007",
        preceding_invoices=(
            PrecedingInvoice(number="INV-2026-00042", issue_date=date(2026, 11, 2)),
        ),
        reason="The kettle arrived damaged; the beans were returned unopened.",
        due_date=None,
        payment=None,
        payment_terms="",
        **changes,
    )
    mirrored = settled(document, "mirror", "7F3K", "25.00")
    return settled(mirrored, "refund", "on 20 Nov 2026 · Card", "200.00")


def proforma(language: str = "en", **changes: Any) -> Document:
    """Sent before the order is invoiced."""
    return samples.sample_document(
        changes.pop("lines", 3),
        language=language,
        kind=DocumentKind.PROFORMA,
        number="PRO-2026-0003",
        **changes,
    )


def collective(language: str = "en", **changes: Any) -> Document:
    """Three orders of one buyer; a part was paid by card when the first was placed."""
    numbers = ("1042", "1047", "1051")
    lines = tuple(
        samples.sample_line(number, note=f"Order {numbers[(number - 1) // 2]}")
        for number in range(1, 7)
    )
    orders = tuple(
        OrderReference(id=f"order-{number}", number=number, created=date(2026, 11, day))
        for number, day in zip(numbers, (3, 11, 19), strict=True)
    )
    document = samples.sample_document(
        lines, language=language, order=None, orders=orders, **changes
    )
    return settled(document, "payment", "on 3 Nov 2026 · Card", "75.40")


def polish_vat(language: str = "pl", **changes: Any) -> Document:
    """Priced in euro by a Polish seller, so that VAT is told in zloty too."""
    document = samples.sample_document(
        3,
        language=language,
        vat_accounting_currency="PLN",
        exchange_rate=ExchangeRate(rate=Decimal("4.2567"), on=date(2026, 11, 20), source="NBP"),
        **changes,
    )
    in_zloty = (document.totals.tax * Decimal("4.2567")).quantize(Decimal("0.01"))
    return replace(document, totals=replace(document.totals, tax_in_accounting_currency=in_zloty))


def home(language: str, **changes: Any) -> Document:
    """An invoice between two parties of a country that speaks the language."""
    seller, buyer, goods, currency, rate, tax_name = _HOMES[language]
    lines = tuple(_line(number, one, currency, rate) for number, one in enumerate(goods, start=1))
    payment = PaymentInstructions(
        means_code="30",
        remittance="INV-2026-00042",
        credit_transfers=(CreditTransfer(account="1234567890", bank_name="Sample Bank"),),
    )
    parts: dict[str, Any] = {
        "seller": seller,
        "buyer": buyer,
        "payment": payment,
        "payment_terms": "",
        "tax_name": tax_name,
        "delivery": Delivery(supply_date=date(2026, 11, 20)),
    }
    return samples.sample_document(
        lines, currency=currency, language=language, taxes=(standard(rate),), **(parts | changes)
    )


def _line(number: int, goods: tuple[str, str], currency: str, rate: str) -> Line:
    name, description = goods
    return samples.sample_line(
        number,
        currency=currency,
        tax=standard(rate),
        quantity=1 + number % 3,
        name=name,
        description=description,
    )


_Home = tuple[Party, Party, tuple[tuple[str, str], ...], str, str, str]
_HOMES: Mapping[str, _Home] = {
    "ja": (
        Party(
            name="サンプル珈琲株式会社",
            vat_id="T1234567890123",
            address=Address(
                street="丸の内1-2-3",
                city="千代田区",
                postal_code="100-0005",
                subdivision="東京都",
                country="JP",
            ),
        ),
        Party(
            name="見本商事株式会社",
            person="経理部 御中",
            address=Address(
                street="梅田4-5-6",
                city="大阪市北区",
                postal_code="530-0001",
                subdivision="大阪府",
                country="JP",
            ),
        ),
        (("エスプレッソ豆", "ハウスブレンド・1 kg"), ("ドリップケトル", "直火・骨・今・黒 0.9 L")),
        "JPY",
        "10",
        "Consumption tax",
    ),
    "zh": (
        Party(
            name="样品咖啡有限公司",
            tax_registration="91310000MA1K00000X",
            address=Address(
                street="南京东路1号", city="上海市", postal_code="200001", country="CN"
            ),
        ),
        Party(
            name="示例贸易有限公司",
            address=Address(street="长安街2号", city="北京市", postal_code="100006", country="CN"),
        ),
        (("意式浓缩咖啡豆", "混合烘焙 · 1 千克"), ("手冲壶", "直火 · 骨 · 今 · 哑光黑 0.9 升")),
        "CNY",
        "13",
        "VAT",
    ),
    "ar": (
        Party(
            name="شركة القهوة النموذجية ذ.م.م",
            vat_id="100123456700003",
            legal_registration=Identifier(value="CN-1234567"),
            address=Address(street="شارع الشيخ زايد 12", city="دبي", country="AE"),
            contact=Contact(phone="+971 4 555 0100", email="billing@example.com"),
        ),
        Party(
            name="مؤسسة المثال للتجارة",
            vat_id="100765432100003",
            address=Address(street="شارع الكورنيش 7", city="أبوظبي", country="AE"),
        ),
        (
            ("حبوب إسبريسو كاملة", "خلطة البيت · 1 كغ"),
            ("إبريق تقطير (0.9 لتر)", "أسود غير لامع"),
            ("Paper filters, size 02.", "100 pieces"),
        ),
        "AED",
        "5",
        "VAT",
    ),
    "he": (
        Party(
            name="קפה לדוגמה בע״מ",
            vat_id="514123456",
            address=Address(
                street="רחוב הרצל 12", city="תל אביב-יפו", postal_code="6578901", country="IL"
            ),
            contact=Contact(phone="+972 3 555 0100", email="billing@example.com"),
        ),
        Party(
            name="לקוח לדוגמה בע״מ",
            address=Address(
                street="רחוב יפו 7", city="ירושלים", postal_code="9414207", country="IL"
            ),
        ),
        (
            ("פולי אספרסו שלמים", "תערובת הבית · 1 ק״ג"),
            ("קומקום (0.9 ליטר)", "שחור מט"),
            ("Paper filters, size 02.", "100 pieces"),
        ),
        "ILS",
        "18",
        "VAT",
    ),
}
