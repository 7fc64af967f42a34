"""What formats have in common that need nothing but documents."""

from saleor_invoices.exports.context import ExportContext
from saleor_invoices.exports.records import Depth


class TableFormat:
    """Any documents of any sellers, drafts among them."""

    depth = Depth.LINES
    is_of_books = False

    def stem(self, context: ExportContext) -> str:
        """The file's name without its suffix."""
        return "invoices"

    def check(self, context: ExportContext) -> None:
        """There is nothing that could be missing."""
