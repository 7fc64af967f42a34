"""The page of the built-in template as HTML: the same texts, fonts and parts, for xhtml2pdf.

Plain HTML and CSS as a merchant would write them: the fonts by ``@font-face`` (without them there
are no Polish letters), heads repeated on every sheet, "page x of y" at the foot.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from saleor_invoices.documents.port import Template
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.model import (
    DocumentView,
    LinesTable,
    Pair,
    PartyView,
    PaymentView,
    TaxTable,
    TextBlock,
    TotalRow,
)
from saleor_invoices.domain.document import Document

FACES = {"normal": "400Regular/NotoSans_400Regular.ttf", "bold": "700Bold/NotoSans_700Bold.ttf"}
_WIDTHS = (5, 43, 9, 15, 13, 15)  # percent, of the columns of the lines
_STYLE = """
@page { size: a4 portrait; margin: 18mm 20mm 28mm 20mm;
  @frame foot { -pdf-frame-content: foot; bottom: 8mm; left: 20mm; right: 20mm; height: 16mm; } }
body { font-family: Noto; font-size: 9pt; color: #1c2430; }
h1 { font-size: 22pt; text-align: right; margin: 0; padding: 0; line-height: 24pt; }
p { margin: 0; }
td, th { vertical-align: top; text-align: left; padding: 2pt 2pt 1pt 2pt; line-height: 12pt; }
.lines td { border-bottom: 0.5pt solid #d9dee6; }
.lines th { border-bottom: 0.8pt solid #1c2430; font-size: 7.8pt; color: #586273; }
.figure { text-align: right; }
.small { font-size: 7.8pt; color: #586273; }
.foot { font-size: 6.8pt; color: #586273; border-top: 0.5pt solid #d9dee6; }
.heading { font-size: 7.8pt; font-weight: bold; color: #1f4b7a; }
.due { font-size: 11.5pt; font-weight: bold; color: #1f4b7a; background-color: #eff3f7; }
"""


def page(document: Document, fonts: Path) -> str:
    """The page; ``fonts`` is the folder of the family Noto Sans."""
    view = document_view(document, Template(), with_qr=False)
    faces = "".join(
        f"@font-face {{ font-family: Noto; font-weight: {weight}; src: url({fonts / file}); }}"
        for weight, file in FACES.items()
    )
    return (
        f"<html><head><style>{faces}{_STYLE}</style></head><body>"
        f"{_head(view)}{_row(map(_party, view.parties))}<br/>{_row(map(_fact, view.facts))}<br/>"
        f"{_lines(view.lines)}<br/>{_row((_tax(view.tax), _totals(view.totals)))}<br/>"
        f"{_payment(view.payment)}{''.join(map(_block, view.blocks))}{_foot(view)}</body></html>"
    )


def _head(view: DocumentView) -> str:
    title = f"<h1>{escape(view.title)}</h1><div class='figure'>{escape(view.number)}</div>"
    return _row((f"<b>{escape(view.brand)}</b>", title))


def _party(party: PartyView) -> str:
    ids = _breaks(f"{pair.label} {pair.value}" for pair in party.ids)
    heading, name = _heading(party.heading), escape(party.name)
    return f"{heading}<b>{name}</b><br/>{_breaks(party.lines)}<br/>{ids}"


def _fact(fact: Pair) -> str:
    return f"<span class='small'>{escape(fact.label)}</span><br/>{escape(fact.value)}"


def _lines(lines: LinesTable) -> str:
    columns = zip(lines.headers, _WIDTHS, strict=True)
    head = "".join(f"<th width='{width}%'>{escape(title)}</th>" for title, width in columns)
    rows = (
        f"<tr><td>{row.position}</td><td>{escape(row.name)}<br/>"
        f"<span class='small'>{_breaks(row.details)}</span></td>"
        f"{_figures((row.quantity, row.unit_price, row.tax, row.amount))}</tr>"
        for row in lines.rows
    )
    return (
        f"<table class='lines' repeat='1'><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _tax(tax: TaxTable) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in tax.headers)
    rows = (
        f"<tr><td>{escape(row.rate)} {escape(row.category)}</td>"
        f"{_figures((row.net, row.tax, row.gross))}</tr>"
        for row in tax.rows
    )
    table = f"<table class='small'><tr>{head}</tr>{''.join(rows)}</table>"
    return f"{_heading(tax.title)}{table}{_breaks(tax.reasons)}"


def _totals(totals: Iterable[TotalRow]) -> str:
    rows = (
        f"<tr class='{row.weight}'><td>{escape(row.label)}</td>{_figures((row.value,))}</tr>"
        for row in totals
    )
    return f"<table>{''.join(rows)}</table>"


def _payment(payment: PaymentView | None) -> str:
    if payment is None:
        return ""
    accounts = (_breaks(f"{p.label} {p.value}" for p in account) for account in payment.accounts)
    return f"{_heading(payment.heading)}<p>{_breaks(payment.texts)}<br/>{''.join(accounts)}</p>"


def _block(block: TextBlock) -> str:
    return f"{_heading(block.heading)}<p>{_breaks(block.texts)}</p>"


def _foot(view: DocumentView) -> str:
    number = escape(view.footer.page)
    number = number.replace("{pages}", "<pdf:pagecount/>").replace("{page}", "<pdf:pagenumber/>")
    columns = [*map(_breaks, view.footer.columns), f"<div class='figure'>{number}</div>"]
    return f"<div id='foot'>{_row(columns, style='foot')}</div>"


def _row(cells: Iterable[str], *, style: str = "") -> str:
    inside = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<table class='{style}'><tr>{inside}</tr></table>"


def _figures(texts: Iterable[str]) -> str:
    return "".join(f"<td class='figure'>{escape(text)}</td>" for text in texts)


def _heading(text: str) -> str:
    return f"<div class='heading'>{escape(text)}</div>"


def _breaks(texts: Iterable[str]) -> str:
    return "<br/>".join(escape(text) for text in texts)
