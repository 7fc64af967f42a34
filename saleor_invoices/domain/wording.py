"""The few sentences that become part of a document, in the languages that templates speak.

Labels belong to the templates; here is what the law wants said, so that it is frozen with the
document and is the same on the page and in the XML.
"""

from saleor_invoices.domain.wordings import WORDINGS, Wording


def wording(language: str) -> Wording:
    """The sentences in the language (BCP 47), or in English where there are none."""
    primary = language.lower().replace("_", "-").split("-")[0]
    return WORDINGS.get(primary, WORDINGS["en"])


__all__ = ["Wording", "wording"]
