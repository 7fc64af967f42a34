"""The install handshake: fetch the manifest, create the app, hand over the token."""

import threading
from typing import Any

import httpx

from . import manifest
from .app_model import App, AppInstallation
from .courier import TIMEOUT, common_headers, host_without_port
from .events import fire
from .manifest import InstallError
from .model import now
from .state import State


def install_begin(state: State, installation: AppInstallation) -> None:
    """Saleor installs in its worker: the mutation answers before the app has heard of it."""
    state.installations.append(installation)
    threading.Thread(target=install_run, args=(state, installation), daemon=True).start()


def install_run(state: State, installation: AppInstallation) -> None:
    app = None
    try:
        data = fetch_manifest(state, installation.manifest_url)
        app = create_app(state, installation, data)
        hand_over_token(state, app, data.get("tokenTargetUrl"))
    except InstallError as error:
        with state.lock:
            if app in state.apps:
                state.apps.remove(app)
            installation.status, installation.message = "FAILED", str(error)
            installation.updated_at = now()
        return
    with state.lock:
        # A finished installation is no longer listed: the app itself is.
        installation.status = "SUCCESS"
        state.installations.remove(installation)
        fire(state, "APP_INSTALLED", app=app)


def client() -> httpx.Client:
    return httpx.Client(timeout=TIMEOUT, trust_env=False, follow_redirects=False)


def fetch_manifest(state: State, url: str) -> dict[str, Any]:
    headers = common_headers(state) | {
        "Saleor-Schema-Version": state.settings.schema_version,
        "Host": host_without_port(url),
    }
    try:
        with client() as http:
            answer = http.get(url, headers=headers)
            answer.raise_for_status()
            return answer.json()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InstallError(
            "Failed to connect to app. Try later or contact with app support."
        ) from error
    except ValueError as error:
        raise InstallError("The manifest is not valid JSON.") from error


def create_app(state: State, installation: AppInstallation, data: dict[str, Any]) -> App:
    with state.lock:
        manifest.check(state, data)
        app = App(
            name=data["name"],
            identifier=data["id"],
            version=data["version"],
            # Only what staff granted is stored, whatever the manifest asks for.
            permissions=list(installation.permissions),
            manifest_url=installation.manifest_url,
            app_url=data.get("appUrl"),
            audience=data.get("audience"),
            author=data.get("author"),
            about_app=data.get("about"),
            homepage_url=data.get("homepageUrl"),
            support_url=data.get("supportUrl"),
            data_privacy_url=data.get("dataPrivacyUrl"),
            logo=((data.get("brand") or {}).get("logo") or {}).get("default"),
            is_active=installation.activate,
        )
        app.webhooks = manifest.webhooks_of(state, app, data)
        app.extensions = manifest.extensions_of(state, app, data)
        state.apps.append(app)
        return app


def hand_over_token(state: State, app: App, url: str | None) -> None:
    if url is None:
        return
    settings = state.settings
    headers = common_headers(state) | {
        "X-Saleor-Domain": settings.domain,
        "Saleor-Domain": settings.domain,
        "Saleor-Api-Url": settings.api_url,
        "Saleor-Schema-Version": settings.schema_version,
        "Content-Type": "application/json",
        "Host": host_without_port(url),
    }
    try:
        with client() as http:
            answer = http.post(url, content=f'{{"auth_token": "{app.token}"}}', headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InstallError(
            "Failed to connect to app. Try later or contact with app support."
        ) from error
    # A redirect is not followed, and counts as success.
    if answer.status_code >= 400:
        raise InstallError(refusal(answer))


def refusal(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"App internal error ({answer.status_code}). Try later or contact with app support."


def app_remove(state: State, app: App, principal: Any) -> None:
    """Deleting deactivates first, so the app itself never hears of it before 3.23.5."""
    hears = state.settings.version >= (3, 23, 5)
    if not hears:
        app.is_active = False
    fire(state, "APP_DELETED", principal=principal, app=app)
    app.is_active = False
    state.apps.remove(app)
