"""Short-lived download links."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.signing import TimestampSigner

from saleor_invoices.domain.errors import Unverified
from saleor_invoices.invoices.services import download
from saleor_invoices.invoices.services.download import download_url, sign, unsign

DOCUMENT = uuid.UUID("12345678-1234-5678-1234-567812345678")


def test_a_signed_id_is_read_back() -> None:
    assert unsign(sign(DOCUMENT)) == DOCUMENT


def test_the_url_is_below_the_public_address(settings: Any) -> None:
    settings.PUBLIC_URL = "https://invoices.example.com"
    url = download_url(DOCUMENT)
    assert url.startswith("https://invoices.example.com/documents/")
    assert unsign(url.split("/")[4]) == DOCUMENT


def test_a_link_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    token = sign(DOCUMENT)
    monkeypatch.setattr(download, "LIFETIME", timedelta(seconds=-1))
    with pytest.raises(Unverified) as caught:
        unsign(token)
    assert caught.value.code == "DOWNLOAD_EXPIRED"


def test_a_rotated_key_still_opens_a_link(settings: Any) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a" * 40, []
    token = sign(DOCUMENT)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "b" * 40, ["a" * 40]
    assert unsign(token) == DOCUMENT


@pytest.mark.parametrize(
    "make",
    [
        lambda: "",
        lambda: "x",
        lambda: DOCUMENT.hex,
        lambda: sign(DOCUMENT)[:-1] + "!",
        lambda: sign(DOCUMENT).replace("1", "2", 1),
        lambda: TimestampSigner(salt="another").sign(DOCUMENT.hex),
        lambda: TimestampSigner(salt="saleor-invoices.download").sign("no uuid"),
    ],
    ids=["empty", "short", "unsigned", "cut", "altered", "other salt", "no uuid"],
)
def test_what_was_not_signed_here_opens_nothing(make: Callable[[], str]) -> None:
    token = make()  # not when the tests are collected: a slow run would outlive it
    with pytest.raises(Unverified) as caught:
        unsign(token)
    assert caught.value.code == "DOWNLOAD_INVALID"
