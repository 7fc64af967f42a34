"""What the app says to Saleor, word for word, and what it makes of the answers."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.errors import AppError, InvalidInput, NotFound, Refused, Unreachable
from saleor_invoices.saleor import publishing
from saleor_invoices.saleor.client import SaleorClient
from saleor_invoices.saleor.publishing import PublishedInvoice
from tests.saleor.fake_saleor import TOKEN, Reply, Script, data, failure
from tests.saleor.signing import API_URL

ROOT = Path(__file__).resolve().parents[2]
URL = "https://invoices.example.com/i/sample-link"
ORDER_ID = "T3JkZXI6MQ=="
INVOICE_ID = "SW52b2ljZTo5"
NO_FIELD = 'Cannot query field "appProblemCreate" on type "Mutation".'


def over(script: Script) -> SaleorClient:
    return SaleorClient(api_url=API_URL, token=TOKEN, transport=script.transport)


def row(**changes: Any) -> dict[str, Any]:
    invoice = {
        "id": INVOICE_ID,
        "status": "SUCCESS",
        "number": "INV-1",
        "url": URL,
        "createdAt": "2026-03-02T10:00:00+00:00",
    }
    return {**invoice, **changes}


def invoice_answer(mutation: str, **changes: Any) -> Script:
    return Script(**{mutation: data(**{mutation: {"errors": [], "invoice": row(**changes)}})})


def refused(mutation: str, *codes: str) -> Script:
    errors = [{"field": "id", "code": code, "message": "no"} for code in codes]
    return Script(**{mutation: data(**{mutation: {"errors": errors, "invoice": None}})})


def test_a_requested_invoice_gets_number_and_url() -> None:
    script = invoice_answer("invoiceUpdate")
    published = publishing.invoice_update(
        over(script), invoice_id=INVOICE_ID, number="INV-1", url=URL
    )
    assert published == PublishedInvoice(id=INVOICE_ID, number="INV-1", url=URL)
    assert script.operations == ["invoiceUpdate"]
    assert script.calls[0].variables == {"id": INVOICE_ID, "input": {"number": "INV-1", "url": URL}}


def test_an_invoice_of_our_own_is_created() -> None:
    script = invoice_answer("invoiceCreate")
    published = publishing.invoice_create(over(script), order_id=ORDER_ID, number="INV-1", url=URL)
    assert published.id == INVOICE_ID
    assert script.calls[0].variables == {
        "orderId": ORDER_ID,
        "input": {"number": "INV-1", "url": URL},
    }


def test_a_url_masked_by_saleors_own_plugin_is_noticed() -> None:
    script = invoice_answer("invoiceCreate", url="https://shop.example.com/media/invoices/1.pdf")
    with pytest.raises(Refused, match="plugin Invoicing") as error:
        publishing.invoice_create(over(script), order_id=ORDER_ID, number="INV-1", url=URL)
    assert error.value.code == "URL_MASKED"
    assert error.value.params == {"invoice_id": INVOICE_ID}  # it was created: not again


@pytest.mark.parametrize(
    ("number", "url"), [("", URL), ("9" * 256, URL), ("INV-1", ""), ("INV-1", URL + "x" * 2048)]
)
def test_what_saleors_database_can_not_hold_is_not_sent(number: str, url: str) -> None:
    script = Script()
    with pytest.raises(InvalidInput):
        publishing.invoice_create(over(script), order_id=ORDER_ID, number=number, url=url)
    with pytest.raises(InvalidInput):
        publishing.invoice_update(over(script), invoice_id=INVOICE_ID, number=number, url=url)
    assert script.calls == []


def test_the_longest_number_and_url_are_sent() -> None:
    number, url = "9" * 255, URL + "x" * (2048 - len(URL))
    script = invoice_answer("invoiceUpdate", number=number, url=url)
    publishing.invoice_update(over(script), invoice_id=INVOICE_ID, number=number, url=url)
    assert len(script.calls) == 1


def test_a_refusal_of_saleor_is_passed_on() -> None:
    script = refused("invoiceCreate", "INVALID_STATUS")
    with pytest.raises(Refused) as error:
        publishing.invoice_create(over(script), order_id=ORDER_ID, number="INV-1", url=URL)
    assert error.value.params["codes"] == ["INVALID_STATUS"]


def test_an_invoice_is_deleted_once() -> None:
    script = invoice_answer("invoiceDelete")
    publishing.invoice_delete(over(script), invoice_id=INVOICE_ID)
    assert script.calls[0].variables == {"id": INVOICE_ID}
    publishing.invoice_delete(over(refused("invoiceDelete", "NOT_FOUND")), invoice_id=INVOICE_ID)


def test_a_deletion_that_is_refused_is_told() -> None:
    with pytest.raises(Refused):
        publishing.invoice_delete(over(refused("invoiceDelete", "REQUIRED")), invoice_id=INVOICE_ID)


def test_saleor_is_asked_to_tell_the_customer() -> None:
    script = invoice_answer("invoiceSendNotification")
    publishing.invoice_send_notification(over(script), invoice_id=INVOICE_ID)
    assert script.operations == ["invoiceSendNotification"]
    with pytest.raises(Refused) as error:
        publishing.invoice_send_notification(
            over(refused("invoiceSendNotification", "EMAIL_NOT_SET")), invoice_id=INVOICE_ID
        )
    assert error.value.params["codes"] == ["EMAIL_NOT_SET"]


def test_invoices_of_an_order_are_listed() -> None:
    rows = [row(), row(id="SW52b2ljZToxMA==", status="PENDING", number=None, url=None)]
    script = Script(orderInvoices=data(order={"id": ORDER_ID, "invoices": rows}))
    found = publishing.order_invoices(over(script), order_id=ORDER_ID)
    assert [(i.id, i.status, i.number, i.url) for i in found] == [
        (INVOICE_ID, "SUCCESS", "INV-1", URL),
        ("SW52b2ljZToxMA==", "PENDING", "", ""),
    ]


def _fetch(script: Script) -> object:
    return publishing.order_fetch(over(script), order_id=ORDER_ID)


def _list(script: Script) -> object:
    return publishing.order_invoices(over(script), order_id=ORDER_ID)


@pytest.mark.parametrize("ask", [_fetch, _list])
def test_an_order_that_is_not_there(ask: Callable[[Script], object]) -> None:
    nothing = data(order=None)
    with pytest.raises(NotFound) as error:
        ask(Script(order=nothing, orderInvoices=nothing))
    assert error.value.params == {"order_id": ORDER_ID}


def _order() -> dict[str, Any]:
    text = (ROOT / "webhooks" / "invoice_requested.json").read_text(encoding="utf-8")
    order: dict[str, Any] = json.loads(text)["order"]
    return order


@pytest.mark.parametrize("version", ["3.20.119", "3.21.69", "", "unknown"])
def test_older_saleors_are_not_asked_for_a_cards_events(version: str) -> None:
    script = Script(order=data(order=_order()))
    order = publishing.order_fetch(over(script), order_id=ORDER_ID, saleor_version=version)
    assert script.operations == ["order"]
    assert order.gift_cards[0].used is None


@pytest.mark.parametrize("version", ["3.22.0", "3.22.67", "3.23.0-a.1", "4.0"])
def test_newer_saleors_tell_what_a_card_gave(version: str) -> None:
    answer = _order()
    balance = {"oldCurrentBalance": {"amount": 20.0}, "currentBalance": {"amount": 0.0}}
    answer["giftCards"][0]["events"] = [{"orderId": answer["id"], "balance": balance}]
    script = Script(orderWithCardEvents=data(order=answer))
    order = publishing.order_fetch(over(script), order_id=ORDER_ID, saleor_version=version)
    assert script.operations == ["orderWithCardEvents"]
    assert order.gift_cards[0].used == Decimal(20)
    assert order.total.gross == Decimal("118.17")


def test_an_order_of_another_shape_is_refused() -> None:
    with pytest.raises(InvalidInput) as error:
        publishing.order_fetch(over(Script(order=data(order={"id": ORDER_ID}))), order_id=ORDER_ID)
    assert error.value.code == "PAYLOAD_INVALID"


def problem(script: Script, version: str, **changes: Any) -> bool:
    options = {"key": "totals-differ", "message": "Order 1001 does not add up.", **changes}
    return publishing.problem_create(over(script), saleor_version=version, **options)


def test_a_problem_is_shown_where_saleor_can() -> None:
    script = Script(appProblemCreate=data(appProblemCreate={"errors": [], "appProblem": {"id": 1}}))
    assert problem(script, "3.22.36") is True
    assert problem(script, "3.23.1", critical=True, message="x" * 5000) is True
    assert script.calls[0].variables == {
        "input": {"key": "totals-differ", "message": "Order 1001 does not add up."}
    }
    critical = script.calls[1].variables["input"]
    assert (critical["criticalThreshold"], len(critical["message"])) == (1, 2048)


@pytest.mark.parametrize("version", ["3.20.119", "3.21.69", "3.22.35", ""])
def test_an_older_saleor_is_not_even_asked(version: str) -> None:
    script = Script()
    assert problem(script, version) is False
    assert publishing.problem_dismiss(over(script), saleor_version=version, keys=["x"]) is False
    assert script.calls == []


def test_a_saleor_without_the_mutation_is_noticed_by_its_answer() -> None:
    assert problem(Script(appProblemCreate=failure(NO_FIELD, status=400)), "3.23.0-a.1") is False


@pytest.mark.parametrize(
    ("answer", "kind"),
    [(failure("Too long", status=400), Refused), (Reply(b"", status=503), Unreachable)],
)
def test_other_failures_of_a_problem_are_told(answer: Reply, kind: type[AppError]) -> None:
    with pytest.raises(kind):
        problem(Script(appProblemCreate=answer), "3.22.67")


@pytest.mark.parametrize("bad", [{"key": "ab"}, {"key": "k" * 129}, {"message": "no"}])
def test_a_problem_that_saleor_would_refuse_is_not_sent(bad: dict[str, str]) -> None:
    script = Script()
    with pytest.raises(InvalidInput):
        problem(script, "3.22.67", **bad)
    assert script.calls == []


def test_healed_problems_are_taken_away_by_their_keys() -> None:
    script = Script(appProblemDismiss=data(appProblemDismiss={"errors": []}))
    keys = ["totals-differ", "url-masked"]
    assert publishing.problem_dismiss(over(script), saleor_version="3.23.2", keys=keys) is True
    assert script.calls[0].variables == {"keys": keys}


def test_defaults_of_the_shop_are_read_for_a_first_configuration() -> None:
    address = _order()["billingAddress"]
    channels = [
        {"id": "1", "slug": slug, "name": slug.title(), "isActive": active}
        | {"currencyCode": "EUR", "defaultCountry": {"code": "DE"}}
        for slug, active in (("europe", True), ("closed", False))
    ]
    shop = {"name": "Sample Shop", "version": "3.22.67", "companyAddress": address}
    script = Script(shopDefaults=data(shop=shop, channels=channels))
    found = publishing.shop_defaults(over(script))
    assert (found.name, found.version) == ("Sample Shop", "3.22.67")
    assert found.address is not None
    assert found.address.company_name == "Sample Buyer GmbH"
    assert [(c.slug, c.currency, c.country) for c in found.channels] == [("europe", "EUR", "DE")]


def test_a_shop_without_address() -> None:
    shop = {"name": "Sample Shop", "version": "3.22.67", "companyAddress": None}
    found = publishing.shop_defaults(over(Script(shopDefaults=data(shop=shop, channels=None))))
    assert (found.address, found.channels) == (None, ())
