"""What every part of the view needs: the document, its words and its formats."""

from dataclasses import dataclass
from functools import cached_property

from saleor_invoices.documents.formats import Formats
from saleor_invoices.documents.labels import Labels, labels_for
from saleor_invoices.domain.document import Document


@dataclass(frozen=True)
class Context:
    """One document on its way to becoming a view."""

    document: Document
    labels: Labels
    formats: Formats

    @classmethod
    def of(cls, document: Document) -> "Context":
        """Raises ``InvalidInput`` for a language or currency that can't be written."""
        return cls(
            document=document,
            labels=labels_for(document.language),
            formats=Formats(
                language=document.language,
                country=document.seller.address.country,
                currency=document.currency,
            ),
        )

    @cached_property
    def tax_name(self) -> str:
        """VAT is called by its name in the language; any other tax by its own."""
        own = self.document.tax_name
        return self.labels.tax_name if own in {"", "VAT"} else own

    @cached_property
    def is_abroad(self) -> bool:
        """Whether more than one country is involved, so that addresses need theirs."""
        document = self.document
        addresses = [document.seller.address, document.buyer.address]
        if document.delivery and document.delivery.address:
            addresses.append(document.delivery.address)
        return len({address.country for address in addresses if address.country}) > 1

    def tax(self, text: str) -> str:
        """A label with the tax's name filled in."""
        return text.replace("{tax}", self.tax_name)
