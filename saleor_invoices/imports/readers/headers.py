"""The head of a table: where it is, how its columns are called, and which field each one is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, warning
from saleor_invoices.imports.readers.fields import (
    FIELD_BY_NAME,
    ONLY_DESCRIBE,
    FieldType,
    at_rate,
    is_field,
)
from saleor_invoices.imports.readers.headings import known, proposal
from saleor_invoices.imports.readers.values import (
    BadValue,
    amounts,
    date_order_of,
    dates,
    decimal_sign_of,
)
from saleor_invoices.imports.records import Preview, ReadOptions

MOST_COLUMNS = 2_000
MOST_SHOWN_ROWS = 20
SAMPLE_ROWS = 1_000
_SEARCHED_ROWS = 20
_SIGNED = frozenset({FieldType.AMOUNT, FieldType.NUMBER, FieldType.RATE})


@dataclass(frozen=True, slots=True)
class Head:
    """What the beginning of a table says. Rows are counted from 1, as spreadsheets do."""

    headers: tuple[str, ...]
    row: int  # of the headers
    sample: tuple[Sequence[Any], ...]  # rows after it
    mapping: Mapping[str, str]  # header -> our field
    options: ReadOptions  # as found out

    @property
    def columns(self) -> dict[str, int]:
        """Our fields with the indexes of their columns."""
        indexes = {header: index for index, header in enumerate(self.headers)}
        return {field: indexes[header] for header, field in self.mapping.items()}


def head_of(rows: Sequence[Sequence[Any]], options: ReadOptions) -> Head:
    """The head of a table that begins with these rows.

    Raises ``InvalidInput`` FILE_EMPTY, TOO_MANY_COLUMNS, COLUMN_MISSING or FIELD_UNKNOWN.
    """
    _check_options(options)
    index = _header_index(rows, options)
    headers = _unique([str(cell).strip("\ufeff \t\r\n\u00a0") for cell in rows[index]])
    mapping = _mapping(headers, options)
    sample = tuple(rows[index + 1 :])
    if not options.columns:
        mapping = _of_lines(mapping, headers, sample)
    found = Head(headers, index + 1, sample, mapping, options)
    return replace(found, options=_formats(found))


def preview_of(head: Head) -> Preview:
    """The first rows as texts, and what is missing before the file can be imported."""
    rows = [row for row in head.sample if any(str(cell).strip() for cell in row)]
    shown = tuple(tuple(map(cell_text, row)) for row in rows[:MOST_SHOWN_ROWS])
    return Preview(
        headers=head.headers,
        rows=shown,
        proposal=head.mapping,
        options=head.options,
        findings=(*_missing_fields(head), *_ambiguous(head)),
    )


def cell_text(cell: object) -> str:
    """A cell as a text, as a spreadsheet shows it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def require_columns(head: Head) -> None:
    """Raise ``InvalidInput`` COLUMN_MISSING where no row could be imported."""
    missing = [finding for finding in _missing_fields(head) if finding.code == "COLUMN_MISSING"]
    if missing:
        raise InvalidInput(
            " ".join(finding.message for finding in missing),
            code="COLUMN_MISSING",
            params={"fields": [finding.params["field"] for finding in missing]},
        )


def _check_options(options: ReadOptions) -> None:
    for name, allowed in _CHOICES.items():
        if getattr(options, name) not in ("", *allowed):
            raise InvalidInput(
                f"The setting {name} is one of {', '.join(allowed)}.",
                code="OPTION_INVALID",
                params={"field": name},
            )


_CHOICES = {"decimal_sign": (".", ","), "date_order": ("dmy", "mdy", "ymd")}


def _ambiguous(head: Head) -> Iterator[Finding]:
    """What the file does not decide, and a person has to before it is imported."""
    readers: dict[str, Callable[[str], object]] = {
        "decimal_sign": amounts(head.options.decimal_sign),
        "date_order": dates(head.options.date_order),
    }
    told = set()
    for kind, text in _cells(head):
        name = "date_order" if kind is FieldType.DATE else "decimal_sign"
        try:
            readers[name](text)
        except BadValue as error:
            if error.code.startswith("AMBIGUOUS_") and name not in told:
                told.add(name)
                yield warning(error.code, error.message, remedy=error.remedy, field=name)


def _header_index(rows: Sequence[Sequence[Any]], options: ReadOptions) -> int:
    filled = [index for index, row in enumerate(rows) if any(str(cell).strip() for cell in row)]
    if not filled:
        raise InvalidInput("The file has no rows.", code="FILE_EMPTY")
    searched = [index for index in filled if index < filled[0] + _SEARCHED_ROWS]
    if options.columns:
        wanted = set(options.columns)
        best = max(searched, key=lambda index: len(wanted & set(_texts(rows[index]))))
        return best if wanted & set(_texts(rows[best])) else filled[0]
    best = max(searched, key=lambda index: known(_texts(rows[index])))
    return best if known(_texts(rows[best])) > 1 else filled[0]


def _texts(row: Sequence[Any]) -> list[str]:
    return [cell.strip() for cell in row if isinstance(cell, str)]


