"""Writing and judging for tests, and reading what was written."""

from collections.abc import Iterable

from lxml import etree

from saleor_invoices.documents.einvoice import cii, ubl
from saleor_invoices.documents.einvoice.cii_parts import NAMESPACES as CII_NAMES
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.rules import judges
from saleor_invoices.documents.einvoice.ubl_parts import NAMESPACES as UBL_NAMES
from saleor_invoices.documents.einvoice.validation import RuleFailure, errors, validate
from saleor_invoices.domain.document import Document

NAMES = {**CII_NAMES, **UBL_NAMES}
COMBINATIONS = [
    (profile, syntax) for profile in Profile for syntax in Syntax if profile.allows(syntax)
]


def written(document: Document, profile: Profile, syntax: Syntax) -> bytes:
    """The XML, whether or not it may be written."""
    return (cii.write if syntax is Syntax.CII else ubl.write)(document, profile)


def judged(xml: bytes, profile: Profile, syntax: Syntax) -> list[RuleFailure]:
    """The errors that the rules of the wheel find."""
    return [
        failure for rules in judges(profile, syntax) for failure in errors(validate(xml, rules))
    ]


def rule_ids(failures: Iterable[RuleFailure]) -> set[str]:
    """The rules that do not hold."""
    return {failure.rule_id for failure in failures}


def texts(xml: bytes, path: str) -> list[str]:
    """The texts at an XPath, with the prefixes of both syntaxes."""
    found = etree.fromstring(xml).xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(one.text if isinstance(one, etree._Element) else one) for one in found]


def text(xml: bytes, path: str) -> str:
    """The one text at an XPath."""
    (found,) = texts(xml, path)
    return found


def altered(xml: bytes, path: str, value: str | None) -> bytes:
    """The XML with another text at the path's first element, or without that element."""
    root = etree.fromstring(xml)
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    element = found[0]
    assert isinstance(element, etree._Element)
    if value is None:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    else:
        element.text = value
    return etree.tostring(root)
