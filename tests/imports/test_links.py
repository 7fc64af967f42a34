"""Imported documents find their order and customer in their own Saleor, or wait for a person."""

import base64
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from saleor_invoices.domain.errors import AppError
from saleor_invoices.imports.models import ImportJob
from saleor_invoices.invoices.models import (
    ExternalReference,
    OrderCoverage,
    OrderRecord,
    Publication,
    SalesDocument,
)
from saleor_invoices.invoices.selectors.external import externals_unlinked, order_proposals
from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.external_link import external_link, external_unlink
from saleor_invoices.invoices.services.external_links_follow import (
    external_links_due,
    external_links_follow,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.publication_publish import publication_publish
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.imports.files import brought, invoice
from tests.invoices.conftest import configure, seller
from tests.invoices.shop import Row, Shop
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply, data, failure, served

__all__ = ["configure", "seller"]
pytestmark = pytest.mark.django_db
USER = base64.b64encode(b"User:7").decode()


def order_id(number: object) -> str:
    """The global id of an order."""
    key = uuid.uuid5(uuid.NAMESPACE_DNS, str(number))
    return base64.b64encode(f"Order:{key}".encode()).decode()


class Matching(Shop):
    """A Saleor that answers which orders and customers there are."""

    def place(self, number: int, **changes: Any) -> str:
        """Have an order of 119.00 EUR."""
        row: Row = {
            "id": order_id(number), "number": str(number), "created": "2026-03-01T10:00:00+00:00",
            "status": "UNFULFILLED", "userEmail": "buyer@example.com", "user": {"id": USER},
            "channel": {"slug": "channel-eur"},
            "total": {"gross": {"amount": 119.0, "currency": "EUR"}}, "externalReference": "",
        }  # fmt: skip
        row |= changes
        self.orders[row["id"]] = row
        return str(row["id"])

    def _do_order_matches(self, variables: Row) -> Reply:
        wanted = variables["filter"]
        assert len(wanted.get("ids") or wanted.get("numbers")) <= 100
        found = [
            row for row in self.orders.values()
            if row["id"] in wanted.get("ids", ()) or row["number"] in wanted.get("numbers", ())
        ]  # fmt: skip
        return data(orders={"edges": [{"node": row} for row in found]})

    def _do_order_matches_by_reference(self, variables: Row) -> Reply:
        by = {row["externalReference"]: row for row in self.orders.values()}
        return data(**{alias: by.get(value) for alias, value in variables.items()})

    def _do_customer_matches(self, variables: Row) -> Reply:
        known = [one for one in variables["ids"] if one == USER]
        nodes = [{"node": {"id": one, "email": "buyer@example.com"}} for one in known]
        return data(customers={"edges": nodes})

    def _do_customer_matches_by_email(self, variables: Row) -> Reply:
        user = {"id": USER, "email": "buyer@example.com"}
        known = {"buyer@example.com": user}
        return data(**{alias: known.get(value) for alias, value in variables.items()})


@pytest.fixture
def shop() -> Iterator[Matching]:
    """A running Saleor without orders."""
    running = Matching()
    with served(running) as url:
        running.url = url
        yield running


@pytest.fixture
def store(db: None, shop: Matching) -> Installation:
    """The store that installed the app in ``shop``."""
    return factories.installation(shop.url)


def linked(entity: LegalEntity, **order: str) -> ExternalReference:
    """An import that names an order, once Saleor was asked."""
    brought(entity, [invoice(1, order=order)], key=uuid.uuid4().hex)
    external_links_follow(installation=entity.installation)
    return ExternalReference.objects.select_related("document__order").get()


BY: dict[str, Callable[[], dict[str, str]]] = {
    "id": lambda: {"id": order_id(5)},
    "number": lambda: {"number": "5"},
    "external reference": lambda: {"externalReference": "ERP-ORDER"},
}


@pytest.mark.parametrize("by", BY)
def test_an_order_is_found(shop: Matching, seller: LegalEntity, by: str) -> None:
    shop.place(5, externalReference="ERP-ORDER")
    shop.place(6)
    reference = linked(seller, **BY[by]())
    document = reference.document
    assert (reference.link, reference.link_code) == ("linked", "")
    assert document.order is not None
    assert (document.order.order_id, document.order_number) == (order_id(5), "5")
    assert (document.channel, document.customer_id, document.revision) == ("channel-eur", USER, 1)
    cover = OrderCoverage.objects.get()
    assert (cover.document, cover.part) == (document, "order")
    assert ledger_verify().ok


def test_it_is_published_like_ours_and_rendered_only_then(
    shop: Matching, seller: LegalEntity
) -> None:
    shop.place(5)
    document = linked(seller, number="5").document
    publication = Publication.objects.get()
    assert document_render_attempt(document_id=document.pk) is not None
    publication_publish(publication_id=publication.pk)
    publication.refresh_from_db()
    assert publication.state == "done"
    (shown,) = shop.invoices.values()
    assert (shown["number"], shown["order"]) == ("R-1", order_id(5))
    assert shop.notified == []


def test_publishing_can_be_left_out(shop: Matching, seller: LegalEntity) -> None:
    shop.place(5)
    brought(seller, [invoice(1, order={"number": "5"})], publish=False)
    external_links_follow(installation=seller.installation)
    assert SalesDocument.objects.get().order is not None
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    ("order", "changes", "code"),
    [
        ({"id": order_id("elsewhere")}, {}, "ORDER_MISSING"),
        ({"id": "T3JkZXI6MQ=="}, {}, "ORDER_MISSING"),
        ({"id": "nonsense"}, {}, "ORDER_MISSING"),
        ({"number": "77"}, {}, "ORDER_MISSING"),
        ({"externalReference": "none"}, {}, "ORDER_MISSING"),
        (
            {"number": "5"},
            {"total": {"gross": {"amount": 119.0, "currency": "PLN"}}},
            "ORDER_DIFFERS",
        ),
        ({"number": "5"}, {"userEmail": "someone.else@example.com"}, "ORDER_DIFFERS"),
    ],
)
def test_a_missing_order_and_one_of_another_store_are_never_linked(
    shop: Matching, seller: LegalEntity, order: dict[str, str], changes: dict[str, Any], code: str
) -> None:
    shop.place(5, **changes)
    reference = linked(seller, **order)
    assert (reference.link, reference.link_code) == ("unlinked", code)
    assert reference.document.order is None
    assert reference.document.customer_id == USER  # by the e-mail: that much is known
    assert not OrderCoverage.objects.exists()
    assert not Publication.objects.exists()


