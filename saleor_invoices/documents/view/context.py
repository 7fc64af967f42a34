"""What every part of the view needs: the document, its words and its formats."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from saleor_invoices.documents.formats import Formats
from saleor_invoices.documents.labels import Labels, labels_for
from saleor_invoices.domain.document import Document

_LTR, _RTL = "\u200e", "\u200f"  # marks: letters without a shape
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Context:
    """One document on its way to becoming a view, in one of its languages.

    ``formats`` writes the values that stand alone, which are there once and in the first language;
    ``spoken`` writes those inside a sentence of this language.
    """

    document: Document
    labels: Labels
    formats: Formats
    spoken: Formats
    is_second: bool = False

    @classmethod
    def of(cls, document: Document) -> "Context":
        """Raises ``InvalidInput`` for a language or currency that can't be written."""
        formats = _formats(document, document.language)
        return cls(
            document=document,
            labels=labels_for(document.language, document.seller.address.country),
            formats=formats,
            spoken=formats,
        )

    def second(self) -> "Context | None":
        """The document in its second language; ``None`` where it has no other one."""
        other = self.document.second_language
        labels = labels_for(other, self.document.seller.address.country) if other else self.labels
        if labels is self.labels:
            return None
        return Context(
            document=self.document,
            labels=labels,
            formats=self.formats,
            spoken=_formats(self.document, other),
            is_second=True,
        )

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, of this language."""
        return self.spoken.locale.text_direction

    def apart(self, value: str) -> str:
        """A number or a name from outside on its way into a sentence.

        Among words from right to left "INV-2026-7" would be read as "7-2026-INV" without marks.
        """
        strong = (unicodedata.bidirectional(character) for character in value)
        first = next((kind for kind in strong if kind in _RIGHT_TO_LEFT | {"L"}), "")
        if self.direction == "ltr" or not value or first in _RIGHT_TO_LEFT:
            return value
        return f"{_LTR}{value}{_LTR}{_RTL}"

    @cached_property
    def tax_name(self) -> str:
        """The tax by its name in the language, where it has one there; else by its own."""
        own = self.document.tax_name or "VAT"
        return self.labels.tax_names.get(own, own)

    @cached_property
    def is_abroad(self) -> bool:
        """Whether more than one country is involved, so that addresses need theirs."""
        document = self.document
        addresses = [document.seller.address, document.buyer.address]
        if document.delivery and document.delivery.address:
            addresses.append(document.delivery.address)
        return len({address.country for address in addresses if address.country}) > 1

    def tax(self, text: str) -> str:
        """A label with the tax's name filled in, with a capital where the label begins with it."""
        name = self.tax_name
        if text.startswith("{tax}"):
            name = name[:1].upper() + name[1:]
        return text.replace("{tax}", name)


def _formats(document: Document, language: str) -> Formats:
    country = document.seller.address.country
    return Formats(language=language, country=country, currency=document.currency)
