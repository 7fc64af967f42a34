"""E-invoices by mail: XML and PDF to the buyer's electronic address.

The mail goes the way of every other mail (``Dispatch``), with all that keeps it from going twice.
"""

from saleor_invoices.delivery.compose.dispatch_mail import EINVOICE
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.services.dispatch_decide import dispatch_retry
from saleor_invoices.delivery.services.dispatch_request import dispatch_request
from saleor_invoices.delivery.transmission.port import (
    Package,
    Progress,
    Receipt,
    Status,
    Transmitter,
    register,
)
from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.stores.profile import ChannelProfile

CHANNEL = "email"
_ACCEPTED = "The mail server accepted it; whether it was read or processed is not known."
_PROGRESS = {
    Dispatch.State.SENT: (Progress.DELIVERED, _ACCEPTED),
    Dispatch.State.FAILED: (Progress.FAILED, "The mail was refused or could not be sent."),
    Dispatch.State.CANCELLED: (Progress.FAILED, "The mail was cancelled."),
    Dispatch.State.UNKNOWN: (Progress.IN_FLIGHT, "It is not known whether the mail went out."),
}
_WAITING = (Progress.IN_FLIGHT, "The mail waits to be sent.")


class ByMail:
    """The channel "email"."""

    def __init__(self, _profile: ChannelProfile) -> None:
        """A channel's settings of mail are read when the mail is written."""

    def submit(self, package: Package) -> Receipt:
        """Plan the mail. Raises ``InvalidInput`` TRANSMISSION_NO_ADDRESS."""
        if not package.buyer_email:
            raise InvalidInput(
                "The buyer has no electronic address of the scheme EM and no e-mail address.",
                code="TRANSMISSION_NO_ADDRESS",
            )
        dispatch = dispatch_request(
            document=package.document,
            purpose=EINVOICE,
            recipient=package.buyer_email,
            requested_by=package.requested_by,
        )
        if dispatch.state == Dispatch.State.FAILED:  # it certainly did not go out
            dispatch_retry(dispatch=dispatch, actor=package.requested_by)
        return Receipt(external_id=str(dispatch.pk), status=_status(dispatch))

    def poll(self, receipt: Receipt) -> Status:
        """What became of the mail."""
        dispatch = Dispatch.objects.filter(pk=receipt.external_id).first()
        if dispatch is None:
            raise NotFound("The mail is not known any more.", code="TRANSMISSION_LOST")
        return _status(dispatch)


def _status(dispatch: Dispatch) -> Status:
    progress, detail = _PROGRESS.get(Dispatch.State(dispatch.state), _WAITING)
    raw = {"dispatch": str(dispatch.pk), "state": dispatch.state, "error": dispatch.last_error}
    return Status(progress=progress, detail=detail, raw=raw)


def make(profile: ChannelProfile) -> Transmitter:
    """The transmitter of a channel of the shop."""
    return ByMail(profile)


register(CHANNEL, make)
