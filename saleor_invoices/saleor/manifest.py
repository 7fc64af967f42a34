"""The app's manifest, rendered for the Saleor that asks.

``manifest.json`` is the template: paths instead of URLs, file names instead of queries, and
``since`` where an extension needs a newer Saleor. An unknown mount or field would make an older
Saleor refuse the whole installation, hence the rendering by schema version.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from saleor_invoices.saleor import documents, versions

IDENTIFIERS_SINCE: versions.Version = (3, 23, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedWebhook:
    """A webhook as the manifest asks for it; one event each."""

    name: str
    event: str  # in Saleor's upper case
    query: str
    target_url: str
    is_sync: bool = False  # Saleor waits for the answer


def render(*, base_url: str, schema_version: str) -> dict[str, Any]:
    """The manifest as JSON values.

    ``base_url`` is the app's public address; ``schema_version`` the header Saleor-Schema-Version,
    e.g. ``3.22``: where it is missing, the manifest is the one for the oldest Saleor.
    """
    base, template = base_url.rstrip("/"), _template()
    version = versions.parse(schema_version)
    manifest = {
        **template,
        "id": settings.APP_IDENTIFIER,
        "version": settings.VERSION,
        "appUrl": base + template["appUrl"],
        "tokenTargetUrl": base + template["tokenTargetUrl"],
        "brand": {"logo": {"default": base + template["brand"]["logo"]["default"]}},
        "extensions": list(_extensions(base, version)),
        "webhooks": [_webhook(hook, base, version) for hook in template["webhooks"]],
    }
    if settings.SUPPORT_URL:
        manifest["supportUrl"] = settings.SUPPORT_URL
    return manifest


def webhooks(base_url: str) -> tuple[WantedWebhook, ...]:
    """The webhooks of the manifest, to be compared with those that Saleor has."""
    base = base_url.rstrip("/")
    return tuple(
        WantedWebhook(
            name=hook["name"],
            event=(hook.get("syncEvents") or hook["asyncEvents"])[0],
            query=_query(hook),
            target_url=base + hook["targetUrl"],
            is_sync="syncEvents" in hook,
        )
        for hook in _template()["webhooks"]
    )


def extension_labels(schema_version: str) -> frozenset[str]:
    """The labels of the extensions that a Saleor of this version should have."""
    version = versions.parse(schema_version)
    return frozenset(extension["label"] for extension in _extensions("", version))


def _extensions(base: str, version: versions.Version) -> Iterator[dict[str, Any]]:
    for extension in _template()["extensions"]:
        known = dict(extension)
        if versions.parse(known.pop("since", "")) > version:
            continue
        if version < IDENTIFIERS_SINCE:
            del known["identifier"]
        if known["target"] != "APP_PAGE":  # a page's URL stays a path below appUrl
            known["url"] = base + known["url"]
        yield known


def _webhook(hook: dict[str, Any], base: str, version: versions.Version) -> dict[str, Any]:
    rendered = {**hook, "query": _query(hook), "targetUrl": base + hook["targetUrl"]}
    if version >= IDENTIFIERS_SINCE:
        rendered["identifier"] = Path(hook["query"]).stem.replace("_", "-")
    return rendered


def _query(hook: dict[str, Any]) -> str:
    return documents.webhook(Path(hook["query"]).stem)


@cache
def _template() -> dict[str, Any]:
    path = Path(settings.BASE_DIR) / "manifest.json"
    template: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return template
