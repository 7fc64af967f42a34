"""Texts in the files of other programs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from saleor_invoices.exports.texts import cell, encodable, one_line
from saleor_invoices.exports.xml import Xml


@given(st.text(), st.sampled_from(["cp1252", "iso8859-15", "utf-8"]))
def test_any_text_becomes_a_cell(text: str, encoding: str) -> None:
    found = cell(text, 60, encoding)
    found.encode(encoding)
    assert len(found) <= 60
    assert "Cc" not in {unicodedata.category(one) for one in found}
    assert not found.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Łódź", "cp1252", "Lódz"), ("Łódź", "iso8859-15", "Lódz"), ("50 €", "cp1252", "50 €"),
        ("50 €", "iso8859-15", "50 €"), ("中文", "cp1252", "??"),
        ("“x” – y…", "iso8859-15", '"x" - y...'),
    ],
)  # fmt: skip
def test_letters_that_an_encoding_lacks_lose_their_accents(
    text: str, encoding: str, shown: str
) -> None:
    assert encodable(text, encoding) == shown


def test_one_line_has_no_controls() -> None:
    assert one_line(" a\r\n\tb\x00c\u2028d ", 9) == "a b c d"


@given(st.text())
def test_any_text_is_well_formed_xml(text: str) -> None:
    xml = Xml()
    with xml.element("a"):
        xml.must("b", text)
    assert etree.fromstring(xml.taken())[0].text
