"""Cells that are words of a list: kinds, payment statuses, currencies, countries, units.

A word that is not known goes on as it is, and the check of the whole invoice tells it.
"""

from collections.abc import Callable, Mapping
from functools import cache

from babel import Locale

from saleor_invoices.imports.readers.headings import folded
from saleor_invoices.imports.readers.values import LANGUAGES
from saleor_invoices.imports.shaping.parties import countries

_KINDS = {
    "invoice": (
        "invoice", "inv", "sales invoice", "tax invoice", "380", "rechnung", "re", "facture",
        "faktura", "faktura vat", "fv", "factura", "fattura", "td01",
    ),
    "credit_note": (
        "credit note", "credit", "credit memo", "creditmemo", "cn", "refund", "381", "gutschrift",
        "gs", "rechnungskorrektur", "storno", "stornorechnung", "avoir", "note de crédit",
        "facture d'avoir", "korekta", "faktura korygująca", "fk", "nota de crédito", "abono",
        "factura rectificativa", "rectificativa", "nota di credito", "nota credito", "td04",
    ),
}  # fmt: skip
_STATUSES = {
    "paid": (
        "paid", "fully paid", "paid in full", "settled", "overpaid", "yes", "true", "bezahlt",
        "beglichen", "ausgeglichen", "ja", "payé", "payée", "réglé", "réglée", "acquittée", "oui",
        "opłacona", "opłacone", "zapłacona", "zapłacone", "zapłacono", "rozliczona", "tak",
        "pagado", "pagada", "cobrada", "sí", "pagato", "pagata", "saldata", "sì",
    ),
    "partially_paid": (
        "partially paid", "partial", "partly paid", "part paid", "partially", "teilweise bezahlt",
        "teilbezahlt", "teilweise", "partiellement payée", "partiellement payé",
        "partiellement réglée", "częściowo opłacona", "częściowo zapłacona", "częściowo",
        "parcialmente pagada", "parcialmente pagado", "pago parcial", "parcial",
        "parzialmente pagata", "parzialmente pagato", "parziale",
    ),
    "unpaid": (
        "unpaid", "open", "outstanding", "pending", "overdue", "due", "not paid",
        "awaiting payment", "no", "false", "offen", "unbezahlt", "nicht bezahlt", "überfällig",
        "nein", "impayé",
        "impayée", "non payée", "en attente", "à payer", "non", "nieopłacona", "nieopłacone",
        "niezapłacona", "nierozliczona", "do zapłaty", "nie", "pendiente", "impagada",
        "no pagada", "vencida", "non pagata", "non pagato", "da pagare", "insoluta", "scaduta",
    ),
}  # fmt: skip
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "zł": "PLN", "zl": "PLN", "kč": "CZK",
    "fr": "CHF", "sfr": "CHF", "chf": "CHF", "us$": "USD", "ft": "HUF", "lei": "RON", "лв": "BGN",
}  # fmt: skip
_UNITS = {
    "C62": ("c62", "one", "unit", "units", "einheit", "unité", "unidad"),
    "H87": (
        "h87", "pc", "pcs", "piece", "pieces", "ea", "each", "stk", "stck", "st", "stück", "pce",
        "pièce", "pièces", "szt", "sztuka", "sztuk", "ud", "uds", "pieza", "pz", "pezzo", "pezzi",
    ),
    "HUR": ("hur", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure",
            "heures", "godz", "godzina", "hora", "horas", "ora", "ore"),
    "DAY": ("day", "days", "tag", "tage", "jour", "jours", "dzień", "dni", "día", "días",
            "giorno", "giorni"),
    "MON": ("mon", "month", "months", "monat", "monate", "mois", "miesiąc", "mies", "mes",
            "mese", "mesi"),
    "ANN": ("ann", "year", "years", "jahr", "jahre", "an", "rok", "año", "anno"),
    "KGM": ("kgm", "kg", "kilo", "kilogram", "kilogramm"),
    "GRM": ("grm", "g", "gram", "gramm", "gr"),
    "TNE": ("tne", "t", "ton", "tonne"),
    "MTR": ("mtr", "m", "lm", "meter", "metre", "mètre", "metr", "metro"),
    "CMT": ("cmt", "cm"),
    "KMT": ("kmt", "km"),
    "MTK": ("mtk", "m2", "m²", "qm", "sqm"),
    "MTQ": ("mtq", "m3", "m³", "cbm"),
    "LTR": ("ltr", "l", "lt", "liter", "litre", "litr", "litro"),
    "KWH": ("kwh",),
    "SET": ("set", "sets", "satz", "kpl", "komplet"),
    "PR": ("pr", "pair", "paar", "paire", "para", "par", "paio"),
    "XPK": ("xpk", "pack", "package", "pkg", "packung", "paket", "paquet", "opak", "paquete"),
    "XBX": ("xbx", "box", "karton", "carton", "caja", "scatola"),
    "LS": ("ls", "lump sum", "pauschal", "psch", "forfait", "ryczałt"),
}  # fmt: skip


def _reader(known: Mapping[str, str], otherwise: Callable[[str], str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        found = known.get(folded(text)) or known.get(text.strip().casefold())
        return found or otherwise(text.strip())

    return read


def kinds() -> Callable[[str], str]:
    """A function from a cell to "invoice" or "credit_note"."""
    return _reader(_turned(_KINDS), str.lower)


def statuses() -> Callable[[str], str]:
    """A function from a cell to "paid", "partially_paid" or "unpaid"."""
    return _reader(_turned(_STATUSES), str.lower)


def currencies() -> Callable[[str], str]:
    """A function from a cell to a code of ISO 4217."""
    return _reader(_CURRENCIES, str.upper)


def country_codes() -> Callable[[str], str]:
    """A function from a cell to a code of ISO 3166-1; names in the languages of the headings."""
    return _reader(_country_names(), _upper_code)


def units() -> Callable[[str], str]:
    """A function from a cell to a code of UN/ECE Rec 20."""
    return _reader(_turned(_UNITS), _code_like)


def _code_like(text: str) -> str:
    return text.upper() if len(text) <= 3 and text.isascii() and text.isalnum() else text


def _upper_code(text: str) -> str:
    return text.upper() if len(text) <= 3 else text


def _turned(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {folded(word): value for value, listed in words.items() for word in listed}


@cache
def _country_names() -> dict[str, str]:
    names = {"uk": "GB", "england": "GB", "usa": "US", "holland": "NL"}
    known = countries()
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in known:
                names.setdefault(folded(str(name)), str(code))
    return names | {code.casefold(): code for code in known}
