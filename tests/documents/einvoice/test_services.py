"""What the rest of the app calls: check before issue, finish the PDF, judge everything."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice import services
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.services import Outcome
from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.document import Contact, Document, EInvoiceChoice
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Severity
from tests.documents.einvoice.judging import COMBINATIONS, text, written
from tests.documents.einvoice.kinds import (
    belgian,
    belgian_chosen,
    chosen,
    full_refund,
    in_dinar,
    to_authority,
)
from tests.documents.einvoice.samples import many_lines
from tests.documents.einvoice.standin import install
from tests.documents.samples import BUYER, SELLER, sample_document, sample_line


@pytest.fixture(scope="module")
def pdf(renderer: TypstRenderer) -> bytes:
    return renderer.render(sample_document(2), Template())


def draft(**changes: Any) -> Document:
    return replace(sample_document(2), number="", issue_date=None, **changes)


# --- check ---


@pytest.mark.parametrize(("profile", "syntax"), COMBINATIONS[:3])
def test_a_draft_is_checked_as_if_it_were_issued(profile: Profile, syntax: Syntax) -> None:
    assert services.einvoice_check(document=draft(), profile=profile, syntax=syntax) == ()


def test_a_credit_note_draft_is_checked_too() -> None:
    note = replace(full_refund(), number="", issue_date=None, prepayments=())
    note = replace(note, totals=replace(note.totals, prepaid=0 * note.totals.gross,
                                        payable=note.totals.gross))  # fmt: skip
    assert services.einvoice_check(document=note, profile="en16931", syntax="cii") == ()


def test_no_profile_has_nothing_to_check() -> None:
    assert services.einvoice_check(document=in_dinar(), profile="", syntax="") == ()


@pytest.mark.parametrize(
    ("document", "profile", "told"),
    [
        (draft(seller=replace(SELLER, vat_id="", tax_registration="")), "en16931",
         [("BR-S-02", "seller:vat_id")]),
        (draft(buyer=replace(BUYER, name=" ")), "en16931",
         [("BR-07", "order:billing_address.company_name")]),
        (draft(due_date=None, payment_terms=""), "en16931",
         [("BR-CO-25", "settings:payment_terms_days")]),
        (draft(seller=replace(SELLER, contact=Contact(name="A"))), "xrechnung",
         [("PEPPOL-EN16931-R020", "seller:electronic_address"),
          ("BR-DE-15", "order:metadata.buyer_reference"),
          ("BR-DE-6", "seller:contact.phone"), ("BR-DE-7", "seller:contact.email")]),
    ],
)  # fmt: skip
def test_each_finding_says_rule_place_and_remedy(
    document: Document, profile: str, told: list[tuple[str, str]]
) -> None:
    found = services.einvoice_check(document=document, profile=profile, syntax="ubl")
    assert [(finding.rule, finding.place) for finding in found] == told
    assert all(finding.remedy for finding in found)
    assert {finding.severity for finding in found} == {Severity.WARNING}


def test_what_only_the_official_rules_know_is_put_into_plain_words() -> None:
    lines = [sample_line(1, unit_code="NOPE"), sample_line(2, unit_code="NOPE")]
    document = replace(sample_document(lines), number="", issue_date=None)
    (finding,) = services.einvoice_check(document=document, profile="en16931", syntax="ubl")
    assert finding.code == "EINVOICE_RULE_FAILED"
    assert finding.message == (
        "The unit of a line is not on the official list (BR-CL-23 of EN 16931 (UBL))."
    )
    assert (finding.rule, finding.place) == ("BR-CL-23", "order:lines")
    assert "Rec 20" in finding.params["official"] or "Recommendation" in finding.params["official"]
    assert finding.params["location"]


def test_a_rule_without_plain_words_keeps_its_own(tmp_path: Path, settings: Settings) -> None:
    settings.EINVOICE_RULES_DIR = install(tmp_path, "XRechnung-UBL-validation", "X-99", "false()")
    (finding,) = services.einvoice_check(document=to_authority(), profile="xrechnung", syntax="ubl")
    assert finding.message == "Stand-in rule X-99 does not hold (X-99 of XRechnung (UBL))."
    assert finding.rule == "X-99"
    assert finding.place == ""


@pytest.mark.parametrize(
    ("profile", "syntax"),
    [("zugferd", "cii"), ("en16931", "json"), ("extended", "ubl"), ("en16931", "")],
)
def test_a_choice_that_there_is_not_is_refused(profile: str, syntax: str, pdf: bytes) -> None:
    document = sample_document(2)
    with pytest.raises(InvalidInput) as refused:
        services.einvoice_check(document=document, profile=profile, syntax=syntax)
    assert refused.value.code == "PROFILE_INVALID"
    document = replace(document, einvoice=EInvoiceChoice(profile=profile, syntax=syntax))
    with pytest.raises(InvalidInput) as refused:
        services.einvoice_finish(pdf=pdf, document=document)
    assert refused.value.code == "PROFILE_INVALID"


# --- finish ---


@pytest.mark.parametrize("choice", [None, EInvoiceChoice()])
def test_without_a_choice_the_pdf_is_archived_only(
    choice: EInvoiceChoice | None, pdf: bytes
) -> None:
    document = replace(sample_document(2), einvoice=choice)
    finished = services.einvoice_finish(pdf=pdf, document=document)
    assert finished.outcome is Outcome.NOT_WANTED
    assert (finished.xml, finished.findings, finished.judged_by) == (None, (), ())
    assert finished.pdf == finisher.archive(pdf, document)


@pytest.mark.parametrize(
    ("document", "level", "rules"),
    [
        (chosen(sample_document(2), "en16931", "cii"), "EN 16931", "Factur-X EN 16931"),
        (chosen(many_lines(181), "extended", "cii"), "EXTENDED", "Factur-X EXTENDED"),
    ],
)
def test_the_chosen_cii_is_inside_the_pdf(
    document: Document, level: str, rules: str, pdf: bytes
) -> None:
    finished = services.einvoice_finish(pdf=pdf, document=document)
    inside = finisher.extract(finished.pdf)
    assert inside is not None
    assert (inside.xml, inside.level) == (finished.xml, level)
    assert finished.outcome is Outcome.MADE
    assert finished.embedded == finished.profile
    assert (finished.syntax, finished.findings) == ("cii", ())
    assert finished.judged_by == (rules,)


@pytest.mark.parametrize(
    ("document", "judged_by"),
    [
        (chosen(to_authority(), "xrechnung", "ubl"), "EN 16931 (UBL)"),
        (chosen(to_authority(), "xrechnung", "cii"), "Factur-X EN 16931"),
        (belgian_chosen(), "EN 16931 (UBL)"),
        (chosen(sample_document(2), "en16931", "ubl"), "EN 16931 (UBL)"),
    ],
)
def test_what_travels_alone_leaves_an_invoice_inside_the_pdf_too(
    document: Document, judged_by: str, pdf: bytes
) -> None:
    assert document.einvoice
    profile, syntax = Profile(document.einvoice.profile), Syntax(document.einvoice.syntax)
    finished = services.einvoice_finish(pdf=pdf, document=document)
    assert finished.xml == written(document, profile, syntax)
    assert (finished.profile, finished.syntax) == (profile, syntax)
    assert finished.embedded == "en16931"
    inside = finisher.extract(finished.pdf)
    assert inside is not None
    assert inside.xml == written(document, Profile.EN16931, Syntax.CII)
    assert finished.judged_by == tuple(dict.fromkeys((judged_by, "Factur-X EN 16931")))
    codes = {finding.code for finding in finished.findings}
    assert codes <= {"EINVOICE_RULES_MISSING"}


def test_where_the_chosen_one_fails_the_pdf_still_has_its_own(pdf: bytes) -> None:
    document = chosen(sample_document(2), "xrechnung", "ubl")  # without a Leitweg-ID
    finished = services.einvoice_finish(pdf=pdf, document=document)
    assert finished.outcome is Outcome.MADE
    assert (finished.profile, finished.syntax, finished.embedded) == ("en16931", "cii", "en16931")
    assert finished.xml == written(document, Profile.EN16931, Syntax.CII)
    assert [finding.rule for finding in finished.findings] == ["BR-DE-15"]


def test_where_nothing_can_be_said_there_is_the_pdf_and_the_reason(pdf: bytes) -> None:
    for profile, syntax in [("en16931", "cii"), ("xrechnung", "ubl")]:
        document = chosen(to_authority(in_dinar()), profile, syntax)
        finished = services.einvoice_finish(pdf=pdf, document=document)
        assert finished.outcome is Outcome.LEFT_OUT
        assert (finished.xml, finished.embedded) == (None, "")
        assert (finished.profile, finished.syntax) == (profile, syntax)
        assert [finding.rule for finding in finished.findings] == ["BR-DEC"]
        assert finisher.extract(finished.pdf) is None


def test_one_that_the_official_rules_refuse_is_left_out(pdf: bytes) -> None:
    document = chosen(sample_document([sample_line(1, unit_code="NOPE")]), "en16931", "cii")
    finished = services.einvoice_finish(pdf=pdf, document=document)
    assert finished.outcome is Outcome.LEFT_OUT
    assert finished.judged_by == ("Factur-X EN 16931",)
    assert finisher.extract(finished.pdf) is None
    assert {finding.code for finding in finished.findings} == {"EINVOICE_RULE_FAILED"}


@pytest.mark.parametrize(
    "document", [chosen(sample_document(2), "en16931", "cii"), belgian_chosen()]
)
def test_the_same_input_is_finished_alike(document: Document, pdf: bytes) -> None:
    first = services.einvoice_finish(pdf=pdf, document=document)
    assert services.einvoice_finish(pdf=pdf, document=document) == first


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        services.einvoice_finish(pdf=b"no pdf", document=sample_document(1))
    assert refused.value.code == "PDF_INVALID"


# --- judge all ---


def test_everything_is_judged_by_every_rule_set(
    pdf: bytes, tmp_path: Path, settings: Settings
) -> None:
    settings.EINVOICE_RULES_DIR = install(tmp_path, "PEPPOL-EN16931-UBL", "R-1", "//*")
    document = belgian_chosen()
    finished = services.einvoice_finish(pdf=pdf, document=document)
    assert services.einvoice_judge_all(document=document, pdf=finished.pdf) == {
        "cii: Factur-X EN 16931": (),
        "ubl: EN 16931 (UBL)": (),
        "peppol_bis3 ubl: EN 16931 (UBL)": (),
        "peppol_bis3 ubl: Peppol BIS Billing 3 (UBL)": (),
        "pdf: Factur-X EN 16931": (),
    }


def test_a_form_that_cannot_be_written_says_why() -> None:
    found = services.einvoice_judge_all(document=many_lines(181))
    assert found["cii: Factur-X EXTENDED"] == ()
    assert [finding.rule for finding in found["ubl"]] == ["BR-CO-17"]


def test_a_tampered_pdf_is_noticed(pdf: bytes) -> None:
    document = sample_document(2)
    xml = written(document, Profile.EN16931, Syntax.CII)
    total = text(xml, "//ram:GrandTotalAmount")
    forged = xml.replace(f"<ram:GrandTotalAmount>{total}".encode(), b"<ram:GrandTotalAmount>0.01")
    wrong = finisher.attach(pdf, forged, document, profile=Profile.EN16931)
    found = services.einvoice_judge_all(document=document, pdf=wrong)
    assert "BR-CO-15" in {finding.rule for finding in found["pdf: Factur-X EN 16931"]}


def test_a_pdf_that_says_another_profile_is_noticed(pdf: bytes) -> None:
    document = sample_document(2)
    xml = written(document, Profile.EN16931, Syntax.CII)
    wrong = finisher.attach(pdf, xml, document, profile=Profile.EXTENDED)
    found = services.einvoice_judge_all(document=document, pdf=wrong)
    assert [finding.code for finding in found["pdf"]] == ["EINVOICE_LEVEL_DIFFERS"]


def test_a_pdf_without_an_invoice_is_noticed(pdf: bytes) -> None:
    found = services.einvoice_judge_all(document=belgian(), pdf=pdf)
    assert [finding.code for finding in found["pdf"]] == ["EINVOICE_NOT_EMBEDDED"]
    strange = finisher.attach(pdf, b"<a/>", belgian(), profile=Profile.EN16931)
    found = services.einvoice_judge_all(document=belgian(), pdf=strange)
    assert [finding.code for finding in found["pdf"]] == ["EINVOICE_NOT_EMBEDDED"]
