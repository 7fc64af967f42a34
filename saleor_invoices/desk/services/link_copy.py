"""The private link of a document, for staff to hand on."""

from saleor_invoices.domain.errors import Conflict
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DownloadLink, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.link_create import link_create
from saleor_invoices.stores.selectors import setting_resolve


def link_copy(*, document: SalesDocument, actor: str) -> DownloadLink:
    """The live link, made where there is none; the history says who asked for it.

    Raises ``Conflict`` DOCUMENT_NOT_ISSUED, DOCUMENT_ERASED.
    """
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft has no link.", code="DOCUMENT_NOT_ISSUED")
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    link = link_create(
        document=document,
        open_days=int(str(_setting(document, "link_open_days"))),
        strict=bool(_setting(document, "strict_links")),
    )
    history_append(document=document, event="link_copied", actor=actor)
    return link


def _setting(document: SalesDocument, key: str) -> object:
    # One by one: a link can be handed on where the seller's data can't be read just now.
    value, _ = setting_resolve(
        installation=document.installation, channel=document.channel, key=key
    )
    return value
