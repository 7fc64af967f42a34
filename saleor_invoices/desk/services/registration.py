"""What the back office hears of documents."""

from saleor_invoices.desk.services.bulk_tidy import bulk_files_forget
from saleor_invoices.desk.services.note import notes_forget
from saleor_invoices.invoices.services import listeners


def register_all() -> None:
    """Register everything once, at start."""
    listeners.on_erased(notes_forget)
    listeners.on_erased(bulk_files_forget)
