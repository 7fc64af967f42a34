"""Where an invoice is paid outside of this app."""

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.payments.models import PaymentAddress
from saleor_invoices.stores.values import https_url


def payment_address_set(*, document: SalesDocument, url: str, actor: str) -> None:
    """Set the address; empty takes it away.

    Raises ``InvalidInput`` URL_INVALID for what is not https, ``Conflict`` NOT_PAYABLE for what is
    no issued invoice.
    """
    if document.kind != DocumentKind.INVOICE or document.state != DocumentState.ISSUED:
        raise Conflict("Only an issued invoice can be paid.", code="NOT_PAYABLE")
    try:
        checked = https_url(url) if url else ""
    except ValueError as error:
        raise InvalidInput(
            f"The address {error}.", code="URL_INVALID", params={"field": "url"}
        ) from error
    if checked:
        PaymentAddress.objects.update_or_create(
            document=document, defaults={"url": checked, "set_by": actor}
        )
    elif not PaymentAddress.objects.filter(document=document).delete()[0]:
        return
    history_append(document=document, event="payment_address_set", actor=actor)
