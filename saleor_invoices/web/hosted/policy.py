"""What the pages of private links may load, as a Content-Security-Policy, and what else is told."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

_COMMON = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_STRIPE = "https://js.stripe.com"


def policy() -> str:
    """Our own files only: the pages on which nothing is paid."""
    return f"{_COMMON}; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"


def paying_policy() -> str:
    """And what the payment form needs: the origins of Stripe's script, frames and API.

    By settings, so that a stand for tests needs no rule of its own. Stripe names its own origins
    at https://docs.stripe.com/security/guide#content-security-policy.
    """
    return _paying(settings.STRIPE_JS_URL, settings.STRIPE_API_BASE)


def closed_up(response: HttpResponse, rules: str) -> HttpResponse:
    """Kept out of caches, frames, indexes, and of the addresses that other sites are told."""
    response["Content-Security-Policy"] = rules
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    response["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups"  # wallets open windows
    return response


@lru_cache(maxsize=8)
def _paying(script_url: str, api_url: str) -> str:
    script, api = _origin(script_url), _origin(api_url)
    scripts, frames, asked = [script], [script], [script, api]
    if script == _STRIPE:
        scripts.append("https://*.js.stripe.com")
        frames += ["https://*.js.stripe.com", "https://hooks.stripe.com"]
    return (
        f"{_COMMON}; style-src 'self'; img-src 'self' data:; script-src 'self' {' '.join(scripts)};"
        f" frame-src {' '.join(frames)}; connect-src 'self' {' '.join(dict.fromkeys(asked))}"
    )


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
