"""Until when documents must be kept, and which of them may be erased now."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from saleor_invoices.domain import codec
from saleor_invoices.domain.errors import AppError, InvalidInput
from saleor_invoices.domain.retention import last_erasable_day, retained_until
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff
from saleor_invoices.stores.entity_settings import entity_setting
from saleor_invoices.stores.models import Installation, LegalEntity

SETTING = "retention_years"


def document_retained_until(*, document: SalesDocument) -> date:
    """The last day on which an issued document must be kept.

    By the country of its legal entity now and the one on the document, should the seller have
    moved: the later day holds. Raises ``InvalidInput`` NOT_ISSUED for a draft.
    """
    if document.issue_date is None:
        raise InvalidInput("A draft has no time of retention.", code="NOT_ISSUED")
    years = int(entity_setting(legal_entity=document.legal_entity, key=SETTING))
    countries = {document.legal_entity.country, _country(document)}
    return max(retained_until(country, document.issue_date, years) for country in countries)


def documents_erasable(*, viewer: Viewer) -> QuerySet[SalesDocument]:
    """Issued documents whose time of retention has run out where the seller is, without content.

    For staff with MANAGE_ORDERS (``NotAllowed``).
    """
    return documents_over(installation=require_staff(viewer).installation)


def documents_over(*, installation: Installation) -> QuerySet[SalesDocument]:
    """The same for an operator."""
    over = Q(pk__in=[])
    for entity in LegalEntity.objects.filter(installation=installation).defer("logo"):
        day = _last_erasable_day(entity)
        if day is not None:
            over |= Q(legal_entity=entity, issue_date__lte=day)
    rows = SalesDocument.objects.filter(
        over, installation=installation, state=DocumentState.ISSUED, erased_at__isnull=True
    )
    return rows.select_related("order", "payment", "legal_entity").defer(
        "snapshot", "salt", "search_text", "legal_entity__logo"
    )


def _last_erasable_day(entity: LegalEntity) -> date | None:
    today = timezone.now().astimezone(ZoneInfo(entity.timezone)).date()
    years = int(entity_setting(legal_entity=entity, key=SETTING))
    return last_erasable_day(entity.country, today, years)


def _country(document: SalesDocument) -> str:
    try:
        country = codec.decode(bytes(document.snapshot)).seller.address.country
    except AppError:  # erased, or not to be read
        country = ""
    return country or document.legal_entity.country


def local_today(legal_entity: LegalEntity) -> date:
    """Today where the seller is."""
    return datetime.now(ZoneInfo(legal_entity.timezone)).date()
