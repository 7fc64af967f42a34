"""The limited process: what it can not do, and how work goes on when it ends."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from saleor_invoices.documents.html import process as processes
from saleor_invoices.documents.html.process import Ended, OutOfTime, RenderProcess
from saleor_invoices.documents.html.renderer import HtmlRenderer
from saleor_invoices.documents.html.wire import Job
from saleor_invoices.documents.port import RenderFailed
from tests.documents import samples
from tests.documents.html.conftest import FONTS
from tests.documents.html.looks import own, starter

pytestmark = pytest.mark.xdist_group("html")
ROOT = Path(__file__).parents[3]
SMALL = samples.sample_document(1)
SIMPLE = own("<p>{{ doc.number }}</p>")
_RESTRICTED = """
import sys, types
package = types.ModuleType("saleor_invoices")
package.__path__ = [{root!r} + "/saleor_invoices"]
sys.modules["saleor_invoices"] = package
import ctypes, os, socket, subprocess, tempfile, threading, urllib.request
from saleor_invoices.documents.html.child.limits import restrict
restrict(tempfile.gettempdir(), {{ {readable!r} }})
try:
    {code}
except BaseException as error:
    print(type(error).__name__)
else:
    print("done")
"""
FORBIDDEN = {
    "open('/etc/passwd')": "Forbidden",
    "open(b'/etc/passwd')": "Forbidden",
    "os.open('/etc/passwd', os.O_RDONLY)": "Forbidden",
    "open('/proc/self/environ')": "Forbidden",
    "open('../../../../../../etc/passwd')": "Forbidden",
    "open(os.__file__, 'a')": "Forbidden",
    "os.open(os.__file__, os.O_RDWR)": "Forbidden",
    "socket.create_connection(('127.0.0.1', 9))": "Forbidden",
    "socket.socket()": "Forbidden",
    "socket.getaddrinfo('localhost', 80)": "Forbidden",
    "urllib.request.urlopen('http://127.0.0.1:9/')": "Forbidden",
    "subprocess.run(['true'])": "Forbidden",
    "os.system('true')": "Forbidden",
    "os.fork()": "Forbidden",
    "os.kill(os.getppid(), 0)": "Forbidden",
    "ctypes.CDLL(None)": "Forbidden",
    "bytearray(2 << 30)": "MemoryError",
}
ALLOWED = {
    "tempfile.NamedTemporaryFile().write(b'x')",
    "open(os.__file__).read()",
    "open(sys.argv[1], 'rb').read()",
}


def _restricted(code: str, folder: Path) -> str:
    font = str(next(FONTS[0].rglob("*.ttf")))
    script = _RESTRICTED.format(root=str(ROOT), readable=font, code=code)
    found = subprocess.run(
        [sys.executable, "-c", script, font],
        env={"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.strip()


@pytest.mark.parametrize(("code", "expected"), FORBIDDEN.items())
def test_nothing_outside_is_in_reach(code: str, expected: str, tmp_path: Path) -> None:
    assert _restricted(code, tmp_path) == expected


@pytest.mark.parametrize("code", sorted(ALLOWED))
def test_its_own_folder_and_the_fonts_are(code: str, tmp_path: Path) -> None:
    assert _restricted(code, tmp_path) == "done"


def test_it_knows_no_secret(html: HtmlRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEYS", "a-secret-that-must-not-travel")
    html.stop()
    html.render(SMALL, SIMPLE)
    pid = html.process.pid
    environment = Path(f"/proc/{pid}/environ").read_bytes()
    assert b"PYTHONHASHSEED" in environment
    assert b"SECRET" not in environment
    assert b"DATABASE" not in environment
    targets = [str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir()]
    assert not [target for target in targets if "sqlite" in target]


def test_a_killed_process_fails_one_document_and_no_other(html: HtmlRenderer) -> None:
    html.render(SMALL, SIMPLE)
    pid = html.process.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(RenderFailed) as caught:
        html.render(SMALL, SIMPLE)
    assert caught.value.code == "RENDER_FAILED"
    assert html.render(SMALL, SIMPLE)
    assert html.process.pid != pid


def test_a_process_that_hangs_is_ended(html: HtmlRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    html.render(SMALL, SIMPLE)
    monkeypatch.setattr(processes, "_GRACE_SECONDS", 0.2)
    pid = html.process.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    job = Job(source="", data={}, images={}, faces=(), fallbacks=(), seconds=0.2)
    with pytest.raises(OutOfTime):
        html.process.run(job)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    monkeypatch.undo()
    assert html.render(SMALL, SIMPLE)


def test_a_document_has_only_so_much_time(html: HtmlRenderer) -> None:
    document = samples.sample_document(400)
    view = html._view(document, starter())
    job = html._job(document, starter(), view, 0.3)
    answer = html.process.run(job)
    assert "longer than" in answer.failure or "time" in str(answer.problems)
    assert html.render(SMALL, SIMPLE)


def test_too_much_memory_fails_one_document_and_no_other(html: HtmlRenderer) -> None:
    rows = "{% for a in range(1000) %}{% for b in range(100) %}<p>x</p>{% endfor %}{% endfor %}"
    cells = f"<table><tr><td>{rows}</td></tr></table>"
    limited = own(cells)
    view = html._view(SMALL, limited)
    answer = html.process.run(html._job(SMALL, limited, view, 10.0))
    assert not answer.pdf
    assert html.render(SMALL, SIMPLE)


def test_it_is_renewed_after_so_many_documents(
    html: HtmlRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    html.render(SMALL, SIMPLE)
    monkeypatch.setattr(processes, "RENDERS", 1)
    before = html.process.pid
    first = html.render(SMALL, SIMPLE)
    assert html.process.pid != before
    assert html.render(SMALL, SIMPLE) == first


def test_threads_wait_for_each_other(html: HtmlRenderer) -> None:
    documents = [samples.sample_document(1, number=f"INV-{number}") for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda document: html.render(document, SIMPLE), documents))
    assert len(set(made)) == 8
    assert made == [html.render(document, SIMPLE) for document in documents]


def test_daemonic_and_forked_processes_render_too() -> None:
    script = """
