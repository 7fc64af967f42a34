"""One customer's account: what is open, and the statement of a period."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import exponent
from saleor_invoices.domain.states import MovementKind
from saleor_invoices.invoices.models import Allocation, SalesDocument
from saleor_invoices.reports.selectors.balances import RECEIVED, counts_from, turned_from
from saleor_invoices.reports.selectors.receivables import OpenAmounts, receivables_summed
from saleor_invoices.reports.selectors.scope import Scope, period_checked
from saleor_invoices.reports.selectors.told import Counted, told_counted

MOST_ROWS = 5_000
_COLUMNS = (
    "kind", "number", "issue_date", "collectable_minor", "legal_entity_id", "buyer_name",
    "order_number",
)  # fmt: skip
_MOVED = (
    "amount_minor", "created_at", "document_id", "movement__kind", "movement__occurred_at",
    "movement__reference", "movement__method",
)  # fmt: skip
_KINDS = (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)


class Entry(StrEnum):
    """What a row of a statement is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    PAYMENT = "payment"
    REFUND = "refund"
    CHARGEBACK = "chargeback"


_PLACES = {entry: place for place, entry in enumerate(Entry)}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One document, or one movement of money; what the customer owes more is above zero."""

    on: date
    entry: Entry
    reference: str
    document: SalesDocument | None
    minor: int
    balance: int = 0  # after it

    @property
    def place(self) -> tuple[date, int, str]:
        """Where it stands: by day, documents before money."""
        return self.on, _PLACES[self.entry], self.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An account over a period; ``opening`` and all rows make ``closing``."""

    customer_id: str
    name: str
    currency: str
    start: date
    end: date
    opening: int
    closing: int
    rows: list[StatementRow]

    def total(self, *entries: Entry) -> int:
        """What rows of these kinds add up to."""
        return sum(row.minor for row in self.rows if row.entry in entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How one customer stands."""

    customer_id: str
    name: str
    email: str
    amounts: OpenAmounts
    currencies: list[str]
    documents: int


def customer_account(scope: Scope, *, customer_id: str) -> Account | None:
    """How a customer stands; None for one without documents."""
    documents = _documents(scope, customer_id)
    latest = documents.order_by("-issue_date", "-pk").first()
    if latest is None:
        return None
    currencies = documents.order_by("currency").values_list("currency", flat=True).distinct()
    return Account(
        customer_id=customer_id,
        name=latest.buyer_name,
        email=latest.customer_email,
        amounts=receivables_summed(scope, customer_id=customer_id),
        currencies=list(currencies),
        documents=documents.count(),
    )


def customer_statement(scope: Scope, *, customer_id: str, start: date, end: date) -> Statement:
    """A customer's documents and money of a period, in order, in the scope's currency.

    An invoice counts with what had to be paid in money: less gift cards, which are no debt. Raises
    ``InvalidInput`` PERIOD_INVALID, UNKNOWN_CURRENCY, and PERIOD_TOO_LONG for more than
    ``MOST_ROWS`` rows.
    """
    period_checked(start, end)
    exponent(scope.currency)
    found = _documents(scope, customer_id).only(*_COLUMNS)
    documents = list(found)
    zones = {entity.pk: entity.timezone for entity in scope.entities}
    opening, rows = 0, []
    for row in sorted(
        [*_papers(documents), *_money(found, documents, zones)], key=lambda row: row.place
    ):
        if row.on < start:
            opening += row.minor
        elif row.on <= end:
            rows.append(row)
    if len(rows) > MOST_ROWS:
        raise InvalidInput(
            f"More than {MOST_ROWS} rows: choose a shorter period.",
            code="PERIOD_TOO_LONG",
            params={"field": "from", "most": MOST_ROWS},
        )
    shown = list(_balanced(opening, rows))
    return Statement(
        customer_id=customer_id,
        name=documents[-1].buyer_name if documents else "",
        currency=scope.currency,
        start=start,
        end=end,
        opening=opening,
        closing=shown[-1].balance if shown else opening,
        rows=shown,
    )


def _documents(scope: Scope, customer_id: str) -> QuerySet[SalesDocument]:
    # The empty id is that of all guests: nobody's account.
    rows = scope.documents().filter(customer_id=customer_id, kind__in=_KINDS)
    bare = rows.defer("snapshot", "salt", "search_text") if customer_id else rows.none()
    return bare.order_by("issue_date", "pk")


def _papers(documents: Iterable[SalesDocument]) -> Iterator[StatementRow]:
    for document in documents:
        is_invoice = document.kind == DocumentKind.INVOICE
        amount = document.collectable_minor
        if document.issue_date is not None:
            yield StatementRow(
                on=document.issue_date,
                entry=Entry.INVOICE if is_invoice else Entry.CREDIT_NOTE,
                reference=document.number,
                document=document,
                minor=amount if is_invoice else -amount,
            )


def _money(
    found: QuerySet[SalesDocument], documents: Iterable[SalesDocument], zones: Mapping[int, str]
) -> Iterator[StatementRow]:
    """What counts for the documents, movement by movement; credits are there as credit notes."""
    known = {document.pk: document for document in documents}
    told = told_counted(found)
    yield from _told(told, known, zones)
    mine = Allocation.objects.filter(document__in=found.order_by().values("pk"))
    counted = mine.exclude(movement__kind=MovementKind.CREDIT).exclude(document__in=list(told))
    first = turned_from(counted)
    groups: dict[tuple[int, date], list[Allocation]] = defaultdict(list)
    for row in counted.select_related("movement").only(*_MOVED).order_by("pk"):
        at = counts_from(
            row.pk,
            first.get(row.movement_id),
            created=row.created_at,
            occurred=row.movement.occurred_at,
        )
        zone = zones[known[row.document_id].legal_entity_id]
        groups[row.movement_id, local_date(at, zone)].append(row)
    for (_, on), rows in groups.items():
        # Moved from one of the customer's documents to another, money neither comes nor goes.
        minor = -sum(row.amount_minor for row in rows)
        if minor:
            yield _moved(on, rows, known[rows[0].document_id], minor)


def _told(
    told: Mapping[uuid.UUID, Iterable[Counted]],
    known: Mapping[uuid.UUID, SalesDocument],
    zones: Mapping[int, str],
) -> Iterator[StatementRow]:
    """Money of imported invoices of which more than one tells, each once."""
    for pk, rows in told.items():
        document = known[pk]
        for row in rows:
            if row.kind != MovementKind.CREDIT:
                yield StatementRow(
                    on=local_date(row.at, zones[document.legal_entity_id]),
                    entry=_entry(row.kind),
                    reference=row.reference or document.order_number,
                    document=document,
                    minor=-row.minor,
                )


def _moved(on: date, rows: list[Allocation], document: SalesDocument, minor: int) -> StatementRow:
    movement = rows[0].movement
    return StatementRow(
        on=on,
        entry=_entry(movement.kind),
        reference=movement.reference or movement.method,
        document=document if len({row.document_id for row in rows}) == 1 else None,
        minor=minor,
    )


def _entry(kind: str) -> Entry:
    if kind in RECEIVED:
        return Entry.PAYMENT
    return Entry.REFUND if kind == MovementKind.REFUND else Entry.CHARGEBACK


def _balanced(opening: int, rows: Iterable[StatementRow]) -> Iterator[StatementRow]:
    balance = opening
    for row in rows:
        balance += row.minor
        yield replace(row, balance=balance)
