"""An ERP's export: a thousand invoices in its own words and forms, thirty of them wrong.

A row a line, semicolons, decimal commas, days first and windows-1252, as many an ERP writes. Ten
things are wrong, each three times; what a report must say about each is known.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

INVOICES, EACH = 1000, 3
HEADINGS = (
    "Belegnummer", "Rechnungsdatum", "Fälligkeitsdatum", "Währung", "Kunde", "USt-IdNr.", "Straße",
    "PLZ", "Ort", "Land", "E-Mail", "Zahlungslink", "Artikel", "Menge", "Position netto",
    "MwSt-Satz",
)  # fmt: skip
BUYERS = (
    "Müller & Söhne GmbH",
    "Café Größe OHG",
    "Beispiel Handels AG",
    "Muster Bau GmbH & Co. KG",
)
GOODS = (("Schreibtischlampe", "49,95"), ("Kochbuch", "24,30"), ("Kabeltrommel 50 m", "1.089,00"))
RATES = ("19", "7", "19")
BEGINNING = "ERP-"
FIRST_WRONG, STEP = 7, 33  # one in so many, until all are spoilt
FIRST_DAY = date(2025, 1, 2)


@dataclass
class Invoice:
    """The cells of one invoice: a head, and lines that share it."""

    head: dict[str, str]
    lines: list[dict[str, str]] = field(default_factory=list)

    @property
    def number(self) -> str:
        """As the ERP numbered it."""
        return self.head["Belegnummer"]

    def rows(self) -> Iterator[list[str]]:
        """One for each line, under the headings."""
        for line in self.lines:
            yield [(self.head | line).get(name, "") for name in HEADINGS]


def _head(name: str, value: str) -> Callable[[Invoice], None]:
    return lambda invoice: invoice.head.update({name: value})


def _line(name: str, value: str) -> Callable[[Invoice], None]:
    return lambda invoice: invoice.lines[0].update({name: value})


def _negative(invoice: Invoice) -> None:
    for line in invoice.lines:
        line["Position netto"] = "-10,00"


def _again(invoice: Invoice) -> None:
    """Another invoice took this number before."""
    invoice.head["Belegnummer"] = f"{BEGINNING}{int(invoice.number.removeprefix(BEGINNING)) - 3:05}"


WRONG: dict[str, Callable[[Invoice], None]] = {
    "DATE_INVALID": _head("Rechnungsdatum", "31.02.2025"),
    "UNKNOWN_CURRENCY": _head("Währung", "EUX"),
    "CURRENCY_MISSING": _head("Währung", ""),
    "AMOUNT_INVALID": _line("Position netto", "zwölf"),
    "NEGATIVE_INVOICE": _negative,
    "COUNTRY_UNKNOWN": _head("Land", "Atlantis"),
    "VAT_RATE_INVALID": _line("MwSt-Satz", "190 %"),
    "PAYMENT_URL_INVALID": _head("Zahlungslink", "http://pay.example.com/"),
    "BUYER_NAME_MISSING": _head("Kunde", ""),
    "DUPLICATE_IN_FILE": _again,
}
"""What is spoilt, by the code that the report must give."""


def invoices() -> Iterator[Invoice]:
    """All of them as they would be right."""
    for number in range(1, INVOICES + 1):
        on = FIRST_DAY + timedelta(days=number // 4)
        head = {
            "Belegnummer": f"{BEGINNING}{number:05}",
            "Rechnungsdatum": f"{on:%d.%m.%Y}",
            "Fälligkeitsdatum": f"{on + timedelta(days=14):%d.%m.%Y}",
            "Währung": "EUR",
            "Kunde": BUYERS[number % len(BUYERS)],
            "Straße": f"Musterstraße {number % 90 + 1}",
            "PLZ": f"{10115 + number % 80}",
            "Ort": "Berlin",
            "Land": "Deutschland",
            "E-Mail": f"einkauf{number % 50}@example.com",
        }
        yield Invoice(head, [_goods(number, place) for place in range(number % 3 + 1)])


def _goods(number: int, place: int) -> dict[str, str]:
    name, price = GOODS[(number + place) % len(GOODS)]
    count = number % 4 + 1
    net = Decimal(price.replace(".", "").replace(",", ".")) * count
    return {
        "Artikel": name,
        "Menge": f"{count},00",
        "Position netto": f"{net:,.2f}".translate(str.maketrans(",.", ".,")),
        "MwSt-Satz": f"{RATES[(number + place) % len(GOODS)]} %",
    }


def erp_write(path: Path) -> Counter[tuple[str, str]]:
    """Write the file; returns number and code of everything that a report must reject."""
    wrong = [code for code in WRONG for _ in range(EACH)]
    expected: Counter[tuple[str, str]] = Counter()
    with path.open("w", encoding="cp1252", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(HEADINGS)
        for place, invoice in enumerate(invoices()):
            if place % STEP == FIRST_WRONG and wrong:
                code = wrong.pop()
                WRONG[code](invoice)
                expected[invoice.number, code] += 1
            writer.writerows(invoice.rows())
    return expected
