"""Which problems the merchant has."""

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.models import Problem, SalesDocument
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff
from saleor_invoices.stores.models import Installation


def problems_visible(
    *, viewer: Viewer, is_open: bool | None = None, subject: str | None = None
) -> QuerySet[Problem]:
    """The store's problems, the latest first; for staff with MANAGE_ORDERS (``NotAllowed``)."""
    installation = require_staff(viewer).installation
    rows = Problem.objects.filter(installation=installation).order_by("-pk")
    rows = rows if subject is None else rows.filter(subject=subject)
    return rows if is_open is None else rows.filter(resolved_at__isnull=is_open)


def problem_visible(*, viewer: Viewer, problem_id: int) -> Problem:
    """One problem of the store. Raises ``NotFound``, and ``NotAllowed`` as above."""
    found = problems_visible(viewer=viewer).filter(pk=problem_id).first()
    if found is None:
        raise NotFound("There is no such problem.")
    return found


def problems_of_documents(
    *, installation: Installation, documents: Iterable[SalesDocument]
) -> Mapping[uuid.UUID, list[Problem]]:
    """The open problems of each document, those of its order and its deliveries included."""
    owners: dict[str, list[uuid.UUID]] = {}
    for document in documents:
        for kind in ("document", "planning", "mail", "transmission"):
            owners.setdefault(f"{kind}:{document.pk}", []).append(document.pk)
        if document.order is not None:
            owners.setdefault(f"order:{document.order.order_id}", []).append(document.pk)
    rows = Problem.objects.filter(
        installation=installation, subject__in=owners, resolved_at__isnull=True
    )
    found: dict[uuid.UUID, list[Problem]] = {}
    for problem in rows.order_by("pk"):
        for document_id in owners[problem.subject]:
            found.setdefault(document_id, []).append(problem)
    return found
