"""Whom to count where nobody signs in: the address that a request came from."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "unknown"


def client_address(request: HttpRequest) -> str:
    """The client's address as ``TRUSTED_PROXIES`` proxies saw it; of IPv6 the /64 network.

    Each proxy adds to the end of X-Forwarded-For who asked it, so what stands further left than
    our own proxies wrote was sent by the client, who may write there what they like.
    """
    remote = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    hops = [part.strip() for part in forwarded.split(",")] if forwarded else []
    chain = [*hops, remote]
    trusted = min(settings.TRUSTED_PROXIES, len(chain) - 1)
    return _whole(chain[-1 - trusted]) or _whole(remote) or UNKNOWN


def _whole(text: str) -> str:
    try:
        address = ip_address(_bare(text))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped
        # One customer of a provider has a /64 at least, and could take another address each time.
        return str(inner) if inner else str(IPv6Network((int(address), 64), strict=False))
    return str(address)


def _bare(text: str) -> str:
    """Without the port that some proxies write: ``192.0.2.1:5000``, ``[2001:db8::1]:5000``."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    host, colon, port = text.rpartition(":")
    return host if colon and ":" not in host and port.isdigit() else text
