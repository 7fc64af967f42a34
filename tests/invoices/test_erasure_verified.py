"""What ``verify_ledger`` says of content that is gone."""

from datetime import date

import pytest
from django.utils import timezone

from saleor_invoices.invoices.models import Erasure, SalesDocument
from saleor_invoices.invoices.services.document_erase import document_erase
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.stores.models import LegalEntity
from tests.invoices import books
from tests.invoices.tampering import alter, faults, unguarded
from tests.plugins import factories

pytestmark = pytest.mark.django_db
REASON = "Its time of retention has run out."


@pytest.fixture
def old(seller: LegalEntity) -> SalesDocument:
    """A document of 2012."""
    return books.invoice(seller, on=date(2012, 5, 4))


def commit(document: SalesDocument) -> None:
    """Erase."""
    document_erase(document=document, reason=REASON, actor="staff:1")


def test_without_a_record_it_was_not_erased(old: SalesDocument) -> None:
    alter(old, snapshot=b"", salt=b"", erased_at=timezone.now())
    codes = {code for code, _, _ in faults()}
    assert "ERASURE_MISSING" in codes


def test_an_empty_snapshot_alone_is_a_forgery(old: SalesDocument) -> None:
    alter(old, snapshot=b"")
    assert {code for code, _, _ in faults()} == {"DIGEST", "SNAPSHOT"}


def test_what_was_left_behind_is_named(old: SalesDocument) -> None:
    commit(old)
    alter(old, buyer_name="Sample Buyer", snapshot=b"{}")
    with unguarded():
        factories.document_file(old)
    link_create(document=old, open_days=1, strict=False)
    detail = "snapshot, buyer_name, files, links"
    assert faults() == [("ERASURE_INCOMPLETE", old.number, detail)]


def test_a_record_of_what_was_not_done_is_found(old: SalesDocument) -> None:
    Erasure.objects.create(
        document=old,
        reason=REASON,
        retained_until=date(2020, 12, 31),
        erased_by="nobody",
        erased_at=timezone.now(),
    )
    ((code, number, detail),) = faults()
    assert (code, number) == ("ERASURE_INCOMPLETE", old.number)
    assert detail.startswith("snapshot, salt, buyer_name")


def test_an_erasure_before_its_time_is_found(seller: LegalEntity) -> None:
    young = books.invoice(seller)
    Erasure.objects.create(
        document=young,
        reason=REASON,
        retained_until=date(2020, 12, 31),  # a lie
        erased_by="nobody",
        erased_at=timezone.now(),
    )
    SalesDocument.objects.filter(pk=young.pk).update(
        **dict.fromkeys(("buyer_name", "customer_id", "customer_email", "search_text"), ""),
        snapshot=b"",
        salt=b"",
        erased_at=timezone.now(),
    )
    ((code, number, detail),) = faults()
    assert (code, number) == ("ERASED_EARLY", young.number)
    assert detail.endswith("is not after 2034-12-31")


def test_the_frozen_columns_of_a_tombstone_still_prove_something(old: SalesDocument) -> None:
    commit(old)
    alter(old, number="INV-0", kind="proforma")
    assert {code for code, _, _ in faults()} >= {"CHAIN_HASH", "COLUMN"}
