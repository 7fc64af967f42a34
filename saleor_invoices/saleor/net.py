"""Outbound HTTP to addresses that others give, guarded against server-side request forgery.

A Saleor's comes from a header that anyone can send, an access point's or a webhook's is what a
merchant typed (``outbound``): it could name our own database, a cloud's metadata service or a
machine in the office. Every address that a name resolves to is checked at
the very connection that is then used: a check beforehand alone could be outrun by a second DNS
answer. Redirects are not followed and proxies of the environment not used.
"""

import atexit
import ipaddress
import os
import re
import socket
import threading
from collections.abc import Iterable, Sequence
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import SplitResult, urlsplit

import httpcore
import httpx
from django.conf import settings

from saleor_invoices.domain.errors import AppError, InvalidInput, NotAllowed, Unreachable

TIMEOUT = httpx.Timeout(20.0, connect=5.0)
LIMITS = httpx.Limits(max_connections=50, max_keepalive_connections=20, keepalive_expiry=30.0)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_PORTS = {"http": 80, "https": 443}
# What a parser reads otherwise than a resolver, or what means something in a policy's header,
# is no host: "evil.com\\.shop.example" ends like a shop of ours. IDNs come as punycode.
_HOST = re.compile(r"[a-z0-9_.-]+|[0-9a-f:.]+")
_CLIENTS: dict[tuple[int, bool], httpx.Client] = {}
_LOCK = threading.Lock()

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def guard_url(
    url: str,
    *,
    allow_private: bool | None = None,
    resolve: bool = True,
    allow_query: bool = False,
) -> None:
    """Refuse an address that the app must not call.

    ``allow_private`` (default: the setting ALLOW_PRIVATE_SALEOR) permits plain HTTP and private
    addresses; ``resolve=False`` leaves out the look-up in DNS; ``allow_query`` permits a query.

    Raises ``InvalidInput``: SALEOR_URL_INVALID (no absolute http(s) URL, or with user, query or
    fragment), SALEOR_URL_INSECURE (plain HTTP), SALEOR_URL_PRIVATE (a private, loopback,
    link-local or otherwise special address); ``Unreachable`` when the name does not resolve.
    """
    private_ok = settings.ALLOW_PRIVATE_SALEOR if allow_private is None else allow_private
    parts = _split(url, allow_query=allow_query)
    if parts.scheme != "https" and not private_ok:
        raise InvalidInput(
            f"{url} does not use HTTPS, so tokens could be read on the way.",
            code="SALEOR_URL_INSECURE",
        )
    if resolve:
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        _resolve(host, port, allow_private=private_ok)


def guard_allowed(api_url: str, *, patterns: Sequence[str] | None = None) -> None:
    """Refuse a Saleor that is not on the allow-list (default: the setting ALLOWED_SALEOR_URLS).

    A pattern is a URL whose host name may hold ``*`` for one or more whole labels' characters:
    ``https://*.saleor.cloud/graphql/``; ``*`` alone allows all. Raises ``NotAllowed`` with the
    code SALEOR_URL_PROHIBITED, which is the one that Saleor's own SDK answers.
    """
    allowed: Iterable[str] = settings.ALLOWED_SALEOR_URLS if patterns is None else patterns
    parts = _split(api_url)
    if not any(pattern == "*" or _matches(parts, pattern) for pattern in allowed):
        raise NotAllowed(
            f"{api_url} is not allowed to install this app; see ALLOWED_SALEOR_URLS.",
            code="SALEOR_URL_PROHIBITED",
        )


