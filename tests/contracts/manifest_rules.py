"""Saleor's rules for manifests, by version, as one validator."""

import mimetypes
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from graphql import GraphQLSchema

from tests.contracts.schemas import complaints
from tests.contracts.selections import Document, event_type

Manifest = dict[str, Any]

_OLD_KINDS = ("OVERVIEW_CREATE", "OVERVIEW_MORE_ACTIONS", "DETAILS_MORE_ACTIONS")
_NAVIGATION = ("CATALOG", "ORDERS", "CUSTOMERS", "DISCOUNTS", "TRANSLATIONS", "PAGES")
MOUNTS_3_20 = {f"{o}_{k}" for o in ("CUSTOMER", "PRODUCT", "ORDER") for k in _OLD_KINDS} | {
    f"NAVIGATION_{name}" for name in _NAVIGATION
}
WIDGETS_3_22 = {
    f"{o}_DETAILS_WIDGETS"
    for o in (
        "ORDER", "DRAFT_ORDER", "CUSTOMER", "PRODUCT", "COLLECTION", "GIFT_CARD", "VOUCHER",
    )
}  # fmt: skip
DASHBOARD_3_23 = {"HOMEPAGE_WIDGETS", "SEARCH_ACTION"}
OPTION_OF_TARGET = {"NEW_TAB": "newTabTarget", "WIDGET": "widgetTarget"}


def mounts(version: str) -> set[str]:
    """The mounts that an extension may name in this Saleor and its dashboard."""
    if version < "3.22":
        return MOUNTS_3_20
    return MOUNTS_3_20 | WIDGETS_3_22 | (DASHBOARD_3_23 if version >= "3.23" else set())


def broken_rules(manifest: Manifest, schema: GraphQLSchema, version: str) -> list[str]:
    """What this Saleor would refuse in the manifest; empty when it installs."""
    return [
        *_top(manifest),
        *_logo(manifest),
        *_webhooks(manifest, schema),
        *_extensions(manifest, version),
        *_identifiers(manifest, version),
        *_permissions(manifest, schema),
    ]


def _top(manifest: Manifest) -> Iterator[str]:
    for name in ("id", "name", "version", "author", "about"):
        if not isinstance(manifest.get(name), str) or not manifest[name].strip():
            yield f"{name} is blank"
    for name in ("appUrl", "tokenTargetUrl"):
        if not _is_url(manifest.get(name)):
            yield f"{name} is no URL"
    for name in ("extensions", "webhooks", "permissions"):
        if not isinstance(manifest.get(name), list):
            yield f"{name} is no list"
    if not re.fullmatch(r">=\d+\.\d+ <\d+", manifest.get("requiredSaleorVersion", "")):
        yield "requiredSaleorVersion is no range"


def _permissions(manifest: Manifest, schema: GraphQLSchema) -> Iterator[str]:
    known = set(getattr(schema.type_map["PermissionEnum"], "values", ()))
    for permission in manifest["permissions"]:
        if permission not in known or permission == "MANAGE_APPS":
            yield f"permission {permission} is refused"


def _logo(manifest: Manifest) -> Iterator[str]:
    logo = manifest["brand"]["logo"]["default"]
    if mimetypes.guess_type(urlsplit(logo).path)[0] != "image/png" or urlsplit(logo).query:
        yield "the logo is no PNG"


def _webhooks(manifest: Manifest, schema: GraphQLSchema) -> Iterator[str]:
    kinds = {"asyncEvents": "WebhookEventTypeAsyncEnum", "syncEvents": "WebhookEventTypeSyncEnum"}
    for hook in manifest["webhooks"]:
        if not hook.get("name") or urlsplit(hook["targetUrl"]).scheme not in {"http", "https"}:
            yield f"{hook.get('name')}: name or targetUrl"
        yield from (f"{hook['name']}: {text}" for text in complaints(schema, hook["query"]))
        derived = re.sub(r"(?<!^)(?=[A-Z])", "_", event_type(Document(hook["query"]))).upper()
        (kind, *more) = [kind for kind in kinds if kind in hook]
        known = getattr(schema.type_map[kinds[kind]], "values", ())
        if hook[kind] != [derived] or derived not in known or more:
            yield f"{hook['name']}: events"


def _extensions(manifest: Manifest, version: str) -> Iterator[str]:
    targets = {"POPUP", "APP_PAGE"} | ({"NEW_TAB", "WIDGET"} if version >= "3.22" else set())
    for extension in manifest["extensions"]:
        label, target, url = extension["label"], extension["target"], extension["url"]
        if not label or extension["mount"] not in mounts(version) or target not in targets:
            yield f"{label}: mount or target"
        if not set(extension["permissions"]) <= set(manifest["permissions"]):
            yield f"{label}: permissions"
        if (target == "APP_PAGE") != url.startswith("/") or (url[0] != "/" and not _is_url(url)):
            yield f"{label}: url"
        yield from _options(extension, version)


def _options(extension: Manifest, version: str) -> Iterator[str]:
    label, target = extension["label"], extension["target"]
    options = extension.get("options", {})
    is_home = extension["mount"] == "HOMEPAGE_WIDGETS"
    if (target == "WIDGET") != extension["mount"].endswith("_WIDGETS"):
        yield f"{label}: a widget belongs on a widgets mount and nothing else does"
    wanted = "homeWidgetTarget" if is_home else OPTION_OF_TARGET.get(target)
    if set(options) != ({wanted} if wanted else set()):
        yield f"{label}: options"
    if wanted and options[wanted].get("method") not in {"GET", "POST"}:
        yield f"{label}: method is not stated"
    if options and version < "3.22":
        yield f"{label}: options are unknown before 3.22"


def _identifiers(manifest: Manifest, version: str) -> Iterator[str]:
    for kind in ("webhooks", "extensions"):
        given = [entry["identifier"] for entry in manifest[kind] if "identifier" in entry]
        if version < "3.23" and given:
            yield f"{kind}: identifiers are unknown before 3.23"
        if version >= "3.23" and len(set(given)) != len(manifest[kind]):
            yield f"{kind}: identifiers are missing or not unique"
        if any(not 0 < len(identifier) <= 256 for identifier in given):
            yield f"{kind}: length of an identifier"


def _is_url(value: object) -> bool:
    parts = urlsplit(value) if isinstance(value, str) else None
    return parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)