def test_a_customer_of_another_shop_is_not_taken_over(shop: Matching, seller: LegalEntity) -> None:
    other = base64.b64encode(b"User:999").decode()
    brought(seller, [invoice(1, customer={"id": other}), invoice(2, customer={"id": USER})])
    assert external_links_due() == [seller.installation.pk]
    external_links_follow(installation=seller.installation)
    found = dict(SalesDocument.objects.values_list("number", "customer_id"))
    assert found == {"R-1": "", "R-2": USER}
    assert set(ExternalReference.objects.values_list("link", flat=True)) == {"none"}


def test_many_are_asked_for_at_once(shop: Matching, seller: LegalEntity) -> None:
    for number in range(100, 230):
        shop.place(number)
    rows = [invoice(n, order={"number": str(n)}) for n in range(100, 230)]
    brought(seller, rows, publish=False)
    assert external_links_follow(installation=seller.installation) == 130
    assert ExternalReference.objects.filter(link="linked").count() == 130
    assert shop.operations.count("orderMatches") == 4


def test_a_saleor_that_is_away_is_asked_again(shop: Matching, seller: LegalEntity) -> None:
    shop.place(5)
    shop.is_down = True
    assert linked(seller, number="5").link == "pending"
    row = ExternalReference.objects.get()
    assert row.last_error.startswith("UNREACHABLE")
    assert external_links_due() == []
    shop.is_down = False
    ExternalReference.objects.update(next_attempt_at=None)
    external_links_follow(installation=seller.installation)
    assert ExternalReference.objects.get().link == "linked"


def test_one_that_spoils_the_query_does_not_spoil_the_others(
    shop: Matching, seller: LegalEntity
) -> None:
    shop.place(5)
    shop.place(6)
    shop.faults["orderMatches"] = [failure("no"), failure("no")]
    brought(seller, [invoice(n, order={"number": str(n)}) for n in (5, 6)])
    external_links_follow(installation=seller.installation)
    states = list(ExternalReference.objects.order_by("pk").values_list("link", flat=True))
    assert states == ["unlinked", "linked"]


