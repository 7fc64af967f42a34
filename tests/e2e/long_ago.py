"""``python -m demo.program tests.e2e.long_ago DRAFT DAY``: issue a draft as if it were that day."""

from collections.abc import Sequence
from datetime import date
from unittest.mock import patch

from saleor_invoices.api.ids import local_uuid
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.draft_issue import written_issue


def main(arguments: Sequence[str]) -> None:
    """Issue it by the app's own service; only its clock is another one."""
    draft, day = arguments
    row = SalesDocument.objects.select_related("installation").get(
        pk=local_uuid(draft, "SalesInvoice")
    )
    with patch.object(clock, "today", lambda _zone: date.fromisoformat(day)):
        written_issue(draft=row, actor="app")
