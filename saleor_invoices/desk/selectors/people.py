"""Questions about who works here, how they like to work, and what they noted."""

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from saleor_invoices.desk.models import Preference, SavedView, StaffMember, StaffNote
from saleor_invoices.domain.errors import NotFound
from saleor_invoices.invoices.selectors.viewers import Viewer, require_staff
from saleor_invoices.stores.models import Installation

STAFF, KEY = "staff:", "key:"


def staff_names(*, installation: Installation) -> Mapping[str, str]:
    """The e-mail address of each ``staff:<id>`` of a store that was seen here."""
    rows = StaffMember.objects.filter(installation=installation)
    return {f"{STAFF}{user_id}": email for user_id, email in rows.values_list("user_id", "email")}


def actor_name(actor: str, names: Mapping[str, str]) -> str:
    """Who did something, for people: staff's e-mail, a key's name, or nothing for the app."""
    if actor.startswith(KEY):
        return actor.removeprefix(KEY)
    return names.get(actor, "")


def preference_of(*, viewer: Viewer, name: str) -> Preference | None:
    """The viewer's own preference of this name. Raises ``NotAllowed`` unless staff ask."""
    staff = require_staff(viewer)
    rows = Preference.objects.filter(installation=staff.installation, user_id=staff.user_id)
    return rows.filter(name=name).first()


def views_visible(*, viewer: Viewer) -> QuerySet[SavedView]:
    """One's own views and the shared ones, by name. Raises ``NotAllowed`` unless staff ask."""
    staff = require_staff(viewer)
    rows = SavedView.objects.filter(installation=staff.installation)
    return rows.filter(Q(user_id=staff.user_id) | Q(shared=True)).order_by("name", "pk")


def view_visible(*, viewer: Viewer, view_id: int) -> SavedView:
    """One of them. Raises ``NotFound``, and ``NotAllowed`` as above."""
    found = views_visible(viewer=viewer).filter(pk=view_id).first()
    if found is None:
        raise NotFound("There is no such view.")
    return found


def notes_of_documents(ids: Iterable[uuid.UUID]) -> QuerySet[StaffNote]:
    """Notes on documents that the caller may see, the pinned first, then the newest."""
    return StaffNote.objects.filter(document_id__in=list(ids)).order_by("-pinned", "-pk")


def note_visible(*, viewer: Viewer, note_id: int) -> StaffNote:
    """One note of the store. Raises ``NotFound``, and ``NotAllowed`` unless staff ask."""
    installation = require_staff(viewer).installation
    rows = StaffNote.objects.select_related("document").defer("document__snapshot")
    found = rows.filter(document__installation=installation, pk=note_id).first()
    if found is None:
        raise NotFound("There is no such note.")
    return found
