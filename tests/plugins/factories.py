"""Rows and tokens for tests: real snapshots, real RS256 signatures, straight through the ORM.

For what issuing itself does, use the services; these rows are for everything that reads.
"""

import itertools
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from saleor_invoices.domain import chain, codec
from saleor_invoices.domain.codes import DocumentKind, VatCategory
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Delivery,
    Document,
    DocumentAdjustment,
    Identifier,
    Line,
    OrderReference,
    Party,
    PrecedingInvoice,
    Tax,
    Totals,
    VatSubtotal,
)
from saleor_invoices.domain.money import to_minor
from saleor_invoices.domain.search import normalise
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import (
    DocumentFile,
    OrderRecord,
    PaymentState,
    SalesDocument,
)
from saleor_invoices.stores.models import Installation, LegalEntity

KID = "test-key"
TODAY = date(2026, 11, 22)
STANDARD = Tax(category=VatCategory.STANDARD, rate=Decimal(23))
REDUCED = Tax(category=VatCategory.STANDARD, rate=Decimal(8))
_numbers = itertools.count(1)

SELLER = Party(
    name="Sample Shop Sp. z o.o.",
    vat_id="PL5260001246",
    legal_registration=Identifier(value="0000028860"),
    address=Address(street="ul. Prosta 1", city="Warszawa", postal_code="00-838", country="PL"),
    contact=Contact(name="Accounts", email="accounts@example.com"),
)
BUYER = Party(
    name="Sample Buyer GmbH",
    vat_id="DE136695976",
    address=Address(street="Hauptstr. 5", city="Berlin", postal_code="10115", country="DE"),
)
VAT_BREAKDOWN = (
    VatSubtotal(tax=STANDARD, taxable_amount=Decimal(120), tax_amount=Decimal("27.6")),
    VatSubtotal(tax=REDUCED, taxable_amount=Decimal(10), tax_amount=Decimal("0.8")),
)
TOTALS = Totals(
    line_net=Decimal(110),
    allowances=Decimal(0),
    charges=Decimal(20),
    net=Decimal(130),
    tax=Decimal("28.4"),
    gross=Decimal("158.4"),
    prepaid=Decimal(0),
    rounding=Decimal(0),
    payable=Decimal("158.4"),
)


