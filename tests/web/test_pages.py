"""Manifest, health, the dashboard's shell, and what is put around every answer."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from saleor_invoices.web import dashboard, health
from tests.plugins import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(tmp_path: Path, settings: Any) -> Path:
    """A built dashboard."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Invoices</title>")
    (tmp_path / "assets" / "main-1a2b.js").write_text("export {}")
    (tmp_path / "secret.txt").write_text("not an asset")
    settings.DASHBOARD_DIST = tmp_path
    return tmp_path


@pytest.mark.parametrize("path", ["/manifest.json", "/api/manifest"])
def test_the_manifest_names_the_public_address_whatever_the_host_says(
    client: Client, path: str
) -> None:
    answer = client.get(path, headers={"Host": "127.0.0.1", "Saleor-Schema-Version": "3.22"})
    manifest = answer.json()
    assert answer.status_code == 200
    assert manifest["tokenTargetUrl"] == "https://invoices.example.com/register/"
    assert manifest["appUrl"] == "https://invoices.example.com/dashboard/"
    here = "https://invoices.example.com/webhooks/saleor/"
    assert all(hook["targetUrl"].startswith(here) for hook in manifest["webhooks"])


def test_the_manifest_follows_the_version_that_asks(client: Client) -> None:
    def mounts(version: str) -> set[str]:
        answer = client.get("/manifest.json", headers={"Saleor-Schema-Version": version})
        return {extension["mount"] for extension in answer.json()["extensions"]}

    assert "ORDER_DETAILS_WIDGETS" not in mounts("3.20")
    assert "ORDER_DETAILS_WIDGETS" in mounts("3.22")


