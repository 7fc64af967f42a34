"""Many invoices in one series, as if issued one after the other over three years.

``API_URL COUNT [check]`` adds COUNT. Samples are issued by the app's own service in a transaction
that is then undone; each row is one of them with its own number, dates, order and place in the
chain, so that the ledger holds (``check`` proves it).
"""

import uuid
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Max, Model

from bench.orders import Orders
from demo.errors import DemoError
from saleor_invoices.domain import chain, codec
from saleor_invoices.domain.vat_shares import vat_shares
from saleor_invoices.invoices.models import (
    Allocation,
    Movement,
    NumberSeries,
    OrderCoverage,
    OrderRecord,
    PaymentState,
    SalesDocument,
    VatShare,
)
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.invoices.services.order_observe import order_invoice
from saleor_invoices.invoices.services.vat_shares import row_of
from saleor_invoices.saleor.payloads import parse_event
from saleor_invoices.stores.models import Installation

SAMPLES = 100
SEED = 5
BATCH = 2000
FIRST_DAY = date(2023, 11, 23)
A_DAY = 100  # invoices
TERM = timedelta(days=14)
CUSTOMERS = 2500
_COPIED = [
    field.attname
    for field in SalesDocument._meta.concrete_fields
    if field.name not in ("id", "created_at")
]


def customer(number: int) -> str:
    """The Saleor id of one of the store's customers, each of whom has every 2500th invoice."""
    return b64encode(f"User:{number % CUSTOMERS}".encode()).decode()


@dataclass(frozen=True, slots=True)
class Row:
    """What is inserted for one invoice."""

    order: OrderRecord
    document: SalesDocument
    coverage: OrderCoverage
    payment: PaymentState
    charge: Movement | None  # where nothing was paid
    allocation: Allocation | None
    shares: list[VatShare]


