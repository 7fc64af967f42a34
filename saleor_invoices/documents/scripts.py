"""Which faces a document is set in, by its languages and by the letters that it has."""

import re
from collections.abc import Sequence

from saleor_invoices.documents.fonts import CHINESE, JAPANESE, SLIP, FontSet
from saleor_invoices.domain.document import Document

_BY_LANGUAGE = {"ja": JAPANESE, "zh": CHINESE}
_CHINESE_PLACES = frozenset({"CN", "HK", "MO", "SG", "TW"})
_KANA = re.compile("[\u3041-\u30ff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]")


def font_choice(
    document: Document, shown: str, fonts: FontSet, preferred: Sequence[str]
) -> dict[str, object]:
    """The template's font settings; ``shown`` is all text of the document.

    ``fonts`` and ``second_fonts`` are families in order, for each language; ``slip_fonts`` those
    of a Swiss payment part; ``mixed`` says whether any letter runs from right to left.
    """
    home = _han_by_content(document, shown)
    first = _BY_LANGUAGE.get(_primary(document.language))
    second = _BY_LANGUAGE.get(_primary(document.second_language))
    own = fonts.families(preferred, han=first or second or home)
    slip = SLIP if SLIP in fonts.coverage else own[0]
    return {
        "fonts": own,
        "second_fonts": fonts.families(preferred, han=second or first or home),
        "slip_fonts": (slip, *(name for name in own if name != slip)),
        "mixed": _RIGHT_TO_LEFT.search(shown) is not None,
    }


def families_for(language: str, shown: str, fonts: FontSet) -> dict[str, object]:
    """The same for a report: it has one language, and names of anywhere."""
    han = _BY_LANGUAGE.get(_primary(language)) or (JAPANESE if _KANA.search(shown) else CHINESE)
    return {
        "fonts": fonts.families(("Noto Sans",), han=han),
        "mixed": _RIGHT_TO_LEFT.search(shown) is not None,
    }


def _han_by_content(document: Document, shown: str) -> str:
    """For names in a document of another language: kana are Japanese, else places decide."""
    if _KANA.search(shown):
        return JAPANESE
    places = {document.seller.address.country, document.buyer.address.country}
    return CHINESE if places & _CHINESE_PLACES else JAPANESE


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()
