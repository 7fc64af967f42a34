"""What differs between the versions that the sandbox plays."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.plugins.sandbox import Sandbox, start, stop
from tests.sandbox.conftest import FakeApp

EXTENSIONS = "{ appExtensions(first: 9) { edges { node { mountName targetName url } } } }"


@contextmanager
def playing(version: str) -> Iterator[Sandbox]:
    process, running = start("--saleor-version", version, "--retry-scale", "0.001")
    try:
        yield running
    finally:
        running.http.close()
        stop(process)


@pytest.mark.parametrize("version", ["3.20.119", "3.22.35", "3.23.28"])
def test_each_version_has_its_own_schema(version: str) -> None:
    with playing(version) as saleor:
        sdl = saleor.http.get("/schema.graphql").text
        assert ("appProblemCreate" in sdl) == (version == "3.23.28")
        assert ("fractionalAmount" in sdl) == (version != "3.20.119")
        assert ("AppExtensionMountEnum" in sdl) == (version != "3.23.28")
        shop = saleor.gql("{ shop { version } }", token=saleor.staff_token())
        assert shop["data"]["shop"]["version"] == version


def test_a_mount_of_3_22_fails_an_install_on_3_21(app: FakeApp) -> None:
    app.manifest["extensions"][0] |= {"mount": "ORDER_DETAILS_WIDGETS", "target": "WIDGET"}
    with playing("3.21.69") as saleor:
        shown = saleor.install(f"{app.url}/manifest", ["MANAGE_ORDERS"])
        assert shown is not None
        assert "ORDER_DETAILS_WIDGETS" in shown
        assert saleor.control("state")["apps"] == []


def test_3_23_keeps_mounts_in_lower_case_and_completes_a_popups_url(app: FakeApp) -> None:
    app.manifest["appUrl"] = f"{app.url}/app/"
    with playing("3.23.28") as saleor:
        assert saleor.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
        rows = saleor.gql(EXTENSIONS, token=saleor.staff_token())["data"]["appExtensions"]["edges"]
        assert rows == [
            {
                "node": {
                    "mountName": "order_details_more_actions",
                    "targetName": "popup",
                    "url": f"{app.url}/app/order",
                }
            }
        ]


@pytest.mark.parametrize(("version", "hears"), [("3.23.4", False), ("3.23.5", True)])
def test_an_app_hears_of_its_removal_from_3_23_5_on(
    app: FakeApp, version: str, hears: bool
) -> None:
    query = "subscription { event { ... on AppDeleted { app { id } } } }"
    app.manifest["webhooks"] = [{"name": "Gone", "targetUrl": f"{app.url}/webhook", "query": query}]
    delete = "mutation D($id: ID!) { appDelete(id: $id) { errors { code } } }"
    with playing(version) as saleor:
        assert saleor.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
        app_id = saleor.control("state")["apps"][0]["id"]
        saleor.gql(delete, {"id": app_id}, saleor.staff_token())
        saleor.wait_idle()
        assert app.events() == ["app_deleted"] * hears
        assert "errors" in saleor.gql("{ app { id } }", token=app.auth_token)


def test_the_plugin_of_3_20_masks_the_url_of_an_app(app: FakeApp) -> None:
    request = """mutation R($id: ID!) { invoiceRequest(orderId: $id) { invoice { id url } } }"""
    update = """mutation U($id: ID!) { invoiceUpdate(id: $id, input: {
      number: "1", url: "https://example.com/1"}) { invoice { url externalUrl } } }"""
    with playing("3.20.119") as saleor:
        assert saleor.install(f"{app.url}/manifest", ["MANAGE_ORDERS"]) is None
        saleor.control("config", {"builtin_invoicing": True})
        staff, order = saleor.staff_token(), saleor.place("usd_net")
        made = saleor.gql(request, {"id": order["id"]}, staff)["data"]["invoiceRequest"]["invoice"]
        answered = saleor.gql(update, {"id": made["id"]}, app.auth_token)["data"]["invoiceUpdate"]
        assert answered["invoice"] == {
            "url": made["url"],
            "externalUrl": "https://example.com/1",
        }
        assert made["url"].startswith(f"{saleor.url}/media/invoices/")
