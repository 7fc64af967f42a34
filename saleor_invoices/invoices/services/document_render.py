"""Rendering an issued document's PDF from its snapshot, and keeping it for ever."""

from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import DEFAULT_ACCENT, Paper, Rendered, Template
from saleor_invoices.documents.services import document_render as render
from saleor_invoices.documents.storage import document_key, store
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.invoices.models import DocumentFile, RenderJob, SalesDocument
from saleor_invoices.invoices.services import attempts
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.problem import (
    CHARACTERS_MISSING,
    STORE,
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.publication_publish import publications_resume
from saleor_invoices.stores.models import Asset


def document_render_attempt(*, document_id: object) -> DocumentFile | None:
    """Work on the document's render job, if it is due; then let its publications go on."""
    job = attempts.claim(RenderJob, document_id)
    if job is None:
        return None
    document = job.document
    try:
        attempts.refuse_endless(job)
        file = document_render(document=document)
    except Exception as error:  # also a full disk or an engine's own fault: it must be seen
        _failed(job, error)
        return None
    attempts.succeed(job)
    problem_resolve(
        installation=document.installation,
        subject=document_subject(document.pk),
        codes=("RENDER_FAILED",),
    )
    publications_resume(document=document)
    return file


def document_render(*, document: SalesDocument) -> DocumentFile:
    """Return the document's PDF, rendering it where it is not there yet.

    Two workers may render at once: the same snapshot gives the same bytes under the same key, and
    one row stays.
    """
    found = document.files.filter(kind=DocumentFile.Kind.PDF).first()
    if found is not None:
        return found
    rendered = document_rendered(document=document)
    stored = store(_storage_key(document, rendered), rendered.pdf, replace=True)
    file, made = DocumentFile.objects.get_or_create(
        document=document,
        kind=DocumentFile.Kind.PDF,
        defaults={
            "storage_key": stored.key,
            "sha256": stored.sha256,
            "size": stored.size,
            "engine": f"{rendered.engine} {rendered.engine_version}",
        },
    )
    if made:
        history_append(document=document, event="rendered", sha256=stored.sha256)
        _tell_missing_characters(document, rendered.missing_characters)
    return file


def _tell_missing_characters(document: SalesDocument, characters: str) -> None:
    if not characters:
        return
    problem_open(
        installation=document.installation,
        subject=STORE,
        code=CHARACTERS_MISSING,
        message=f"{document.number} has characters that no installed font can print.",
        remedy="Have the operator add a font with this script to FONT_DIRS; then press Retry.",
        params={"number": document.number, "characters": characters[:50]},
    )


def document_rendered(*, document: SalesDocument) -> Rendered:
    """The document's PDF, made of nothing but its snapshot; nothing is stored."""
    snapshot = codec.decode(bytes(document.snapshot))
    return render(document=snapshot, template=_template(document, snapshot))


def _template(document: SalesDocument, snapshot: Document) -> Template:
    look = snapshot.presentation
    content = b""
    if look.logo_sha256:
        asset = Asset.objects.get(installation=document.installation, sha256=look.logo_sha256)
        content = bytes(asset.content)
    return Template(
        name=look.template,
        version=look.template_version,
        paper=Paper(look.paper),
        footer=look.footer,
        logo=Logo(content, alt=snapshot.seller.name) if content else None,
        accent=look.accent_color or DEFAULT_ACCENT,
    )


def _storage_key(document: SalesDocument, rendered: Rendered) -> str:
    if document.issue_date is None:
        raise ValueError("Only an issued document is stored.")
    return document_key(
        installation=document.installation.uuid,
        on=document.issue_date,
        document=document.pk,
        kind=document.kind,
        template_version=rendered.template_version,
    )


def _failed(job: RenderJob, error: Exception) -> None:
    if not attempts.give_back(job, error):
        return
    document, fault = job.document, attempts.describe(error)
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code="RENDER_FAILED",
        message=f"{document.number} has no PDF: {fault.message}",
        remedy="Remove the cause and press Retry; number and content of the document stand.",
        params={"document_id": str(document.pk), "cause": fault.code},
    )
