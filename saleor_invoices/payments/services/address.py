"""Where an invoice is paid outside of this app."""

import uuid
from collections.abc import Mapping

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


def payment_addresses_follow(urls: Mapping[uuid.UUID, str], actor: str) -> None:
    """Where imported invoices are paid, as their source says; empty takes an address away.

    The addresses were checked. An address that staff set since is overwritten: the source decides.
    """
    gone = [document for document, url in urls.items() if not url]
    PaymentAddress.objects.filter(document__in=gone).delete()
    PaymentAddress.objects.bulk_create(
        [
            PaymentAddress(document_id=document, url=url, set_by=actor)
            for document, url in urls.items()
            if url
        ],
        update_conflicts=True,
        unique_fields=["document"],
        update_fields=["url", "set_by", "set_at"],
    )
