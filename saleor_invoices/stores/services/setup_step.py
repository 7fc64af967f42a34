"""The steps from installation to the first invoice: which there are, and what staff say of them."""

from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.stores.models import Installation, SetupStep

REQUIRED = {
    "seller": True,
    "tax": True,
    "numbers": True,
    "bank": False,
    "look": False,
    "policy": False,
    "mails": False,
    "first_invoice": True,
}
"""The steps in their order; whether an invoice wants them."""


def setup_step_skip(*, installation: Installation, key: str, skip: bool, actor: str) -> None:
    """Leave a step out, or take that back.

    Raises ``InvalidInput`` SETUP_STEP_UNKNOWN, ``Conflict`` SETUP_STEP_REQUIRED.
    """
    if key not in REQUIRED:
        raise InvalidInput(
            f"There is no step {key!r}.", code="SETUP_STEP_UNKNOWN", params={"field": "key"}
        )
    if skip and REQUIRED[key]:
        raise Conflict("There is no invoice without this step.", code="SETUP_STEP_REQUIRED")
    at, by = (timezone.now(), actor[:200]) if skip else (None, "")
    values = {"skipped_at": at, "skipped_by": by}
    SetupStep.objects.update_or_create(installation=installation, key=key, defaults=values)


def setup_step_seen(*, installation: Installation, key: str) -> None:
    """Remember that staff looked at what the step is about."""
    step, _ = SetupStep.objects.get_or_create(installation=installation, key=key)
    SetupStep.objects.filter(pk=step.pk, seen_at=None).update(seen_at=timezone.now())
