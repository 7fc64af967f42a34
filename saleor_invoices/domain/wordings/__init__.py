"""The sentences of the domain, one module per language."""

from collections.abc import Mapping

from saleor_invoices.domain.wordings import ar, de, en, es, fr, he, it, ja, nl, pl, zh
from saleor_invoices.domain.wordings.model import Wording

WORDINGS: Mapping[str, Wording] = {
    one.WORDING.language: one.WORDING for one in (en, de, fr, pl, es, it, nl, ja, zh, ar, he)
}

__all__ = ["WORDINGS", "Wording"]
