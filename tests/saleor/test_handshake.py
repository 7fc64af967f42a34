"""The install handshake: whose token is it?"""

import pytest
from pytest_django import Settings

from saleor_invoices.domain.errors import AppError, InvalidInput, Unreachable, Unverified
from saleor_invoices.saleor.handshake import Handshake, verify_installation
from tests.saleor.fake_saleor import TOKEN, Reply, Script, data, denied, failure, served
from tests.saleor.signing import API_URL, saleor_key

OURS = {
    "id": "QXBwOjE=",
    "identifier": "app.saleor-invoices",
    "version": "0.1.0",
    "isActive": True,
    "permissions": [{"code": "MANAGE_ORDERS"}, {"code": "HANDLE_PAYMENTS"}],
}
SHOP = {"name": "Sample Shop", "version": "3.22.67"}


def shake(script: Script) -> Handshake:
    return verify_installation(api_url=API_URL, token=TOKEN, transport=script.transport)


def refusal(script: Script) -> AppError:
    with pytest.raises(AppError) as error:
        shake(script)
    assert TOKEN not in error.value.message
    return error.value


def test_our_own_token_is_accepted() -> None:
    script = Script(appIdentity=data(app=OURS, shop=SHOP))
    with served(script) as url:
        found = verify_installation(api_url=url, token=TOKEN)
    assert found == Handshake(
        app_id="QXBwOjE=",
        jwks=saleor_key().jwks,
        permissions=frozenset({"MANAGE_ORDERS", "HANDLE_PAYMENTS"}),
        saleor_version="3.22.67",
        shop_name="Sample Shop",
    )
    assert script.calls[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert "authorization" not in script.calls[1].headers  # the keys are public


@pytest.mark.parametrize("identifier", ["test.other", "", None, "APP.SALEOR-INVOICES"])
def test_another_apps_token_is_refused(identifier: str | None) -> None:
    script = Script(appIdentity=data(app={**OURS, "identifier": identifier}, shop=SHOP))
    error = refusal(script)
    assert (type(error), error.code) == (Unverified, "APP_IDENTIFIER_MISMATCH")
    assert len(script.calls) == 1  # not even the keys were fetched


def test_identifier_is_that_of_the_settings(settings: Settings) -> None:
    settings.APP_IDENTIFIER = "second.app"
    assert refusal(Script(appIdentity=data(app=OURS, shop=SHOP))).code == "APP_IDENTIFIER_MISMATCH"


@pytest.mark.parametrize(
    "script",
    [
        Script(appIdentity=denied(), appAlive=denied()),
        Script(appIdentity=denied(), appAlive=data(app={"id": "x"})),
        Script(appIdentity=data(app=None, shop=SHOP)),
        Script(appIdentity=data(app={}, shop=SHOP)),
        Script(appIdentity=failure("Invalid token", "InvalidTokenError"), appAlive=denied()),
        Script(appIdentity=Reply(b"<html>", status=404)),
    ],
)
def test_a_token_that_saleor_does_not_know_is_refused(script: Script) -> None:
    error = refusal(script)
    assert (type(error), error.code) == (Unverified, "UNKNOWN_APP_ID")


def test_keys_that_can_not_be_had_are_told_as_such() -> None:
    script = Script(appIdentity=data(app=OURS, shop=SHOP), jwks=Reply(b"", status=404))
    assert refusal(script).code == "JWKS_NOT_AVAILABLE"


def test_saleor_down_is_told_as_such() -> None:
    error = refusal(Script(appIdentity=Reply(b"", status=503)))
    assert (type(error), error.code) == (Unreachable, "UNREACHABLE")


def test_a_private_address_is_never_called(settings: Settings) -> None:
    settings.ALLOW_PRIVATE_SALEOR = False
    script = Script(appIdentity=data(app=OURS, shop=SHOP))
    with served(script) as url:
        secure = url.replace("http://", "https://")
        with pytest.raises(InvalidInput) as error:
            verify_installation(api_url=secure, token=TOKEN)
    assert error.value.code == "SALEOR_URL_PRIVATE"
    assert script.calls == []
