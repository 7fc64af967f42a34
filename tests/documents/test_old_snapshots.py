"""Documents that were issued before the model grew: they are read and rendered for ever."""

from dataclasses import replace
from pathlib import Path

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from tests.documents import samples
from tests.documents.pdf import codes, pdf_text

SNAPSHOT = Path(__file__).parent / "snapshots" / "first_version.json"


def old_document() -> Document:
    return codec.decode(SNAPSHOT.read_bytes())


def test_fields_that_an_old_snapshot_lacks_have_their_defaults() -> None:
    document = old_document()
    assert document == samples.sample_document(3, shipping="4.90", gift_card="20.00")
    assert (document.orders, document.reason, document.exchange_rate) == ((), "", None)
    assert document.presentation.payment_code == "auto"
    assert [one.kind for one in document.prepayments] == ["gift_card"]


def test_an_old_snapshot_renders_as_a_new_one(renderer: TypstRenderer) -> None:
    pdf = renderer.render(old_document(), Template())
    new = samples.sample_document(3, shipping="4.90", gift_card="20.00")
    assert pdf == renderer.render(new, Template())
    assert len(codes(pdf)) == 1


def test_an_invoice_paid_by_card_before_payments_were_prepaid_amounts_is_paid(
    renderer: TypstRenderer,
) -> None:
    document = replace(
        samples.sample_advance(), prepayments=(), totals=samples.sample_document(3).totals
    )
    pdf = renderer.render(document, Template())
    assert "Paid €292.29" in pdf_text(pdf)
    assert codes(pdf) == []
