"""The limited process's loop: a job in, an answer out, until the socket closes."""

import gc
import re
import socket
import tempfile
import time

from saleor_invoices.documents.html.child.conversion import MAX_PDF_BYTES, Converter
from saleor_invoices.documents.html.child.limits import OutOfTime, restrict, time_limit
from saleor_invoices.documents.html.child.rules import problems
from saleor_invoices.documents.html.child.templating import Faulty, fill
from saleor_invoices.documents.html.wire import Answer, Closed, Job, Problem, receive, send

_MEMORY = re.compile(r" at 0x[0-9a-fA-F]+")
_PATH = re.compile(r"(?<![\w<])/(?:[\w.@+-]+/)+[\w.@+-]*")
TOO_BIG = f"the PDF is larger than {MAX_PDF_BYTES:,} bytes"


def main() -> None:
    """Serve the socket that is standard input."""
    with socket.socket(fileno=0) as channel:
        readable: set[str] = set()
        converter = Converter(readable)
        gc.freeze()  # what was imported stays
        restrict(tempfile.gettempdir(), readable)
        send(channel, Answer())  # ready
        try:
            while not serve(channel, converter):
                pass
        except (Closed, BrokenPipeError):
            return


def serve(channel: socket.socket, converter: Converter) -> bool:
    """Answer one job; whether it has used the process up."""
    job = receive(channel, Job)
    answer = _answered(job, converter)
    send(channel, answer)
    return answer.spent


def _answered(job: Job, converter: Converter) -> Answer:
    try:
        with time_limit(job.seconds, OutOfTime):
            return _made(job, converter)
    except Faulty as error:
        return Answer(problems=error.problems)
    except OutOfTime:
        return Answer(failure=f"it took longer than {job.seconds:g} seconds", spent=True)
    except (MemoryError, SystemError):  # the latter where a C library hides the former
        return Answer(failure="it needs too much memory", spent=True)
    except RecursionError:
        return Answer(problems=(Problem(0, "The template nests too deeply."),))
    except Exception as error:
        return Answer(failure=_shown(f"{type(error).__name__}: {error}"))


def _shown(failure: str) -> str:
    """A library's words, for a merchant: neither where in memory nor in which file it was."""
    return _PATH.sub("(a file)", _MEMORY.sub("", failure))[:500]


def _made(job: Job, converter: Converter) -> Answer:
    if found := problems(job.source):
        return Answer(problems=found)
    began = time.monotonic()
    html = fill(job.source, job.data)
    pdf = converter.convert(
        html,
        images=job.images,
        faces=job.faces,
        fallbacks=job.fallbacks,
        seconds=job.seconds - (time.monotonic() - began),
    )
    return Answer(pdf=pdf) if len(pdf) <= MAX_PDF_BYTES else Answer(failure=TOO_BIG)
