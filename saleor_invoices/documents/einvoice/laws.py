"""What the laws of some countries want of an invoice beyond EN 16931: from when, how, and where to.

A table to advise by, as of November 2026, for the country of the seller. Each row names its law,
so that it can be looked up; what could not be made sure of is not here. Thresholds and small
exemptions are told in words, since nothing in an order tells a seller's turnover.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saleor_invoices.documents.einvoice.profiles import Profile


class Buyer(StrEnum):
    """Who the law distinguishes."""

    BUSINESS = "business"
    PRIVATE = "private"
    PUBLIC = "public"


class Duty(StrEnum):
    """What is asked for."""

    INVOICE = "invoice"  # the legal invoice has a format or a channel of its own
    REPORT = "report"  # the invoice is free, its data go to the tax office
    SOFTWARE = "software"  # the program that makes invoices must have abilities of its own


class Reach(StrEnum):
    """How far this app gets on the channel."""

    ANY = "any"  # every way is lawful, also a mail
    ACCESS_POINT = "access_point"  # through the merchant's access point or platform
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """From when the law holds, and for whom."""

    since: date
    sellers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One duty of sellers in a country."""

    id: str
    country: str  # of the seller, ISO 3166-1
    buyers: frozenset[Buyer]
    is_domestic: bool | None  # True: buyers of the same country only; False: of others; None: all
    duty: Duty
    phases: tuple[Phase, ...]  # empty: enacted, but no day is set yet
    format: str
    channel: str
    profiles: frozenset[Profile]  # of this app, in the format; empty: none
    reach: Reach
    source: str
    note: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it holds for some sellers by then."""
        return any(phase.since <= on for phase in self.phases)


def laws_of(country: str) -> Iterator[Law]:
    """The laws for sellers in the country, in force or to come."""
    return (law for law in LAWS if law.country == country)


_EVERYBODY = "all sellers"
_BUSINESS, _PUBLIC = frozenset({Buyer.BUSINESS}), frozenset({Buyer.PUBLIC})
_BUSINESS_LIKE = _BUSINESS | _PUBLIC
_ANY = frozenset(Buyer)
_NONE: frozenset[Profile] = frozenset()
_CORE = frozenset({Profile.EN16931, Profile.EXTENDED})
_FRENCH = (
    Phase(since=date(2026, 9, 1), sellers="large and mid-size companies"),
    Phase(since=date(2027, 9, 1), sellers="small companies and micro-enterprises"),
)
_FRENCH_LAW = "dates by loi n° 2023-1322 du 29 décembre 2023, art. 91"

LAWS: tuple[Law, ...] = (
    Law(
        id="DE-B2B",
        country="DE",
        buyers=_BUSINESS,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(
            Phase(since=date(2027, 1, 1), sellers="sellers with more than 800,000 EUR in 2026"),
            Phase(since=date(2028, 1, 1), sellers=_EVERYBODY),
        ),
        format="an invoice of EN 16931 (ZUGFeRD, XRechnung)",
        channel="any way that both agree on, also e-mail",
        profiles=frozenset(Profile),
        reach=Reach.ANY,
        source="UStG § 14 Abs. 1 and 2, § 27 Abs. 38",
        note="Since 2025-01-01 every business must be able to receive one.",
    ),
    Law(
        id="DE-PUBLIC",
        country="DE",
        buyers=_PUBLIC,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(Phase(since=date(2020, 11, 27), sellers="sellers to the federation"),),
        format="XRechnung with the Leitweg-ID",
        channel="the authority's own portal, or Peppol",
        profiles=frozenset({Profile.XRECHNUNG}),
        reach=Reach.ACCESS_POINT,
        source="E-Rechnungsverordnung (ERechV) § 3 and § 4",
        note="The Länder have laws of their own. Direct orders up to 1,000 EUR are exempt.",
    ),
    Law(
        id="FR-B2B",
        country="FR",
        buyers=_BUSINESS,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=_FRENCH,
        format="Factur-X, UBL or CII",
        channel="an approved platform (plateforme agréée)",
        profiles=_CORE,
        reach=Reach.ACCESS_POINT,
        source=f"CGI art. 289 bis; {_FRENCH_LAW}",
    ),
    Law(
        id="FR-REPORT-ABROAD",
        country="FR",
        buyers=_ANY,
        is_domestic=False,
        duty=Duty.REPORT,
        phases=_FRENCH,
        format="e-reporting of transactions",
        channel="an approved platform (plateforme agréée)",
        profiles=_NONE,
        reach=Reach.NONE,
        source=f"CGI art. 290; {_FRENCH_LAW}",
    ),
    Law(
        id="FR-REPORT-PRIVATE",
        country="FR",
        buyers=frozenset({Buyer.PRIVATE}),
        is_domestic=True,
        duty=Duty.REPORT,
        phases=_FRENCH,
        format="e-reporting of transactions",
        channel="an approved platform (plateforme agréée)",
        profiles=_NONE,
        reach=Reach.NONE,
        source=f"CGI art. 290; {_FRENCH_LAW}",
    ),
    Law(
        id="FR-PUBLIC",
        country="FR",
        buyers=_PUBLIC,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(Phase(since=date(2020, 1, 1), sellers=_EVERYBODY),),
        format="Factur-X, UBL or CII",
        channel="Chorus Pro",
        profiles=_CORE,
        reach=Reach.NONE,
        source="Code de la commande publique art. L2192-1 to L2192-7",
    ),
    Law(
        id="BE-B2B",
        country="BE",
        buyers=_BUSINESS,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(Phase(since=date(2026, 1, 1), sellers=_EVERYBODY),),
        format="Peppol BIS Billing 3",
        channel="the Peppol network",
        profiles=frozenset({Profile.PEPPOL_BIS3}),
        reach=Reach.ACCESS_POINT,
        source="law of 6 February 2024; Royal Decree of 8 July 2025 (Royal Decree 1, art. 13ter)",
        note="Both may agree on another format of EN 16931.",
    ),
    Law(
        id="BE-PUBLIC",
        country="BE",
        buyers=_PUBLIC,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(Phase(since=date(2024, 3, 1), sellers="contracts published since then"),),
        format="Peppol BIS Billing 3",
        channel="the Peppol network",
        profiles=frozenset({Profile.PEPPOL_BIS3}),
        reach=Reach.ACCESS_POINT,
        source="Royal Decree of 9 March 2022",
        note="Contracts up to 3,000 EUR are exempt.",
    ),
    Law(
        id="PL-KSEF",
        country="PL",
        buyers=_BUSINESS_LIKE,
        is_domestic=None,
        duty=Duty.INVOICE,
        phases=(
            Phase(since=date(2026, 2, 1), sellers="sellers with more than 200 million PLN in 2024"),
            Phase(since=date(2026, 4, 1), sellers="all sellers but the smallest"),
            Phase(since=date(2027, 1, 1), sellers="those with at most 10,000 PLN a month too"),
        ),
        format="the structured invoice FA(3)",
        channel="the national system KSeF",
        profiles=_NONE,
        reach=Reach.NONE,
        source="VAT act of 11 March 2004 art. 106ga; act of 5 August 2025 (Dz.U. 2025 poz. 1203)",
        note="A buyer abroad gets a copy in any way that both agree on.",
    ),
    Law(
        id="IT-SDI",
        country="IT",
        buyers=_ANY,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(
            Phase(since=date(2019, 1, 1), sellers="all sellers but those under a flat-rate scheme"),
            Phase(since=date(2024, 1, 1), sellers=_EVERYBODY),
        ),
        format="FatturaPA",
        channel="the Sistema di Interscambio (SdI)",
        profiles=_NONE,
        reach=Reach.NONE,
        source="D.Lgs. 127/2015 art. 1 comma 3; for public buyers D.M. 55/2013",
    ),
    Law(
        id="IT-ABROAD",
        country="IT",
        buyers=_ANY,
        is_domestic=False,
        duty=Duty.REPORT,
        phases=(Phase(since=date(2022, 7, 1), sellers=_EVERYBODY),),
        format="the layout of FatturaPA",
        channel="the Sistema di Interscambio (SdI)",
        profiles=_NONE,
        reach=Reach.NONE,
        source="D.Lgs. 127/2015 art. 1 comma 3-bis",
        note="Sales with a customs declaration are exempt.",
    ),
    Law(
        id="ES-SIF",
        country="ES",
        buyers=_ANY,
        is_domestic=None,
        duty=Duty.SOFTWARE,
        phases=(
            Phase(since=date(2027, 1, 1), sellers="sellers under corporate income tax"),
            Phase(since=date(2027, 7, 1), sellers=_EVERYBODY),
        ),
        format="billing records under the regulation known as Veri*factu",
        channel="the tax agency (AEAT), or records kept for it",
        profiles=_NONE,
        reach=Reach.NONE,
        source="Real Decreto 1007/2023; dates by Real Decreto-ley 15/2025",
        note="Sellers under the SII are exempt.",
    ),
    Law(
        id="ES-PUBLIC",
        country="ES",
        buyers=_PUBLIC,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(Phase(since=date(2015, 1, 15), sellers="companies"),),
        format="Facturae",
        channel="the point of entry of the authority (FACe)",
        profiles=_NONE,
        reach=Reach.NONE,
        source="Ley 25/2013 art. 4",
        note="An authority may exempt invoices up to 5,000 EUR.",
    ),
    Law(
        id="ES-B2B",
        country="ES",
        buyers=_BUSINESS,
        is_domestic=True,
        duty=Duty.INVOICE,
        phases=(),
        format="UBL, CII, EDIFACT or Facturae",
        channel="a private platform or the public one of the AEAT",
        profiles=_CORE,
        reach=Reach.ACCESS_POINT,
        source="Ley 18/2022 art. 12; Real Decreto 238/2026",
        note="12 months after a ministerial order (above 8 million EUR), 24 months for the others.",
    ),
)
