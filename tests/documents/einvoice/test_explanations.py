"""Rules in a merchant's words: which are known, and where they send people to."""

import re
from collections.abc import Iterator

import pytest

from saleor_invoices.documents.einvoice.explanations import (
    category_rule,
    explained,
    explanation,
)
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.rules import judges
from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.stores.registry import SETTINGS
from saleor_invoices.stores.seller_input import ADDRESS_FIELDS, CONTACT_FIELDS, KNOWN_FIELDS

# What a shop's data can break; the rest is left to the official text.
FREQUENT = [
    "BR-02", "BR-03", "BR-06", "BR-07", "BR-08", "BR-09", "BR-10", "BR-11", "BR-16", "BR-25",
    "BR-26", "BR-27", "BR-50", "BR-53", "BR-55", "BR-57", "BR-61", "BR-62", "BR-63", "BR-CO-09",
    "BR-CO-10", "BR-CO-15", "BR-CO-16", "BR-CO-17", "BR-CO-25", "BR-CO-26", "BR-DEC-23",
    "BR-CL-14", "BR-CL-22", "BR-CL-23", "BR-CL-25", "BR-S-02", "BR-Z-02", "BR-E-10", "BR-AE-02",
    "BR-AE-10", "BR-IC-02", "BR-IC-10", "BR-IC-11", "BR-IC-12", "BR-G-02", "BR-G-10", "BR-O-02",
    "BR-O-10", "BR-O-11", "BR-S-05", "BR-S-08", "BR-S-09", "BR-E-09", "BR-DE-1", "BR-DE-6",
    "BR-DE-7", "BR-DE-15", "DE-R-015", "DE-R-006", "PEPPOL-EN16931-R003", "PEPPOL-EN16931-R010",
    "PEPPOL-EN16931-R020", "PEPPOL-EN16931-R120", "PEPPOL-COMMON-R043", "XSD", "XSLT",
]  # fmt: skip


@pytest.mark.parametrize("rule", FREQUENT)
def test_frequent_rules_are_explained(rule: str) -> None:
    told = explanation(rule)
    assert told is not None
    assert told.words
    assert told.remedy
    assert not re.search(r"\b(B[TG]-\d|cac:|cbc:|ram:)", told.words + told.remedy)


def test_a_rule_that_is_not_known_has_no_explanation() -> None:
    assert explanation("BR-4711") is None
    assert explanation("BR-DE-4711") is None
    with pytest.raises(KeyError):
        explained("EINVOICE_LINE_INVALID", "BR-4711")


def test_every_place_is_one_where_something_can_be_mended() -> None:
    places = {told.place for rule in known_rules() if (told := explanation(rule))} - {""}
    assert len(places) > 20
    for place in places:
        kind, _, field = place.partition(":")
        first, _, second = field.partition(".")
        if kind == "settings":
            assert field in SETTINGS
        elif kind == "seller":
            assert first in KNOWN_FIELDS
            inner = {"address": ADDRESS_FIELDS, "contact": CONTACT_FIELDS}
            assert not second or second in inner.get(first, ("value", "scheme"))
        else:
            assert kind == "order"
            assert field


def known_rules() -> Iterator[str]:
    """The ids of all rules that the wheel brings, and of those above."""
    yield from FREQUENT
    for profile, syntax in [(Profile.EN16931, Syntax.UBL), (Profile.EXTENDED, Syntax.CII)]:
        for rules in judges(profile, syntax):
            text = rules.stylesheet.read_text(encoding="utf-8")
            yield from set(re.findall(r"\[(BR-[A-Z0-9-]+)\]", text))


def test_a_finding_says_the_rule_and_the_place() -> None:
    finding = explained("EINVOICE_SELLER_INCOMPLETE", "BR-DE-6")
    assert finding.message == "The seller's contact has no telephone number (BR-DE-6)."
    assert (finding.rule, finding.place) == ("BR-DE-6", "seller:contact.phone")
    finding = explained("EINVOICE_LINE_INVALID", "BR-25", words="Line 7 has no name", line=7)
    assert finding.message == "Line 7 has no name (BR-25)."
    assert finding.params["line"] == "7"


@pytest.mark.parametrize(
    ("category", "rule"),
    [
        (VatCategory.STANDARD, "BR-S-10"),
        (VatCategory.REVERSE_CHARGE, "BR-AE-10"),
        (VatCategory.INTRA_COMMUNITY, "BR-IC-10"),
        (VatCategory.CANARY_IGIC, "BR-AF-10"),
        (VatCategory.CEUTA_MELILLA_IPSI, "BR-AG-10"),
    ],
)
def test_rules_of_categories_have_names_of_their_own(category: VatCategory, rule: str) -> None:
    assert category_rule(category, "10") == rule
    assert rule in set(known_rules())
