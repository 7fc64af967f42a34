"""E-invoices for the rest of the app: written, judged, or left out with the reasons."""

from dataclasses import dataclass, field

from django.conf import settings

from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.representable import representable
from saleor_invoices.documents.einvoice.rules import Rules, judges, missing
from saleor_invoices.documents.einvoice.validation import RuleFailure, errors, validate
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, warning

_WRITERS = {Syntax.CII: cii.write, Syntax.UBL: ubl.write}


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """The XML that every rule set here accepts, or ``None`` with the findings that say why."""

    profile: Profile
    syntax: Syntax
    xml: bytes | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = ()
    judged_by: tuple[str, ...] = ()  # names of the rule sets, in the order they were asked


def einvoice_make(*, document: Document, profile: Profile, syntax: Syntax) -> EInvoice:
    """Write the e-invoice and have it judged. Raises ``InvalidInput`` PROFILE_INVALID."""
    if not profile.allows(syntax):
        raise InvalidInput(
            f"The profile {profile} does not exist as {syntax.upper()}.",
            code="PROFILE_INVALID",
            params={"field": "profile"},
        )
    found = representable(document, profile)
    if found:
        return EInvoice(profile=profile, syntax=syntax, findings=tuple(found))
    rules = judges(profile, syntax, settings.EINVOICE_RULES_DIR)
    xml = _WRITERS[syntax](document, profile)
    refused = tuple(_refused(one, failure) for one in rules for failure in _failures(xml, one))
    absent = tuple(_missing(name) for name in missing(profile, syntax, settings.EINVOICE_RULES_DIR))
    return EInvoice(
        profile=profile,
        syntax=syntax,
        xml=None if refused else xml,
        findings=(*refused, *absent),
        judged_by=tuple(one.name for one in rules),
    )


def _failures(xml: bytes, rules: Rules) -> list[RuleFailure]:
    return errors(validate(xml, rules))


def _refused(rules: Rules, failure: RuleFailure) -> Finding:
    return warning(
        "EINVOICE_RULE_FAILED",
        f"{failure.message} ({failure.rule_id} of {rules.name})",
        remedy="Correct what the rule names; until then the document has no e-invoice.",
        rule=failure.rule_id,
        rules=rules.name,
        location=failure.location,
    )


def _missing(name: str) -> Finding:
    return warning(
        "EINVOICE_RULES_MISSING",
        f"The rules {name} are not installed; only those of EN 16931 were asked.",
        remedy="The operator can put them into the folder EINVOICE_RULES_DIR.",
        rules=name,
    )
