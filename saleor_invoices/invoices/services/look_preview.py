"""Pages as settings that are not saved would print them. Nothing is kept, no number is taken."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from saleor_invoices.documents.html.sample import sample_document
from saleor_invoices.documents.html.wire import Problem
from saleor_invoices.documents.pages.services import page_picture, page_sizes
from saleor_invoices.documents.port import RenderFailed, TemplateInvalid
from saleor_invoices.documents.services import document_render, preview_renderer, template_of
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document, Note
from saleor_invoices.domain.findings import Finding
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.domain.order_document import issued
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services import clock
from saleor_invoices.invoices.services.document_issue import decoded
from saleor_invoices.invoices.services.invoice_check import draft_check, order_check
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.selectors import Look, channel_profile, look_at
from saleor_invoices.stores.services.settings_try import settings_try
from saleor_invoices.stores.services.setup_step import setup_step_seen
from saleor_invoices.stores.values.formats import TEST_PREFIX

WIDTH, MOST_PAGES = 1000, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Settings to try at a place, and a logo in place of the seller's; None: the seller's own."""

    installation: Installation
    level: Level = Level.APP
    name: str = ""
    changes: Sequence[ValueInput] = ()
    logo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPreview:
    """The first pages as PNG, or what is wrong with the template."""

    pages: tuple[bytes, ...] = ()
    page_count: int = 0
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    document: Document | None
    findings: tuple[Finding, ...] = ()


def document_look(*, trial: Trial, document: SalesDocument) -> LookPreview:
    """A document of ours, issued or a draft, in another look. Raises ``Conflict`` ERASED."""
    look = _look(trial)
    if document.state != DocumentState.DRAFT:
        return _shown(trial, look, _Content(document=decoded(document)))
    check = draft_check(draft=document)
    return _shown(trial, look, _Content(document=check.document, findings=check.findings))


def order_look(*, trial: Trial, order_id: str) -> LookPreview:
    """An order as Saleor has it now, as it would be invoiced; raises what reading it raises."""
    order = order_read(installation=trial.installation, order_id=order_id).order

    def read() -> tuple[Look, ChannelProfile]:
        profile = channel_profile(installation=trial.installation, channel=order.channel)
        return _look_here(trial), profile

    look, profile = settings_try(installation=trial.installation, changes=trial.changes, look=read)
    check = order_check(installation=trial.installation, order=order, profile=profile)
    return _shown(trial, look, _Content(document=check.document, findings=check.findings))


def sample_look(*, trial: Trial) -> LookPreview:
    """A made-up invoice of the seller."""
    look = _look(trial)
    sample = sample_document(look.language)
    draft = replace(
        sample,
        number="",
        issue_date=None,
        seller=look.seller or sample.seller,
        notes=tuple(Note(text=text) for text in look.notes) or sample.notes,
    )
    return _shown(trial, look, _Content(document=draft))


def _look(trial: Trial) -> Look:
    return settings_try(
        installation=trial.installation, changes=trial.changes, look=lambda: _look_here(trial)
    )


def _look_here(trial: Trial) -> Look:
    look = look_at(installation=trial.installation, level=trial.level, name=trial.name)
    if trial.logo is None:
        return look
    sha256 = hashlib.sha256(trial.logo).hexdigest()
    presentation = replace(look.presentation, logo_sha256=sha256)
    return replace(look, logo=trial.logo, presentation=presentation)


def _shown(trial: Trial, look: Look, content: _Content) -> LookPreview:
    if content.document is None:
        return LookPreview(findings=content.findings)
    final = _printable(content.document, look)
    try:
        pdf = _rendered(final, look)
    except TemplateInvalid as error:
        return LookPreview(problems=_problems(error), findings=content.findings)
    except RenderFailed as error:
        return LookPreview(problems=(Problem(0, error.message),), findings=content.findings)
    count = len(page_sizes(pdf=pdf, width=WIDTH))
    numbers = range(1, min(count, MOST_PAGES) + 1)
    pages = tuple(page_picture(pdf=pdf, page=number, width=WIDTH) for number in numbers)
    setup_step_seen(installation=trial.installation, key="look")
    return LookPreview(pages=pages, page_count=count, findings=content.findings)


def _printable(document: Document, look: Look) -> Document:
    """The document in the look; a draft gets a number that no document can have."""
    dressed = replace(
        document, presentation=look.presentation, second_language=_second(document, look)
    )
    if document.number:
        return dressed
    on = clock.today(look.timezone)
    pattern = NumberPattern.parse(look.patterns[DocumentKind(document.kind)], look.reset)
    number = (TEST_PREFIX if document.test_mode else "") + pattern.placeholder(on)
    return issued(replace(dressed, issue_date=None), number=number, issue_date=on)


def _second(document: Document, look: Look) -> str:
    return look.second_language if look.second_language != document.language else ""


def _rendered(final: Document, look: Look) -> bytes:
    template = template_of(
        look=look.presentation, logo=look.logo or b"", html=look.html, brand=final.seller.name
    )
    renderer = preview_renderer(template)
    return document_render(document=final, template=template, renderer=renderer).pdf


def _problems(error: TemplateInvalid) -> tuple[Problem, ...]:
    found = error.params.get("problems", [])
    problems = tuple(Problem(**one) for one in found) if isinstance(found, list) else ()
    return problems or (Problem(0, error.message),)
