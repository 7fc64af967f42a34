"""What is read narrowly is what the whole document says; and never another store's."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings

from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.vat_shares import tax_country
from saleor_invoices.exports.context import context_of
from saleor_invoices.exports.records import Depth
from saleor_invoices.exports.snapshots import content_of
from saleor_invoices.exports.source import records_in, records_of
from saleor_invoices.invoices.models import SalesDocument, VatShare
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.exports import books
from tests.plugins import factories
from tests.strategies import documents


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller."""
    return factories.legal_entity(store)


@given(documents())
@settings(max_examples=100, deadline=None)
def test_a_record_says_what_the_whole_document_says(document: Document) -> None:
    whole = codec.decode(codec.encode(document))
    record = books.record_of(document)
    assert (record.seller_name, record.seller_vat_id) == (whole.seller.name, whole.seller.vat_id)
    assert (record.buyer_vat_id, record.buyer_country) == (
        whole.buyer.vat_id, whole.buyer.address.country,
    )  # fmt: skip
    assert record.tax_country == tax_country(whole)
    assert (record.net, record.tax, record.gross, record.payable) == (
        whole.totals.net, whole.totals.tax, whole.totals.gross, whole.totals.payable,
    )  # fmt: skip
    assert [(one.vat_category, one.vat_rate, one.taxable, one.tax) for one in record.vat] == [
        (row.tax.category, row.tax.rate, row.taxable_amount, row.tax_amount)
        for row in whole.vat_breakdown
    ]
    assert [(one.id, one.name, one.quantity, one.net, one.gross) for one in record.lines] == [
        (line.id, line.name, line.quantity, line.net_amount, line.gross_amount)
        for line in whole.lines
    ]
    assert [one.amount + one.tax for one in record.adjustments] == [
        one.gross_amount for one in (*whole.allowances, *whole.charges)
    ]


def test_less_depth_is_the_same_with_less(store: Installation, entity: LegalEntity) -> None:
    row = factories.issued_document(entity)
    head, vat, lines = (
        next(records_of(installation=store, ids=[row.pk], depth=depth)) for depth in Depth
    )
    assert (head.vat, head.lines, vat.lines) == ([], [], [])
    assert vat.vat == lines.vat
    same = [name for name in head.__struct_fields__ if getattr(head, name) == getattr(lines, name)]
    assert {*head.__struct_fields__} - {*same} == {
        "lines", "adjustments", "vat", "buyer_address", "tax_country",
    }  # fmt: skip


def test_a_query_gives_the_same_records_in_its_own_order(
    store: Installation, entity: LegalEntity
) -> None:
    rows = [factories.issued_document(entity) for _ in range(5)]
    ids = [row.pk for row in reversed(rows)]
    ordered = SalesDocument.objects.filter(installation=store).order_by("-number")
    assert list(records_in(ordered)) == list(records_of(installation=store, ids=ids))


def test_another_stores_documents_are_never_read(store: Installation, entity: LegalEntity) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    foreign = factories.issued_document(factories.legal_entity(other))
    own = factories.issued_document(entity)
    found = records_of(installation=store, ids=[foreign.pk, own.pk])
    assert [one.id for one in found] == [str(own.pk)]
    context = context_of(
        installation=store,
        rows=SalesDocument.objects.filter(installation=store),
        made_at=books.MADE_AT,
    )
    assert list(context.sellers) == ["main"]


def test_an_erased_document_keeps_what_names_nobody(
    store: Installation, entity: LegalEntity
) -> None:
    row = factories.issued_document(
        entity, erased_at=datetime(2026, 11, 28, tzinfo=UTC), snapshot=b"", buyer_name=""
    )
    VatShare.objects.create(
        document=row, category="S", rate="23", country="DE", net_minor=12_000, tax_minor=2_760
    )
    (record,) = records_of(installation=store, ids=[row.pk])
    assert (record.erased, record.buyer_name, record.gross) == (True, "", Decimal("158.40"))
    assert [(one.vat_rate, one.taxable, one.tax) for one in record.vat] == [
        (Decimal(23), Decimal("120.00"), Decimal("27.60"))
    ]


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(InvalidInput) as refused:
        content_of(b"{", Depth.HEAD)
    assert refused.value.code == "SNAPSHOT_INVALID"
    newer = codec.encode(replace(factories.sample_document(), schema_version=99))
    for depth in Depth:
        with pytest.raises(InvalidInput) as refused:
            content_of(newer, depth)
        assert refused.value.code == "SNAPSHOT_TOO_NEW"
