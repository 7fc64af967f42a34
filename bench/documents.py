"""Invoices of orders that nobody has seen before, made as issuing makes them."""

from datetime import date

from bench.orders import CHANNEL, Orders
from demo.errors import DemoError
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.order_document import document_from_order, issued
from saleor_invoices.saleor.payloads import parse_event
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.selectors import channel_profile

ON = date(2026, 11, 22)


class Documents:
    """Issued documents, each different, with so many lines."""

    def __init__(self, lines: int) -> None:
        self._orders = Orders(3000 + lines, lines=lines)
        self._profile = channel_profile(
            installation=Installation.objects.get(), channel=CHANNEL
        ).document
        self._count = 0

    def new(self) -> Document:
        """The next one."""
        self._count += 1
        order = parse_event(self._orders.delivery()).order
        if order is None:
            raise DemoError("An order of the benchmark can't be read.")
        draft = document_from_order(order, self._profile, on=ON).document
        return issued(draft, number=f"INV-{self._count:07}", issue_date=ON)
