"""The lists that are read: as GraphQL asks for them, and as plain SQL would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.orders import CHANNEL

LINES_QUERY = """query Page($first: Int, $filter: SalesDocumentFilter, $sortBy: SalesDocumentSort) {
  salesInvoices(first: $first, filter: $filter, sortBy: $sortBy) {
    edges { node {
      id number kind state issueDate dueDate orderNumber channel paymentStatus
      buyer { name }
      total { amount currency }
      balance { amount currency }
      lines { name sku quantity netAmount taxAmount grossAmount }
    } }
    pageInfo { hasNextPage endCursor }
  }
}"""
_PLAIN = (
    "SELECT d.*, p.*, o.order_id FROM invoices_salesdocument d"
    " LEFT JOIN invoices_paymentstate p ON p.document_id = d.id"
    " LEFT JOIN invoices_orderrecord o ON o.id = d.order_id"
    " WHERE d.installation_id = 1 AND {where} ORDER BY {order} LIMIT {limit}"
)
MONTH = timedelta(days=30)

Filter = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filter with a sort order, from a day on; the same in both languages."""

    name: str
    filter: Callable[[date], Filter]
    sort: tuple[str, str]  # field and direction
    where: str
    parameters: Callable[[date], Sequence[object]]
    order: str

    def variables(self, day: date) -> dict[str, Any]:
        """The operation's variables."""
        field, direction = self.sort
        return {"filter": self.filter(day), "sortBy": {"field": field, "direction": direction}}


SHAPES = (
    Shape(
        name="a channel until a day, newest first",
        filter=lambda day: {"channel": [CHANNEL], "issueDate": {"lte": str(day)}},
        sort=("ISSUE_DATE", "DESC"),
        where="d.channel = %s AND d.issue_date <= %s",
        parameters=lambda day: (CHANNEL, day),
        order="d.issue_date DESC, d.id DESC",
    ),
    Shape(
        name="owed, due from a day on",
        filter=lambda day: {
            "paymentStatus": ["UNPAID", "PARTIALLY_PAID"],
            "dueDate": {"gte": str(day)},
        },
        sort=("DUE_DATE", "ASC"),
        where="p.status IN ('unpaid', 'partially_paid') AND d.due_date >= %s",
        parameters=lambda day: (day,),
        order="d.due_date, d.id",
    ),
    Shape(
        name="a month of one currency, largest first",
        filter=lambda day: {
            "currency": ["EUR"],
            "issueDate": {"gte": str(day), "lte": str(day + MONTH)},
        },
        sort=("TOTAL", "DESC"),
        where="d.currency = %s AND d.issue_date >= %s AND d.issue_date <= %s",
        parameters=lambda day: ("EUR", day, day + MONTH),
        order="d.gross_minor DESC, d.id DESC",
    ),
)


def sql_of(shape: Shape, day: date, limit: int) -> tuple[str, Sequence[object]]:
    """The statement of a shape, with its parameters."""
    statement = _PLAIN.format(where=shape.where, order=shape.order, limit=limit)
    return statement, shape.parameters(day)
