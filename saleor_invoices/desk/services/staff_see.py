"""Keeping the names of staff, so that what they do bears a name."""

from datetime import timedelta

from django.utils import timezone

from saleor_invoices.desk.models import StaffMember
from saleor_invoices.stores.models import Installation

FRESH = timedelta(days=1)


def staff_see(*, installation: Installation, user_id: str, email: str) -> None:
    """Note who is at work, from a verified token; written when new, changed, or a day old."""
    now = timezone.now()
    known = StaffMember.objects.filter(installation=installation, user_id=user_id, email=email)
    if not email or known.filter(seen_at__gt=now - FRESH).exists():
        return
    StaffMember.objects.bulk_create(
        [StaffMember(installation=installation, user_id=user_id, email=email[:320], seen_at=now)],
        update_conflicts=True,
        unique_fields=["installation", "user_id"],
        update_fields=["email", "seen_at"],
    )
