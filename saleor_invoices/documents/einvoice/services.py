"""E-invoices for the rest of the app: chosen, checked, written, judged, put into the PDF.

One that the rules refuse is left out with the reasons; the PDF is made all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.conf import settings

from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.choice import provisional
from saleor_invoices.documents.einvoice.explanations import explanation
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.representable import factur_x_profile, representable
from saleor_invoices.documents.einvoice.rules import Rules, judges, missing
from saleor_invoices.documents.einvoice.validation import RuleFailure, errors, validate
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, warning

_WRITERS = {Syntax.CII: cii.write, Syntax.UBL: ubl.write}
_SOME_DAY = date(2026, 1, 1)  # no rule asks which


class Outcome(StrEnum):
    """What became of a document's e-invoice; the values are stored."""

    MADE = "made"
    LEFT_OUT = "left_out"
    NOT_WANTED = "not_wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """The XML that every rule set here accepts, or ``None`` with the findings that say why."""

    profile: Profile
    syntax: Syntax
    xml: bytes | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = ()
    judged_by: tuple[str, ...] = ()  # names of the rule sets, in the order they were asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A PDF/A-3 with what became of its e-invoice.

    ``xml`` is the e-invoice to hand out: the chosen one, else the one inside the PDF; ``profile``
    and ``syntax`` say what it is, ``embedded`` the profile of the one inside (empty: none).
    """

    pdf: bytes = field(repr=False)
    outcome: Outcome
    xml: bytes | None = field(default=None, repr=False)
    profile: str = ""
    syntax: str = ""
    embedded: str = ""
    findings: tuple[Finding, ...] = ()
    judged_by: tuple[str, ...] = ()


def einvoice_make(*, document: Document, profile: Profile, syntax: Syntax) -> EInvoice:
    """Write the e-invoice and have it judged. Raises ``InvalidInput`` PROFILE_INVALID."""
    profile, syntax = _known(profile, syntax)
    found = representable(document, profile)
    if found:
        return EInvoice(profile=profile, syntax=syntax, findings=tuple(found))
    folder = settings.EINVOICE_RULES_DIR
    rules = judges(profile, syntax, folder)
    xml = _WRITERS[syntax](document, profile)
    refused = tuple(_once(_judged(xml, rules)))
    absent = tuple(_missing(name) for name in missing(profile, syntax, folder))
    return EInvoice(
        profile=profile,
        syntax=syntax,
        xml=None if refused else xml,
        findings=(*refused, *absent),
        judged_by=tuple(one.name for one in rules),
    )


def einvoice_check(*, document: Document, profile: str, syntax: str) -> tuple[Finding, ...]:
    """Everything that would leave the e-invoice out, before the document is issued.

    A draft is judged as if it had a number and a date. The choice "none", an empty profile, has
    nothing to check. Raises ``InvalidInput`` PROFILE_INVALID.
    """
    if not profile:
        return ()
    known = _known(profile, syntax)
    draft = provisional(document, _SOME_DAY)
    return einvoice_make(document=draft, profile=known[0], syntax=known[1]).findings


def einvoice_finish(*, pdf: bytes, document: Document) -> Finished:
    """The PDF as PDF/A-3 with the e-invoice that ``document.einvoice`` chose.

    A profile that no PDF carries travels beside the PDF, which then has an EN 16931 of its own.
    The same arguments and rules give the same bytes. Raises ``InvalidInput`` PDF_INVALID, and
    PROFILE_INVALID for a choice that there is not.
    """
    choice = document.einvoice
    if choice is None or not choice.profile:
        return Finished(pdf=finisher.archive(pdf, document), outcome=Outcome.NOT_WANTED)
    profile, syntax = _known(choice.profile, choice.syntax)
    chosen = einvoice_make(document=document, profile=profile, syntax=syntax)
    inside = _inside(document, chosen)
    made = chosen if chosen.xml else inside
    if inside.xml:
        pdf = finisher.attach(pdf, inside.xml, document, profile=inside.profile)
    else:
        pdf = finisher.archive(pdf, document)
    return Finished(
        pdf=pdf,
        outcome=Outcome.MADE if made.xml else Outcome.LEFT_OUT,
        xml=made.xml,
        profile=made.profile if made.xml else profile,
        syntax=made.syntax if made.xml else syntax,
        embedded=inside.profile if inside.xml else "",
        findings=tuple(_once((*chosen.findings, *inside.findings))),
        judged_by=tuple(dict.fromkeys((*chosen.judged_by, *inside.judged_by))),
    )


