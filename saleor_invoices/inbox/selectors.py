"""Questions about deliveries."""

from django.db.models import Count, QuerySet

from saleor_invoices.inbox.models import Delivery


def deliveries_listed(
    *, state: str = "", installation_id: int | None = None, event: str = ""
) -> QuerySet[Delivery]:
    """Deliveries without their bodies, newest first; empty arguments select all."""
    rows = Delivery.objects.select_related("installation").defer(
        "body", "installation__token", "installation__jwks"
    )
    if state:
        rows = rows.filter(state=state)
    if installation_id is not None:
        rows = rows.filter(installation_id=installation_id)
    if event:
        rows = rows.filter(event=event)
    return rows.order_by("-pk")


def deliveries_count_by_state() -> dict[str, int]:
    """How many deliveries are in each state; states without any are left out."""
    counted = Delivery.objects.values_list("state").annotate(count=Count("pk"))
    return dict(counted.order_by("state"))