def test_a_covered_order_stays_covered_by_ours(shop: Matching, seller: LegalEntity) -> None:
    shop.place(5)
    own = factories.issued_document(
        seller,
        factories.sample_document(
            number="INV-1", order=factories.order_reference(5, email="a@example.com")
        ),
    )
    OrderRecord.objects.update(order_id=order_id(5))
    OrderCoverage.objects.create(order=OrderRecord.objects.get(), document=own)
    reference = linked(seller, id=order_id(5))
    assert reference.link == "linked"
    assert OrderCoverage.objects.get().document == own


def test_a_person_links_and_unlinks(shop: Matching, seller: LegalEntity) -> None:
    shop.place(5)
    reference = linked(seller, number="77")
    document = reference.document
    document.installation = seller.installation
    with pytest.raises(AppError) as caught:
        external_link(document=document, order_id=order_id(9), actor="staff:alice")
    assert caught.value.code == "ORDER_NOT_FOUND"
    external_link(document=document, order_id=order_id(5), actor="staff:alice")
    reference.refresh_from_db()
    assert (reference.link, reference.link_code) == ("linked", "BY_HAND")
    document.refresh_from_db()
    assert document.order_number == "5"
    brought(
        seller,
        [invoice(1, order={"number": "77"}, note="x")],
        "c",
        policy=ImportJob.Policy.NEW_VERSION,
    )
    reference.refresh_from_db()
    assert reference.link == "linked"  # what a person decided stands
    document.refresh_from_db()
    assert document.order_number == "5"
    external_unlink(document=document, actor="staff:alice")
    document.refresh_from_db()
    assert (document.order, document.order_number) == (None, "77")
    assert not OrderCoverage.objects.exists()
    assert not Publication.objects.exists()
    assert [one.event for one in document.history.order_by("pk")] == [
        "imported", "order_linked", "revised", "order_unlinked",
    ]  # fmt: skip
    assert ledger_verify().ok


def test_proposals_are_of_the_same_total_and_near(shop: Matching, seller: LegalEntity) -> None:
    store = seller.installation
    for number, total, customer in ((1, 11900, USER), (2, 11900, ""), (3, 5, USER)):
        OrderRecord.objects.create(
            installation=store, order_id=order_id(number), number=str(number), currency="EUR",
            total_minor=total, customer_id=customer, seen_issued_at="2026-03-10T10:00:00Z",
        )  # fmt: skip
    linked(seller, number="77")
    alice = StaffViewer(
        installation=store, user_id="alice", permissions=frozenset({"MANAGE_ORDERS"})
    )
    (waiting,) = externals_unlinked(viewer=alice)
    found = order_proposals(waiting)
    assert [(one.order.number, one.is_customer) for one in found] == [("1", True), ("2", False)]


def test_the_order_s_own_policy_makes_no_second_invoice(
    shop: Matching, seller: LegalEntity
) -> None:
    """An imported invoice covers its order; what Saleor says of its money counts for it."""
    from saleor_invoices.invoices.services.order_observe import order_observe
    from tests.invoices.orders import at, paid

    order = paid(order_id(5))
    shop.place(5, total={"gross": {"amount": 119.0, "currency": order.currency}})
    brought(seller, [invoice(1, currency=order.currency, order={"id": order_id(5)})])
    external_links_follow(installation=seller.installation)
    found = order_observe(installation=seller.installation, order=order, issued_at=at(5))
    document = SalesDocument.objects.get()
    assert found == document
    assert (document.payment.status, document.payment.balance_minor) == ("paid", 0)
    assert ImportJob.objects.get().state == "done"
    assert ledger_verify().ok


def test_another_order_in_the_source_is_followed(shop: Matching, seller: LegalEntity) -> None:
    shop.place(5)
    shop.place(6)
    linked(seller, number="5")
    brought(seller, [invoice(1, order={"number": "6"})], "c", policy=ImportJob.Policy.NEW_VERSION)
    assert SalesDocument.objects.get().order is None
    external_links_follow(installation=seller.installation)
    document = SalesDocument.objects.get()
    assert document.order is not None
    assert document.order.number == "6"
    assert [row.order.number for row in OrderCoverage.objects.all()] == ["6"]
