"""Rendering for the rest of the app: the engine that the template needs, the result's facts."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from saleor_invoices.documents.html.renderer import HtmlRenderer, starter_template
from saleor_invoices.documents.html.sample import sample_documents
from saleor_invoices.documents.html.wire import Problem
from saleor_invoices.documents.logo import Logo
from saleor_invoices.documents.port import (
    DEFAULT_ACCENT,
    HTML,
    Paper,
    Rendered,
    Renderer,
    Template,
    TemplateInvalid,
)
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document, Presentation
from saleor_invoices.domain.errors import InvalidInput

__all__ = [
    "Problem",
    "default_renderer",
    "document_render",
    "html_renderer",
    "preview_renderer",
    "renderer_for",
    "starter_template",
    "template_check",
    "template_of",
    "templates_refuse",
]


def document_render(
    *, document: Document, template: Template | None = None, renderer: Renderer | None = None
) -> Rendered:
    """The document as PDF/A-3, with its SHA-256, engine and template.

    Raises ``InvalidInput``, ``TemplateInvalid``, ``FontsMissing`` and ``RenderFailed``; all are
    permanent.
    """
    template = template or Template()
    renderer = renderer or renderer_for(template)
    pdf = renderer.render(document, template)
    return Rendered(
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        engine=renderer.name,
        engine_version=renderer.version,
        template=template.name,
        template_version=template.version,
        missing_characters=renderer.missing_characters(document, template),
    )


def template_check(*, source: str, language: str = "en") -> list[Problem]:
    """What is wrong with a merchant's template, by line; empty for one that can be used.

    It is read and then renders documents of sample companies, in the limited process.
    """
    try:
        template = Template(name=HTML, html=source)
        for document in sample_documents(language):
            if found := html_renderer().check(document, template):
                return [_of(document, problem) for problem in found]
    except InvalidInput as error:
        return [Problem(0, error.message)]
    return []


def _of(document: Document, problem: Problem) -> Problem:
    """The problem, saying where it shows if that is not every document."""
    if document.kind is not DocumentKind.CREDIT_NOTE:
        return problem
    return Problem(problem.line, f"On a credit note: {problem.message}")


def templates_refuse(*, sources: Iterable[str]) -> None:
    """Raise ``TemplateInvalid`` for the first merchant's template that can't be used."""
    for source in sources:
        problems = template_check(source=source) if source else []
        if problems:
            raise TemplateInvalid(
                f"html_template, line {problems[0].line}: {problems[0].message}",
                params={
                    "field": "html_template",
                    "line": problems[0].line,
                    "problems": [{"line": one.line, "message": one.message} for one in problems],
                },
            )


def template_of(*, look: Presentation, logo: bytes, html: str, brand: str) -> Template:
    """The template of a document that looks so; ``brand`` is what its logo stands for.

    Raises ``InvalidInput`` TEMPLATE_INVALID.
    """
    return Template(
        name=look.template,
        version=look.template_version,
        paper=Paper(look.paper),
        footer=look.footer,
        logo=Logo(logo, alt=brand) if logo else None,
        accent=look.accent_color or DEFAULT_ACCENT,
        html=html,
    )


def preview_renderer(template: Template) -> Renderer:
    """The engine for somebody who waits: a merchant's own template gets fifteen seconds."""
    return html_renderer().hurried() if template.name == HTML else default_renderer()


def renderer_for(template: Template) -> Renderer:
    """The process's engine for the template."""
    return html_renderer() if template.name == HTML else default_renderer()


def html_renderer() -> HtmlRenderer:
    """The process's engine for merchants' own templates; its process starts when first needed."""
    return _html_renderer(_font_dirs())


def default_renderer() -> TypstRenderer:
    """The process's engine for built-in templates, with the fonts of ``settings.FONT_DIRS``."""
    return _renderer(_font_dirs())


def _font_dirs() -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in settings.FONT_DIRS)


@cache
def _renderer(font_dirs: tuple[Path, ...]) -> TypstRenderer:
    return TypstRenderer(font_dirs)


@cache
def _html_renderer(font_dirs: tuple[Path, ...]) -> HtmlRenderer:
    return HtmlRenderer(font_dirs)
