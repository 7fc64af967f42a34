"""The engine of a merchant's own template: what it gets, and what its PDF becomes."""

import unicodedata
from functools import cache, partial
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, cast

import msgspec

from saleor_invoices.documents import finisher, fonts, stamp, text
from saleor_invoices.documents.html.faces import covered_by, faces_of, families_needed
from saleor_invoices.documents.html.images import images
from saleor_invoices.documents.html.process import Ended, OutOfTime, RenderProcess
from saleor_invoices.documents.html.wire import Answer, Job, Problem
from saleor_invoices.documents.payment_code import payment_code
from saleor_invoices.documents.port import HTML, RenderFailed, Template, TemplateInvalid
from saleor_invoices.documents.view.build import document_view
from saleor_invoices.documents.view.model import DocumentView
from saleor_invoices.domain.document import Document

SECONDS = 60.0  # 500 lines take some 5 s
CHECK_SECONDS = 15.0
_MARK = "\u200e"  # left to right
_STARTER = Path(__file__).parent / "starter.html"


class HtmlRenderer:
    """Renders with xhtml2pdf, in one limited process for each of ours."""

    name = "xhtml2pdf"
    version = package_version("xhtml2pdf")

    def __init__(
        self,
        font_dirs: tuple[Path, ...],
        process: RenderProcess | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._font_dirs = font_dirs
        self._seconds = seconds
        self.process = process or RenderProcess()

    def start(self) -> None:
        """Start the process without waiting for it, so that the first document need not."""
        self.process.start()

    def hurried(self) -> "HtmlRenderer":
        """The same engine and process for whoever waits for a look, with the time of a check."""
        return HtmlRenderer(self._font_dirs, self.process, CHECK_SECONDS)

    def stop(self) -> None:
        """End the process; the next document starts another."""
        self.process.stop()

    def render(self, document: Document, template: Template) -> bytes:
        """See ``port.Renderer``; PDF/A-3b."""
        view, answer = self._asked(document, template, seconds=self._seconds)
        if answer.problems:
            raise _invalid(answer.problems)
        if answer.failure:
            raise _failed(answer.failure)
        stamped = stamp.stamp(answer.pdf, self._marks(document, view, template))
        return finisher.archive(stamped, document)

    def check(self, document: Document, template: Template) -> tuple[Problem, ...]:
        """What is wrong with the template, found by reading it and by rendering the document."""
        try:
            _, answer = self._asked(document, template, seconds=CHECK_SECONDS)
        except RenderFailed as error:
            return (Problem(0, error.message),)
        if answer.failure:
            return (Problem(0, _failed(answer.failure).message),)
        return answer.problems

    def missing_characters(self, document: Document, template: Template) -> str:
        """See ``port.Renderer``."""
        covered = fonts.load(self._font_dirs).characters
        view = msgspec.to_builtins(self._view(document, template))
        found = text.missing("".join(_texts(view)), covered)
        return "".join(sorted(found))

    def _view(self, document: Document, template: Template) -> DocumentView:
        code = payment_code(document)
        return document_view(document, template, with_qr=code.is_epc, bill=code.bill)

    def _asked(
        self, document: Document, template: Template, *, seconds: float
    ) -> tuple[DocumentView, Answer]:
        view = self._view(document, template)
        job = self._job(document, template, view, seconds)
        try:
            return view, self.process.run(job)
        except OutOfTime as error:
            raise _failed(f"it took longer than {seconds:g} seconds") from error
        except Ended as error:
            raise _failed("it needs more memory or time than a document may have") from error

    def _job(
        self, document: Document, template: Template, view: DocumentView, seconds: float
    ) -> Job:
        doc = msgspec.to_builtins(view)
        if view.direction == "rtl":
            doc = text.mapped(doc, _left_to_right)
        data = {"doc": doc, "style": _style(view, template)}
        shown = template.html + "".join(_texts(data))
        families = families_needed(
            self._font_dirs, document, template.fonts, shown, source=template.html
        )
        covered = covered_by(self._font_dirs, families)
        return Job(
            source=template.html,
            data=cast("dict[str, Any]", text.mapped(data, partial(text.clean, covered=covered))),
            images=images(document, template),
            faces=tuple(face for one in families for face in faces_of(self._font_dirs, one)),
            fallbacks=tuple(family.lower() for family in families),
            seconds=seconds,
        )

    def _marks(self, document: Document, view: DocumentView, template: Template) -> stamp.Marks:
        texts = (view.footer.page, view.footer.second_page, view.watermark)
        shown = "".join(map(stamp.visual, texts)) + "0123456789 /"
        families = families_needed(self._font_dirs, document, template.fonts, shown)
        faces = [face for one in families for face in faces_of(self._font_dirs, one)]
        upright = [face for face in faces if not face.italic]
        return stamp.Marks(
            page=view.footer.page,
            second_page=view.footer.second_page,
            watermark=view.watermark,
            regular=tuple(Path(face.path) for face in upright if not face.bold),
            bold=tuple(Path(face.path) for face in upright if face.bold),
        )


def starter_template() -> str:
    """The template that a merchant's own begins with: the look of the built-in one."""
    return _starter()


@cache
def _starter() -> str:
    return _STARTER.read_text(encoding="utf-8")


def _invalid(problems: tuple[Problem, ...]) -> TemplateInvalid:
    first = problems[0]
    where = f" (line {first.line})" if first.line else ""
    return TemplateInvalid(
        f"The template {HTML!r} can't be used: {first.message}{where}",
        params={
            "field": "html_template",
            "line": first.line,
            "problems": [{"line": one.line, "message": one.message} for one in problems],
        },
    )


def _failed(fault: str) -> RenderFailed:
    return RenderFailed(
        f"xhtml2pdf could not render the document: {fault}.", params={"engine": HtmlRenderer.name}
    )


def _style(view: DocumentView, template: Template) -> dict[str, object]:
    """What the template gets beside the document: the store's choices, ready for CSS."""
    logo = template.logo
    start, end = ("right", "left") if view.direction == "rtl" else ("left", "right")
    most = max((len(column) for column in view.footer.columns), default=1)
    return {
        "paper": template.paper.value,
        "start": start,
        "end": end,
        "accent": template.accent,
        "tint": _tint(template.accent),
        "font": template.fonts[0],
        "logo": None if logo is None else _fitted(logo.width, logo.height),
        "logo_alt": (logo.alt or view.brand) if logo else "",
        "footer_lines": most,
    }


def _fitted(width: int, height: int) -> dict[str, float]:
    """Millimetres: as large as fits into 70 by 16."""
    scale = min(70 / width, 16 / height)
    return {"width": round(width * scale, 2), "height": round(height * scale, 2)}


def _tint(accent: str) -> str:
    parts = (int(accent[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.07 + 255 * 0.93):02x}" for part in parts)


def _left_to_right(value: str) -> str:
    """A line that runs from left to right, marked so that the page's direction leaves it alone.

    Without marks "10115 Berlin" is printed as "Berlin 10115" among words from right to left.
    """
    return "\n".join(map(_marked, value.split("\n")))


def _marked(line: str) -> str:
    strong = (unicodedata.bidirectional(one) for one in line)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    plain = line.isalpha() or not any(map(str.isalnum, line))  # "due", "BIC", and signs
    return line if first != "L" or plain else f"{_MARK}{line}{_MARK}"


def _texts(data: object) -> list[str]:
    found: list[str] = []

    def collect(value: str) -> str:
        found.append(value)
        return value

    text.mapped(data, collect)
    return found
