"""Hypothesis strategies of orders and documents, for every part's property tests.

``orders()`` are orders as Saleor makes them: lines and shipping add up to the total, less gift
cards. ``documents()`` are such orders as drafts, or with a number and a date.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st

from saleor_invoices.domain.document import Address, CreditTransfer, Document, Party
from saleor_invoices.domain.money import exponent, from_minor, unit
from saleor_invoices.domain.order import (
    ChargeState,
    Customer,
    Fulfillment,
    GiftCard,
    Order,
    OrderAddress,
    OrderDiscount,
    OrderLine,
    Shipping,
    TaxedAmount,
)
from saleor_invoices.domain.order_document import document_from_order, issued
from saleor_invoices.domain.profile import DocumentProfile, TaxProfile

CURRENCIES = ("EUR", "PLN", "USD", "JPY", "KWD")
RATES = tuple(map(Decimal, ("0.23", "0.19", "0.05", "0.0888", "0.08875", "0.255", "1")))
ORDER_LANGUAGES = (
    "EN",
    "DE_AT",
    "FR",
    "PL",
    "ES",
    "IT",
    "NL",
    "JA",
    "ZH_HANS",
    "AR",
    "HE",
    "PT_BR",
    "",
)
ON = date(2026, 11, 22)

PROFILE = DocumentProfile(
    seller=Party(
        name="Sample Shop GmbH",
        vat_id="DE136695976",
        address=Address(street="Shop Street 1", city="Berlin", postal_code="10115", country="DE"),
    ),
    tax=TaxProfile(country="DE"),
    timezone="Europe/Berlin",
    bank_accounts=(CreditTransfer(account="DE89370400440532013000"),),
)

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    str.strip
)
currencies = st.sampled_from(CURRENCIES)
instants = st.dates(date(2024, 1, 1), date(2030, 1, 1)).flatmap(
    lambda day: st.times(timezones=st.just(UTC)).map(lambda time: datetime.combine(day, time))
)


@st.composite
def amounts(draw: st.DrawFn, currency: str, rate: Decimal, *, least: int = 0) -> TaxedAmount:
    """An amount at the rate, rounded the two ways of Saleor: from net or from gross."""
    minor = draw(st.integers(least, 10_000_000))
    entered = from_minor(minor, currency)
    if draw(st.booleans()):
        return TaxedAmount(net=entered, gross=_round(entered * (1 + rate), currency))
    return TaxedAmount(net=_round(entered / (1 + rate), currency), gross=entered)


@st.composite
def order_lines(draw: st.DrawFn, currency: str, position: int = 1) -> OrderLine:
    """A taxed line, sometimes discounted, sometimes unnamed or without SKU."""
    rate = draw(st.sampled_from(RATES))
    quantity = draw(st.integers(1, 99))
    total = draw(amounts(currency, rate))
    discount = draw(amounts(currency, rate))
    undiscounted = TaxedAmount(net=total.net + discount.net, gross=total.gross + discount.gross)
    return OrderLine(
        id=f"T3JkZXJMaW5lOj{position}",
        product_name=draw(texts),
        variant_name=draw(st.one_of(texts, st.just(""))),
        sku=draw(st.one_of(texts, st.just(""))),
        quantity=quantity,
        unit_price=TaxedAmount(
            net=_round(total.net / quantity, currency),
            gross=_round(total.gross / quantity, currency),
        ),
        total=total,
        undiscounted_total=draw(st.sampled_from((None, total, undiscounted))),
        tax_rate=rate,
        is_gift=total.gross == 0,
    )


@st.composite
def orders(
    draw: st.DrawFn, *, gift_cards: bool = True, max_lines: int = 6, currency: str | None = None
) -> Order:
    """A confirmed order whose parts make its total; gift cards lower it as Saleor lowers it."""
    currency = currency or draw(currencies)
    count = draw(st.integers(1, max_lines))
    lines = tuple(draw(order_lines(currency, position)) for position in range(1, count + 1))
    shipping = draw(_shipping(currency))
    net = sum((line.total.net for line in lines), shipping.price.net)
    gross = sum((line.total.gross for line in lines), shipping.price.gross)
    cards = draw(_cards(currency, gross)) if gift_cards else ()
    paid = sum((card.used or Decimal(0) for card in cards), Decimal(0))
    left = gross - paid
    total = TaxedAmount(net=_round(net * left / gross, currency) if gross else net, gross=left)
    return replace(
        draw(_headers()),
        currency=currency,
        lines=lines,
        shipping=shipping,
        total=total,
        gift_cards=cards,
        discounts=draw(st.lists(_discounts(currency), max_size=2).map(tuple)),
        charge=draw(_charges(total.gross)),
    )


@st.composite
def documents(draw: st.DrawFn, *, numbered: bool | None = None) -> Document:
    """The invoice of such an order: a draft, or issued when ``numbered``."""
    document = document_from_order(draw(orders()), PROFILE, on=ON).document
    if numbered if numbered is not None else draw(st.booleans()):
        number = f"INV-{draw(st.integers(1, 99_999)):05}"
        return issued(document, number=number, issue_date=draw(st.dates(ON, date(2030, 1, 1))))
    return document


@st.composite
def _headers(draw: st.DrawFn) -> Order:
    address = draw(_addresses())
    created = draw(instants)
    is_guest = draw(st.booleans())
    nothing = TaxedAmount(net=Decimal(0), gross=Decimal(0))
    return Order(
        id=f"T3JkZXI6{draw(st.integers(1, 10**6))}",
        number=str(draw(st.integers(1, 10**6))),
        created=created,
        status=draw(st.sampled_from(("UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED"))),
        channel="default-channel",
        currency="EUR",
        lines=(),
        total=nothing,
        language=draw(st.sampled_from(ORDER_LANGUAGES)),
        billing_address=address,
        shipping_address=draw(st.sampled_from((address, None))),
        customer=None if is_guest else Customer(id="VXNlcjox", email="buyer@example.com"),
        email="buyer@example.com",
        display_gross_prices=draw(st.booleans()),
        fulfillments=draw(st.sampled_from(((), (_fulfillment(created),)))),
    )


@st.composite
def _addresses(draw: st.DrawFn) -> OrderAddress:
    return OrderAddress(
        first_name="Sample",
        last_name="Buyer",
        company_name=draw(st.one_of(st.just(""), texts)),
        street_address_1=draw(texts),
        city=draw(texts).upper(),
        postal_code=draw(st.from_regex(r"[1-9][0-9]{4}", fullmatch=True)),
        country=draw(st.sampled_from(("DE", "PL", "FR", "US", "GB"))),
    )


@st.composite
def _shipping(draw: st.DrawFn, currency: str) -> Shipping:
    rate = draw(st.sampled_from(RATES))
    return Shipping(price=draw(amounts(currency, rate)), tax_rate=rate, method_name=draw(texts))


@st.composite
def _cards(draw: st.DrawFn, currency: str, gross: Decimal) -> tuple[GiftCard, ...]:
    if gross < unit(currency) or draw(st.booleans()):
        return ()
    minor = int(gross.scaleb(exponent(currency)))
    used = from_minor(draw(st.integers(1, minor)), currency)
    card = GiftCard(id="R2lmdENhcmQ6MQ==", last_characters="CARD", currency=currency)
    return (replace(card, initial_balance=used, current_balance=Decimal(0), used=used),)


@st.composite
def _discounts(draw: st.DrawFn, currency: str) -> OrderDiscount:
    total = from_minor(draw(st.integers(0, 100_000)), currency)
    return OrderDiscount(type="VOUCHER", total=total, name=draw(texts))


@st.composite
def _charges(draw: st.DrawFn, total: Decimal) -> ChargeState:
    if draw(st.booleans()):
        return ChargeState(charged=total, is_paid=True, status="FULL")
    return ChargeState(balance=-total, status="NONE")


def _fulfillment(created: datetime) -> Fulfillment:
    return Fulfillment(id="RnVsZmlsbG1lbnQ6MQ==", status="FULFILLED", created=created)


def _round(amount: Decimal, currency: str) -> Decimal:
    return amount.quantize(unit(currency), rounding=ROUND_HALF_UP)
