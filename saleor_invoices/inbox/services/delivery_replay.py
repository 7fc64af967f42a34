"""Give deliveries that failed, or that no feature handled, another chance."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, NotFound
from saleor_invoices.inbox.models import Delivery
from saleor_invoices.inbox.services.delivery_enqueue import deliveries_send

_SETTLED = Q(state=Delivery.State.FAILED) | Q(state=Delivery.State.DONE)


def delivery_replay(*, delivery_id: int) -> None:
    """Work one delivery off once more; raises as ``deliveries_replay``."""
    deliveries_replay(delivery_ids=[delivery_id])


def deliveries_replay(*, delivery_ids: Sequence[int]) -> int:
    """Work these deliveries off once more; returns how many.

    All or none: raises ``NotFound`` (DELIVERY_NOT_FOUND), or ``Conflict`` (DELIVERY_PENDING,
    DELIVERY_EMPTIED) for one that waits anyway or whose body is gone.
    """
    wanted = list(dict.fromkeys(delivery_ids))
    with transaction.atomic():
        found = {
            row.pk: row
            for row in Delivery.objects.select_for_update().filter(pk__in=wanted).only("state")
        }
        emptied = set(Delivery.objects.filter(pk__in=wanted, body=b"").values_list("pk", flat=True))
        for pk in wanted:
            _refuse_unplayable(pk, found.get(pk), is_emptied=pk in emptied)
        return _replay(wanted)


def deliveries_replay_failed(*, installation_id: int | None = None) -> int:
    """Work every failed delivery off once more, of one store or of all; returns how many."""
    failed = Delivery.objects.filter(state=Delivery.State.FAILED).exclude(body=b"")
    if installation_id is not None:
        failed = failed.filter(installation_id=installation_id)
    with transaction.atomic():
        return _replay(list(failed.order_by("pk").values_list("pk", flat=True)))


def _replay(delivery_ids: list[int]) -> int:
    now = timezone.now()
    count = Delivery.objects.filter(_SETTLED, pk__in=delivery_ids).update(
        state=Delivery.State.PENDING, attempts=0, next_attempt_at=now, queued_at=now, done_at=None
    )
    transaction.on_commit(lambda: deliveries_send(delivery_ids))
    return count


def _refuse_unplayable(pk: int, delivery: Delivery | None, *, is_emptied: bool) -> None:
    if delivery is None:
        raise NotFound(f"There is no delivery {pk}.", code="DELIVERY_NOT_FOUND")
    if delivery.state == Delivery.State.PENDING:
        raise Conflict(f"Delivery {pk} is waiting for a worker anyway.", code="DELIVERY_PENDING")
    if is_emptied:
        raise Conflict(f"The body of delivery {pk} was removed.", code="DELIVERY_EMPTIED")
