"""Notes of staff: that there was one stays in the history of what is issued, its words don't."""

from django.db import transaction
from django.utils import timezone

from saleor_invoices.desk.models import StaffNote
from saleor_invoices.desk.services.limits import shows
from saleor_invoices.domain.errors import Conflict, InvalidInput, NotAllowed, NotFound
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.history import history_append

MOST_CHARACTERS = 5_000
MOST_NOTES = 100
"""On one document."""


def note_add(*, document: SalesDocument, text: str, pinned: bool, author: str) -> StaffNote:
    """Write a note. Raises ``InvalidInput`` NOTE_INVALID; ``Conflict`` NOTES_TOO_MANY, ERASED."""
    words = _checked(text)
    with transaction.atomic():
        # Under the lock an erasure is over or has not begun: no note outlives it.
        locked = SalesDocument.objects.select_for_update(no_key=True)
        locked = locked.only("pk", "state", "erased_at")
        row = locked.filter(pk=document.pk).first()
        if row is None:
            raise NotFound("There is no such document.")
        if row.erased_at is not None:
            raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
        if StaffNote.objects.filter(document=document).count() >= MOST_NOTES:
            raise Conflict(
                f"A document has at most {MOST_NOTES} notes.",
                code="NOTES_TOO_MANY",
                params={"most": MOST_NOTES},
            )
        note = StaffNote.objects.create(document=row, author=author, text=words, pinned=pinned)
        _tell(note, "note_added", author)
    return note


def note_update(
    *, note: StaffNote, text: str | None, pinned: bool | None, editor: str
) -> StaffNote:
    """Change one's own words, or pin any note; None leaves a thing as it is.

    Raises ``NotAllowed`` NOTE_NOT_YOURS, ``InvalidInput`` NOTE_INVALID, ``NotFound`` for a note
    that is gone meanwhile.
    """
    changes: dict[str, object] = {}
    if text is not None and text != note.text:
        _refuse_strangers(note, editor)
        changes = {"text": _checked(text), "edited_at": timezone.now()}
    if pinned is not None:
        changes["pinned"] = pinned
    with transaction.atomic():
        if changes and not StaffNote.objects.filter(pk=note.pk).update(**changes):
            raise NotFound("There is no such note.")
        if "text" in changes:
            _tell(note, "note_edited", editor)
    note.refresh_from_db(fields=["text", "pinned", "edited_at"])
    return note


def note_delete(*, note: StaffNote, editor: str) -> None:
    """Delete one's own note. Raises ``NotAllowed`` NOTE_NOT_YOURS."""
    _refuse_strangers(note, editor)
    with transaction.atomic():
        deleted, _ = StaffNote.objects.filter(pk=note.pk).delete()
        if deleted:
            _tell(note, "note_deleted", editor)


def notes_forget(document: SalesDocument) -> None:
    """Erase what staff wrote about a document whose content is erased."""
    StaffNote.objects.filter(document=document).delete()


def _checked(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not 1 <= len(words) <= MOST_CHARACTERS or not shows(words):
        raise InvalidInput(
            f"A note has 1 to {MOST_CHARACTERS} characters that can be shown.",
            code="NOTE_INVALID",
            params={"field": "text", "most": MOST_CHARACTERS},
        )
    return words


def _refuse_strangers(note: StaffNote, editor: str) -> None:
    if note.author != editor:
        raise NotAllowed("Only its author changes a note.", code="NOTE_NOT_YOURS")


def _tell(note: StaffNote, event: str, actor: str) -> None:
    # A draft has no history yet: what can't be deleted would keep it from being thrown away.
    if note.document.state == DocumentState.ISSUED:
        history_append(document=note.document, event=event, actor=actor, note=note.pk)
