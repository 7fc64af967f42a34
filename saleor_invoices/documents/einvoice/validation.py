"""Judgement of an e-invoice by official rules: schema first, then Schematron as XSLT in Saxon.

Stylesheets and schemas are compiled once per process. Saxon is asked by one thread at a time: an
answer takes milliseconds, and nothing promises that its objects can be shared.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor, PyXsltExecutable

from saleor_invoices.documents.einvoice.rules import Rules
from saleor_invoices.documents.einvoice.xml import parsed

SCHEMA, UNDECIDED = "XSD", "XSLT"  # rule ids of what is no rule of a Schematron
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_ALLOWED_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
_WARNINGS = frozenset({"warning", "information", "info"})


class RuleSeverity(StrEnum):
    """``ERROR`` makes the invoice invalid; ``WARNING`` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFailure:
    """A rule that does not hold: e.g. ``BR-CO-15``, in the rule's own words, at an XPath."""

    rule_id: str
    severity: RuleSeverity
    message: str
    location: str = ""


def validate(xml: bytes, rules: Rules) -> list[RuleFailure]:
    """Everything that the rules have against the invoice; empty for a valid one.

    Where the schema already refuses it, the Schematron is not asked. Raises ``InvalidInput``
    XML_INVALID for what is no XML, or has a document type, which an invoice never has.
    """
    tree = parsed(xml)
    broken = list(_schema_failures(tree, rules))
    if broken:
        return broken
    return [one for one in _ENGINE.judge(tree, rules) if one.rule_id not in rules.ignored]


def errors(failures: list[RuleFailure]) -> list[RuleFailure]:
    """Those that make the invoice invalid."""
    return [failure for failure in failures if failure.severity is RuleSeverity.ERROR]


class _Engine:
    """Saxon, with the schemas and stylesheets that were compiled so far."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._processor: PySaxonProcessor | None = None
        self._stylesheets: dict[Path, PyXsltExecutable] = {}
        self._schemas: dict[Path, etree.XMLSchema] = {}

    def judge(self, tree: etree._Element, rules: Rules) -> list[RuleFailure]:
        source = etree.tostring(tree, encoding="unicode")
        with self._lock:
            try:
                report = self._report(source, rules.stylesheet)
            except PySaxonApiError as error:
                return [_failure(UNDECIDED, f"The rules can't be applied: {error}")]
        return [_read(found) for found in _found(etree.fromstring(report.encode()))]

    def schema(self, path: Path) -> etree.XMLSchema:
        with self._lock:
            if path not in self._schemas:
                self._schemas[path] = etree.XMLSchema(etree.parse(str(path)))
            return self._schemas[path]

    def _report(self, source: str, path: Path) -> str:
        if self._processor is None:
            self._processor = PySaxonProcessor(license=False)
            # A stylesheet reads its code lists beside itself, and nothing from a network.
            self._processor.set_configuration_property(_ALLOWED_PROTOCOLS, "file")
        if path not in self._stylesheets:
            compiler = self._processor.new_xslt30_processor()
            self._stylesheets[path] = compiler.compile_stylesheet(stylesheet_file=str(path))
        document = self._processor.parse_xml(xml_text=source)
        return str(self._stylesheets[path].transform_to_string(xdm_node=document))


_ENGINE = _Engine()


def _schema_failures(tree: etree._Element, rules: Rules) -> Iterator[RuleFailure]:
    if not rules.schemas:
        return
    path = rules.schemas.get(str(tree.tag))
    if path is None:
        yield _failure(SCHEMA, f"{rules.name} knows no document {tree.tag}.")
        return
    schema = _ENGINE.schema(path)
    if not schema.validate(tree):
        log: Iterable[Any] = cast("Any", schema.error_log)  # lxml-stubs has no element for it
        yield from (_failure(SCHEMA, str(one.message), f"line {one.line}") for one in log)


def _found(report: etree._Element) -> Iterator[etree._Element]:
    yield from report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")


def _read(found: etree._Element) -> RuleFailure:
    text = " ".join("".join(map(str, found.itertext())).split())
    flag = str(found.get("flag") or found.get("role") or "").lower()
    rule_id = str(found.get("id") or SCHEMA)  # Factur-X has reports on unused attributes, unnamed
    return RuleFailure(
        rule_id=rule_id,
        severity=RuleSeverity.WARNING if flag in _WARNINGS else RuleSeverity.ERROR,
        message=text.removeprefix(f"[{rule_id}]").lstrip(" -"),
        location=str(found.get("location") or ""),
    )


def _failure(rule_id: str, message: str, location: str = "") -> RuleFailure:
    return RuleFailure(
        rule_id=rule_id, severity=RuleSeverity.ERROR, message=message, location=location
    )
