"""Problems of webhooks: what staff see, and what closes them."""

from saleor_invoices.events.models import Endpoint, EventDelivery
from saleor_invoices.events.selectors import open_of
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve

WEBHOOK = "webhook"
"""Kind of the subject: ``webhook:<endpoint>``."""

_TEXTS = {
    "WEBHOOK_FAILED": (
        "An event was not taken: {why}",
        "Mend the receiving server, then press Retry: what failed is sent again.",
    ),
    "WEBHOOK_DISABLED": (
        "For days nothing was taken, so nothing more is sent there: {why}",
        "Mend the receiving server, then press Retry: it is switched on and what failed is sent.",
    ),
    "WEBHOOK_GONE": (
        "The server said that it wants no more events (410), so nothing more is sent there.",
        "Delete the webhook, or press Retry to switch it on again.",
    ),
}


def webhook_subject(endpoint_id: object) -> str:
    """Subject of a problem with an endpoint."""
    return f"{WEBHOOK}:{endpoint_id}"


def webhook_problem(endpoint: Endpoint, *, code: str, why: str) -> None:
    """Tell staff what is wrong with an endpoint."""
    message, remedy = _TEXTS[code]
    problem_open(
        installation=endpoint.installation,
        subject=webhook_subject(endpoint.pk),
        code=code,
        message=f"Webhook {endpoint.place}: {message.format(why=why)}"[:1000],
        remedy=remedy,
        params={"endpoint_id": str(endpoint.pk), "url": endpoint.place},
    )


def webhook_healed(endpoint: Endpoint) -> None:
    """Close the problems of an endpoint that is on and of which nothing waits for a person."""
    if endpoint.enabled and not EventDelivery.objects.filter(open_of(endpoint)).exists():
        webhook_dropped(endpoint)


def webhook_dropped(endpoint: Endpoint) -> None:
    """Close the problems of an endpoint that somebody took away or switched off."""
    problem_resolve(installation=endpoint.installation, subject=webhook_subject(endpoint.pk))
