"""The words of the built-in templates, one module per language."""

from saleor_invoices.documents.labels import ar, de, de_ch, en, es, fr, he, it, ja, nl, pl, zh
from saleor_invoices.documents.labels.catalogue import Labels
from saleor_invoices.domain.errors import InvalidInput

_CATALOGUES = {
    "en": en.LABELS,
    "de": de.LABELS,
    "fr": fr.LABELS,
    "pl": pl.LABELS,
    "es": es.LABELS,
    "it": it.LABELS,
    "nl": nl.LABELS,
    "ja": ja.LABELS,
    "zh": zh.LABELS,  # simplified
    "ar": ar.LABELS,
    "he": he.LABELS,
}
_REGIONAL = {("de", "CH"): de_ch.LABELS, ("de", "LI"): de_ch.LABELS}
LANGUAGES = tuple(_CATALOGUES)
"""ISO 639 codes that the templates speak."""


def labels_for(language: str, country: str = "") -> Labels:
    """The words of a BCP 47 language, whose region makes no difference.

    ``country`` is the seller's: its own words where the language has other ones there. Raises
    ``InvalidInput`` LANGUAGE_UNSUPPORTED.
    """
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    try:
        return _REGIONAL.get((primary, country)) or _CATALOGUES[primary]
    except KeyError:
        raise InvalidInput(
            f"Documents can't be written in {language!r}; languages: {', '.join(LANGUAGES)}.",
            code="LANGUAGE_UNSUPPORTED",
            params={"field": "language", "language": language},
        ) from None


__all__ = ["LANGUAGES", "Labels", "labels_for"]
