"""Drafts that are written by hand."""

import uuid

from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import DraftForm
from saleor_invoices.invoices.selectors.viewers import Viewer, require_writer


def draft_visible(*, viewer: Viewer, document_id: uuid.UUID) -> DraftForm | None:
    """The form of a draft of the viewer's store that was not issued yet, with its document.

    Raises ``NotAllowed`` for who may not write.
    """
    require_writer(viewer)
    rows = DraftForm.objects.filter(
        installation=viewer.installation, document__state=DocumentState.DRAFT
    )
    return rows.select_related("document").filter(pk=document_id).first()