def client(transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """The process's client with its pool of guarded connections; for tests, over ``transport``."""
    if transport is not None:
        return _new_client(transport)
    return _shared_client(allow_private=settings.ALLOW_PRIVATE_SALEOR)


def close() -> None:
    """Close the pools of this process; the next request opens a new one."""
    with _LOCK:
        for key in list(_CLIENTS):
            _CLIENTS.pop(key).close()


atexit.register(close)


class GuardedTransport(httpx.HTTPTransport):
    """An HTTP transport whose connections are made, and checked, by ``backend``."""

    def __init__(self, backend: "GuardedBackend", *, limits: httpx.Limits = LIMITS) -> None:
        """``limits`` says how many connections it may have, and keep."""
        context = httpx.create_ssl_context()  # SSL_CERT_FILE names a private CA
        super().__init__(verify=context, trust_env=False)
        self._pool.close()
        # httpx has no public place for a network backend; httpcore's pool has.
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            keepalive_expiry=limits.keepalive_expiry,
            network_backend=backend,
        )


class GuardedBackend(httpcore.SyncBackend):
    """Resolves a name once, checks every answer, and connects to an address that was checked."""

    def __init__(self, *, allow_private: bool) -> None:
        """``allow_private`` as for ``guard_url``."""
        super().__init__()
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to an address that is allowed, whatever the name says a moment later."""
        addresses = _resolve(host, port, allow_private=self._allow_private)
        connect = partial(
            super().connect_tcp,
            port=port,
            timeout=timeout,
            local_address=local_address,
            socket_options=socket_options,
        )
        for address in addresses[:-1]:
            try:
                return connect(address)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # e.g. IPv6 is announced but not routed here
        return connect(addresses[-1])


def _shared_client(*, allow_private: bool) -> httpx.Client:
    key = (os.getpid(), allow_private)  # a pool must not be shared with a forked worker
    with _LOCK:
        if key not in _CLIENTS:
            backend = GuardedBackend(allow_private=allow_private)
            _CLIENTS[key] = _new_client(GuardedTransport(backend))
        return _CLIENTS[key]


def _new_client(transport: httpx.BaseTransport) -> httpx.Client:
    made = httpx.Client(
        transport=transport, timeout=TIMEOUT, follow_redirects=False, trust_env=False
    )
    # Stores share the client: a cookie that one of them was given must not go with another's call.
    made.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return made


def _resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"The host {host} can't be found.", code="HOST_NOT_FOUND") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private:
        for address in addresses:
            if not _is_public(ipaddress.ip_address(address.partition("%")[0])):
                raise _private(host)
    return addresses


def _is_public(address: IPAddress) -> bool:
    inner = _embedded(address)
    if inner is not None:
        return _is_public(inner)
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return False  # fec0::/10, which Python holds for global
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPAddress) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries: mapped, 6to4, or NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _private(host: str) -> AppError:
    return InvalidInput(
        f"{host} is a private or special address; a Saleor there needs ALLOW_PRIVATE_SALEOR.",
        code="SALEOR_URL_PRIVATE",
    )


def _split(url: str, *, allow_query: bool = False) -> SplitResult:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        well_formed = parts.scheme in _PORTS and bool(_HOST.fullmatch(host)) and parts.port != 0
    except ValueError:
        well_formed = False
    if not well_formed or len(url) > 2000 or url != url.strip():
        raise _malformed(url)
    if parts.username or parts.password or parts.fragment or (parts.query and not allow_query):
        raise _malformed(url)
    return parts


def _malformed(url: str) -> InvalidInput:
    return InvalidInput(
        f"{url[:200]!r} is no address of a Saleor API, like https://shop.example.com/graphql/.",
        code="SALEOR_URL_INVALID",
    )


def _matches(parts: SplitResult, pattern: str) -> bool:
    wanted = urlsplit(pattern)
    same_place = (parts.scheme, parts.path, parts.port or _PORTS[parts.scheme]) == (
        wanted.scheme,
        wanted.path,
        wanted.port or _PORTS.get(wanted.scheme),
    )
    return same_place and _host_matches(parts.hostname or "", wanted.hostname or "")


def _host_matches(host: str, pattern: str) -> bool:
    """Whether a host name fits; ``*`` is any run of characters, so ``*.a.b`` needs a label."""
    head, star, tail = pattern.partition("*")
    if not star:
        return host == pattern
    long_enough = len(host) > len(head) + len(tail)
    return long_enough and host.startswith(head) and host.endswith(tail)
