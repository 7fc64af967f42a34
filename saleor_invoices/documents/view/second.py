"""A view with the words of a second language beside its own.

Both views are of one document, so that they have the same parts in the same order; values are
taken from the first only. Whole sentences are there in both languages, with their values.
"""

from collections.abc import Iterable
from dataclasses import replace

from babel import Locale

from saleor_invoices.documents.view.model import (
    DocumentView,
    LinesTable,
    LineView,
    Pair,
    PartyView,
    PaymentView,
    TaxTable,
    TextBlock,
    TotalRow,
)


def in_two_languages(view: DocumentView, other: DocumentView, locale: Locale) -> DocumentView:
    """The view with everything that ``other`` says differently; ``locale`` is that of ``other``."""
    return replace(
        view,
        second_language=locale.language,
        second_region=locale.territory or "",
        second_title=_other(view.title, other.title),
        second_badge=_other(view.badge, other.badge),
        parties=tuple(map(_party, view.parties, other.parties)),
        facts=_pairs(view.facts, other.facts),
        lead=_pairs(view.lead, other.lead),
        lines=_lines(view.lines, other.lines),
        tax=_tax(view.tax, other.tax),
        totals=tuple(map(_total, view.totals, other.totals)),
        payment=_payment(view.payment, other.payment),
        blocks=tuple(map(_block, view.blocks, other.blocks)),
        footer=replace(view.footer, second_page=_other(view.footer.page, other.footer.page)),
    )


def _other(first: str, second: str) -> str:
    return second if second != first else ""


def _others(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_other, first, second))


def _sentences(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in _others(first, second) if text)


def _pairs(first: tuple[Pair, ...], second: tuple[Pair, ...]) -> tuple[Pair, ...]:
    both = zip(first, second, strict=True)
    return tuple(replace(one, second=_other(one.label, other.label)) for one, other in both)


def _party(party: PartyView, other: PartyView) -> PartyView:
    heading = _other(party.heading, other.heading)
    return replace(party, second_heading=heading, ids=_pairs(party.ids, other.ids))


def _lines(table: LinesTable, other: LinesTable) -> LinesTable:
    return replace(
        table,
        second_headers=_others(table.headers, other.headers),
        rows=tuple(map(_line, table.rows, other.rows)),
    )


def _line(line: LineView, other: LineView) -> LineView:
    details = _sentences(line.details, other.details)
    return replace(line, second_details=details) if details else line


def _tax(table: TaxTable, other: TaxTable) -> TaxTable:
    rows = zip(table.rows, other.rows, strict=True)
    return replace(
        table,
        second_title=_other(table.title, other.title),
        second_headers=_others(table.headers, other.headers),
        second_reasons=tuple(reason for reason in other.reasons if reason not in table.reasons),
        rows=tuple(
            replace(row, second_category=_other(row.category, twin.category)) for row, twin in rows
        ),
    )


def _total(row: TotalRow, other: TotalRow) -> TotalRow:
    return replace(row, second=_other(row.label, other.label))


def _payment(payment: PaymentView | None, other: PaymentView | None) -> PaymentView | None:
    if payment is None or other is None:
        return payment
    accounts = zip(payment.accounts, other.accounts, strict=True)
    return replace(
        payment,
        second_heading=_other(payment.heading, other.heading),
        second_texts=_sentences(payment.texts, other.texts),
        second_caption=_other(payment.qr_caption, other.qr_caption),
        accounts=tuple(_pairs(account, twin) for account, twin in accounts),
    )


def _block(block: TextBlock, other: TextBlock) -> TextBlock:
    return replace(
        block,
        second_heading=_other(block.heading, other.heading),
        second_texts=_sentences(block.texts, other.texts),
    )
