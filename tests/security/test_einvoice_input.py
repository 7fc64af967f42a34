"""What people type and other systems answer, on its way into XML, PDF, ledger and logs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pikepdf
import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree

import saleor_invoices
from saleor_invoices.documents import finisher
from saleor_invoices.documents.einvoice.profiles import Profile, Syntax
from saleor_invoices.documents.einvoice.xml import clean, parsed
from saleor_invoices.domain.document import (
    Address,
    Contact,
    Document,
    Identifier,
    Note,
    Party,
)
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.models import Allocation, Erasure, Movement, SalesDocument
from saleor_invoices.invoices.services.payment_record import ManualPayment, payment_record
from saleor_invoices.invoices.services.vat_check import vat_check_request
from saleor_invoices.stores.models import LegalEntity
from saleor_invoices.vies import client
from saleor_invoices.vies.client import ViesOutcome, vat_id_check
from tests.documents.einvoice.judging import COMBINATIONS, written
from tests.documents.samples import BUYER, SELLER, sample_document, sample_line
from tests.invoices import books
from tests.invoices.conftest import _forgetful, seller, shop, store
from tests.invoices.tampering import faults
from tests.saleor.fake_saleor import Call, Reply, served

__all__ = ["_forgetful", "seller", "shop", "store"]
EVIL = (
    "</ram:Name></ram:SellerTradeParty><ram:Name>evil</ram:Name>",
    "]]><evil/>", "<![CDATA[<evil/>]]>", "<!-- evil --><evil/>", "<?evil target?>",
    '"><evil a="', "' evil='1", "&lt;evil/&gt;&#60;evil/&#62;", "&evil;&#0;&#x1F;",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;', "\x00\x08\x0b\x1f\ufffe\uffff",
    "\ud800evil\udfff", "a\r\nb\u2028c\u2029d\x85e", "\u202eevil\u2066", "\ufeffevil",
)  # fmt: skip
ALL = st.text(st.characters(), max_size=40)


def document_of(text: str) -> Document:
    """A document that says the text wherever people may type something."""
    line = sample_line(1, name=text or "x", description=text, note=text)
    return replace(
        sample_document([line]),
        seller=replace(_said_by(SELLER, text), legal_information=text),
        buyer=replace(
            _said_by(BUYER, text), identifiers=(Identifier(value=text or "x", scheme="0088"),)
        ),
        notes=(Note(text=text or "x"),),
        payment_terms=text,
        buyer_reference=text,
    )


def _said_by(party: Party, text: str) -> Party:
    """The party with the text for all that it says of itself."""
    where = Address(
        street=text, additional=text, city=text, postal_code=text, subdivision=text, country="DE"
    )
    person = Contact(name=text, phone=text, email=text)
    return replace(party, name=text, trading_name=text, address=where, contact=person)


def shape(xml: bytes) -> list[str]:
    """The names of all elements, and what else there is beside text."""
    return [str(node.tag) for node in etree.fromstring(xml).iter()]


@pytest.mark.parametrize(("profile", "syntax"), COMBINATIONS)
@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_markup(text: str, profile: Profile, syntax: Syntax) -> None:
    plain, xml = written(document_of("plain"), profile, syntax), b""
    xml = written(document_of(text), profile, syntax)
    assert shape(xml) == shape(plain)
    said = [str(node.text) for node in etree.fromstring(xml).iter() if node.text]
    assert any(clean(text) in one for one in said)
    assert b"<!DOCTYPE" not in xml
    assert b"<!ENTITY" not in xml


@hypothesis_settings(max_examples=30, deadline=None)
@given(ALL)
def test_any_text_is_written_and_read_again(text: str) -> None:
    for profile, syntax in ((Profile.EN16931, Syntax.CII), (Profile.PEPPOL_BIS3, Syntax.UBL)):
        xml = written(document_of(text), profile, syntax)
        said = [str(node.text) for node in parsed(xml).iter() if node.text]
        assert not clean(text) or any(clean(text) in one for one in said)


# --- XML and PDF from elsewhere -------------------------------------------------------------------
def lol(levels: int = 12) -> bytes:
    """A billion laughs, and a few more."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, levels))
    return f'<!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e{levels - 1};</x>'.encode()


