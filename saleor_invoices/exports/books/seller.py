"""A legal entity as its accountant's software knows it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.core import get_global
from babel.numbers import get_territory_currencies

from saleor_invoices.domain.document import Party
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity
from saleor_invoices.stores.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """Its own data and its settings (``stores.registry.accounting``)."""

    key: str
    name: str
    country: str
    party: Party
    currency: str  # of its books
    sells_services: bool
    vat_registered: bool
    framework: str
    consultant: int
    client: int
    debtor_account: str
    revenue_accounts: tuple[str, ...]
    vat_accounts: tuple[str, ...]
    fiscal_year_month: int
    siren: str
    journal_code: str
    journal_name: str
    oss_registered: bool
    own_vat_countries: frozenset[str]

    def fiscal_year(self, day: date) -> tuple[date, date]:
        """First and last day of the fiscal year that the day lies in."""
        year = day.year if day.month >= self.fiscal_year_month else day.year - 1
        start = date(year, self.fiscal_year_month, 1)
        return start, date(year + 1, self.fiscal_year_month, 1) - timedelta(days=1)


def seller_of(entity: LegalEntity, settings: Resolution) -> Seller:
    """The seller with what is set for it."""

    def value(key: str) -> Any:  # noqa: ANN401 what the registry declares
        return settings[key]

    return Seller(
        key=entity.key,
        name=entity.name,
        country=entity.country,
        party=_party(entity),
        currency=value("accounting_currency") or _currency_of(entity.country),
        sells_services=value("supply_kind") == "services",
        vat_registered=value("vat_registered"),
        framework=value("account_framework"),
        consultant=value("datev_consultant_number"),
        client=value("datev_client_number"),
        debtor_account=value("debtor_account"),
        revenue_accounts=tuple(value("revenue_accounts")),
        vat_accounts=tuple(value("vat_accounts")),
        fiscal_year_month=value("fiscal_year_month"),
        siren=value("siren"),
        journal_code=value("fec_journal_code"),
        journal_name=value("fec_journal_name"),
        oss_registered=value("oss_registered"),
        own_vat_countries=frozenset(value("own_vat_countries")),
    )


def setting_missing(seller: Seller, key: str, what: str) -> InvalidInput:
    """The refusal of a file for which a setting is needed, naming it."""
    return InvalidInput(
        f"{what} of legal entity {seller.key} is missing: set {key}.",
        code="EXPORT_SETTING_MISSING",
        params={"field": key, "setting": key, "legal_entity": seller.key},
    )


def _party(entity: LegalEntity) -> Party:
    if entity.seller:
        return parties.from_json(entity.seller)
    return Party(name=entity.name)


def _currency_of(country: str) -> str:
    """The legal tender of the country, the euro where nobody knows."""
    if country not in get_global("territory_currencies"):
        return "EUR"
    found: list[str] = get_territory_currencies(country)
    return found[0] if found else "EUR"
