"""The manifest, rendered for each Saleor, against that Saleor's rules."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytest_django import Settings

from saleor_invoices.saleor import manifest
from saleor_invoices.saleor.webhook_sync import NEEDED_PERMISSIONS
from tests.contracts.manifest_rules import broken_rules
from tests.contracts.schemas import VERSIONS, schema_of

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://invoices.example.com"


def rendered(version: str) -> dict[str, Any]:
    return manifest.render(base_url=BASE, schema_version=version)


@pytest.mark.shared
@pytest.mark.parametrize("version", VERSIONS)
def test_every_saleor_accepts_the_manifest(saleor_shared: Path, version: str) -> None:
    assert broken_rules(rendered(version), schema_of(saleor_shared, version), version) == []


@pytest.mark.shared
@pytest.mark.parametrize("asking", ["3.20", "3.21", "3.22"])
def test_a_manifest_for_a_newer_saleor_would_be_refused(saleor_shared: Path, asking: str) -> None:
    schema = schema_of(saleor_shared, asking)
    assert broken_rules(rendered("3.23"), schema, asking) != []


def _null_webhooks(found: dict[str, Any]) -> None:
    found["webhooks"][0]["query"] = "subscription { event { ... on Order { id } } }"


def _foreign_permission(found: dict[str, Any]) -> None:
    found["extensions"][0]["permissions"] = ["MANAGE_USERS"]


def _manage_apps(found: dict[str, Any]) -> None:
    found["permissions"].append("MANAGE_APPS")


def _absolute_page(found: dict[str, Any]) -> None:
    found["extensions"][0]["url"] = f"{BASE}/dashboard/"


def _logo_with_query(found: dict[str, Any]) -> None:
    found["brand"]["logo"]["default"] += "?v=2"


def _wrong_event(found: dict[str, Any]) -> None:
    found["webhooks"][0]["asyncEvents"] = ["ORDER_PAID"]


@pytest.mark.shared
@pytest.mark.parametrize(
    "spoil",
    [
        _null_webhooks,
        _foreign_permission,
        _manage_apps,
        _absolute_page,
        _logo_with_query,
        _wrong_event,
    ],
)
def test_a_broken_rule_is_noticed(
    saleor_shared: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    found = copy.deepcopy(rendered("3.22"))
    spoil(found)
    assert broken_rules(found, schema_of(saleor_shared, "3.22"), "3.22") != []


@pytest.mark.parametrize(
    ("version", "mounts"),
    [
        ("3.20", 3), ("3.21", 3), ("3.22", 5), ("3.22.67", 5), ("3.23", 6), ("3.24", 6), ("4.0", 6),
        ("", 3), ("nonsense", 3),
    ],
)  # fmt: skip
def test_newer_saleors_get_more_mounts(version: str, mounts: int) -> None:
    extensions = rendered(version)["extensions"]
    assert len(extensions) == mounts
    assert [e["mount"] for e in extensions[:3]] == [
        "NAVIGATION_ORDERS",
        "ORDER_DETAILS_MORE_ACTIONS",
        "CUSTOMER_DETAILS_MORE_ACTIONS",
    ]
    assert not any("since" in extension for extension in extensions)


def test_urls_are_built_from_the_public_address() -> None:
    found = manifest.render(base_url=f"{BASE}/shop/", schema_version="3.22")
    assert found["appUrl"] == f"{BASE}/shop/dashboard/"
    assert found["tokenTargetUrl"] == f"{BASE}/shop/register/"
    assert found["brand"] == {"logo": {"default": f"{BASE}/shop/static/logo.png"}}
    assert {hook["targetUrl"] for hook in found["webhooks"]} == {
        f"{BASE}/shop/webhooks/saleor/",
        f"{BASE}/shop/webhooks/saleor/refunds/",
    }
    assert [extension["url"] for extension in found["extensions"]] == [
        "/invoices",  # below appUrl
        f"{BASE}/shop/dashboard/order",
        f"{BASE}/shop/dashboard/customer",
        f"{BASE}/shop/dashboard/order-widget",
        f"{BASE}/shop/dashboard/customer-widget",
    ]


def test_identity_comes_from_the_settings(settings: Settings) -> None:
    settings.APP_IDENTIFIER, settings.VERSION = "second.app", "9.8.7"
    settings.SUPPORT_URL = "https://support.example.com/"
    found = rendered("3.22")
    assert (found["id"], found["version"]) == ("second.app", "9.8.7")
    assert found["supportUrl"] == "https://support.example.com/"
    settings.SUPPORT_URL = ""
    assert "supportUrl" not in rendered("3.22")


def test_permissions_are_all_that_is_needed() -> None:
    assert set(rendered("3.20")["permissions"]) == NEEDED_PERMISSIONS


def test_one_webhook_a_document_and_the_other_way_round() -> None:
    template = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    named = [hook["query"] for hook in template["webhooks"]]
    folder = ROOT / "webhooks"
    kept = [*folder.glob("*.graphql"), *folder.glob("sync/*.graphql")]
    assert sorted(named) == sorted(str(path.relative_to(folder)) for path in kept)
    assert len({hook["name"] for hook in template["webhooks"]}) == len(named)


def test_template_is_not_changed_by_rendering() -> None:
    before = json.dumps(rendered("3.23"))
    rendered("3.20")
    assert json.dumps(rendered("3.23")) == before


def test_labels_tell_extensions_apart() -> None:
    assert len(manifest.extension_labels("3.23")) == len(rendered("3.23")["extensions"])


def test_logo_is_a_square_png_of_at_least_256_pixels() -> None:
    path = ROOT / "saleor_invoices" / "web" / "static" / "logo.png"
    with Image.open(path) as logo:
        assert logo.format == "PNG"
        assert logo.width == logo.height >= 256
    assert path.stat().st_size < 10_000_000
