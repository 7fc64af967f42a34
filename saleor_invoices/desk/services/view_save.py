"""Views of the grid that people keep, for themselves or for all."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from saleor_invoices.desk.models import SavedView
from saleor_invoices.desk.services.limits import checked_json, checked_name
from saleor_invoices.domain.errors import Conflict, NotAllowed, NotFound
from saleor_invoices.stores.models import Installation

MOST_VIEWS = 50
"""Of one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is kept: a name, the grid's state as the page wrote it, and whether all see it."""

    name: str
    state: object
    shared: bool = False

    def columns(self) -> dict[str, object]:
        """Checked. Raises ``InvalidInput`` NAME_INVALID, VALUE_TOO_LARGE."""
        return {
            "name": checked_name(self.name),
            "state": checked_json(self.state, field="state"),
            "shared": self.shared,
        }


def view_create(*, installation: Installation, user_id: str, view: View) -> SavedView:
    """Keep a new view. Raises as ``View.columns``, and ``Conflict`` VIEWS_TOO_MANY."""
    columns = view.columns()
    with transaction.atomic():
        row = SavedView.objects.create(installation=installation, user_id=user_id, **columns)
        own = SavedView.objects.filter(installation=installation, user_id=user_id)
        if own.count() > MOST_VIEWS:
            raise Conflict(
                f"A person has at most {MOST_VIEWS} views; delete one first.",
                code="VIEWS_TOO_MANY",
                params={"most": MOST_VIEWS},
            )
    return row


def view_update(*, row: SavedView, user_id: str, view: View) -> SavedView:
    """Change one's own view. Raises as ``View.columns``, ``NotAllowed`` VIEW_NOT_YOURS, and
    ``NotFound`` for one that is gone meanwhile.
    """
    _refuse_strangers(row, user_id)
    columns = view.columns() | {"updated_at": timezone.now()}
    # One that was deleted meanwhile is not brought back.
    if not SavedView.objects.filter(pk=row.pk).update(**columns):
        raise NotFound("There is no such view.")
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def view_delete(*, row: SavedView, user_id: str) -> None:
    """Delete one's own view. Raises ``NotAllowed`` VIEW_NOT_YOURS."""
    _refuse_strangers(row, user_id)
    row.delete()


def _refuse_strangers(row: SavedView, user_id: str) -> None:
    if row.user_id != user_id:
        raise NotAllowed("Only who made a view changes it.", code="VIEW_NOT_YOURS")
