"""Drawing the pages of a PDF, in a process that can do no harm.

A PDF that was imported may have been made to break the library that reads it, which is written in
C++: so it is read where there is no network, no file, no secret, and an end to time and memory.
"""

from functools import cache

from saleor_invoices.documents.html.process import Ended, LimitedProcess, OutOfTime
from saleor_invoices.documents.pages.wire import MOST_PAGES, PageAnswer, PageJob
from saleor_invoices.domain.errors import AppError

__all__ = ["MOST_PAGES", "WIDTH", "PagesFailed", "page_picture", "page_process", "page_sizes"]

WIDTH = 1240
"""Pixels: A4 at 150 dots per inch."""
SECONDS = 10.0
_SERVING = "saleor_invoices.documents.pages.child.serving"

Size = tuple[int, int]
PageProcess = LimitedProcess[PageJob, PageAnswer]


class PagesFailed(AppError):
    """The PDF can't be drawn."""

    code = "PAGES_FAILED"


def page_sizes(*, pdf: bytes, width: int = WIDTH) -> tuple[Size, ...]:
    """Width and height of the first fifty pages in pixels. Raises ``PagesFailed``."""
    return _asked(PageJob(pdf=pdf, page=0, width=width, seconds=SECONDS)).sizes


def page_picture(*, pdf: bytes, page: int, width: int = WIDTH) -> bytes:
    """One page, from 1, as PNG. Raises ``PagesFailed``."""
    if not 1 <= page <= MOST_PAGES:
        raise PagesFailed("There is no such page.")
    return _asked(PageJob(pdf=pdf, page=page, width=width, seconds=SECONDS)).png


@cache
def page_process() -> PageProcess:
    """The process, which starts when first needed."""
    return LimitedProcess(_SERVING, PageAnswer)


def _asked(job: PageJob) -> PageAnswer:
    try:
        answer = page_process().run(job)
    except OutOfTime as error:
        raise _failed(f"it took longer than {job.seconds:g} seconds") from error
    except Ended as error:
        raise _failed("it needs more memory or time than a document may have") from error
    if answer.failure:
        raise _failed(answer.failure)
    return answer


def _failed(fault: str) -> PagesFailed:
    return PagesFailed(f"The PDF can't be shown as pictures: {fault}.")
