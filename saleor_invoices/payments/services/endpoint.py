"""Where Stripe tells us: an endpoint for each set of keys, made through Stripe's own API."""

import uuid
from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain.errors import ExternalFailure, Refused
from saleor_invoices.inbox import registry
from saleor_invoices.invoices.models import Problem
from saleor_invoices.invoices.services.movement_record import STRIPE
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve
from saleor_invoices.payments.connection import PUBLISHABLE_KEY, SECRET_KEY
from saleor_invoices.payments.models import ProviderEndpoint
from saleor_invoices.payments.offers import StripeKeys, gateway, keys_of
from saleor_invoices.stores.models import Installation, LegalEntity, SettingChange

ENSURE_TASK = "saleor_invoices.payments.tasks.endpoints_ensure"
SUBJECT = "stripe"
FAILED = "STRIPE_ENDPOINT"


def endpoint_url(endpoint_id: uuid.UUID) -> str:
    """The address that Stripe is given."""
    return f"{settings.PUBLIC_URL}/webhooks/stripe/{endpoint_id}/"


def keys_changed(installation: Installation, changes: Sequence[SettingChange]) -> None:
    """A listener: other keys want an endpoint of their own."""
    if any(change.key in (SECRET_KEY, PUBLISHABLE_KEY) for change in changes):
        background.enqueue(ENSURE_TASK, installation.pk)


def endpoints_ensure(*, installation: Installation) -> None:
    """Make what is missing for the keys that hold, and retire what is for others.

    An endpoint of former keys is deleted at Stripe and still taken in: payments that were opened
    with them may end. What Stripe refuses becomes a problem; payments work without an endpoint,
    only later (``payments_sweep``).
    """
    wanted = _wanted(installation)
    rows = ProviderEndpoint.objects.filter(installation=installation, retired_at__isnull=True)
    rows.exclude(key_hash__in=wanted).update(retired_at=timezone.now())
    for keys, entity in wanted.values():
        try:
            _ensure(installation, keys, entity)
        except Refused as error:
            _tell(installation, entity, error)
    if not wanted:
        problem_resolve(installation=installation, subject=_subject(None))


def endpoints_again(problem: Problem) -> None:
    """Retry of the problem that an endpoint could not be made."""
    endpoints_ensure(installation=problem.installation)


def _wanted(installation: Installation) -> dict[str, tuple[StripeKeys, LegalEntity | None]]:
    """By fingerprint: keys that hold somewhere, and the seller whose own they are."""
    found: dict[str, tuple[StripeKeys, LegalEntity | None]] = {}
    places: list[LegalEntity | None] = [
        None,
        *LegalEntity.objects.filter(installation=installation),
    ]
    for place in places:
        keys = keys_of(installation=installation, legal_entity=place)
        if keys is not None:
            found.setdefault(keys.fingerprint, (keys, place if keys.of_entity else None))
    return found


def _ensure(installation: Installation, keys: StripeKeys, entity: LegalEntity | None) -> None:
    row, _ = ProviderEndpoint.objects.get_or_create(
        installation=installation,
        key_hash=keys.fingerprint,
        defaults={"legal_entity": entity},
    )
    if row.retired_at is not None:  # the keys came back
        row.retired_at = None
        row.save(update_fields=["retired_at"])
    if row.secret:
        return
    events = sorted(registry.events(STRIPE))
    made = gateway(keys).endpoint_create(
        url=endpoint_url(row.pk), events=events, key=f"endpoint-{row.pk}"
    )
    row.provider_id, row.secret = made.id, made.secret
    row.save(update_fields=["provider_id", "secret"])
    problem_resolve(installation=installation, subject=_subject(entity))


def _tell(installation: Installation, entity: LegalEntity | None, error: ExternalFailure) -> None:
    problem_open(
        installation=installation,
        subject=_subject(entity),
        code=f"{FAILED}_{error.code}",
        message=f"Stripe does not tell this app of payments: {error.message}",
        remedy="Give the restricted key the right to write webhook endpoints, and see that the "
        "app's address is https and reachable; then press Retry. Until then payments are seen "
        "minutes later.",
    )


def _subject(entity: LegalEntity | None) -> str:
    return f"{SUBJECT}:{entity.key if entity else ''}"