def test_the_logo_of_the_manifest_is_served(client: Client) -> None:
    address = client.get("/manifest.json").json()["brand"]["logo"]["default"]
    answer = client.get(address.removeprefix("https://invoices.example.com"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert b"".join(answer).startswith(b"\x89PNG")


def test_a_living_process_says_so_without_the_database(client: Client) -> None:
    def refuse(*_args: Any) -> None:
        raise OperationalError

    with connection.execute_wrapper(refuse):
        assert client.get("/healthz").json()["status"] == "ok"


def test_ready_means_database_migrations_broker_and_fonts(client: Client, settings: Any) -> None:
    answer = client.get("/readyz")
    assert answer.json() == {
        "status": "ready",
        "checks": {"database": "ok", "migrations": "ok", "broker": "ok", "fonts": "ok"},
    }
    assert answer.status_code == 200


def test_missing_fonts_make_it_not_ready(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.FONT_DIRS = [tmp_path]
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert "Noto Sans" in answer.json()["checks"]["fonts"]


def test_a_database_that_is_down_makes_it_not_ready(client: Client) -> None:
    def refuse(*_args: Any) -> None:
        raise OperationalError("password=hunter2")

    with connection.execute_wrapper(refuse):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["database"] == "no answer (OperationalError)"
    assert "hunter2" not in answer.content.decode()


def test_a_missing_migration_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'inbox'")
    with pytest.raises(health.NotReady, match=r"inbox\.0001_initial"):
        health.check_migrations()


def test_the_dashboard_is_one_page_with_a_policy(client: Client, bundle: Path) -> None:
    for path in (
        "/dashboard/",
        "/dashboard?id=QXBwOjE%3D",
        "/dashboard/invoices",
        "/dashboard/invoices/42?saleorApiUrl=x",
    ):
        answer = client.get(path)
        assert answer.status_code == 200
        assert b"<title>Invoices</title>" in answer.content
        policy = answer["Content-Security-Policy"]
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'self' https://*.saleor.cloud" in policy
        assert "X-Frame-Options" not in answer
        assert answer["Cache-Control"] == "no-cache"


def test_installed_saleors_may_frame_the_dashboard(client: Client, bundle: Path) -> None:
    factories.installation("https://shop.example.com/graphql/")
    asked = {"saleorApiUrl": "https://shop.example.com/graphql/"}  # a dashboard always says
    policy = client.get("/dashboard/", asked)["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://*.saleor.cloud https://shop.example.com")


def test_the_operator_decides_who_may_frame(rf: RequestFactory, settings: Any) -> None:
    factories.installation()
    request = rf.get("/dashboard/")
    settings.FRAME_ANCESTORS = ["https://dashboard.example.com"]
    assert dashboard.frame_ancestors(request) == "https://dashboard.example.com"
    settings.FRAME_ANCESTORS, settings.DEBUG = [], True
    assert dashboard.frame_ancestors(request) == "*"


def test_assets_never_change(client: Client, bundle: Path) -> None:
    answer = client.get("/dashboard/assets/main-1a2b.js")
    assert b"".join(answer) == b"export {}"
    assert answer["Content-Type"] == "text/javascript"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["missing.js", "../secret.txt", "%2e%2e/secret.txt", "x%00.js", ""]
)
def test_nothing_but_assets_is_served_as_one(client: Client, bundle: Path, name: str) -> None:
    answer = client.get(f"/dashboard/assets/{name}")
    assert b"not an asset" not in (b"".join(answer) if answer.streaming else answer.content)
    assert answer.status_code == (200 if name == "" else 404)  # "": a page of the dashboard


def test_a_bundle_that_is_not_built_says_so(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.DASHBOARD_DIST = tmp_path / "dist"
    answer = client.get("/dashboard/")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain")
    assert "make env" in answer.content.decode()


def test_any_shop_may_load_the_storefronts_file_and_keep_it(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "saleor-invoices.js").write_text("export {};" * 100)
    settings.STOREFRONT_DIST = tmp_path
    path = "/storefront/saleor-invoices.js"
    answer = client.get(path, headers={"Origin": "https://shop.example", "Accept-Encoding": "gzip"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert (answer["Access-Control-Allow-Origin"], answer["Content-Encoding"]) == ("*", "gzip")
    assert "max-age" in answer["Cache-Control"]
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    (tmp_path / "saleor-invoices.js").write_text("export {}; // newer")
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_a_storefronts_file_that_is_not_built_says_so(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.STOREFRONT_DIST = tmp_path / "dist"
    answer = client.get("/storefront/saleor-invoices.js")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain")
    assert "make env" in answer.content.decode()


def test_a_request_keeps_its_id(client: Client) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"})["X-Request-ID"] == "abc-1"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'a"b', "a\nb"])
def test_an_unsafe_request_id_is_replaced(client: Client, given: str) -> None:
    answered = client.get("/healthz", headers={"X-Request-ID": given})["X-Request-ID"]
    assert answered != given
    assert len(answered) == 32


def test_the_log_has_the_route_and_never_a_links_secret(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="saleor_invoices.web.middleware"):
        client.get("/i/very-secret-token", headers={"X-Request-ID": "abc-1"})
    (line,) = [r for r in caplog.records if r.name == "saleor_invoices.web.middleware"]
    event: dict[str, Any] = dict(line.msg)  # type: ignore[arg-type]
    assert event["event"] == "http.request"
    assert (event["route"], event["method"], event["status"]) == ("i/<str:token>", "GET", 404)
    assert event["request_id"] == "abc-1"
    assert "very-secret-token" not in json.dumps(event, default=str)


def test_answers_that_are_no_pages_may_do_nothing(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_browsers_of_other_origins_may_call_the_api_only(client: Client) -> None:
    headers = {
        "Origin": "https://storefront.example.com",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,saleor-api-url",
    }
    api = client.options("/graphql/", headers=headers)
    assert api["Access-Control-Allow-Origin"] == "*"
    assert "saleor-api-url" in api["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in api
    assert "Access-Control-Allow-Origin" not in client.options("/register/", headers=headers)
