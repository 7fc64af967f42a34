"""The rows of a table as items: rows of one invoice together, each invoice once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.findings import Finding, Severity, blocking
from saleor_invoices.imports.readers.attachments import Attachments, attached
from saleor_invoices.imports.readers.fields import FIELD_BY_NAME, FIELD_BY_PATH
from saleor_invoices.imports.readers.headers import Head, cell_text
from saleor_invoices.imports.readers.plan import Fault, Plan
from saleor_invoices.imports.readers.seen import Seen
from saleor_invoices.imports.records import ExternalRecord, Item
from saleor_invoices.imports.shaping.record import record_of
from saleor_invoices.imports.shaping.structs import InvoiceShape
from saleor_invoices.imports.shaping.work import shortened

MOST_LINES = 10_000
"""Of one invoice, so that a file with one number in all its rows does not fill the memory."""
Numbered = tuple[int, Sequence[Any]]


@dataclass(slots=True)
class Group:
    """The rows of one invoice."""

    first: int  # row numbers
    key: object
    rows: list[Sequence[Any]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    too_long: int = 0  # the row that has more cells than the head, if any

    def add(self, number: int, cells: Sequence[Any]) -> None:
        """One more row; beyond the most lines they are only counted."""
        if len(self.rows) <= MOST_LINES:
            self.rows.append(cells)
            self.numbers.append(number)

    @property
    def place(self) -> str:
        """How people call it."""
        last = self.numbers[-1]
        return f"row {self.first}" if self.first == last else f"rows {self.first}-{last}"


class Table:
    """One table under way: its plan, its position, and the ids that came before."""

    def __init__(self, head: Head, plan: Plan, files: Attachments) -> None:
        self._head, self._plan, self._files = head, plan, files
        self._seen = Seen()
        self._width = len(head.headers)
        self._columns = {field: header for header, field in head.mapping.items()}
        self._external = plan.columns.get("external_id", -1)
        self._number = plan.columns.get("number", -1)
        self.position = 0

    def items(self, rows: Iterable[Numbered]) -> Iterator[Item]:
        """An item an invoice; blank rows are passed over."""
        for group in self._groups(rows):
            self.position += 1
            earlier = self._earlier(group)
            if self.position > self._head.options.after:
                yield self._duplicate(group, earlier) if earlier else self._item(group)

    def _groups(self, rows: Iterable[Numbered]) -> Iterator[Group]:
        group: Group | None = None
        joins = self._plan.has_lines
        try:
            for number, row in rows:
                if row.count("") == len(row):
                    continue
                cells = row if len(row) == self._width else self._padded(row)
                key = self._key(cells)
                if not (group and joins and key != "" and key == group.key):
                    if group:
                        yield group
                    group = Group(number, key)
                group.add(number, cells)
                if len(cells) > self._width:
                    group.too_long = group.too_long or number
        except InvalidInput:
            if group and not joins:  # it is whole, whatever comes after it
                yield group
            raise
        if group:
            yield group

    def _padded(self, row: Sequence[Any]) -> Sequence[Any]:
        """The row with as many cells as the head, unless more of them hold something."""
        missing = self._width - len(row)
        if missing > 0:
            return [*row, *[""] * missing]
        return row if any(cell != "" for cell in row[self._width :]) else row[: self._width]

    def _key(self, row: Sequence[Any]) -> object:
        external = row[self._external] if self._external >= 0 else ""
        if external != "" or self._number < 0:
            return external
        return row[self._number]

    def _earlier(self, group: Group) -> int:
        key = cell_text(group.key)
        return self._seen.first(key, group.first) if key else 0

    def _item(self, group: Group) -> Item:
        problem = self._problem(group)
        if problem:
            return self._rejected(group, InvoiceShape(), [problem])
        shape, faults = self._plan.shape(group.rows)
        pdf, found = attached(shape.pdf_file, self._files, self._column("pdf_file"))
        record, noticed = record_of(shape, options=self._head.options, pdf=pdf, is_canonical=True)
        if faults or noticed:
            found = [*self._of_faults(faults, group), *found, *self._told(noticed, faults, group)]
        if faults or any(finding.is_blocking for finding in found):
            return self._rejected(group, shape, found)
        return self._good(group, record, tuple(found))

    def _good(
        self, group: Group, record: ExternalRecord | None, found: tuple[Finding, ...]
    ) -> Item:
        return Item(
            position=self.position,
            place=group.place,
            external_id=record.external_id if record else "",
            number=record.document.number if record else "",
            record=record,
            findings=found,
        )

    def _rejected(self, group: Group, shape: InvoiceShape, found: list[Finding]) -> Item:
        number = shape.number or self._cell(group, self._number)
        external = shape.external_id or self._cell(group, self._external) or number
        return Item(
            position=self.position,
            place=group.place,
            external_id=shortened(external),
            number=shortened(number),
            findings=tuple(found),
        )

    def _cell(self, group: Group, index: int) -> str:
        return cell_text(group.rows[0][index]) if index >= 0 else ""

    def _problem(self, group: Group) -> Finding | None:
        if group.too_long:
            return blocking(
                "TOO_MANY_CELLS",
                f"The row has more cells than the {self._width} columns of the head.",
                remedy="A text or amount that holds the delimiter stands between quotes.",
                place=f"row {group.too_long}",
            )
        if len(group.rows) > MOST_LINES:
            return blocking(
                "TOO_MANY_LINES",
                f"The invoice has more than {MOST_LINES} lines.",
                remedy="Fewer lines an invoice; is the column of the number the right one?",
                column=self._column("number"),
                most=MOST_LINES,
            )
        return None

    def _duplicate(self, group: Group, earlier: int) -> Item:
        name = "external_id" if self._external >= 0 else "number"
        finding = blocking(
            "DUPLICATE_IN_FILE",
            f"{shortened(cell_text(group.key))} is in row {earlier} already.",
            remedy="Each invoice once; the rows of one invoice one after the other.",
            column=self._column(name),
            value=shortened(cell_text(group.key)),
            place=f"row {group.first}",
            earlier=f"row {earlier}",
        )
        return self._rejected(group, InvoiceShape(), [finding])

    def _column(self, name: str) -> str:
        return self._columns.get(name, name)

    def _of_faults(self, faults: list[Fault], group: Group) -> list[Finding]:
        return [
            blocking(
                fault.error.code,
                fault.error.message,
                remedy=fault.error.remedy,
                column=self._column(fault.field),
                value=shortened(fault.cell),
                place=f"row {group.numbers[fault.row]}",
                **fault.error.params,
            )
            for fault in faults
        ]

    def _told(
        self, findings: Iterable[Finding], faults: list[Fault], group: Group
    ) -> Iterator[Finding]:
        """The findings in the words of the file. Beside cells that can't be read, only those count
        that do not follow from them."""
        unread = {fault.field for fault in faults}
        for finding in findings:
            name, row = self._named(finding.params.get("column", ""), group)
            follows = name in unread or name.startswith("line_") or name.endswith("_total")
            if faults and (follows or not finding.is_blocking):
                continue
            params = {**finding.params, "column": self._column(name), "place": f"row {row}"}
            yield Finding(
                code=finding.code,
                severity=Severity(finding.severity),
                message=finding.message,
                remedy=finding.remedy,
                params=params,
            )

    def _named(self, path: str, group: Group) -> tuple[str, int]:
        """Our field's name and the row of a path such as ``lines[2].net``."""
        if not path.startswith("lines["):
            known = FIELD_BY_PATH.get(path)
            return (known.name if known else path), group.first
        number, _, rest = path.removeprefix("lines[").partition("].")
        if not self._plan.has_lines:
            total = f"{rest}_total"
            mapped = total in FIELD_BY_NAME and total in self._columns
            return (total if mapped else FIELD_BY_PATH[f"lines.{rest}"].name), group.first
        return FIELD_BY_PATH[f"lines.{rest}"].name, group.numbers[int(number)]
