"""Making, changing and taking away endpoints, and their secrets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import Conflict, InvalidInput, NotFound
from saleor_invoices.events import signing
from saleor_invoices.events.models import Endpoint, EventDelivery, EventType
from saleor_invoices.events.problems import webhook_dropped, webhook_healed
from saleor_invoices.events.selectors import endpoints_listed
from saleor_invoices.events.services.event_write import SEND_TASK
from saleor_invoices.invoices.services import leases
from saleor_invoices.saleor import outbound
from saleor_invoices.stores.models import Installation

MOST = 20
"""Endpoints of a store; each is one more request for every event."""
OVERLAP = timedelta(hours=24)
LONGEST_URL, LONGEST_TEXT, MOST_CHANNELS, LONGEST_SLUG = 2000, 200, 100, 255
SUBSCRIBABLE = tuple(one for one in EventType if one is not EventType.WEBHOOK_TEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointInput:
    """What a person says of an endpoint; None leaves it as it is."""

    url: str | None = None
    description: str | None = None
    event_types: Sequence[EventType] | None = None
    channels: Sequence[str] | None = None
    enabled: bool | None = None


@transaction.atomic
def endpoint_create(
    *, installation: Installation, given: EndpointInput, actor: str
) -> tuple[Endpoint, str]:
    """A new endpoint, and its secret, which nobody is told again.

    Raises ``InvalidInput`` WEBHOOK_URL_INVALID, WEBHOOK_INVALID; ``Conflict`` TOO_MANY_WEBHOOKS.
    """
    Installation.objects.select_for_update(no_key=True).get(pk=installation.pk)
    if endpoints_listed(installation=installation).count() >= MOST:
        raise Conflict(f"A store has at most {MOST} webhooks.", code="TOO_MANY_WEBHOOKS")
    row = Endpoint(installation=installation, secret=signing.new_secret(), created_by=actor)
    _fill(row, given)
    row.save(force_insert=True)
    return row, row.secret


@transaction.atomic
def endpoint_update(*, endpoint: Endpoint, given: EndpointInput) -> Endpoint:
    """Change an endpoint. Raises as ``endpoint_create``.

    Switched on again, it gets what waited meanwhile.
    """
    row = _lock(endpoint)
    was_enabled = row.enabled
    _fill(row, given)
    row.save()
    if row.enabled and not was_enabled:
        _resume(row)
    elif was_enabled and not row.enabled:
        webhook_dropped(row)
    return row


@transaction.atomic
def endpoint_delete(*, endpoint: Endpoint) -> None:
    """Take an endpoint away with its secrets; nothing that waits for it is sent any more."""
    row = _lock(endpoint)
    row.enabled, row.deleted_at = False, timezone.now()
    row.secret = row.previous_secret = ""
    row.save()
    unsent = [EventDelivery.State.PENDING, EventDelivery.State.FAILED]
    row.deliveries.filter(state__in=unsent).update(
        state=EventDelivery.State.CANCELLED, next_attempt_at=None
    )
    webhook_dropped(row)


@transaction.atomic
def endpoint_secret_rotate(*, endpoint: Endpoint) -> tuple[Endpoint, str]:
    """A new secret; the one before signs beside it for a day. Raises ``Conflict``.

    SECRET_ROTATED_LATELY while an older one still signs: it would go before its time.
    """
    row, now = _lock(endpoint), timezone.now()
    if row.previous_until is not None and now < row.previous_until:
        raise Conflict(
            "The secret was rotated less than a day ago; the one before still signs.",
            code="SECRET_ROTATED_LATELY",
            params={"until": row.previous_until.isoformat()},
        )
    row.previous_secret, row.previous_until = row.secret, now + OVERLAP
    row.secret = signing.new_secret()
    row.save(update_fields=["secret", "previous_secret", "previous_until"])
    return row, row.secret


@transaction.atomic
def endpoint_enable(*, endpoint: Endpoint) -> Endpoint:
    """Switch an endpoint on again that was switched off, by whomever."""
    return endpoint_update(endpoint=endpoint, given=EndpointInput(enabled=True))


def endpoint_disable(*, endpoint: Endpoint, reason: Endpoint.Disabled) -> None:
    """Switch an endpoint off because of what it answers; what waits for it stays.

    Must run under the lock of its row.
    """
    if endpoint.enabled:
        endpoint.enabled, endpoint.disabled_reason = False, reason
        endpoint.save(update_fields=["enabled", "disabled_reason"])
        webhook_dropped(endpoint)  # the reason stands for what was wrong before


def _lock(endpoint: Endpoint) -> Endpoint:
    rows = Endpoint.objects.select_for_update(no_key=True)
    row = rows.filter(pk=endpoint.pk, deleted_at__isnull=True).first()
    if row is None:
        raise NotFound("There is no such webhook.")
    row.installation = endpoint.installation
    return row


def _resume(row: Endpoint) -> None:
    waiting = EventDelivery.objects.filter(endpoint=row, state=EventDelivery.State.PENDING)
    for identity in waiting.filter(leases.due()).values_list("pk", flat=True)[:500]:
        background.enqueue(SEND_TASK, str(identity))
    webhook_healed(row)


def _fill(row: Endpoint, given: EndpointInput) -> None:
    if given.url is not None:
        row.url = _url(given.url)
    if given.description is not None:
        row.description = _words(given.description, "description", LONGEST_TEXT)
    if given.event_types is not None:
        row.event_types = _types(given.event_types)
    if given.channels is not None:
        row.channels = _channels(given.channels)
    if given.enabled is not None:
        row.enabled = given.enabled
        row.disabled_reason = "" if given.enabled else Endpoint.Disabled.STAFF
        row.failing_since = None


def _url(url: str) -> str:
    try:
        if len(url) > LONGEST_URL:
            raise InvalidInput("Too long.")
        outbound.check_url(url)
    except InvalidInput as error:
        raise InvalidInput(
            "A webhook's address is a public https address without user and fragment.",
            code="WEBHOOK_URL_INVALID",
            params={"field": "url"},
        ) from error
    return url


def _words(text: str, field: str, longest: int) -> str:
    if len(text) > longest or "\x00" in text:
        raise InvalidInput(
            f"At most {longest} characters.", code="WEBHOOK_INVALID", params={"field": field}
        )
    return text


def _types(wanted: Sequence[EventType]) -> list[str]:
    if any(one not in SUBSCRIBABLE for one in wanted):
        raise InvalidInput(
            "Nobody subscribes to tests.", code="WEBHOOK_INVALID", params={"field": "eventTypes"}
        )
    return [one.value for one in SUBSCRIBABLE if one in wanted]


def _channels(slugs: Sequence[str]) -> list[str]:
    if len(slugs) > MOST_CHANNELS:
        raise InvalidInput(
            "Too many channels.", code="WEBHOOK_INVALID", params={"field": "channels"}
        )
    return sorted({_words(slug, "channels", LONGEST_SLUG) for slug in slugs if slug})
