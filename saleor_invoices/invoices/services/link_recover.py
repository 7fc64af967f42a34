"""A fresh link to the customer's own address, for whoever can name that address and the number.

Works in the background only: whoever asks is told the same, at once, whatever comes of it here.
"""

from saleor_invoices import logs
from saleor_invoices.domain.errors import Throttled
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DownloadLink, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.link_create import link_renew, token_hash
from saleor_invoices.limits.services import limits_take
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import setting_resolve

RECOVER_TASK = "saleor_invoices.web.tasks.link_recover"
A_DAY = 3
"""Fresh links that are mailed of one document within a day, by the rule of ``limits``."""

log = logs.get(__name__)


def link_recover(*, token: str, email: str, number: str) -> list[DownloadLink]:
    """Fresh links of the documents that the address and the number belong to; mostly one or none.

    ``token`` is that of the link that no longer opens; it names the store. One that nobody knows
    (a line break in a mail may have cut it) does so only where there is but one store.
    """
    store = _store(token)
    if store is None:
        return []
    return [_renewed(row) for row in _documents(store, email, number) if _has_room(row)]


def _store(token: str) -> Installation | None:
    known = DownloadLink.objects.select_related("document__installation").filter(
        token_hash=token_hash(token)
    )
    link = known.first()
    if link is not None:
        return link.document.installation
    stores = list(Installation.objects.filter(state=Installation.State.ACTIVE)[:2])
    return stores[0] if len(stores) == 1 else None


def _documents(store: Installation, email: str, number: str) -> list[SalesDocument]:
    if not email or not number or not number.isprintable():
        return []  # PostgreSQL refuses to compare with NUL
    rows = SalesDocument.objects.filter(
        installation=store, number=number, state=DocumentState.ISSUED, erased_at__isnull=True
    ).select_related("installation")
    # Sellers of one store may have the same numbers; addresses are typed in any case.
    return [row for row in rows if row.customer_email.casefold() == email.casefold()]


def _has_room(document: SalesDocument) -> bool:
    try:
        limits_take(scope="link-recovered", key=str(document.pk), most=A_DAY, seconds=86_400)
    except Throttled:
        log.info("link.recovery_refused", document=str(document.pk))
        return False
    return True


def _renewed(document: SalesDocument) -> DownloadLink:
    link = link_renew(
        document=document,
        open_days=int(str(_setting(document, "link_open_days"))),
        strict=bool(_setting(document, "strict_links")),
    )
    history_append(document=document, event="link_recovered", actor="customer")
    return link


def _setting(document: SalesDocument, key: str) -> object:
    value, _ = setting_resolve(
        installation=document.installation, channel=document.channel, key=key
    )
    return value
