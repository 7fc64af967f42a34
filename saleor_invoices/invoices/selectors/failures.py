"""Which documents something failed for; features above add their own, none is known here."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import CharField, Func, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Cast, Replace, Substr

from saleor_invoices.invoices.models import (
    MovementReport,
    Problem,
    Publication,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.stores.models import Installation

Ids = QuerySet[Any, uuid.UUID] | QuerySet[Any, uuid.UUID | None]
Source = Callable[[Installation], Ids]
SUBJECTS = ("document", "planning", "mail", "transmission")
"""Kinds of problems whose subject is ``<kind>:<document>``."""
ORDER = "order:"
FAILED = Func(template="'failed'", output_field=CharField())
"""As a constant: given as a parameter, SQLite would not use an index of failed rows only."""

_sources: list[Source] = []


def add_source(source: Source) -> None:
    """Count documents as failed whose ids ``source`` yields; register in ``AppConfig.ready``."""
    if source not in _sources:
        _sources.append(source)


def failed_ids(installation: Installation) -> Ids:
    """Ids of documents with an open problem, or with work that failed for good.

    All of the store's are among them; the caller narrows rows of the store by them, since asking
    here for the store of each would walk all its documents on SQLite.
    """
    own = [_of_documents(installation, kind) for kind in SUBJECTS]
    own += [of(installation) for of in (_of_orders, _renders, _publications, _reports)]
    first, *others = [*own, *(source(installation) for source in _sources)]
    return first.union(*others)


def documents_failed(
    *, installation: Installation, ids: Iterable[uuid.UUID]
) -> frozenset[uuid.UUID]:
    """Those of the documents that something failed for."""
    rows = SalesDocument.objects.filter(installation=installation, pk__in=list(ids))
    failed = rows.filter(pk__in=failed_ids(installation))
    return frozenset(failed.values_list("pk", flat=True))


def _open_problems(installation: Installation, prefix: str) -> QuerySet[Problem]:
    return Problem.objects.filter(
        installation=installation, resolved_at__isnull=True, subject__startswith=prefix
    )


def _of_documents(installation: Installation, kind: str) -> Ids:
    prefix = f"{kind}:"
    bare = Replace(Substr("subject", len(prefix) + 1), Value("-"), Value(""))
    # Without hyphens it is how SQLite keeps an id, and PostgreSQL reads it either way.
    identity = Cast(Cast(bare, TextField()), UUIDField())
    return _open_problems(installation, prefix).values_list(identity, flat=True)


def _failed_orders(installation: Installation) -> QuerySet[Any, str]:
    problems = _open_problems(installation, ORDER)
    return problems.values_list(Substr("subject", len(ORDER) + 1), flat=True)


def _of_orders(installation: Installation) -> Ids:
    rows = SalesDocument.objects.filter(
        order__installation=installation, order__order_id__in=_failed_orders(installation)
    )
    return rows.values_list("pk", flat=True)


def _renders(_: Installation) -> Ids:
    rows = RenderJob.objects.filter(state=FAILED)
    return rows.values_list("document_id", flat=True)


def _publications(_: Installation) -> Ids:
    rows = Publication.objects.filter(state=FAILED)
    return rows.values_list("document_id", flat=True)


def _reports(_: Installation) -> Ids:
    rows = MovementReport.objects.filter(state=FAILED)
    return rows.values_list("document_id", flat=True)
