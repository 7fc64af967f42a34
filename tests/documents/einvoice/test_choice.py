"""Which e-invoice is chosen, and what the laws want besides."""

from dataclasses import replace
from datetime import date

import pytest

from saleor_invoices.documents.einvoice.choice import buyer_kind, einvoice_choose
from saleor_invoices.documents.einvoice.laws import LAWS, Buyer, Duty, Reach, laws_of
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Address, Contact, Document, EInvoiceChoice, Party
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Severity
from saleor_invoices.stores.registry import EINVOICE_PROFILES
from tests.documents.einvoice.kinds import (
    LEITWEG_ID,
    american,
    belgian,
    full_refund,
    in_dinar,
    to_authority,
)
from tests.documents.einvoice.samples import many_lines
from tests.documents.samples import BUYER, SELLER, sample_document

TODAY = date(2026, 11, 22)
CORE = EInvoiceChoice(profile="en16931", syntax="cii")
PEPPOL = EInvoiceChoice(profile="peppol_bis3", syntax="ubl")
NOTHING = EInvoiceChoice()
PRIVATE = Party(
    name="Sample Person",
    address=Address(city="X", postal_code="1", country="DE"),
    contact=Contact(name="Sample Person", email="person@example.com"),
)


def between(seller: str, buyer: str, *, private: bool = False) -> Document:
    """A sale from one country to another, by ISO codes."""
    party = PRIVATE if private else replace(BUYER, vat_id="")
    return replace(
        sample_document(1),
        seller=replace(SELLER, address=replace(SELLER.address, country=seller, postal_code="1")),
        buyer=replace(party, address=replace(party.address, country=buyer, postal_code="1")),
    )


def laws(document: Document, *, on: date = TODAY, wanted: str = "auto", via: str = "") -> list[str]:
    """The ids of the laws that were told of."""
    found = einvoice_choose(
        document=document, wanted=wanted, on=on, transmission=via or "none"
    ).findings
    return [finding.rule for finding in found if finding.code.startswith("EINVOICE_OTHER")]


@pytest.mark.parametrize("wanted", EINVOICE_PROFILES)
def test_every_value_of_the_setting_is_a_profile_that_exists(wanted: str) -> None:
    choice = einvoice_choose(document=sample_document(1), wanted=wanted, on=TODAY).choice
    if wanted == "none":
        assert choice == NOTHING
    else:
        assert Profile(choice.profile).allows(Syntax(choice.syntax))
        own = wanted.removesuffix("_cii").removesuffix("_ubl")
        assert wanted == "auto" or choice.profile == own


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        einvoice_choose(document=sample_document(1), wanted="zugferd", on=TODAY)
    assert refused.value.code == "PROFILE_INVALID"


@pytest.mark.parametrize("wanted", ["auto", "en16931", "peppol_bis3"])
def test_a_proforma_has_none_and_nothing_is_said(wanted: str) -> None:
    document = sample_document(1, kind=DocumentKind.PROFORMA)
    chosen = einvoice_choose(document=document, wanted=wanted, on=TODAY)
    assert (chosen.choice, chosen.findings) == (NOTHING, ())


@pytest.mark.parametrize(
    ("document", "choice"),
    [
        (sample_document(1), CORE),
        (full_refund(), CORE),
        (replace(sample_document(1), number="", issue_date=None), CORE),
        (to_authority(), EInvoiceChoice(profile="xrechnung", syntax="ubl")),
        (belgian(), PEPPOL),
        (replace(belgian(), number="", issue_date=None), PEPPOL),
        (many_lines(200), EInvoiceChoice(profile="extended", syntax="cii")),
        (in_dinar(), CORE),  # which is then left out, with the reason
        (between("CH", "CH"), CORE),
        (between("NO", "SE"), CORE),
        (between("GB", "GB"), CORE),
        (between("DE", "FR", private=True), CORE),
        (american(), NOTHING),
        (between("AU", "AU"), NOTHING),
        (between("JP", "JP"), NOTHING),
    ],
)
def test_auto_goes_by_seller_and_buyer(document: Document, choice: EInvoiceChoice) -> None:
    assert einvoice_choose(document=document, wanted="auto", on=TODAY).choice == choice


