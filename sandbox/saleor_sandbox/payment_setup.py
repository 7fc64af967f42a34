"""Which payment app the sandbox plays: `payment_app` in its configuration, one at a time."""

from collections.abc import Callable
from typing import Any

from .app_model import App
from .dummy_app import DummyApp
from .happenings import RefusedError
from .payment_apps import Gateway, app_named
from .state import State
from .stripe_app import StripeApp

KINDS: dict[str, Callable[[dict[str, Any], str], Gateway]] = {
    "dummy": DummyApp,
    "stripe": StripeApp,
}


def app_configure(state: State, given: dict[str, Any] | None) -> None:
    """Install the app that the configuration names; none takes away the one that was played."""
    with state.unlocked():
        gateway = made(state, given) if given else None
    for app in [each for each in state.apps if each.gateway is not None]:
        if gateway is None or app.identifier != gateway.identifier:
            app.is_active = False
            state.apps.remove(app)
    if gateway is None:
        return
    app = app_named(state, gateway.identifier) or installed(state, gateway)
    app.gateway = gateway


def made(state: State, given: dict[str, Any]) -> Gateway:
    if given.get("kind") not in KINDS:
        raise RefusedError(f"kind is one of {sorted(KINDS)}.", "INVALID", "payment_app")
    return KINDS[given["kind"]](given, state.settings.public_url)


def installed(state: State, gateway: Gateway) -> App:
    app = App(
        name=gateway.name,
        identifier=gateway.identifier,
        version="1.0.0",
        permissions=["HANDLE_PAYMENTS"],
        manifest_url=f"{state.settings.public_url}/payment-app/",
    )
    state.apps.append(app)
    return app
