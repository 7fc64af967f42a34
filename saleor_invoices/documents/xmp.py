"""XMP packets of PDF/A: what a file says about itself, read, made and added to.

An extension schema describes every namespace that PDF/A does not know (ISO 19005-3, 6.6.2.3.3);
one that a packet brings along is kept.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self

from lxml import etree

from saleor_invoices.documents.einvoice.xml import clean

Conformance = Literal["B", "U"]
"""Levels of PDF/A-3 that can be reached from outside: look, and look and text."""

_NAMES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "fx": "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
}
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
_END = b'<?xpacket end="r"?>'
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FACTUR_X = {  # Factur-X 1.0, 6.2.2
    "DocumentFileName": "name of the embedded XML invoice file",
    "DocumentType": "INVOICE",
    "Version": "version of the Factur-X XML schema",
    "ConformanceLevel": "conformance level of the embedded XML invoice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a packet of our own says; the document information has the same."""

    title: str
    author: str
    language: str
    creator_tool: str
    producer: str
    created: datetime


class Packet:
    """An XMP packet."""

    def __init__(self, meta: etree._Element) -> None:
        self._meta = meta

    @classmethod
    def parse(cls, packet: bytes) -> Self | None:
        """The packet, or ``None`` for one that can't be read."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
        try:
            meta = etree.fromstring(packet, parser)
        except etree.XMLSyntaxError:
            return None
        return cls(meta) if meta.find(".//rdf:RDF", _NAMES) is not None else None

    @classmethod
    def new(cls, properties: Properties, conformance: Conformance = "B") -> Self:
        """A packet that declares PDF/A-3."""
        packet = cls(etree.Element(_name("x:xmpmeta"), nsmap={"x": _NAMES["x"]}))
        etree.SubElement(packet._meta, _name("rdf:RDF"), nsmap={"rdf": _NAMES["rdf"]})
        about = packet._description("dc", "xmp", "pdf", "pdfaid")
        _texts(about, "dc:title", "rdf:Alt", properties.title)[0].set(_LANG, "x-default")
        _texts(about, "dc:creator", "rdf:Seq", properties.author)
        _texts(about, "dc:language", "rdf:Bag", properties.language)
        stamp = properties.created.isoformat()
        for tag, text in (
            ("dc:format", "application/pdf"),
            ("xmp:CreatorTool", properties.creator_tool),
            ("xmp:CreateDate", stamp),
            ("xmp:ModifyDate", stamp),
            ("pdf:Producer", properties.producer),
            ("pdfaid:part", "3"),
            ("pdfaid:conformance", conformance),
        ):
            _text(about, tag, text)
        return packet

    @property
    def pdfa_part(self) -> str:
        """The part of ISO 19005 that the file says it conforms to; empty for none."""
        return self._told("pdfaid:part")

    @property
    def factur_x_level(self) -> str:
        """The profile of the e-invoice inside the file; empty for none."""
        return self._told("fx:ConformanceLevel")

    def declare_factur_x(self, *, file_name: str, level: str) -> None:
        """Say which attached file is the invoice, and by which profile."""
        about = self._description("fx")
        _text(about, "fx:DocumentType", "INVOICE")  # also for a credit note
        _text(about, "fx:DocumentFileName", file_name)
        _text(about, "fx:Version", "1.0")
        _text(about, "fx:ConformanceLevel", level)
        schema = _resource(self._schemas())
        _text(schema, "pdfaSchema:schema", "Factur-X PDFA Extension Schema")
        _text(schema, "pdfaSchema:namespaceURI", _NAMES["fx"])
        _text(schema, "pdfaSchema:prefix", "fx")
        sequence = _child(_child(schema, "pdfaSchema:property"), "rdf:Seq")
        for name, description in _FACTUR_X.items():
            entry = _resource(sequence)
            _text(entry, "pdfaProperty:name", name)
            _text(entry, "pdfaProperty:valueType", "Text")
            _text(entry, "pdfaProperty:category", "external")
            _text(entry, "pdfaProperty:description", description)

    def to_bytes(self) -> bytes:
        """The packet with its header, in UTF-8."""
        return _BEGIN + etree.tostring(self._meta, encoding="UTF-8") + _END

    def _told(self, tag: str) -> str:
        # RDF may write a property as an element or as an attribute.
        element = self._meta.find(f".//{tag}", _NAMES)
        if element is not None:
            return str(element.text or "").strip()
        about = self._meta.find(f".//rdf:Description[@{_name(tag)}]", _NAMES)
        return str(about.get(_name(tag))) if about is not None else ""

    def _schemas(self) -> etree._Element:
        bag = self._meta.find(".//pdfaExtension:schemas/rdf:Bag", _NAMES)
        if bag is not None:
            return bag
        about = self._description("pdfaExtension", "pdfaSchema", "pdfaProperty")
        return _child(_child(about, "pdfaExtension:schemas"), "rdf:Bag")

    def _description(self, *prefixes: str) -> etree._Element:
        parent = self._meta.find(".//rdf:RDF", _NAMES)
        assert parent is not None  # noqa: S101 - parse and new see to it
        names = {prefix: _NAMES[prefix] for prefix in prefixes}
        about = etree.SubElement(parent, _name("rdf:Description"), nsmap=names)
        about.set(_name("rdf:about"), "")
        return about


def _name(tag: str) -> str:
    prefix, name = tag.split(":")
    return f"{{{_NAMES[prefix]}}}{name}"


def _child(parent: etree._Element, tag: str) -> etree._Element:
    return etree.SubElement(parent, _name(tag))


def _text(parent: etree._Element, tag: str, text: str) -> None:
    _child(parent, tag).text = clean(text)


def _texts(parent: etree._Element, tag: str, kind: str, *texts: str) -> list[etree._Element]:
    array = _child(_child(parent, tag), kind)
    items = [_child(array, "rdf:li") for _ in texts]
    for item, text in zip(items, texts, strict=True):
        item.text = clean(text)
    return items


def _resource(parent: etree._Element) -> etree._Element:
    item = _child(parent, "rdf:li")
    item.set(_name("rdf:parseType"), "Resource")
    return item