def test_a_seller_without_vat_is_told_so() -> None:
    (finding,) = einvoice_choose(document=american(), wanted="auto", on=TODAY).findings
    assert finding.code == "EINVOICE_NOT_VAT"
    assert "Sales tax" in finding.message


def test_a_belgian_buyer_who_peppol_cannot_reach_gets_en_16931() -> None:
    document = belgian()
    document = replace(document, buyer=replace(document.buyer, vat_id="", person="Buyer"))
    chosen = einvoice_choose(document=document, wanted="auto", on=TODAY)
    assert chosen.choice == CORE
    found = {finding.code: finding for finding in chosen.findings}
    assert found["EINVOICE_PEPPOL_INCOMPLETE"].rule == "PEPPOL-EN16931-R010"
    assert found["EINVOICE_PEPPOL_INCOMPLETE"].place == "order:metadata.vat_id"
    assert found["EINVOICE_OTHER_PROFILE"].rule == "BE-B2B"


@pytest.mark.parametrize(
    ("reference", "kind", "doubtful"),
    [
        (LEITWEG_ID, Buyer.PUBLIC, False),
        ("991-03730-19", Buyer.PUBLIC, False),
        ("04011000-12345-67", Buyer.PUBLIC, True),  # a digit that was mistyped
        ("2026-11", Buyer.BUSINESS, False),
        ("PO-12345-67", Buyer.BUSINESS, False),
        ("17011000-12345-67", Buyer.BUSINESS, False),  # there are sixteen Länder
        ("", Buyer.BUSINESS, False),
    ],
)
def test_a_german_authority_is_known_by_its_leitweg_id(
    reference: str, kind: Buyer, doubtful: bool
) -> None:
    document = sample_document(1, buyer_reference=reference)
    assert buyer_kind(document) is kind
    found = einvoice_choose(document=document, wanted="auto", on=TODAY).findings
    assert ("EINVOICE_LEITWEG_ID_DOUBTFUL" in {one.code for one in found}) is doubtful


def test_a_leitweg_id_means_nothing_abroad() -> None:
    document = replace(between("DE", "AT"), buyer_reference=LEITWEG_ID)
    assert einvoice_choose(document=document, wanted="auto", on=TODAY).choice == CORE


@pytest.mark.parametrize(
    ("buyer", "kind"),
    [
        (BUYER, Buyer.BUSINESS),
        (replace(BUYER, vat_id=""), Buyer.BUSINESS),  # a person at a company
        (replace(PRIVATE, vat_id="DE129273398"), Buyer.BUSINESS),
        (replace(PRIVATE, name="Sample Buyer GmbH"), Buyer.BUSINESS),
        (replace(PRIVATE, vat_id="ESP2807900B"), Buyer.PUBLIC),
        (PRIVATE, Buyer.PRIVATE),
        (replace(PRIVATE, contact=None), Buyer.PRIVATE),
        (replace(PRIVATE, name="person@example.com"), Buyer.PRIVATE),
    ],
)
def test_a_buyer_is_what_the_document_tells(buyer: Party, kind: Buyer) -> None:
    assert buyer_kind(sample_document(1, buyer=buyer)) is kind


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (between("DE", "DE"), []),
        (between("AT", "AT"), []),
        (between("DE", "PL"), []),  # the seller's law counts
        (to_authority(), ["DE-PUBLIC"]),
        (between("FR", "FR"), ["FR-B2B"]),
        (between("FR", "DE"), ["FR-REPORT-ABROAD"]),
        (between("FR", "FR", private=True), ["FR-REPORT-PRIVATE"]),
        (belgian(), ["BE-B2B"]),
        (between("BE", "BE", private=True), []),
        (between("BE", "NL"), []),
        (between("PL", "PL"), ["PL-KSEF"]),
        (between("PL", "DE"), ["PL-KSEF"]),
        (between("PL", "PL", private=True), []),
        (between("IT", "IT"), ["IT-SDI"]),
        (between("IT", "IT", private=True), ["IT-SDI"]),
        (between("IT", "DE"), ["IT-ABROAD"]),
        (between("ES", "ES"), []),  # from 2027
    ],
)
def test_other_formats_and_channels_are_told_of(document: Document, expected: list[str]) -> None:
    assert laws(document) == expected


