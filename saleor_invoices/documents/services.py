"""Rendering for the rest of the app: the engine from the settings, the result with its facts."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from saleor_invoices.documents.port import Rendered, Renderer, Template
from saleor_invoices.documents.typst_engine import TypstRenderer
from saleor_invoices.domain.document import Document


def document_render(
    *, document: Document, template: Template | None = None, renderer: Renderer | None = None
) -> Rendered:
    """The document as PDF/A-3a, with its SHA-256, engine and template.

    Raises ``InvalidInput``, ``FontsMissing`` and ``RenderFailed``; all are permanent.
    """
    template, renderer = template or Template(), renderer or default_renderer()
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


def default_renderer() -> TypstRenderer:
    """The process's renderer, with the fonts of ``settings.FONT_DIRS``."""
    return _renderer(tuple(Path(folder) for folder in settings.FONT_DIRS))


@cache
def _renderer(font_dirs: tuple[Path, ...]) -> TypstRenderer:
    return TypstRenderer(font_dirs)
