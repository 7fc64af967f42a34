"""The columns of DATEV's booking batch, format version 13, by their published headings.

https://developer.datev.de/datev/platform/de/dtvf/formate/buchungsstapel (125 fields).
"""

from itertools import chain


def _pairs(kind: str, content: str, count: int) -> tuple[str, ...]:
    return tuple(
        chain.from_iterable((f"{kind} {n}", f"{content} {n}") for n in range(1, count + 1))
    )


# fmt: off
HEADINGS: tuple[str, ...] = (
    "Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs", "Basis-Umsatz",
    "WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)", "BU-Schlüssel", "Belegdatum",
    "Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext", "Postensperre",
    "Diverse Adressnummer", "Geschäftspartnerbank", "Sachverhalt", "Zinssperre", "Beleglink",
    *_pairs("Beleginfo - Art", "Beleginfo - Inhalt", 8),
    "KOST1 - Kostenstelle", "KOST2 - Kostenstelle", "Kost-Menge", "EU-Land u. UStID (Bestimmung)",
    "EU-Steuersatz (Bestimmung)", "Abw. Versteuerungsart", "Sachverhalt L+L",
    "Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp", "BU 49 Hauptfunktionsnummer",
    "BU 49 Funktionsergänzung",
    *_pairs("Zusatzinformation - Art", "Zusatzinformation- Inhalt", 20),
    "Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr", "Zugeordnete Fälligkeit",
    "Skontotyp", "Auftragsnummer", "Buchungstyp", "USt-Schlüssel (Anzahlungen)",
    "EU-Land (Anzahlungen)", "Sachverhalt L+L (Anzahlungen)", "EU-Steuersatz (Anzahlungen)",
    "Erlöskonto (Anzahlungen)", "Herkunft-Kz", "Buchungs GUID", "KOST-Datum",
    "SEPA-Mandatsreferenz", "Skontosperre", "Gesellschaftername", "Beteiligtennummer",
    "Identifikationsnummer", "Zeichnernummer", "Postensperre bis", "Bezeichnung SoBil-Sachverhalt",
    "Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum", "Datum Zuord. Steuerperiode",
    "Fälligkeit", "Generalumkehr (GU)", "Steuersatz", "Land", "Abrechnungsreferenz",
    "BVV-Position", "EU-Land u. UStID (Ursprung)", "EU-Steuersatz (Ursprung)", "Abw. Skontokonto",
)
# Text fields stand in quotation marks even where they are empty; the others never do.
_TEXTS = frozenset({
    2, 3, 6, 9, 11, 12, 14, 16, *range(20, 39), 40, 42, *range(48, 88), 91, 95, 96, 98, 102, 103,
    105, 107, 109, 110, 112, 118, 120, 121, 123,
})
# fmt: on
_EMPTY = tuple('""' if place in _TEXTS else "" for place in range(1, len(HEADINGS) + 1))
_PLACES = {heading: place for place, heading in enumerate(HEADINGS)}


def quoted(text: str) -> str:
    """A text field."""
    return '"' + text.replace('"', '""') + '"'


def row(values: dict[str, str]) -> str:
    """A line of the fields that are given by their headings, the others empty."""
    fields = list(_EMPTY)
    for heading, value in values.items():
        place = _PLACES[heading]
        fields[place] = quoted(value) if place + 1 in _TEXTS else value
    return ";".join(fields)
