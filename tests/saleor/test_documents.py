"""Putting documents together."""

import pytest
from graphql import parse

from saleor_invoices.saleor import documents


def test_fragments_come_along_once_each_with_those_they_need() -> None:
    text = documents.load("order")
    names = [line.split()[1] for line in text.splitlines() if line.startswith("fragment ")]
    assert names == sorted(set(names))
    assert {"OrderDetails", "OrderAddress", "TaxedAmount"} <= set(names)


def test_no_fragment_comes_along_uncalled() -> None:
    assert "fragment" not in documents.load("appAlive")


def test_the_same_text_comes_out_every_time() -> None:
    first = documents.webhook("order_paid")
    documents.webhook.cache_clear()
    assert documents.webhook("order_paid") == first
    parse(first)


def test_layout_does_not_count_in_a_comparison() -> None:
    assert documents.normalised("{ a  # why\n b }") == documents.normalised("query {\n  a\n  b\n}")
    assert documents.normalised("{ a b }") != documents.normalised("{ b a }")


@pytest.mark.parametrize("name", ["", "missing", "../queries/order", "OrderDetails"])
def test_a_missing_document_is_an_error(name: str) -> None:
    with pytest.raises(LookupError):
        documents.load(name)
    with pytest.raises(LookupError):
        documents.webhook(name)