@pytest.mark.parametrize(
    ("seller", "wanted", "on", "expected"),
    [
        ("PL", "auto", date(2026, 1, 31), []),
        ("PL", "auto", date(2026, 2, 1), ["PL-KSEF"]),
        ("FR", "auto", date(2026, 8, 31), []),
        ("FR", "auto", date(2026, 9, 1), ["FR-B2B"]),
        ("BE", "none", date(2025, 12, 31), []),
        ("BE", "none", date(2026, 1, 1), ["BE-B2B", "BE-B2B"]),  # no profile, and no channel
        ("DE", "none", date(2026, 12, 31), []),
        ("DE", "none", date(2027, 1, 1), ["DE-B2B"]),
        ("DE", "auto", date(2028, 1, 1), []),
        ("ES", "auto", date(2026, 12, 31), []),
        ("ES", "auto", date(2027, 1, 1), ["ES-SIF"]),
        ("IT", "auto", date(2018, 12, 31), []),
        ("IT", "auto", date(2019, 1, 1), ["IT-SDI"]),
    ],
)
def test_a_law_holds_from_its_first_day(
    seller: str, wanted: str, on: date, expected: list[str]
) -> None:
    assert laws(between(seller, seller), on=on, wanted=wanted) == expected


def test_an_access_point_reaches_peppol_and_a_french_platform_but_not_ksef() -> None:
    assert laws(belgian(), via="access_point") == []
    assert laws(between("FR", "FR"), via="access_point") == []
    assert laws(between("PL", "PL"), via="access_point") == ["PL-KSEF"]
    assert laws(belgian(), via="email") == ["BE-B2B"]


def test_a_public_buyer_can_be_named() -> None:
    chosen = einvoice_choose(
        document=between("ES", "ES"), wanted="auto", on=TODAY, buyer=Buyer.PUBLIC
    )
    assert [finding.rule for finding in chosen.findings] == ["ES-PUBLIC"]


def test_what_is_told_names_law_channel_and_day() -> None:
    (finding,) = einvoice_choose(document=between("PL", "PL"), wanted="auto", on=TODAY).findings
    assert finding.code == "EINVOICE_OTHER_CHANNEL"
    assert finding.severity is Severity.WARNING
    assert finding.params["country"] == "PL"
    assert finding.params["since"] == "2026-02-01"
    assert finding.place == "settings:transmission"
    assert finding.message == (
        "The legal invoice is the structured invoice FA(3) through the national system KSeF from"
        " 2026-04-01 for all sellers but the smallest, from 2027-01-01 for those with at most"
        " 10,000 PLN a month too; what this app makes is a copy (VAT act of 11 March 2004 art."
        " 106ga; act of 5 August 2025 (Dz.U. 2025 poz. 1203)). A buyer abroad gets a copy in any"
        " way that both agree on."
    )
    assert "the program that your accountant uses" in finding.remedy


def test_every_law_can_be_told_of_on_each_of_its_days() -> None:
    for law in LAWS:
        seller = law.country
        for phase in law.phases:
            for buyer in law.buyers:
                abroad = "DE" if law.is_domestic is False else seller
                found = einvoice_choose(
                    document=between(seller, abroad), wanted="none", on=phase.since, buyer=buyer
                ).findings
                told = [finding for finding in found if finding.rule == law.id]
                assert told, (law.id, phase)
                for finding in told:
                    assert law.source in finding.message
                    assert "{" not in finding.message + finding.remedy


def test_the_table_is_sound() -> None:
    assert len({law.id for law in LAWS}) == len(LAWS)
    for law in LAWS:
        days = [phase.since for phase in law.phases]
        assert days == sorted(set(days))
        assert law.source
        assert law.channel
        assert law.id.startswith(law.country)
        assert law.reach is Reach.NONE or law.duty is Duty.INVOICE
    assert {"DE", "FR", "BE", "PL", "IT", "ES"} == {law.country for law in LAWS}
    (pending,) = [law for law in laws_of("ES") if not law.phases]
    assert not pending.in_force(date(2099, 1, 1))