class Filler:
    """Makes rows that follow each other in one series."""

    def __init__(self, series: NumberSeries, samples: list[SalesDocument]) -> None:
        self.series, self._samples = series, samples
        self._shares = {one.pk: vat_shares(codec.decode(bytes(one.snapshot))) for one in samples}

    def rows(self) -> Iterator[Row]:
        """Rows without an end; the series goes with them."""
        while True:
            sample = self._samples[self.series.chain_length % len(self._samples)]
            yield self._row(sample)

    def _row(self, sample: SalesDocument) -> Row:
        sequence = self.series.last_sequence + 1
        on = FIRST_DAY + timedelta(days=sequence // A_DAY)
        number, order_number = f"INV-{sequence:07}", f"{20_000_000 + sequence}"
        order = OrderRecord(
            installation_id=sample.installation_id,
            order_id=f"T3JkZXI6{order_number}",
            number=order_number,
            channel=sample.channel,
            currency=sample.currency,
            status="UNFULFILLED",
            total_minor=sample.gross_minor,
        )
        document = self._copy(sample, order)
        swaps = _swaps(sample, number=number, order_number=order_number, on=on)
        swaps.append((sample.customer_id, customer(sequence)))
        snapshot = _swapped(bytes(sample.snapshot).decode(), swaps).encode()
        folded = [(old.lower(), new.lower()) for old, new in swaps]
        document.number, document.order_number = number, order_number
        document.customer_id = customer(sequence)
        document.issue_date, document.due_date = on, on + TERM
        document.issued_at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        document.search_text = _swapped(sample.search_text, folded)
        self._link(document, snapshot, sequence)
        payment = _payment(document, sequence)
        charge, allocation = _charge(document, payment)
        coverage = OrderCoverage(order=order, document=document)
        shares = [row_of(document, share) for share in self._shares[sample.pk]]
        return Row(order, document, coverage, payment, charge, allocation, shares)

    def _copy(self, sample: SalesDocument, order: OrderRecord) -> SalesDocument:
        values = {name: getattr(sample, name) for name in _COPIED}
        values |= {"series_id": self.series.pk, "order_id": None}
        document = SalesDocument(id=uuid.uuid4(), **values)
        document.order = order
        return document

    def _link(self, document: SalesDocument, snapshot: bytes, sequence: int) -> None:
        series = self.series
        document.snapshot = snapshot
        document.sequence = sequence
        document.chain_position = series.chain_length + 1
        document.previous_hash = series.chain_head or chain.GENESIS
        document.salt = salt = chain.new_salt()
        document.digest = chain.digest(snapshot, salt)
        document.chain_hash = chain.link(
            document.previous_hash, document.digest, document.number, document.chain_position
        )
        series.last_sequence, series.last_issue_date = sequence, document.issue_date
        series.chain_length, series.chain_head = document.chain_position, document.chain_hash


def main(arguments: list[str]) -> None:
    """Add rows, refresh the planner's statistics, and check when asked."""
    api_url, count, *check = arguments
    store = Installation.objects.get(saleor_api_url=api_url)
    samples = _samples(store)
    series, _ = NumberSeries.objects.get_or_create(
        legal_entity_id=samples[0].legal_entity_id, kind=samples[0].kind, test_mode=False
    )
    rows = Filler(series, samples).rows()
    for start in range(0, int(count), BATCH):
        _insert(series, list(islice(rows, min(BATCH, int(count) - start))))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    if check:
        _check()


def _samples(store: Installation) -> list[SalesDocument]:
    with transaction.atomic():
        made = [
            _issue(store, Orders(SEED * 1000 + place, lines=1 + place % 5, paid=False))
            for place in range(SAMPLES)
        ]
        transaction.set_rollback(True)
    return made


def _issue(store: Installation, orders: Orders) -> SalesDocument:
    event = parse_event(orders.delivery())
    if event.order is None or event.issued_at is None:
        raise DemoError("An order of the benchmark can't be read.")
    document = order_invoice(installation=store, order=event.order, issued_at=event.issued_at)
    document.refresh_from_db()
    document.snapshot = bytes(document.snapshot)
    return document


def _swaps(
    sample: SalesDocument, *, number: str, order_number: str, on: date
) -> list[tuple[str, str]]:
    if sample.issue_date is None:
        raise DemoError("A sample has no date.")
    return [
        (sample.number, number),
        (sample.order_number, order_number),
        (f'"issue_date":"{sample.issue_date}"', f'"issue_date":"{on}"'),
        (f'"due_date":"{sample.due_date}"', f'"due_date":"{on + TERM}"'),
    ]


def _swapped(text: str, swaps: list[tuple[str, str]]) -> str:
    for old, new in swaps:
        text = text.replace(old, new)
    return text


def _payment(document: SalesDocument, sequence: int) -> PaymentState:
    owed = (0, 0, 0, document.payable_minor, document.payable_minor // 2)[sequence % 5]
    paid = document.payable_minor - owed
    status = "paid" if not owed else "partially_paid" if paid else "unpaid"
    return PaymentState(
        document=document,
        installation_id=document.installation_id,
        status=status,
        paid_minor=paid,
        balance_minor=owed,
        due_date=document.due_date if owed else None,
    )


def _charge(
    document: SalesDocument, payment: PaymentState
) -> tuple[Movement | None, Allocation | None]:
    """What was paid, in one piece on the day of issue."""
    paid, order = payment.paid_minor, document.order
    if not paid or order is None or document.issued_at is None:
        return None, None
    charge = Movement(
        installation_id=document.installation_id,
        order=order,
        kind="charge",
        amount_minor=paid,
        currency=document.currency,
        key=f"saleor:{order.order_id}:1",
        source="saleor",
        occurred_at=document.issued_at,
    )
    return charge, Allocation(movement=charge, document=document, amount_minor=paid)


def _insert(series: NumberSeries, rows: list[Row]) -> None:
    charges = [row.charge for row in rows if row.charge]
    allocations = [row.allocation for row in rows if row.allocation]
    shares = [share for row in rows for share in row.shares]
    with transaction.atomic():
        _number([row.order for row in rows])
        _number(charges)
        for row in rows:
            row.document.order_id = row.coverage.order_id = row.order.pk
        for charge, allocation in zip(charges, allocations, strict=True):
            charge.order_id = charge.order.pk if charge.order else None
            allocation.movement_id = charge.pk
        _number([row.coverage for row in rows])
        _number(allocations)
        _number(shares)
        _write(OrderRecord, [row.order for row in rows])
        _write(SalesDocument, [row.document for row in rows])
        _write(OrderCoverage, [row.coverage for row in rows])
        _write(PaymentState, [row.payment for row in rows])
        _write(VatShare, shares)
        _write(Movement, charges)
        _write(Allocation, allocations)
        series.save()


def _number(rows: Sequence[Model]) -> None:
    """Give new rows their primary keys, so that others can name them before they are written."""
    if rows:
        for row, key in zip(rows, _keys(type(rows[0]), len(rows)), strict=True):
            row.pk = key


def _keys(model: type[Model], count: int) -> Iterable[int]:
    if connection.vendor != "postgresql":
        last = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
        return range(last + 1, last + 1 + count)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _write(model: type[Model], rows: Sequence[Model]) -> None:
    if connection.vendor != "postgresql":
        model._default_manager.bulk_create(rows)
        return
    # COPY takes a tenth of what bulk_create takes; psycopg knows every type that is used here.
    fields = model._meta.concrete_fields
    columns = ", ".join(str(field.column) for field in fields)
    into = f"COPY {model._meta.db_table} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row([field.pre_save(row, add=True) for field in fields])


def _check() -> None:
    report = ledger_verify()
    if not report.ok:
        raise DemoError(f"The filled ledger does not hold: {report.faults[:3]}")
