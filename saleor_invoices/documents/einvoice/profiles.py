"""The profiles: which business process and which rules an e-invoice says it follows."""

from enum import StrEnum

PEPPOL_BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"


class Syntax(StrEnum):
    """The two syntaxes of CEN/TS 16931-2."""

    CII = "cii"  # UN/CEFACT Cross Industry Invoice, as Factur-X and ZUGFeRD carry it
    UBL = "ubl"  # OASIS UBL 2.1 Invoice and CreditNote


class Profile(StrEnum):
    """A specification on top of EN 16931 (BT-24)."""

    EN16931 = "en16931"  # EN 16931 itself; Factur-X and ZUGFeRD call it COMFORT
    EXTENDED = "extended"  # Factur-X EXTENDED: tolerances that grow with the number of lines
    XRECHNUNG = "xrechnung"  # KoSIT XRechnung 3.0, Germany
    PEPPOL_BIS3 = "peppol_bis3"  # Peppol BIS Billing 3.0

    @property
    def specification(self) -> str:
        """BT-24."""
        return _SPECIFICATIONS[self]

    @property
    def business_process(self) -> str:
        """BT-23; empty where the specification leaves it open."""
        return PEPPOL_BILLING if self in PEPPOL_RULES else ""

    @property
    def conformance_level(self) -> str:
        """How the XMP of a Factur-X PDF calls the profile; empty where the XML travels alone."""
        return _LEVELS.get(self, "")

    def allows(self, syntax: Syntax) -> bool:
        """Whether the profile exists in the syntax."""
        return syntax in _SYNTAXES[self]


PEPPOL_RULES = frozenset({Profile.PEPPOL_BIS3, Profile.XRECHNUNG})
"""Profiles under the rules PEPPOL-EN16931-*: XRechnung 3.0 took most of them over."""

_CORE = "urn:cen.eu:en16931:2017"
_SPECIFICATIONS = {
    Profile.EN16931: _CORE,
    Profile.EXTENDED: f"{_CORE}#conformant#urn:factur-x.eu:1p0:extended",
    Profile.XRECHNUNG: f"{_CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
    Profile.PEPPOL_BIS3: f"{_CORE}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
}
_LEVELS = {Profile.EN16931: "EN 16931", Profile.EXTENDED: "EXTENDED"}
_BOTH = frozenset(Syntax)
_SYNTAXES = {
    Profile.EN16931: _BOTH,
    Profile.EXTENDED: frozenset({Syntax.CII}),
    Profile.XRECHNUNG: _BOTH,
    Profile.PEPPOL_BIS3: frozenset({Syntax.UBL}),
}
