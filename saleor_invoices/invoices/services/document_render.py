"""Rendering an issued document from its snapshot: PDF and e-invoice, kept for ever."""

from dataclasses import dataclass, replace

from saleor_invoices.documents.einvoice.choice import einvoice_choose
from saleor_invoices.documents.einvoice.services import Finished, einvoice_finish
from saleor_invoices.documents.port import (
    HTML,
    Rendered,
    RenderFailed,
    Template,
    TemplateInvalid,
)
from saleor_invoices.documents.services import document_render as render
from saleor_invoices.documents.services import template_of
from saleor_invoices.documents.storage import StoredFile, document_key, store
from saleor_invoices.domain import codec
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.findings import Finding, finding_json
from saleor_invoices.invoices.models import (
    DocumentFile,
    EInvoiceRecord,
    RenderJob,
    SalesDocument,
)
from saleor_invoices.invoices.services import attempts, listeners
from saleor_invoices.invoices.services.erased import refuse_erased
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.problem import (
    CHARACTERS_MISSING,
    STORE,
    TEMPLATE_FAILED,
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.invoices.services.publication_publish import publications_resume
from saleor_invoices.stores.models import Asset
from saleor_invoices.stores.selectors import channel_profile

PDF, XML = DocumentFile.Kind.PDF, DocumentFile.Kind.XML
EINVOICE_REFUSED = "EINVOICE_REFUSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document's files, made of nothing but its snapshot."""

    rendered: Rendered
    finished: Finished

    @property
    def files(self) -> dict[DocumentFile.Kind, bytes]:
        """The content of each file."""
        xml = {XML: self.finished.xml} if self.finished.xml is not None else {}
        return {PDF: self.finished.pdf, **xml}


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
    listeners.rendered(document)  # first: a crash between the two tells twice, never not at all
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
    one row stays. The PDF's row is written last: where it is, everything is.
    """
    found = document.files.filter(kind=PDF).first()
    if found is not None:
        return found
    made = document_made(document=document)
    _keep_einvoice(document, made.finished)
    engine = f"{made.rendered.engine} {made.rendered.engine_version}"
    for kind, content in sorted(made.files.items(), reverse=True):
        stored = store(file_key(document, kind, made.rendered), content, replace=True)
        file, is_new = _keep_file(document, kind, stored, engine)
        if is_new and kind == PDF:
            history_append(document=document, event="rendered", sha256=stored.sha256)
            _tell_missing_characters(document, made.rendered.missing_characters)
            _tell_other_layout(document, made.rendered)
    return file


def document_made(*, document: SalesDocument) -> Made:
    """The document's files; nothing is stored. Raises ``Conflict`` ERASED."""
    refuse_erased(document)
    snapshot = codec.decode(bytes(document.snapshot))
    rendered = _rendered(snapshot, _template(document, snapshot))
    return Made(rendered=rendered, finished=einvoice_finish(pdf=rendered.pdf, document=snapshot))


def _rendered(snapshot: Document, template: Template) -> Rendered:
    """The PDF; where a merchant's own template fails on this document, in the built-in layout.

    The template is frozen with the document and can't be mended for it any more, and a buyer
    without any document would be worse than one with the plain layout.
    """
    try:
        return render(document=snapshot, template=template)
    except (TemplateInvalid, RenderFailed):
        if template.name != HTML:
            raise
        plain = replace(template, name=Template().name, html="")
        return render(document=snapshot, template=plain)


def file_key(document: SalesDocument, kind: str, rendered: Rendered) -> str:
    """Where a file of the document is stored."""
    if document.issue_date is None:
        raise ValueError("Only an issued document is stored.")
    return document_key(
        installation=document.installation.uuid,
        on=document.issue_date,
        document=document.pk,
        kind=document.kind,
        template_version=rendered.template_version,
        suffix=kind,
    )


def _keep_file(
    document: SalesDocument, kind: str, stored: StoredFile, engine: str
) -> tuple[DocumentFile, bool]:
    return DocumentFile.objects.get_or_create(
        document=document,
        kind=kind,
        defaults={
            "storage_key": stored.key,
            "sha256": stored.sha256,
            "size": stored.size,
            "engine": engine,
        },
    )


def _keep_einvoice(document: SalesDocument, finished: Finished) -> None:
    EInvoiceRecord.objects.get_or_create(
        document=document,
        defaults={
            "outcome": finished.outcome,
            "profile": finished.profile,
            "syntax": finished.syntax,
            "judged_by": list(finished.judged_by),
            "findings": [
                finding_json(found) for found in (*_choice_findings(document), *finished.findings)
            ],
        },
    )
    refused = [one for one in finished.findings if one.code == "EINVOICE_RULE_FAILED"]
    if refused and finished.xml is None:
        problem_open(
            installation=document.installation,
            subject=document_subject(document.pk),
            code=EINVOICE_REFUSED,
            message=f"{document.number} has no e-invoice: {refused[0].message}",
            remedy=refused[0].remedy,
            params={"document_id": str(document.pk), "rule": refused[0].rule},
        )


def _choice_findings(document: SalesDocument) -> tuple[Finding, ...]:
    """Why it is this e-invoice or none, and what the law wants besides, as of the day of issue."""
    snapshot = codec.decode(bytes(document.snapshot))
    chosen = snapshot.einvoice
    if chosen is None or not chosen.wanted or document.issue_date is None:
        return ()
    profile = channel_profile(installation=document.installation, channel=document.channel)
    return einvoice_choose(
        document=snapshot,
        wanted=chosen.wanted,
        on=document.issue_date,
        transmission=profile.einvoicing.transmission,
    ).findings


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


def _tell_other_layout(document: SalesDocument, rendered: Rendered) -> None:
    wanted = codec.decode(bytes(document.snapshot)).presentation.template
    if rendered.template == wanted:
        return
    problem_open(
        installation=document.installation,
        subject=STORE,
        code=TEMPLATE_FAILED,
        message=f"Your HTML template failed on {document.number}, which has the built-in layout.",
        remedy="Correct the template in the settings; documents issued from then on use it.",
        params={"document_id": str(document.pk), "number": document.number},
    )


def _template(document: SalesDocument, snapshot: Document) -> Template:
    look = snapshot.presentation
    return template_of(
        look=look,
        logo=_asset(document, look.logo_sha256),
        html=_asset(document, look.html_sha256).decode(),
        brand=snapshot.seller.name,
    )


def _asset(document: SalesDocument, sha256: str) -> bytes:
    if not sha256:
        return b""
    asset = Asset.objects.get(installation=document.installation, sha256=sha256)
    return bytes(asset.content)


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
