"""The number that a document would get if it were issued now; nothing is taken or promised."""

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.invoices.models import NumberSeries
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.number_take import TEST_PREFIX, number_take
from saleor_invoices.stores.entity_numbering import entity_numbering
from saleor_invoices.stores.models import LegalEntity


def number_foretell(*, document: Document, legal_entity: LegalEntity) -> str:
    """The next number of the series; "" where the pattern would give one that is used."""
    numbering = entity_numbering(legal_entity=legal_entity)
    pattern = NumberPattern.parse(numbering.patterns[DocumentKind(document.kind)], numbering.reset)
    today = clock.today(legal_entity.timezone)
    series = NumberSeries.objects.filter(
        legal_entity=legal_entity, kind=document.kind, test_mode=document.test_mode
    ).first()
    if series is None:  # the first document of the kind
        return (TEST_PREFIX if document.test_mode else "") + pattern.render(1, today)
    try:
        return number_take(series=series, pattern=pattern, today=today).number
    except CannotIssue:
        return ""
