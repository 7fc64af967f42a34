"""The loop of the process: a PDF in, sizes and a picture out, until the socket closes."""

import gc
import io
import math
import socket
import tempfile

import pypdfium2
from PIL import Image

from saleor_invoices.documents.html.child.limits import OutOfTime, restrict, time_limit
from saleor_invoices.documents.html.wire import Closed, receive, send
from saleor_invoices.documents.pages.wire import MOST_PAGES, TALLEST, PageAnswer, PageJob

_HAIR = 0.01  # of a pixel: pdfium rounds up, and 1240.0000001 must not become 1241


def main() -> None:
    """Serve the socket that is standard input."""
    with socket.socket(fileno=0) as channel:
        Image.init()
        gc.freeze()  # what was imported stays
        restrict(tempfile.gettempdir(), set(), calls_c=True)
        send(channel, PageAnswer())  # ready
        try:
            while not _serve(channel):
                pass
        except (Closed, BrokenPipeError):
            return


def _serve(channel: socket.socket) -> bool:
    answer = _answered(receive(channel, PageJob))
    send(channel, answer)
    return answer.spent


def _answered(job: PageJob) -> PageAnswer:
    try:
        with time_limit(job.seconds, OutOfTime):
            return _made(job)
    except OutOfTime:
        return PageAnswer(failure=f"it took longer than {job.seconds:g} seconds", spent=True)
    except (MemoryError, SystemError):
        return PageAnswer(failure="it needs too much memory", spent=True)
    except Exception as error:
        # Whatever a broken file left behind in the library goes with the process.
        return PageAnswer(failure=type(error).__name__, spent=True)


def _made(job: PageJob) -> PageAnswer:
    with pypdfium2.PdfDocument(job.pdf) as document:
        count = min(len(document), MOST_PAGES)
        if not job.page:
            scaled = (_scale(document.get_page_size(at), job.width) for at in range(count))
            return PageAnswer(sizes=tuple((wide, high) for _, wide, high in scaled))
        if job.page > count:
            return PageAnswer(failure="there is no such page")
        return PageAnswer(png=_drawn(document, job.page - 1, job.width))


def _drawn(document: pypdfium2.PdfDocument, at: int, width: int) -> bytes:
    page = document[at]
    scale, _, _ = _scale(page.get_size(), width)
    picture = page.render(scale=scale, rev_byteorder=True).to_pil()
    output = io.BytesIO()
    picture.convert("RGB").save(output, "PNG", compress_level=6)
    return output.getvalue()


def _scale(size: tuple[float, float], width: int) -> tuple[float, int, int]:
    """By what to scale a page of so many points, and what it becomes in pixels."""
    wide, high = (max(side, 1.0) for side in size)
    scale = min((width - _HAIR) / wide, (width * TALLEST - _HAIR) / high)
    return scale, max(math.ceil(wide * scale), 1), max(math.ceil(high * scale), 1)
