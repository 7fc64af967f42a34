"""The judge of the demo: accepts what the app made, and nothing that was tampered with."""

import pytest

from demo import judge
from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.services import document_render as render
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.invoices.models import EInvoiceRecord, SalesDocument
from saleor_invoices.invoices.services.document_render import document_render
from tests.documents.samples import sample_credit_note, sample_document, sample_reverse_charge
from tests.invoices.conftest import sells
from tests.invoices.money import WHOLE, Life, delivery, two_rates
from tests.invoices.orders import order
from tests.plugins import factories

FORMS = {
    "cii: Factur-X EN 16931",
    "ubl: EN 16931 (UBL)",
    "pdf: Factur-X EN 16931",
    "xml: as it was written",
}


@pytest.fixture
def records(db: None) -> list[EInvoiceRecord]:
    """What was kept of an invoice and its credit note."""
    store = factories.installation("https://judged.example.com/graphql/")
    sells(store)
    found = Life(store, order(lines=two_rates(), shipping=delivery(), total=WHOLE))
    found.charge("184.40").refund("10.00").tell()
    for row in SalesDocument.objects.all():
        document_render(document=row)
    return list(EInvoiceRecord.objects.select_related("document").order_by("document__kind"))


def test_what_the_app_made_is_accepted_in_every_form(records: list[EInvoiceRecord]) -> None:
    assert [record.document.kind for record in records] == ["credit_note", "invoice"]
    for record in records:
        assert judge.judge(record) == {form: [] for form in FORMS}


def test_a_file_of_another_document_is_noticed(
    records: list[EInvoiceRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    note, invoice = records
    files = judge._files(note)
    monkeypatch.setattr(judge, "_files", lambda _record: files)
    assert judge.judge(invoice)["xml: as it was written"] == ["DIFFERS"]


def test_a_pdf_without_its_einvoice_is_noticed(
    records: list[EInvoiceRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    invoice = records[1]
    document = codec.decode(bytes(invoice.document.snapshot))
    bare = {**judge._files(invoice), "pdf": render(document=document).pdf}
    monkeypatch.setattr(judge, "_files", lambda _record: bare)
    assert judge.judge(invoice)["pdf"] == ["EINVOICE_NOT_EMBEDDED"]


def test_what_only_extended_can_say_is_not_asked_for_as_ubl(
    records: list[EInvoiceRecord], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "factur_x_profile", lambda _document: Profile.EXTENDED)
    assert set(judge.judge(records[1])) == FORMS - {"ubl: EN 16931 (UBL)"}


@pytest.mark.parametrize(
    "document", [sample_document(3), sample_credit_note(), sample_reverse_charge()]
)
def test_a_wrong_total_is_refused_in_every_form(document: Document) -> None:
    judged = judge.tampered(document)
    assert set(judged) == FORMS - {"xml: as it was written"}
    for rules in judged.values():
        assert "BR-CO-15" in rules
