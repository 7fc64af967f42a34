"""Changing what is frozen, as someone with the database's password might."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.ledger_verify import LedgerReport, ledger_verify


@contextmanager
def unguarded() -> Iterator[None]:
    """No trigger is there for that moment."""
    triggers.remove()
    yield
    triggers.install()


def tamper(sql: str, *values: Any) -> None:
    """Run one statement without the triggers."""
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def alter(document: SalesDocument, **columns: Any) -> None:
    """Change columns of an issued document."""
    with unguarded():
        SalesDocument.objects.filter(pk=document.pk).update(**columns)
    document.refresh_from_db()


def key_of(document: SalesDocument) -> str | uuid.UUID:
    """The document's key as SQL writes it."""
    return document.pk if connection.vendor == "postgresql" else document.pk.hex


def codes(report: LedgerReport) -> set[str]:
    """The codes of a report's faults."""
    return {fault.code for fault in report.faults}


def faults(**options: Any) -> list[tuple[str, str, str]]:
    """Code, number and detail of all that does not hold now."""
    found = ledger_verify(**options).faults
    return [(fault.code, fault.number, fault.detail) for fault in found]