HOSTILE_XML = {
    "laughs": lol(),
    "file": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "address": b'<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]><x>&e;</x>',
    "parameter": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><x/>',
    "dtd": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "dtd of a file": b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
    "deep": b"<x>" * 100_000,
    "deep and closed": b"<x>" * 5_000 + b"</x>" * 5_000,
    "long": b"<x>" + b"y" * 11_000_000 + b"</x>",
    "nothing": b"",
    "no xml": b"\x00\xff",
    "two": b"<x/><x/>",
    "utf-7": b'<?xml version="1.0" encoding="utf-7"?>+ADw-x+AD4-',
}


@pytest.mark.parametrize("xml", HOSTILE_XML.values(), ids=HOSTILE_XML)
def test_hostile_xml_is_no_xml(xml: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        parsed(xml)
    assert caught.value.code == "XML_INVALID"
    assert "root:" not in caught.value.message


def test_nothing_of_ours_reads_a_pdf_from_outside() -> None:
    """``extract`` is for our own files. Whoever calls it with others' must limit it as below."""
    folder = Path(saleor_invoices.__file__).parent
    callers = [
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if "finisher.extract(" in file.read_text(encoding="utf-8")
    ]
    assert callers == ["documents/einvoice/services.py"]


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7\n", b"\x00" * 1000, b"%PDF-1.7" + b"[" * 50_000])
def test_what_is_no_pdf_is_refused(pdf: bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        finisher.extract(pdf)
    assert caught.value.code == "PDF_INVALID"


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    file = pikepdf.new()
    file.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(InvalidInput):
        finisher.extract((tmp_path / "x.pdf").read_bytes())


# --- VIES -----------------------------------------------------------------------------------------
ANSWERS = {
    "deep": b'{"x":' + b"[" * 90_000,
    "deep tables": b'{"valid": true, "x":' + b'{"a":' * 15_000,
    "half a character": b'{"valid": true, "name": "\\ud800"}',
    "no utf-8": b'{"valid": true, "name": "\xff"}',
    "wrong types": b'{"valid": "true", "name": 1}',
    "wrong errors": b'{"errorWrappers": "X"}',
    "long number": b'{"valid": ' + b"9" * 90_000 + b"}",
    "infinite": b'{"valid": 1e999}',
    "null": b"null",
    "list": b"[]",
    "text": b'"valid"',
    "empty": b"",
    "html": b"<html>valid: true</html>",
    "too much": b'{"valid": true, "name": "' + b"x" * 200_000 + b'"}',
    "packed": b"\x1f\x8b\x08\x00" + b"\x00" * 100,
}


@contextmanager
def vies_that_says(reply: Reply) -> Iterator[str]:
    """A VIES with one answer."""
    with served(lambda _call: reply) as url:
        yield url.removesuffix("/graphql/")


@pytest.fixture
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.mark.usefixtures("_no_proxy")
@pytest.mark.parametrize("body", ANSWERS.values(), ids=ANSWERS)
def test_no_answer_of_vies_is_more_than_no_answer(body: bytes) -> None:
    with vies_that_says(Reply(body)) as url:
        answer = vat_id_check(url=url, vat_id="DE136695976")
    assert answer.outcome is ViesOutcome.UNAVAILABLE
    assert (answer.name, answer.address) == ("", "")
    assert len(answer.detail) < 100


@pytest.mark.usefixtures("_no_proxy")
def test_a_slow_vies_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "TIMEOUT", httpx.Timeout(0.2))
    with vies_that_says(Reply(b"{}", delay=1.0)) as url:
        assert vat_id_check(url=url, vat_id="DE136695976").detail == "TIMEOUT"


@pytest.mark.usefixtures("_no_proxy")
def test_a_vies_that_points_elsewhere_is_not_followed() -> None:
    asked: list[Call] = []

    def valid(call: Call) -> Reply:
        asked.append(call)
        return Reply({"valid": True})

    with served(valid) as elsewhere:
        moved = Reply(b"", status=307, headers={"Location": elsewhere})
        with vies_that_says(moved) as url:
            answer = vat_id_check(url=url, vat_id="DE136695976")
    assert (answer.outcome, asked) == (ViesOutcome.UNAVAILABLE, [])


@pytest.mark.parametrize("vat_id", ["DE1/../../x", "DE136695976\r\nX: 1", "de136695976", "", "DE"])
def test_only_vat_ids_are_asked_about(vat_id: str) -> None:
    with pytest.raises(InvalidInput):
        vat_id_check(url="http://127.0.0.1:9", vat_id=vat_id)


@pytest.mark.django_db
def test_asking_again_and_again_asks_once(
    seller: LegalEntity, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    """VIES shuts out whoever asks too much, and with one store all the others."""
    document = books.invoice(seller)
    with django_capture_on_commit_callbacks() as callbacks:
        for _ in range(20):
            assert vat_check_request(document=document, actor="key:flood") is None
    assert document.history.filter(event="vat_check_requested").count() == 1
    assert len(callbacks) == 1


# --- The ledger -----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_no_erasure_of_a_day_to_come_hides_a_destroyed_document(seller: LegalEntity) -> None:
    """The forged row lets the triggers go, so the ledger must tell."""
    young = books.invoice(seller)
    day = timezone.now() + timedelta(days=365 * 50)
    Erasure.objects.create(
        document=young, reason="x", retained_until=day.date() - timedelta(days=1),
        erased_by="nobody", erased_at=day,
    )  # fmt: skip
    SalesDocument.objects.filter(pk=young.pk).update(
        **dict.fromkeys(("buyer_name", "customer_id", "customer_email", "search_text"), ""),
        snapshot=b"", salt=b"", erased_at=day,
    )  # fmt: skip
    found = faults()
    assert [(code, number) for code, number, _ in found] == [("ERASED_EARLY", young.number)]
    assert found[0][2].endswith("is still to come")


@pytest.mark.django_db
def test_an_erasure_unfreezes_nothing_but_the_tombstone(seller: LegalEntity) -> None:
    young = books.invoice(seller)
    Erasure.objects.create(
        document=young, reason="x", retained_until="2000-01-01", erased_by="nobody",
        erased_at=timezone.now(),
    )  # fmt: skip
    rows = SalesDocument.objects.filter(pk=young.pk)
    before = rows.values().get()
    empty = dict.fromkeys(("buyer_name", "customer_id", "customer_email", "search_text"), "")
    gone = {**empty, "snapshot": b"", "salt": b"", "erased_at": timezone.now()}
    for change in (
        {"gross_minor": 1}, {"snapshot": b"{}"}, {"number": "X"}, {"buyer_name": "Somebody else"},
        {**gone, "gross_minor": 1}, {**gone, "snapshot": b"{}"}, {**gone, "chain_hash": "0" * 64},
        {**gone, "buyer_name": "X"}, {**gone, "state": "draft"}, {**gone, "source": "imported"},
        {**gone, "erased_at": None}, {**gone, "preceding": young.pk}, {**gone, "order": None},
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
        row = SalesDocument.objects.get(pk=young.pk)
        for name, value in change.items():
            setattr(row, f"{name}_id" if name in {"preceding", "order"} else name, value)
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()
    for wrong in (rows, Erasure.objects.filter(document=young)):
        with (
            pytest.raises(Exception, match=r"frozen|kept|protected"),
            transaction.atomic(),
        ):
            wrong.delete()
    assert rows.values().get() == before


@pytest.mark.django_db
def test_money_that_was_written_stays(seller: LegalEntity) -> None:
    invoice = books.invoice(seller)
    payment = ManualPayment(amount=Decimal(10), reference="r", occurred_at=timezone.now())
    payment_record(document=invoice, payment=payment, actor="staff:1")
    for model in (Movement, Allocation):
        row = model.objects.get()
        before = model.objects.values().get()
        row.amount_minor = 1
        attempts: tuple[Callable[[], object], ...] = (
            row.save,
            row.delete,
            lambda model=model: model.objects.update(amount_minor=1),  # type: ignore[misc]
            lambda model=model: model.objects.all().delete(),  # type: ignore[misc]
            lambda model=model, row=row: model.objects.bulk_update([row], ["amount_minor"]),  # type: ignore[misc]
            lambda model=model, row=row: model.objects.bulk_create(  # type: ignore[misc]
                [row], update_conflicts=True, unique_fields=["id"], update_fields=["amount_minor"]
            ),
        )
        for attempt in attempts:
            with pytest.raises(Exception, match=r"kept|protected"), transaction.atomic():
                attempt()
        assert model.objects.values().get() == before
    assert faults() == []
