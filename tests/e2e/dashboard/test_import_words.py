"""An import in the language of the person: what was wrong, and columns with long names."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from demo.stack import Stack
from tests.e2e.dashboard.test_imports import SHORT
from tests.plugins.back_office import BackOffice, dress
from tests.plugins.looks import Look

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("stack"), pytest.mark.timeout(240)]
LONG = "Nettobetrag der Rechnung in der Hauswährung nach Abzug sämtlicher Nachlässe und Zuschläge"
JOINED = "Umsatzsteueridentifikationsnummer_des_Rechnungsempfängers"
HEAD = ("Rechnungs-Nr.", "Datum", "Währung", "Name", LONG, "USt", "Brutto", JOINED)
BROKEN_WORDS = """(heading) => {
  const texts = [...heading.childNodes].filter((node) => node.data), broken = [];
  const range = document.createRange();
  for (const text of texts)
    for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  return broken;
}"""
"""The words of a heading, or of a name that is joined by signs, that stand on two lines."""


def row(number: str, date: str = "02.11.2026", net: str = "100,00") -> tuple[str, ...]:
    """A row of 119.00 EUR."""
    return (number, date, "EUR", "Müller GmbH", net, "19,00", "119,00", "DE136695976")


def table(name: str, *rows: tuple[str, ...]) -> FilePayload:
    """A file as German spreadsheets of Windows write it."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEAD, *rows])
    return {"name": name, "mimeType": "text/csv", "buffer": out.getvalue().encode("cp1252")}


def test_long_headings_break_between_words_and_encodings_have_names(
    page: Page, stack: Stack, look: Look
) -> None:
    dress(page, language="de")
    office = BackOffice(page, stack)
    office.go("/imports/new")
    file = table("Lang.csv", row("LANG-1"), row("LANG-2", date="31.02.2026"))
    office.app.get_by_label("Datei auswählen").set_input_files(file)
    net, joined = office.app.get_by_title(LONG), office.app.get_by_title(JOINED)
    encoding = office.app.get_by_label("Zeichensatz")
    expect(encoding).to_contain_text("Ermittelt: Windows-1252 (Westeuropa)")
    for theme in ("light", "dark"):
        for width in (1280, 480):
            page.set_viewport_size({"width": width, "height": 1000})
            net.scroll_into_view_if_needed()
            assert net.evaluate(BROKEN_WORDS) == []
            look(f"imports-words-{theme}-{width}")
            joined.scroll_into_view_if_needed()
            assert joined.evaluate(BROKEN_WORDS) == []
            look(f"imports-words-last-{theme}-{width}")
            encoding.scroll_into_view_if_needed()
            look(f"imports-encoding-{theme}-{width}")
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.get_by_role("button", name="Dark" if theme == "light" else "Light").click()
    assert office.faults() == []


@pytest.mark.parametrize(
    ("language", "import_it", "ready", "report", "source", "choose", "told"),
    [
        ("de", "Importieren", "Fertig", "Bericht als CSV", "Quellsystem", "Datei auswählen",
         ("Zeile 3", "Abgelehnt", "„31.02.2026“ ist kein Datum.")),
        ("pl", "Importuj", "Gotowe", "Raport jako CSV", "System źródłowy", "Wybierz plik",
         ("wiersz 3", "Odrzucony", "„31.02.2026” nie jest datą.")),
    ],
)  # fmt: skip
def test_the_report_is_in_the_words_of_the_page(
    page: Page, stack: Stack, look: Look, language: str, import_it: str, ready: str, report: str,
    source: str, choose: str, told: tuple[str, str, str],
) -> None:  # fmt: skip
    dress(page, language=language)
    office = BackOffice(page, stack)
    office.go("/imports/new")
    rows = row(f"WORT-{language}-1"), row(f"WORT-{language}-2", date="31.02.2026")
    office.app.get_by_label(choose).set_input_files(table("Worte.csv", *rows))
    office.app.get_by_label(source).fill(f"words-{language}")
    office.button(import_it).click()
    expect(office.app.locator("header").get_by_text(ready)).to_be_visible(timeout=SHORT)
    shown = office.app.get_by_role("row").filter(has_text=f"WORT-{language}-2")
    for text in told:
        expect(shown).to_contain_text(text)
    look(f"imports-words-result-{language}")
    with page.expect_download() as download:
        office.button(report).click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    _, line = csv.reader(io.StringIO(text))
    place, outcome, sentence = told
    assert (line[1], line[4], line[6], line[9]) == (place, outcome, "DATE_INVALID", sentence)
    page.set_viewport_size({"width": 480, "height": 900})
    shown.scroll_into_view_if_needed()
    look(f"imports-words-result-{language}-480")
    assert office.faults() == []
