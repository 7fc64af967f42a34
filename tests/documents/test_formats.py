"""Numbers, money, dates and countries as readers write them."""

from datetime import date
from decimal import Decimal

import pytest

from saleor_invoices.documents.formats import Formats, locale_for

NARROW, NBSP = "\u202f", "\u00a0"
LRM, RLM = "\u200e", "\u200f"


def _formats(language: str, country: str = "DE", currency: str = "EUR") -> Formats:
    return Formats(language=language, country=country, currency=currency)


@pytest.mark.parametrize(
    ("language", "country", "currency", "shown"),
    [
        ("en", "DE", "EUR", "-€1,234.50"),
        ("en", "US", "USD", "-$1,234.50"),
        ("en", "DE", "USD", "-US$1,234.50"),
        ("en", "DE", "KWD", f"-KWD{NBSP}1,234.500"),
        ("en", "DE", "JPY", "-JP¥1,234"),
        ("de", "DE", "EUR", f"-1.234,50{NBSP}€"),
        ("de", "AT", "EUR", f"-€{NBSP}1.234,50"),
        ("fr", "FR", "EUR", f"-1{NARROW}234,50{NBSP}€"),
        ("pl", "PL", "PLN", f"-1{NBSP}234,50{NBSP}zł"),
        ("es", "ES", "EUR", f"-1.234,50{NBSP}€"),
        ("it", "CH", "CHF", "CHF-1’234.50"),
        ("nl", "BE", "EUR", f"€{NBSP}-1.234,50"),
        ("ja", "JP", "JPY", "-￥1,234"),
        ("zh", "CN", "CNY", "-¥1,234.50"),
        ("ar", "KW", "KWD", f"{RLM}{LRM}-1,234.500{NBSP}د.ك.{RLM}"),
        ("he", "IL", "ILS", f"{RLM}{LRM}-1,234.50{NBSP}{RLM}₪"),
    ],
)
def test_money(language: str, country: str, currency: str, shown: str) -> None:
    assert _formats(language, country, currency).money(Decimal("-1234.5")) == shown


def test_money_in_another_currency_has_its_own_decimals() -> None:
    assert _formats("en").money(Decimal("1234.5"), "KWD") == f"KWD{NBSP}1,234.500"


def test_large_amounts_are_exact() -> None:
    assert _formats("en").amount(Decimal("98765432109876543210.99")) == (
        "98,765,432,109,876,543,210.99"
    )


def test_shared_patterns_of_the_locale_stay_as_they_are() -> None:
    dinar, euro = _formats("en", currency="KWD"), _formats("en")
    assert dinar.amount(Decimal(1)) == "1.000"
    assert euro.amount(Decimal(1)) == "1.00"
    assert euro.quantity(Decimal(1)) == "1"


@pytest.mark.parametrize(
    ("rate", "shown"),
    [("23", "23%"), ("23.0000", "23%"), ("8.875", "8.875%"), ("5.5", "5.5%"), ("0", "0%")],
)
def test_percent(rate: str, shown: str) -> None:
    assert _formats("en").percent(Decimal(rate)) == shown


@pytest.mark.parametrize(
    ("price", "shown"), [("1.2", "1.20"), ("1.234567", "1.2346"), ("3", "3.00")]
)
def test_unit_price_shows_the_decimals_it_has(price: str, shown: str) -> None:
    assert _formats("en").unit_price(Decimal(price)) == shown


@pytest.mark.parametrize(
    ("language", "country", "long", "short"),
    [
        ("en", "DE", "6 December 2026", "6 Dec 2026"),
        ("en", "US", "December 6, 2026", "Dec 6, 2026"),
        ("de", "DE", "6. Dezember 2026", "06.12.2026"),
        ("fr", "FR", "6 décembre 2026", "6 déc. 2026"),
        ("pl", "PL", "6 grudnia 2026", "6 gru 2026"),
        ("es", "ES", "6 de diciembre de 2026", "6 dic 2026"),
        ("it", "IT", "6 dicembre 2026", "6 dic 2026"),
        ("nl", "NL", "6 december 2026", "6 dec 2026"),
        ("ja", "JP", "2026年12月6日", "2026/12/06"),
        ("zh", "CN", "2026年12月6日", "2026年12月6日"),
        ("ar", "EG", "6 ديسمبر 2026", f"06{RLM}/12{RLM}/2026"),
        ("he", "IL", "6 בדצמבר 2026", "6 בדצמ׳ 2026"),
    ],
)
def test_dates(language: str, country: str, long: str, short: str) -> None:
    formats = _formats(language, country)
    assert formats.long_date(date(2026, 12, 6)) == long
    assert formats.short_date(date(2026, 12, 6)) == short


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [
        ("en", "DE", "en_GB"),
        ("en", "US", "en_US"),
        ("en-IE", "DE", "en_IE"),
        ("de", "CH", "de_CH"),
        ("de", "PL", "de"),
        ("fr", "", "fr"),
        ("zh", "CN", "zh"),
        ("ar", "SA", "ar_SA"),
        ("ar", "DE", "ar"),
    ],
)
def test_language_is_spoken_as_in_the_sellers_country(
    language: str, country: str, locale: str
) -> None:
    assert str(locale_for(language, country)) == locale


@pytest.mark.parametrize(
    ("language", "country", "shown"),
    [
        ("de", "DE", "6. Dezember 2026"),
        ("es", "ES", "6 dic 2026"),
        ("ar", "AE", "6 ديسمبر 2026"),
    ],
)
def test_dates_of_the_strip_are_short_where_the_language_s_are_long(
    language: str, country: str, shown: str
) -> None:
    assert _formats(language, country).strip_date(date(2026, 12, 6)) == shown


def test_country_has_a_name_or_keeps_its_code() -> None:
    assert _formats("de").country("PL") == "Polen"
    assert _formats("de").country("ZQ") == "ZQ"
