"""One XML file under way: its elements as values, and what was wrong with them."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lxml import etree

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, blocking
from saleor_invoices.domain.money import ZERO
from saleor_invoices.imports.shaping.texts import clean
from saleor_invoices.imports.shaping.work import shortened

MOST_BYTES = 20_000_000
"""The largest e-invoice that is read; with attachments inside, real ones stay below."""
_MOST_DIGITS = 18
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_ROOT = re.compile(rb"<[A-Za-z_]")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2}|T.*)?")
Element = etree._Element


class Source:
    """Reads elements by path, with the prefixes of one syntax; empty is what is not there."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = dict(names)
        self.findings: list[Finding] = []

    def find(self, node: Element | None, path: str) -> Element | None:
        """The first element at the path."""
        return None if node is None else node.find(path, self.names)

    def all(self, node: Element | None, path: str) -> list[Element]:
        """All elements at the path, in their order."""
        return [] if node is None else node.findall(path, self.names)

    def text(self, node: Element | None, path: str) -> str:
        """The text of the first element at the path."""
        found = self.find(node, path)
        return "" if found is None else clean(found.text or "")

    def amount(self, node: Element | None, path: str) -> Decimal | None:
        """The number of the first element at the path."""
        text = self.text(node, path)
        if not text:
            return None
        try:
            value = Decimal(text) if _NUMBER.fullmatch(text) else None
        except InvalidOperation:
            value = None
        if value is None or value.adjusted() >= _MOST_DIGITS:
            self._fault("AMOUNT_INVALID", f"{shortened(text)!r} is no amount.", path, text)
            return None
        return value

    def sum(self, node: Element | None, path: str) -> Decimal:
        """The number at the path, or zero."""
        return self.amount(node, path) or ZERO

    def day(self, node: Element | None, path: str) -> date | None:
        """The day of the first element at the path."""
        text = self.text(node, path)
        if not text:
            return None
        found = _DAY.fullmatch(text)
        try:
            if found:
                return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            pass
        self._fault("DATE_INVALID", f"{shortened(text)!r} is no date.", path, text)
        return None

    def missing(self, code: str, message: str, path: str, value: str = "") -> None:
        """A blocking finding that something is not there, or a value that is none of a list."""
        self._fault(code, message, path, value)

    def _fault(self, code: str, message: str, path: str, value: str) -> None:
        self.findings.append(
            blocking(
                code,
                message,
                remedy="What EN 16931 wants in this element.",
                column=path.rpartition("/")[2],
                value=shortened(value),
            )
        )


def root_of(path: Path) -> Element:
    """The root of a file: no entities, no document type, no network, bounded in size and depth.

    Raises ``InvalidInput`` XML_TOO_LARGE, XML_DOCTYPE or XML_INVALID.
    """
    if path.stat().st_size > MOST_BYTES:
        raise InvalidInput(
            f"The XML is larger than {MOST_BYTES // 1_000_000} MB.", code="XML_TOO_LARGE"
        )
    content = path.read_bytes()
    _refuse_doctype(content)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InvalidInput(
            f"This is no whole XML: {shortened(error)}.", code="XML_INVALID"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_doctype()
    return root


def _refuse_doctype(content: bytes) -> None:
    # Before the parser sees it: a value of an attribute is expanded whatever the parser is told.
    plain = content.replace(b"\0", b"")  # of UTF-16 and UTF-32
    root = _ROOT.search(plain)
    if b"<!DOCTYPE" in plain[: root.start() if root else len(plain)]:
        raise _has_doctype()


def _has_doctype() -> InvalidInput:
    return InvalidInput(
        "The XML has a document type, and an e-invoice has none.", code="XML_DOCTYPE"
    )