def einvoice_judge_all(
    *, document: Document, pdf: bytes | None = None
) -> dict[str, tuple[Finding, ...]]:
    """What every rule set here has against an issued document, for demo and verification.

    As CII (Factur-X EN 16931, or EXTENDED where only that can say it), as UBL (EN 16931), as the
    document's own choice, and, given the finished PDF, the XML inside it. Keys are such as
    ``"ubl: EN 16931 (UBL)"``; a form that can't be written has its findings under its bare name.
    Every value empty: the document is valid everywhere.
    """
    core = factur_x_profile(document) or Profile.EN16931
    forms = {"cii": (core, Syntax.CII), "ubl": (Profile.EN16931, Syntax.UBL)}
    choice = document.einvoice
    if choice and choice.profile:
        profile, syntax = _known(choice.profile, choice.syntax)
        if (profile, syntax) not in forms.values():
            forms[f"{profile} {syntax}"] = (profile, syntax)
    result: dict[str, tuple[Finding, ...]] = {}
    for name, (profile, syntax) in forms.items():
        result |= _judged_form(name, document, profile, syntax)
    return result if pdf is None else result | _judged_pdf(pdf)


def _known(profile: str, syntax: str) -> tuple[Profile, Syntax]:
    try:
        known = Profile(profile), Syntax(syntax)
    except ValueError as error:
        raise _unknown(f"There is no profile {profile!r} as {syntax!r}.") from error
    if not known[0].allows(known[1]):
        raise _unknown(f"The profile {profile} does not exist as {syntax.upper()}.")
    return known


def _unknown(message: str) -> InvalidInput:
    return InvalidInput(message, code="PROFILE_INVALID", params={"field": "profile"})


def _inside(document: Document, chosen: EInvoice) -> EInvoice:
    """The e-invoice that the PDF carries: the chosen one, where a PDF can."""
    if chosen.profile.conformance_level and chosen.syntax is Syntax.CII:
        return chosen
    profile = factur_x_profile(document)
    if profile is None:  # the chosen one can't be written either, and says why
        return EInvoice(profile=Profile.EN16931, syntax=Syntax.CII)
    return einvoice_make(document=document, profile=profile, syntax=Syntax.CII)


def _judged_form(
    name: str, document: Document, profile: Profile, syntax: Syntax
) -> dict[str, tuple[Finding, ...]]:
    found = representable(document, profile)
    if found:
        return {name: tuple(found)}
    rules = judges(profile, syntax, settings.EINVOICE_RULES_DIR)
    xml = _WRITERS[syntax](document, profile)
    return {f"{name}: {one.name}": tuple(_judged(xml, (one,))) for one in rules}


def _judged_pdf(pdf: bytes) -> dict[str, tuple[Finding, ...]]:
    inside = finisher.extract(pdf)
    profile = _BY_SPECIFICATION.get(cii.specification(inside.xml)) if inside else None
    if inside is None or profile is None:
        return {"pdf": (_nothing_inside(),)}
    if inside.level != profile.conformance_level:
        return {"pdf": (_other_level(inside.level, profile),)}
    rules = judges(profile, Syntax.CII, settings.EINVOICE_RULES_DIR)
    return {f"pdf: {one.name}": tuple(_judged(inside.xml, (one,))) for one in rules}


def _judged(xml: bytes, rules: Iterable[Rules]) -> Iterator[Finding]:
    for one in rules:
        yield from (_refused(one, failure) for failure in errors(validate(xml, one)))


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without repetition: rule sets repeat each other, and a rule its lines."""
    seen = set()
    for finding in findings:
        key = (finding.code, finding.rule, finding.message.partition(" (")[0])
        if key not in seen:
            seen.add(key)
            yield finding


def _refused(rules: Rules, failure: RuleFailure) -> Finding:
    told = explanation(failure.rule_id)
    params = {"place": told.place} if told and told.place else {}
    return warning(
        "EINVOICE_RULE_FAILED",
        f"{told.words if told else failure.message} ({failure.rule_id} of {rules.name}).",
        remedy=told.remedy if told else _CORRECT,
        rule=failure.rule_id,
        rules=rules.name,
        official=failure.message,
        location=failure.location,
        **params,
    )


def _missing(name: str) -> Finding:
    return warning(
        "EINVOICE_RULES_MISSING",
        f"The rules {name} are not installed; only those of EN 16931 were asked.",
        remedy="The operator can put them into the folder EINVOICE_RULES_DIR.",
        rules=name,
    )


def _nothing_inside() -> Finding:
    return warning(
        "EINVOICE_NOT_EMBEDDED",
        "There is no e-invoice of EN 16931 inside the PDF.",
        remedy="The findings of the document say why it was left out.",
    )


def _other_level(level: str, profile: Profile) -> Finding:
    return warning(
        "EINVOICE_LEVEL_DIFFERS",
        f"The PDF says {level or 'nothing'} of the e-invoice inside it, which is of the profile"
        f" {profile.conformance_level}.",
        remedy="This is a fault of the app: please report it.",
    )


_CORRECT = "Correct what the rule names; until then the document has no e-invoice."
_BY_SPECIFICATION = {one.specification: one for one in Profile if one.conformance_level}
