"""Whom a request is counted for."""

from typing import Any

import pytest
from django.test import RequestFactory

from saleor_invoices.limits.clients import UNKNOWN, client_address


@pytest.fixture
def address(rf: RequestFactory, settings: Any) -> Any:
    """The address that is counted, of who connects, what is forwarded, and the proxies trusted."""

    def found(remote: str, forwarded: str | None, trusted: int) -> str:
        settings.TRUSTED_PROXIES = trusted
        headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
        return client_address(rf.get("/", headers=headers, REMOTE_ADDR=remote))

    return found


@pytest.mark.parametrize(
    ("remote", "forwarded", "trusted", "client"),
    [
        ("198.51.100.7", None, 0, "198.51.100.7"),
        ("198.51.100.7", "203.0.113.9", 0, "198.51.100.7"),  # anyone can write that
        ("10.0.0.1", "198.51.100.7", 1, "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7", 1, "198.51.100.7"),  # the left one is a claim
        ("10.0.0.1", "203.0.113.9,198.51.100.7, 10.0.0.2", 2, "198.51.100.7"),
        ("198.51.100.7", None, 1, "198.51.100.7"),  # no proxy came by
        ("10.0.0.1", "198.51.100.7", 3, "198.51.100.7"),
        ("10.0.0.1", "198.51.100.7:5012", 1, "198.51.100.7"),
        ("10.0.0.1", "[2001:db8:1:2:3::4]:5012", 1, "2001:db8:1:2::/64"),
        ("10.0.0.1", "2001:db8:1:2:aaaa::1", 1, "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", None, 0, "198.51.100.7"),
        ("10.0.0.1", "nobody", 1, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.7, ", 1, "10.0.0.1"),
        ("10.0.0.1", ", ,,", 1, "10.0.0.1"),
        ("", None, 1, UNKNOWN),  # a socket of the machine
        ("", "198.51.100.7", 1, "198.51.100.7"),
    ],
)
def test_the_client_is_whom_the_outermost_proxy_saw(
    address: Any, remote: str, forwarded: str | None, trusted: int, client: str
) -> None:
    assert address(remote, forwarded, trusted) == client


@pytest.mark.parametrize("forwarded", ["x" * 10_000, "1.2.3.4:" * 500, "\x00", "%s", "::1%eth0"])
def test_odd_headers_are_nobodys_way_round(address: Any, forwarded: str) -> None:
    assert address("10.0.0.1", forwarded, 1) in {"10.0.0.1", "::/64"}
