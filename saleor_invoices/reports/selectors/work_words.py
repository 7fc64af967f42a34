"""Failed work in words: what it is, what to do, of which document, and whether a retry helps."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.reports.selectors.failed_work import Work, WorkKind

RETRY = "Remove the cause and press Retry."
_OF_DOCUMENT = ("document", "planning", "mail", "transmission")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the list says of one row."""

    title: str
    remedy: str = RETRY
    attempts: int
    document_id: uuid.UUID | None
    retryable: bool = True


def work_words(work: Work) -> Words:
    """The row in words; the document's number is the list's to show."""
    return _WORDS[work.kind](work.row)


def _problem(row: Any) -> Words:  # noqa: ANN401 the kind says which model
    kind, _, key = row.subject.partition(":")
    return Words(
        title=row.message,
        remedy=row.remedy,
        attempts=row.occurrences,
        document_id=uuid.UUID(key) if kind in _OF_DOCUMENT else None,
    )


def _mail(row: Any) -> Words:  # noqa: ANN401
    doubtful = row.state == Dispatch.State.UNKNOWN
    why = f": {row.last_error}" if row.last_error else "."
    return Words(
        title=f"A mail to {row.recipient} {'may not have gone' if doubtful else 'did not go'} out"
        f"{why}",
        attempts=row.attempts,
        document_id=row.document_id,
        retryable=bool(row.recipient),  # of an erased document, nobody knows it any more
    )


def _of_document(title: str) -> Callable[[Any], Words]:
    def words(row: Any) -> Words:  # noqa: ANN401
        return Words(
            title=f"{title}: {row.last_error}",
            attempts=row.attempts,
            document_id=row.document_id,
        )

    return words


def _delivery(row: Any) -> Words:  # noqa: ANN401
    return Words(
        title=f"Saleor's {row.event.upper()} could not be worked off: {row.last_error}",
        attempts=row.attempts,
        document_id=None,
        retryable=not row.is_emptied,
    )


def _webhook(row: Any) -> Words:  # noqa: ANN401
    return Words(
        title=f"{row.event.type} was not taken by {row.endpoint.place}: {row.last_error}",
        attempts=row.attempts,
        document_id=row.event.document_id,
        retryable=bool(row.event.body) and row.endpoint.enabled,
    )


_WORDS: dict[WorkKind, Callable[[Any], Words]] = {
    WorkKind.PROBLEM: _problem,
    WorkKind.MAIL: _mail,
    WorkKind.PUBLICATION: _of_document("The document could not be put into Saleor"),
    WorkKind.FILE: _of_document("The PDF could not be made"),
    WorkKind.TRANSMISSION: _of_document("The e-invoice was not handed over"),
    WorkKind.DELIVERY: _delivery,
    WorkKind.WEBHOOK: _webhook,
}