@cache
def signing_key(kid: str = KID) -> rsa.RSAPrivateKey:
    """The key with which the tests' Saleors sign; another one for each ``kid``."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_jwks(*kids: str) -> dict[str, Any]:
    """The key set that a Saleor with these keys publishes."""
    keys = []
    for kid in kids or (KID,):
        key = RSAAlgorithm.to_jwk(signing_key(kid).public_key(), as_dict=True)
        keys.append({**key, "kid": kid, "use": "sig", "alg": "RS256"})
    return {"keys": keys}


def installation(
    api_url: str = "https://shop.example.com/graphql/", **columns: Any
) -> Installation:
    """A store that installed the app."""
    values: dict[str, Any] = {
        "app_id": "QXBwOjE=",
        "token": "app-token",
        "jwks": public_jwks(),
        "saleor_version": "3.22.67",
        "registered_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
    return Installation.objects.create(saleor_api_url=api_url, **{**values, **columns})


def legal_entity(store: Installation, key: str = "main", **columns: Any) -> LegalEntity:
    """A seller of the store."""
    values: dict[str, Any] = {"name": SELLER.name, "country": "PL", "timezone": "Europe/Warsaw"}
    return LegalEntity.objects.create(installation=store, key=key, **{**values, **columns})


def sample_document(number: str = "INV-2026-00001", **changes: Any) -> Document:
    """An invoice of two lines and shipping: 123.00 + 10.80 + 24.60 = 158.40 PLN."""
    document = Document(
        kind=DocumentKind.INVOICE,
        number=number,
        issue_date=TODAY,
        due_date=TODAY + timedelta(days=14),
        currency="PLN",
        language="pl",
        seller=SELLER,
        buyer=BUYER,
        lines=(
            _line("1", "Mug", quantity=2, amounts=("100", "23"), rate=STANDARD),
            _line("2", "Book", quantity=1, amounts=("10", "0.8"), rate=REDUCED),
        ),
        charges=(
            DocumentAdjustment(
                amount=Decimal(20),
                gross_amount=Decimal("24.6"),
                tax=STANDARD,
                reason="Courier",
                reason_code="FC",
            ),
        ),
        vat_breakdown=VAT_BREAKDOWN,
        totals=TOTALS,
        delivery=Delivery(recipient="Sample Buyer GmbH", supply_date=TODAY),
        order=OrderReference(id="T3JkZXI6MQ==", number="1", channel="default-channel"),
    )
    return replace(document, **changes)


def issued_document(
    entity: LegalEntity,
    document: Document | None = None,
    *,
    paid: PaymentStatus = PaymentStatus.UNPAID,
    balance: str | None = None,
    pdf: bool = True,
    **columns: Any,
) -> SalesDocument:
    """An issued document with its order, payment state and file; columns win over the snapshot."""
    final = document or sample_document(number=f"INV-2026-{next(_numbers):05}")
    row = document_row(entity, final, order=_order(entity, final), **columns)
    row.save(force_insert=True)
    owed = final.totals.payable if balance is None else Decimal(balance)
    PaymentState.objects.create(
        document=row,
        installation_id=entity.installation_id,
        status=paid,
        balance_minor=to_minor(owed, final.currency),
    )
    if pdf:
        document_file(row)
    return row


def document_row(entity: LegalEntity, final: Document, **columns: Any) -> SalesDocument:
    """The unsaved row of a document, for ``bulk_create`` too."""
    snapshot, salt = codec.encode(final), chain.new_salt()
    order = final.order or OrderReference(id="", number="")
    words = (final.number, final.buyer.name, final.buyer.vat_id, order.number, order.customer_email)
    values: dict[str, Any] = {
        name: getattr(final, name)
        for name in (
            "kind",
            "number",
            "issue_date",
            "due_date",
            "currency",
            "language",
            "test_mode",
        )
    } | {
        f"{name}_minor": to_minor(getattr(final.totals, name), final.currency)
        for name in ("net", "tax", "gross", "payable")
    }
    values |= {
        "installation_id": entity.installation_id,
        "legal_entity": entity,
        "state": "issued" if final.number else "draft",
        "channel": order.channel,
        "order_number": order.number,
        "customer_id": order.customer_id,
        "customer_email": order.customer_email,
        "buyer_name": final.buyer.name,
        "search_text": normalise(" ".join(words)),
        "snapshot": snapshot,
        "salt": salt,
        "digest": chain.digest(snapshot, salt),
    }
    return SalesDocument(**{**values, **columns})


def document_file(row: SalesDocument) -> DocumentFile:
    """The record of a rendered PDF; there is no file behind it."""
    return DocumentFile.objects.create(
        document=row,
        kind="pdf",
        storage_key=f"{row.pk}.pdf",
        sha256="a" * 64,
        size=12345,
        engine="typst",
    )


def credit_note(entity: LegalEntity, of: SalesDocument, number: str = "CN-1") -> SalesDocument:
    """An issued credit note over the whole of an invoice."""
    invoice = codec.decode(bytes(of.snapshot))
    preceding = (PrecedingInvoice(number=of.number, issue_date=of.issue_date),)
    document = replace(
        invoice, kind=DocumentKind.CREDIT_NOTE, number=number, preceding_invoices=preceding
    )
    return issued_document(entity, document, preceding=of)


def order_reference(number: object, *, customer: str = "", email: str = "") -> OrderReference:
    """Of order ``number``, whose global id is made from it."""
    return OrderReference(
        id=f"order-{number}",
        number=str(number),
        channel="default-channel",
        customer_id=customer,
        customer_email=email,
    )


def staff_token(
    store: Installation, *, user: str = "VXNlcjox", rights: Iterable[str] = (), **claims: Any
) -> str:
    """What the dashboard hands to the app for a member of staff."""
    own = {"app": store.app_id, "permissions": [], "user_permissions": list(rights)}
    return _token(store, user, type="thirdparty", is_staff=True, **{**own, **claims})


def customer_token(store: Installation, *, user: str = "VXNlcjoy", **claims: Any) -> str:
    """What Saleor hands to a shopper."""
    return _token(store, user, **{"type": "access", "is_staff": False, **claims})


def _token(store: Installation, user: str, *, kid: str = KID, **claims: Any) -> str:
    now = int(time.time())
    body = {
        "iat": now, "owner": "saleor", "iss": store.saleor_api_url, "exp": now + 300,
        "token": "1QKB8b02q9Gt", "email": "someone@example.com", "user_id": user,
    }  # fmt: skip
    return jwt.encode({**body, **claims}, signing_key(kid), algorithm="RS256", headers={"kid": kid})


def _order(entity: LegalEntity, final: Document) -> OrderRecord | None:
    if final.order is None:
        return None
    record, _ = OrderRecord.objects.get_or_create(
        installation_id=entity.installation_id,
        order_id=final.order.id,
        defaults={"number": final.order.number, "currency": final.currency},
    )
    return record


def _line(line_id: str, name: str, *, quantity: int, amounts: tuple[str, str], rate: Tax) -> Line:
    net, tax = map(Decimal, amounts)
    return Line(
        id=line_id,
        name=name,
        quantity=Decimal(quantity),
        net_amount=net,
        tax_amount=tax,
        gross_amount=net + tax,
        tax=rate,
        unit_price_net=net / quantity,
        unit_price_gross=(net + tax) / quantity,
        seller_item_id=f"SKU-{line_id}",
    )
