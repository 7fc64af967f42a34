"""Verbs on what staff keep for themselves and each other: preferences, views, notes, links."""

import strawberry
from strawberry.scalars import JSON

from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import local_int
from saleor_invoices.api.mutations.corrections import document_of, node_of
from saleor_invoices.api.types.desk import SalesCustomerLink, SalesSavedView, SalesStaffNote
from saleor_invoices.api.types.documents import SalesDocument
from saleor_invoices.desk.models import StaffNote
from saleor_invoices.desk.selectors.people import STAFF, note_visible, view_visible
from saleor_invoices.desk.services.link_copy import link_copy
from saleor_invoices.desk.services.note import note_add, note_delete, note_update
from saleor_invoices.desk.services.preference_set import preference_set
from saleor_invoices.desk.services.view_save import View, view_create, view_delete, view_update
from saleor_invoices.invoices.selectors.viewers import StaffViewer, require_staff
from saleor_invoices.invoices.services.link_open import link_opens_itself


@strawberry.input(description="A view to keep; without `id`, a new one.")
class SalesSavedViewInput:
    id: strawberry.ID | None = None
    name: str
    state: JSON = strawberry.field(description="8 kB at most.")
    shared: bool = False

    def view(self) -> View:
        """In the services' words."""
        return View(name=self.name, state=self.state, shared=self.shared)


@strawberry.type(description="The preference as it is now.")
class PreferenceSet:
    name: str
    value: JSON | None


@strawberry.type(description="The view as it is kept.")
class SavedViewResult:
    view: SalesSavedView


@strawberry.type(description="A view is gone.")
class SavedViewDelete:
    deleted: bool


@strawberry.type(description="The note as it is kept.")
class StaffNoteResult:
    note: SalesStaffNote
    document: SalesDocument


@strawberry.type(description="A note is gone.")
class StaffNoteDelete:
    deleted: bool
    document: SalesDocument


@strawberry.type(description="The link for the customer.")
class InvoiceLinkCopy:
    link: SalesCustomerLink
    document: SalesDocument


@strawberry.type
class DeskMutations:
    @strawberry.mutation(
        description="Keep a person's own value of a page's preference (8 kB and 40 names at "
        "most); null forgets it. For staff."
    )
    def sales_preference_set(
        self, info: Info, name: str, value: JSON | None = None
    ) -> PreferenceSet | None:
        staff = require_staff(info.context.viewer)
        kept = preference_set(
            installation=staff.installation, user_id=staff.user_id, name=name, value=value
        )
        return PreferenceSet(name=kept, value=value)

    @strawberry.mutation(
        description="Keep a view of the grid; one that another person made is refused. For staff."
    )
    def sales_view_save(self, info: Info, input: SalesSavedViewInput) -> SavedViewResult | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        if input.id is None:
            row = view_create(
                installation=staff.installation, user_id=staff.user_id, view=input.view()
            )
        else:
            found = view_visible(viewer=staff, view_id=local_int(input.id, "SalesSavedView"))
            row = view_update(row=found, user_id=staff.user_id, view=input.view())
        return SavedViewResult(view=SalesSavedView.of(row, staff))

    @strawberry.mutation(description="Delete one's own view. For staff.")
    def sales_view_delete(self, info: Info, id: strawberry.ID) -> SavedViewDelete | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        row = view_visible(viewer=staff, view_id=local_int(id, "SalesSavedView"))
        view_delete(row=row, user_id=staff.user_id)
        return SavedViewDelete(deleted=True)

    @strawberry.mutation(description="Write a note on a document, for staff only. For staff.")
    def staff_note_add(
        self, info: Info, document_id: strawberry.ID, text: str, pinned: bool = False
    ) -> StaffNoteResult | None:
        staff = require_staff(info.context.viewer)
        row = document_of(staff, document_id)
        note = note_add(document=row, text=text, pinned=pinned, author=_actor(staff))
        return StaffNoteResult(note=SalesStaffNote.of(note), document=node_of(row, staff))

    @strawberry.mutation(
        description="Change the text of one's own note, or pin anyone's; null leaves a thing as "
        "it is. For staff."
    )
    def staff_note_update(
        self,
        info: Info,
        id: strawberry.ID,  # noqa: A002
        text: str | None = None,
        pinned: bool | None = None,
    ) -> StaffNoteResult | None:
        staff = require_staff(info.context.viewer)
        note = note_update(note=_note(staff, id), text=text, pinned=pinned, editor=_actor(staff))
        return StaffNoteResult(note=SalesStaffNote.of(note), document=node_of(note.document, staff))

    @strawberry.mutation(description="Delete one's own note. For staff.")
    def staff_note_delete(self, info: Info, id: strawberry.ID) -> StaffNoteDelete | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        note = _note(staff, id)
        note_delete(note=note, editor=_actor(staff))
        return StaffNoteDelete(deleted=True, document=node_of(note.document, staff))

    @strawberry.mutation(
        description="The private link for the customer, made where there is none live. For staff."
    )
    def invoice_link_copy(self, info: Info, id: strawberry.ID) -> InvoiceLinkCopy | None:  # noqa: A002
        staff = require_staff(info.context.viewer)
        row = document_of(staff, id)
        link = link_copy(document=row, actor=_actor(staff))
        link.document = row
        shown = SalesCustomerLink.of(link, opens_itself=link_opens_itself(link))
        return InvoiceLinkCopy(link=shown, document=node_of(row, staff))


def _actor(staff: StaffViewer) -> str:
    return f"{STAFF}{staff.user_id}"


def _note(staff: StaffViewer, identity: str) -> StaffNote:
    return note_visible(viewer=staff, note_id=local_int(identity, "SalesStaffNote"))