def _unique(headers: list[str]) -> tuple[str, ...]:
    while headers and not headers[-1]:
        headers.pop()
    if len(headers) > MOST_COLUMNS:
        raise InvalidInput(
            f"The table has {len(headers)} columns, and {MOST_COLUMNS} are read.",
            code="TOO_MANY_COLUMNS",
            params={"columns": len(headers), "most": MOST_COLUMNS},
        )
    counts: dict[str, int] = {}
    unique = []
    for position, header in enumerate(headers, start=1):
        name = header or f"column {position}"
        counts[name] = counts.get(name, 0) + 1
        unique.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return tuple(unique)


def _mapping(headers: tuple[str, ...], options: ReadOptions) -> Mapping[str, str]:
    if not options.columns:
        return proposal(headers)
    mapping = {header: field for header, field in options.columns.items() if field}
    for header, field in mapping.items():
        if header not in headers:
            raise InvalidInput(
                f"The file has no column {header!r}.",
                code="COLUMN_MISSING",
                params={"column": header, "fields": [field]},
            )
        if not is_field(field):
            raise InvalidInput(
                f"There is no field {field!r} that a column can be.",
                code="FIELD_UNKNOWN",
                params={"column": header, "field": field},
            )
    _refuse_twice(mapping)
    return mapping


def _of_lines(
    mapping: Mapping[str, str], headers: Sequence[str], sample: Sequence[Sequence[Any]]
) -> Mapping[str, str]:
    """With "Net", "VAT" and "Gross" as amounts of lines, where they differ between the rows of one
    invoice: a heading does not say which they are."""
    columns = {field: headers.index(header) for header, field in mapping.items()}
    key = columns.get("external_id", columns.get("number", -1))
    totals = [name for name in ("net", "tax", "gross") if f"{name}_total" in columns]
    lines = [field for field in columns if field.startswith("line_")]
    if key < 0 or not set(lines) - ONLY_DESCRIBE or any(f"line_{name}" in lines for name in totals):
        return mapping
    cells = [columns[f"{name}_total"] for name in totals]
    if not any(_differ(*pair, key=key, cells=cells) for pair in pairwise(sample)):
        return mapping
    renamed = {f"{name}_total": f"line_{name}" for name in totals}
    return {header: renamed.get(field, field) for header, field in mapping.items()}


def _differ(first: Sequence[Any], second: Sequence[Any], *, key: int, cells: Sequence[int]) -> bool:
    if min(len(first), len(second)) <= max(key, *cells, -1) or first[key] in ("", None):
        return False
    if first[key] != second[key]:
        return False
    return any(first[cell] != second[cell] != "" for cell in cells)


def _refuse_twice(mapping: Mapping[str, str]) -> None:
    fields = list(mapping.values())
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice:
        columns = [header for header, field in mapping.items() if field == twice]
        raise InvalidInput(
            f"The columns {', '.join(columns)} are all {twice}.",
            code="FIELD_MAPPED_TWICE",
            params={"field": twice, "columns": columns},
        )


def _formats(head: Head) -> ReadOptions:
    options, texts = head.options, list(_cells(head))
    sign = options.decimal_sign or _agreed(
        decimal_sign_of(text) for kind, text in texts if kind in _SIGNED
    )
    order = options.date_order or _agreed(
        date_order_of(text) for kind, text in texts if kind is FieldType.DATE
    )
    return replace(options, decimal_sign=sign, date_order=order)


def _cells(head: Head) -> Iterator[tuple[FieldType, str]]:
    for name, index in head.columns.items():
        kind = FieldType.AMOUNT if at_rate(name) else FIELD_BY_NAME[name].type
        if kind in _SIGNED or kind is FieldType.DATE:
            for row in head.sample:
                cell = row[index] if index < len(row) else ""
                if cell and isinstance(cell, str) and len(cell) <= 60:
                    yield kind, cell


def _agreed(proofs: Iterable[str]) -> str:
    """What all that prove anything prove; where they contradict each other, nothing is known."""
    found = {proof for proof in proofs if proof}
    return found.pop() if len(found) == 1 else ""


_REQUIRED = (
    (("number",), "the invoice number"),
    (("issue_date",), "the issue date"),
    (("buyer_name", "buyer_company"), "the buyer's name"),
    (
        ("gross_total", "net_total", "line_net", "line_gross", "line_unit_price_net",
         "line_unit_price_gross"),
        "an amount",
    ),
)  # fmt: skip


def _missing_fields(head: Head) -> list[Finding]:
    mapped = set(head.mapping.values())
    has_rates = any(at_rate(field) for field in mapped)
    missing = [
        _missing(fields, words)
        for fields, words in _REQUIRED
        if not mapped & set(fields) and not (has_rates and "gross_total" in fields)
    ]
    if "currency" not in mapped and not head.options.currency:
        missing.append(_missing(("currency",), "the currency (or the setting for the whole file)"))
    return missing


def _missing(fields: tuple[str, ...], words: str) -> Finding:
    return warning(
        "COLUMN_MISSING",
        f"No column is {words}.",
        remedy=f"Name the column that is {' or '.join(fields)}.",
        field=fields[0],
    )