import multiprocessing, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from tests.documents.html.test_process import FONTS, SIMPLE, SMALL
from saleor_invoices.documents.html.renderer import HtmlRenderer
html = HtmlRenderer(FONTS)
first = html.render(SMALL, SIMPLE)
pid = html.process.pid
def work(queue):
    same = html.render(SMALL, SIMPLE) == first
    queue.put((same, html.process.pid != pid))
    html.stop()
context = multiprocessing.get_context("fork")
queue = context.Queue()
workers = [context.Process(target=work, args=(queue,), daemon=True) for _ in range(2)]
for worker in workers:
    worker.start()
assert [queue.get(timeout=60) for _ in workers] == [(True, True)] * 2
assert html.render(SMALL, SIMPLE) == first and html.process.pid == pid
html.stop()
print("done")
"""
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout.strip() == "done", found.stderr


def test_it_ends_with_its_parent_and_leaves_nothing_behind(tmp_path: Path) -> None:
    script = """
import os, signal
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from tests.documents.html.test_process import FONTS, SIMPLE, SMALL
from saleor_invoices.documents.html.renderer import HtmlRenderer
html = HtmlRenderer(FONTS)
html.render(SMALL, SIMPLE)
print(html.process.pid)
"""
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(found.stdout), 0)
    assert not list(tmp_path.glob("saleor-invoices-html-*"))


def test_a_process_that_can_not_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "ENTRY", Path("/nowhere.py"))
    process = RenderProcess()
    with pytest.raises(Ended) as caught:
        process.run(Job(source="", data={}, images={}, faces=(), fallbacks=(), seconds=1))
    assert caught.value.status == 2
    process.stop()
