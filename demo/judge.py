"""The e-invoices of a demo before the official rules: ``python -m demo.program demo.judge``.

Prints one object. It runs with the app's settings, as a process of its own, since the demo itself
has none; and it reads what the app kept (each document's snapshot, and its PDF and XML from the
storage), not what an API says of it.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from lxml import etree

from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.representable import factur_x_profile
from saleor_invoices.documents.einvoice.rules import judges
from saleor_invoices.documents.einvoice.services import einvoice_judge_all
from saleor_invoices.documents.einvoice.validation import errors, validate
from saleor_invoices.documents.services import document_render
from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding
from saleor_invoices.invoices.models import DocumentFile, EInvoiceRecord

Rules = dict[str, list[str]]
"""The rules that do not hold, by what was judged: ``"ubl: EN 16931 (UBL)": ["BR-CO-15"]``."""

_WRITERS = {Syntax.CII: cii.write, Syntax.UBL: ubl.write}
_TOTALS = {Syntax.CII: "{*}GrandTotalAmount", Syntax.UBL: "{*}TaxInclusiveAmount"}  # BT-112
_CONTROLS, _CORE = ("invoice", "credit_note"), "en16931"


def main(_arguments: list[str]) -> None:
    """Judge every e-invoice that was made, and some that must be refused."""
    made = list(_made())
    judged = {record.document.number: judge(record) for record in made}
    controls: dict[str, Rules] = {}
    for kind in _CONTROLS:
        fitting = (one for one in made if (one.document.kind, one.profile) == (kind, _CORE))
        if (record := next(fitting, None)) is not None:
            controls[record.document.number] = tampered(_document(record))
    sys.stdout.write(json.dumps({"judged": judged, "controls": controls}))


def judge(record: EInvoiceRecord) -> Rules:
    """What the rules have against the document as CII, as UBL and inside its stored PDF.

    What only Factur-X EXTENDED can say does not exist as UBL, and is not asked for as such.
    """
    document, files = _document(record), _files(record)
    found = einvoice_judge_all(document=document, pdf=files["pdf"])
    if factur_x_profile(document) is Profile.EXTENDED:
        found = {name: value for name, value in found.items() if not name.startswith("ubl")}
    profile, syntax = Profile(record.profile), Syntax(record.syntax)
    as_kept = files.get("xml") == _WRITERS[syntax](document, profile)
    return {**_rules(found), "xml: as it was written": [] if as_kept else ["DIFFERS"]}


def tampered(document: Document) -> Rules:
    """What the rules have against the document when its total with VAT is one more.

    Each of these must be refused: a judge that refuses nothing proves nothing.
    """
    found: Rules = {}
    for syntax, path in _TOTALS.items():
        xml = _one_more(_WRITERS[syntax](document, Profile.EN16931), path)
        for rules in judges(Profile.EN16931, syntax):
            failures = errors(validate(xml, rules))
            found[f"{syntax}: {rules.name}"] = [failure.rule_id for failure in failures]
    xml = _one_more(cii.write(document, Profile.EN16931), _TOTALS[Syntax.CII])
    bare = document_render(document=document).pdf
    pdf = finisher.attach(bare, xml, document, profile=Profile.EN16931)
    inside = einvoice_judge_all(document=document, pdf=pdf).items()
    return {**found, **_rules({name: value for name, value in inside if name.startswith("pdf")})}


def _made() -> Iterator[EInvoiceRecord]:
    made = EInvoiceRecord.objects.filter(outcome=EInvoiceRecord.Outcome.MADE)
    return made.select_related("document").order_by("document__number").iterator()


def _document(record: EInvoiceRecord) -> Document:
    return codec.decode(bytes(record.document.snapshot))


def _files(record: EInvoiceRecord) -> dict[str, bytes]:
    rows = DocumentFile.objects.filter(document=record.document)
    return {row.kind: open_verified(row.storage_key, row.sha256) for row in rows}


def _rules(found: Mapping[str, Iterable[Finding]]) -> Rules:
    return {name: [one.rule for one in findings] for name, findings in found.items()}


def _one_more(xml: bytes, path: str) -> bytes:
    root = etree.fromstring(xml)
    total = root.find(f".//{path}")
    if total is None or not total.text:
        raise ValueError(f"There is no {path} to tamper with.")
    total.text = str(Decimal(total.text) + 1)
    return etree.tostring(root)
