"""Who waits for a mail: a transmission by e-mail hears at once what became of its own."""

from saleor_invoices import background
from saleor_invoices.delivery.compose.dispatch_mail import EINVOICE
from saleor_invoices.delivery.models import Dispatch, Transmission

TRANSMIT_TASK = "saleor_invoices.delivery.tasks.transmission_work"


def tell(dispatch: Dispatch) -> None:
    """Let the transmission of this mail look at it now."""
    if dispatch.purpose != EINVOICE or dispatch.document_id is None:
        return
    waiting = Transmission.objects.filter(
        document_id=dispatch.document_id,
        external_id=str(dispatch.pk),
        state__in=[Transmission.State.IN_FLIGHT, Transmission.State.FAILED],
    )
    for identity in waiting.values_list("pk", flat=True):
        # A failed one goes on, too: staff may have sent its mail again.
        Transmission.objects.filter(pk=identity).update(
            state=Transmission.State.IN_FLIGHT, next_attempt_at=None, claim=None
        )
        background.enqueue(TRANSMIT_TASK, str(identity))
