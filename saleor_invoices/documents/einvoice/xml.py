"""A small typed tree of XML, where what is empty is not there.

A writer says what an element would hold; an element without text and children is never made
(PEPPOL-EN16931-R008), so that a writer needs no question for every optional term.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import ZERO

# Everything but the Char production of XML 1.0, section 2.2; and U+FFFE and U+FFFF are no
# characters of Unicode either.
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?")
_REPLACEMENT = "\ufffd"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Node:
    """An element: either with text or with children, and with attributes that have values."""

    tag: str  # "prefix:Name"
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple["Node", ...] = ()


Content = Node | None | Iterable["Node | None"]


def leaf(tag: str, text: str, /, **attributes: str) -> Node | None:
    """An element with text, or nothing where the text is empty."""
    cleaned = clean(text)
    return Node(tag, _attributes(attributes), cleaned) if cleaned else None


def node(tag: str, /, *content: Content) -> Node | None:
    """An element with children, or nothing where it would have none."""
    children = tuple(_flat(content))
    return Node(tag, (), "", children) if children else None


def clean(text: str) -> str:
    """The text without white space around it; what XML 1.0 can't hold becomes U+FFFD."""
    if text.isprintable():  # nearly always: no control character, surrogate or line break
        return text.strip()
    return _INVALID.sub(_REPLACEMENT, _BREAKS.sub("\n", text)).strip()


def amount(value: Decimal) -> str:
    """An amount with two decimals at most (BR-DEC, UBL-DT-01).

    Raises ``InvalidInput`` INEXACT_AMOUNT where it has more; ``representable`` finds that before.
    """
    rounded = value.quantize(_CENT)
    if rounded != value:
        raise InvalidInput(
            f"{value} has more than two decimals, which EN 16931 can't express (BR-DEC).",
            code="INEXACT_AMOUNT",
            params={"amount": str(value)},
        )
    return format(rounded or abs(rounded), "f")


def number(value: Decimal) -> str:
    """A quantity, price or percentage: all its decimals, no exponent, no trailing zeros."""
    return format(value.normalize() if value else ZERO, "f")


def iso(day: date | None) -> str:
    """The day as UBL writes it; empty for none."""
    return day.isoformat() if day else ""


def serialise(root: Node, namespaces: Mapping[str, str]) -> bytes:
    """The document in UTF-8 with the prefixes of its tags; alike trees give alike bytes."""
    names = _Names(namespaces)
    element = etree.Element(names[root.tag], nsmap=namespaces)
    _fill(element, root, names)
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True)


def parsed(xml: bytes) -> etree._Element:
    """The root of somebody's XML; nothing is fetched and no entity is expanded.

    Raises ``InvalidInput`` XML_INVALID for what is no XML, or has a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidInput(f"This is no XML: {error}", code="XML_INVALID") from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise InvalidInput("An invoice has no document type.", code="XML_INVALID")
    return tree


class _Names(dict[str, str]):
    """Qualified names by tag, each made once."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        super().__init__()
        self._namespaces = namespaces

    def __missing__(self, tag: str) -> str:
        prefix, name = tag.split(":")
        self[tag] = qualified = f"{{{self._namespaces[prefix]}}}{name}"
        return qualified


def _fill(element: etree._Element, source: Node, names: _Names) -> None:
    for name, value in source.attributes:
        element.set(name, value)
    if source.text:
        element.text = source.text
    for child in source.children:
        _fill(etree.SubElement(element, names[child.tag]), child, names)


def _flat(content: Iterable[Content]) -> Iterable[Node]:
    for part in content:
        if isinstance(part, Node):
            yield part
        elif part is not None:
            yield from (child for child in part if child is not None)


def _attributes(attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    cleaned = ((name, clean(value)) for name, value in attributes.items())
    return tuple((name, value) for name, value in cleaned if value)
