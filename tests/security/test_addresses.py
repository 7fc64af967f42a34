"""Whom we call, and whom we let in: spellings that two parsers read differently."""

import ipaddress

import pytest

from saleor_invoices.domain.errors import AppError
from saleor_invoices.saleor import net
from saleor_invoices.stores.addresses import normalise_api_url

CLOUD = ["https://*.saleor.cloud/graphql/"]


def code(url: str) -> str:
    """Why the address was refused."""
    with pytest.raises(AppError) as refusal:
        net.guard_allowed(normalise_api_url(url), patterns=CLOUD)
    return refusal.value.code


@pytest.mark.parametrize(
    "url",
    [
        r"https://evil.com\.saleor.cloud/graphql/",
        "https://evil.com;.saleor.cloud/graphql/",
        "https://evil.com frame-ancestors *.saleor.cloud/graphql/",
        "https://evil.com%2f.saleor.cloud/graphql/",
        "https://evil.com%00.saleor.cloud/graphql/",
        "https://'unsafe-inline'.saleor.cloud/graphql/",
        "https://a,b.saleor.cloud/graphql/",
        "https://é.saleor.cloud/graphql/",
        "https://evil.com\uff0f.saleor.cloud/graphql/",
        "https://evil.com?.saleor.cloud/graphql/",
        "https://evil.com#.saleor.cloud/graphql/",
        "https://x:y@a.saleor.cloud/graphql/",
    ],
)
def test_what_is_no_host_name_is_no_address(url: str) -> None:
    assert code(url) == "SALEOR_URL_INVALID"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.com/.saleor.cloud/graphql/",
        "https://evil.com/graphql/",
        "https://saleor.cloud/graphql/",
        "https://evilsaleor.cloud/graphql/",
        "https://a.saleor.cloud.evil.com/graphql/",
        "https://a.saleor.cloud:8443/graphql/",
        "http://a.saleor.cloud/graphql/",
        "https://a.saleor.cloud/graphql/../x/",
        "https://a.saleor.cloud/other/",
        "https://[::1].saleor.cloud/graphql/",
    ],
)
def test_a_wildcard_is_for_the_host_name_alone(url: str) -> None:
    assert code(url) == "SALEOR_URL_PROHIBITED"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.saleor.cloud/graphql/",
        "HTTPS://A.Saleor.Cloud/graphql/",
        "https://a.saleor.cloud:443/graphql/",
        "https://@a.saleor.cloud/graphql/",
        " https://a.saleor.cloud/graphql/ ",
    ],
)
def test_other_spellings_of_one_store_are_that_store(url: str) -> None:
    assert normalise_api_url(url) == "https://a.saleor.cloud/graphql/"
    net.guard_allowed(normalise_api_url(url), patterns=CLOUD)


@pytest.mark.parametrize("url", ["http://[::1]:8000/graphql/", "http://api:8000/graphql/"])
def test_addresses_of_machines_are_hosts(url: str) -> None:
    net.guard_allowed(url, patterns=["*"])


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104
        "100.64.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "198.18.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_no_private_address_in_any_form_is_public(address: str) -> None:
    assert net._is_public(ipaddress.ip_address(address)) is False


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/graphql/",
        "http://0x7f.1/graphql/",
        "http://017700000001/graphql/",
        "http://0/graphql/",
        "http://[::ffff:127.0.0.1]/graphql/",
        "http://localhost./graphql/",
    ],
)
def test_no_spelling_of_this_machine_is_called(url: str) -> None:
    host = net._split(url).hostname if not url.endswith("./graphql/") else "localhost."
    with pytest.raises(AppError) as refusal:
        net._resolve(host or "", 80, allow_private=False)
    assert refusal.value.code in {"SALEOR_URL_PRIVATE", "HOST_NOT_FOUND"}
