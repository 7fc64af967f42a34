"""Saleor's rules for a manifest, by version. A breach is an `InstallError` with words for staff."""

import re
from typing import Any
from urllib.parse import urlsplit

from .app_model import App, AppExtension, Webhook
from .events import BadQueryError, events_of, read_document
from .keys import PERMISSIONS
from .schema.app_types import ASYNC_EVENTS, MOUNTS_BEFORE_322, MOUNTS_OF_322, SYNC_EVENTS
from .state import State

SCHEMES = ("http", "https", "awssqs", "gcpubsub")
TARGETS_BEFORE_322 = ("POPUP", "APP_PAGE")
TARGETS_OF_322 = (*TARGETS_BEFORE_322, "NEW_TAB", "WIDGET")
METHOD_OPTIONS = {"newTabTarget": "NEW_TAB", "widgetTarget": "WIDGET"}


class InstallError(Exception):
    """The installation fails with this message."""


def ensure(condition: Any, message: str) -> None:
    if not condition:
        raise InstallError(message)


def is_url(value: Any) -> bool:
    parts = urlsplit(value if isinstance(value, str) else "")
    return parts.scheme in SCHEMES and bool(parts.netloc)


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def meets(version: tuple[int, int, int], wanted: str) -> bool:
    """Whether a version is in an npm-style range: comparators, ^, ~ and ||."""
    return any(
        all(meets_one(version, each) for each in re.findall(r"[<>=^~]*\s*[\d.*x]+", part))
        for part in wanted.split("||")
    )


def meets_one(version: tuple[int, int, int], comparator: str) -> bool:
    sign, bound = re.match(r"([<>=^~]*)\s*(.*)", comparator).groups()
    given = numbers(bound)
    full = (*given, 0, 0, 0)[:3]
    upto = given[:1] if sign == "^" else given[:2] if sign == "~" else given
    checks = {
        ">=": version >= full,
        ">": version > full,
        "<": version < full,
        "<=": version <= full,
        "^": version >= full and version[: len(upto)] == upto,
        "~": version >= full and version[: len(upto)] == upto,
    }
    return checks.get(sign, version[: len(given)] == given)


def check(state: State, data: Any) -> None:
    """The rules on the manifest's own fields, those of webhooks and extensions following."""
    ensure(isinstance(data, dict), "The manifest is not a JSON object.")
    for key in ("id", "name", "version"):
        ensure(isinstance(data.get(key), str) and data[key], f"The field {key!r} is required.")
    settings = state.settings
    optional = settings.version >= (3, 23, 0) and "tokenTargetUrl" not in data
    ensure(optional or is_url(data.get("tokenTargetUrl")), "Incorrect format of tokenTargetUrl.")
    check_author_and_brand(data)
    check_version(settings, data.get("requiredSaleorVersion"))
    for name in data.get("permissions", []):
        ensure(name in PERMISSIONS, f"The permission {name!r} doesn't exist.")
    for key in ("extensions", "webhooks"):
        ensure(isinstance(data.get(key, []), list), f"{key} must be a list.")
    twin = next((app for app in state.apps if app.identifier == data["id"]), None)
    ensure(
        twin is None,
        f"App with the same identifier is already installed: {twin.name if twin else ''}",
    )


def check_author_and_brand(data: dict[str, Any]) -> None:
    author = data.get("author")
    ensure(author is None or str(author).strip(), "The author can't be blank.")
    logo = ((data.get("brand") or {}).get("logo") or {}).get("default")
    # Saleor guesses the type from the whole URL's path: a query string would hide the suffix.
    ensure(logo is None or (is_url(logo) and logo.endswith(".png")), "The logo must be a PNG URL.")


def check_version(settings: Any, wanted: str | None) -> None:
    if wanted is None:
        return
    ensure(re.search(r"\d", wanted), "Incorrect requiredSaleorVersion.")
    ensure(
        meets(settings.version, wanted),
        f"Saleor version {settings.saleor_version} is not supported by the app.",
    )


def webhooks_of(state: State, app: App, data: dict[str, Any]) -> list[Webhook]:
    return [webhook_of(state, app, entry) for entry in data.get("webhooks", [])]


