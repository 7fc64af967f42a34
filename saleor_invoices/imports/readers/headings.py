"""Which field a column's heading means, in the languages of most files.

Case, accents, punctuation and spaces do not count: ``Rechnungs-Nr.``, ``rechnungsnr`` and
``RECHNUNGS NR`` are one. A heading that could be two fields is nobody's: a person decides.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from saleor_invoices.imports.readers.fields import FIELDS
from saleor_invoices.imports.readers.synonyms import SYNONYMS

_FOLDED = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "%": "pct"}
)
_RATE = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s*%?\s*$")
_AT_RATE = {
    "net": ("net", "netto", "nettobetrag", "netamount", "taxable", "ht", "baseht", "base",
            "baseimponible", "imponibile", "kwotanetto", "wartoscnetto", "montantht"),
    "tax": ("vat", "tax", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "steuer", "tva", "iva",
            "ptu", "kwotavat", "vatamount", "taxamount", "montanttva", "importoiva", "cuotaiva"),
    "gross": ("gross", "brutto", "bruttobetrag", "grossamount", "ttc", "montantttc", "kwotabrutto",
              "wartoscbrutto", "totale", "lordo"),
}  # fmt: skip


def folded(text: str) -> str:
    """The heading without all that does not count."""
    lowered = text.casefold().translate(_FOLDED)
    plain = unicodedata.normalize("NFKD", lowered)
    return "".join(character for character in plain if character.isalnum())


def proposal(headers: Sequence[str]) -> dict[str, str]:
    """Our field for each header where one is likely; no field twice, the first column has it."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for header in headers:
        name = _field(header)
        if name and name not in taken:
            found[header] = name
            taken.add(name)
    return found


def known(cells: Iterable[str]) -> int:
    """How many of the cells are headings of ours: by that the heading row is found."""
    return sum(1 for cell in cells if _field(cell))


def _field(header: str) -> str:
    key = folded(header)
    return _NAMES.get(key) or _at_rate(header)


def _at_rate(header: str) -> str:
    found = _RATE.search(header)
    if not found:
        return ""
    kind = _RATED.get(folded(header[: found.start()]))
    rate = found[1].replace(",", ".")
    return f"rate_{kind}_{rate}" if kind else ""


def _names() -> dict[str, str]:
    names = {folded(field.name): field.name for field in FIELDS}
    for field, synonyms in SYNONYMS.items():
        for synonym in synonyms:
            names.setdefault(folded(synonym), field)
    return names


_NAMES = _names()
_RATED = {word: kind for kind, words in _AT_RATE.items() for word in words}