def webhook_of(state: State, app: App, entry: dict[str, Any]) -> Webhook:
    for key in ("name", "targetUrl", "query"):
        ensure(entry.get(key), f"A webhook needs the field {key!r}.")
    ensure(is_url(entry["targetUrl"]), f"Incorrect targetUrl of webhook {entry['name']!r}.")
    ensure(isinstance(entry.get("isActive", True), bool), "isActive must be a boolean.")
    try:
        document = read_document(state.schema, entry["query"])
    except BadQueryError as error:
        raise InstallError(f"Webhook {entry['name']!r}: {error}") from error
    hook = Webhook(
        app=app,
        name=entry["name"],
        target_url=entry["targetUrl"],
        subscription_query=entry["query"],
        is_active=entry.get("isActive", True),
        custom_headers=custom_headers(entry.get("customHeaders") or {}),
        document=document,
    )
    set_events(hook, entry.get("asyncEvents"), entry.get("syncEvents"))
    return hook


def custom_headers(wanted: dict[str, str]) -> dict[str, str]:
    ensure(len(wanted) <= 5, "At most 5 custom headers.")
    for key, value in wanted.items():
        ensure(len(key) + len(value) + 2 <= 998, f"The header {key!r} is too long.")
        named = key.lower()
        allowed = named.startswith(("x-", "authorization")) or named == "brokerproperties"
        ensure(allowed, f"The header {key!r} is not allowed.")
    return {key.lower(): value for key, value in wanted.items()}


def set_events(hook: Webhook, wanted: list[str] | None, sync: list[str] | None) -> None:
    """The events named, or those the document asks for when none is named."""
    names = [*(wanted or []), *(sync or [])] or events_of(hook.document)
    for name in names:
        ensure(name in ASYNC_EVENTS or name in SYNC_EVENTS, f"Unknown event {name!r}.")
    ensure(names, f"Webhook {hook.name!r} names no event.")
    hook.async_names = [name for name in names if name in ASYNC_EVENTS]
    hook.sync_names = [name for name in names if name in SYNC_EVENTS]


def extensions_of(state: State, app: App, data: dict[str, Any]) -> list[AppExtension]:
    return [extension_of(state, app, data, entry) for entry in data.get("extensions", [])]


def extension_of(
    state: State, app: App, data: dict[str, Any], entry: dict[str, Any]
) -> AppExtension:
    for key in ("label", "url", "mount"):
        ensure(entry.get(key), f"An extension needs the field {key!r}.")
    mount, target = entry["mount"], entry.get("target", "POPUP")
    check_place(state.settings.version, mount, target)
    granted = entry.get("permissions", [])
    ensure(
        set(granted) <= set(data.get("permissions", [])), "Extension asks for more than the app."
    )
    url = entry["url"]
    # Up to 3.22 the app URL is read even where it is absent, and the install dies on it.
    ensure(not url.startswith("/") or data.get("appUrl"), "Relative extension URLs need appUrl.")
    ensure(target != "APP_PAGE" or url.startswith("/"), "An APP_PAGE's url must start with '/'.")
    check_options(entry, target)
    if state.settings.version >= (3, 23, 0):
        mount, target = mount.lower(), target.lower()
    return AppExtension(
        app=app,
        label=entry["label"],
        url=url,
        mount=mount,
        target=target,
        permissions=granted,
        options=entry.get("options") or {},
    )


def check_place(version: tuple[int, int, int], mount: str, target: str) -> None:
    """3.23 takes any name, 3.22 its enum, earlier ones the old names only."""
    if version >= (3, 23, 0):
        return
    newer = version >= (3, 22, 0)
    mounts = MOUNTS_BEFORE_322 + MOUNTS_OF_322 if newer else MOUNTS_BEFORE_322
    targets = TARGETS_OF_322 if newer else TARGETS_BEFORE_322
    ensure(mount in mounts, f"Incorrect value for mount: {mount}.")
    ensure(target in targets, f"Incorrect value for target: {target}.")
    ensure(target != "WIDGET" or mount.endswith("_WIDGETS"), f"No WIDGET at {mount}.")


def check_options(entry: dict[str, Any], target: str) -> None:
    options = entry.get("options") or {}
    ensure(len(options) <= 1, "Only one option is allowed.")
    for key, value in options.items():
        wanted = METHOD_OPTIONS.get(key)
        ensure(wanted is None or wanted == target, f"{key} doesn't fit the target {target}.")
        ensure(wanted is None or value.get("method") in ("GET", "POST"), f"{key}: GET or POST.")
