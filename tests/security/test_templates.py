"""Merchants' templates and pictures that attack: files, the next document, the machine."""

import base64
import os
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from saleor_invoices.api.mutations import settings as verbs
from saleor_invoices.documents.html.child.rules import LINK_SCHEMES
from saleor_invoices.documents.html.renderer import HtmlRenderer
from saleor_invoices.documents.logo import Logo, raster_check
from saleor_invoices.documents.port import RenderFailed, TemplateInvalid
from saleor_invoices.documents.stamp import OUTWARD
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.models import SettingValue
from tests.api.conftest import Ask, World, bearer
from tests.documents import samples
from tests.documents.html.conftest import html
from tests.documents.html.looks import own, starter
from tests.documents.pdf import opened, pdf_text
from tests.plugins import factories

__all__ = ["html"]
pytestmark = pytest.mark.xdist_group("html")
ROOT = Path(__file__).parents[2]
SMALL = samples.sample_document(1)
SECRETS = replace(
    samples.sample_document(3),
    number="SECRET-NUMBER-77",
    buyer=replace(samples.BUYER, name="Secret Buyer Ltd"),
)
UPDATE = """mutation ($input: [SalesSettingInput!]!) { settingsUpdate(input: $input) {
  changes { key } } }"""


def render(html: HtmlRenderer, source: str) -> str:
    """What came of a template: its PDF's text, or its refusal."""
    try:
        return pdf_text(html.render(SMALL, own(source)))
    except (TemplateInvalid, RenderFailed) as error:
        return f"{error.message} {error.params}"


# --- Links ------------------------------------------------------------------------------------
NOWHERE = (
    "javascript:alert(1)", " JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x",
    r"\\\\evil.example\\share", "//evil.example/share", "launch:cmd.exe", "other.pdf", "vbscript:x",
    "smb://evil.example/x", "ms-word:ofe|u|https://evil.example/x.docm",
)  # fmt: skip


def actions(pdf: bytes) -> list[str]:
    """What a click on each link of a file does."""
    with opened(pdf) as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        return [str(link.get("/A", {})) for link in links]


@pytest.mark.parametrize("address", NOWHERE)
def test_no_link_leads_to_a_file_or_a_program(html: HtmlRenderer, address: str) -> None:
    hole = own(f"<a href=\"{{{{ '{address}' }}}}\">click</a> <a href='https://example.com/'>b</a>")
    pdf = html.render(SMALL, hole)
    assert "click" in pdf_text(pdf)
    (left,) = actions(pdf)
    assert "https://example.com/" in left


def test_links_outwards_are_those_that_templates_may_have() -> None:
    assert set(OUTWARD) == set(LINK_SCHEMES) - {"#"}


# --- From one document to the next ----------------------------------------------------------------
HOSTILE = (
    "{% set a = 'x' %}" + "{% set a = a ~ a %}" * 40,
    "<table><tr><td rowspan='100000000'>x</td></tr></table>",
    "<{{ 'pdf:language' }} name='ar'></{{ 'pdf:language' }}><p>x</p>",
    "<style>* { font-family: Courier; color: red } @page { size: a5; margin: 9cm }</style><p>x</p>",
    "<meta name='author' content='mallory'><title>mallory</title><p>x</p>",
    "<p style='font-size: 1e999pt'>x</p>",
    "{% for part in doc.parties %}{{ part }}{% endfor %}{{ doc }}",
)


def test_no_document_knows_of_the_one_before(html: HtmlRenderer) -> None:
    logo = samples.sample_logo()
    spying = own(
        "<img src='logo'><img src='payment-code'>{{ doc }}{{ style }}<p class='x'>{{ doc.number }}"
    )
    html.stop()
    clean = html.render(SMALL, starter()), html.render(SMALL, spying)
    html.render(SECRETS, starter(footer=("Secret footer",), accent="#aa0000", logo=Logo(logo)))
    for source in HOSTILE:
        render(html, source)
    after = html.render(SMALL, starter()), html.render(SMALL, spying)
    assert after == clean
    assert "SECRET" not in pdf_text(after[1])
    assert "Secret" not in pdf_text(after[1])


def own_logo(content: bytes) -> object:
    """A logo of one store."""
    from saleor_invoices.documents.logo import Logo

    return Logo(content)


# --- What a refusal tells -----------------------------------------------------------------------
FAILING = (
    "<hr size='1000000000'>",
    "<pdf:spacer height='100000cm' /><p>x</p>",
    "<style>@page { size: 1pt 1pt }</style><p>x</p>",
    "<pdf:barcode value='x' type='nonsense' />",
    "{{ " + "9" * 5000 + " }}",
    "{{ doc.missing }}",
    "<img src='{{ '/etc/' ~ 'passwd' }}'>",
)


@pytest.mark.parametrize("source", FAILING)
def test_a_refusal_tells_neither_places_in_memory_nor_files(
    html: HtmlRenderer, source: str
) -> None:
    said = render(html, source)
    assert "can't be used" in said or "could not render" in said
    assert not re.search(r"0x[0-9a-fA-F]{4,}", said)
    assert "site-packages" not in said
    assert str(ROOT) not in said
    assert len(said) < 2000


def test_words_of_libraries_lose_their_places() -> None:
    script = """
from saleor_invoices.documents.html.child.serving import _shown
print(_shown("IOError: <A at 0x7fa04b6f3c10 x> [Errno 2] '/srv/app/fonts/a-b.ttf' 3/4 </p> a/b"))
"""
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )  # fmt: skip
    assert found.stdout.strip() == "IOError: <A x> [Errno 2] '(a file)' 3/4 </p> a/b"


# --- The process ----------------------------------------------------------------------------------
_CHANGES = """
import sys, types
package = types.ModuleType("saleor_invoices")
package.__path__ = [{root!r} + "/saleor_invoices"]
sys.modules["saleor_invoices"] = package
import os, shutil, sqlite3, tempfile
from saleor_invoices.documents.html.child.limits import restrict
restrict(tempfile.gettempdir(), set())
mine, theirs = tempfile.gettempdir() + "/mine", {victim!r}
try:
    {code}
except OSError as error:
    print(type(error).__name__)
else:
    print("done")
"""
CHANGING = (
    "os.remove(theirs)", "os.unlink(theirs.encode())", "os.rename(theirs, mine)",
    "os.replace(theirs, mine)", "os.rename(mine, theirs)", "os.link(theirs, mine + '2')",
    "os.symlink(theirs, mine + '2')", "os.truncate(theirs, 0)", "os.chmod(theirs, 0)",
    "os.mkdir(theirs + '2')", "os.utime(theirs)", "shutil.rmtree(os.path.dirname(theirs))",
    "shutil.move(theirs, mine)", "sqlite3.connect(theirs)", "os.remove('../victim/file')",
)  # fmt: skip


def changed(code: str, tmp_path: Path) -> str:
    """What came of code in the limited process; its folder has a file, and so has another's."""
    folder, victim = tmp_path / "folder", tmp_path / "victim" / "file"
    folder.mkdir()
    victim.parent.mkdir()
    victim.write_text("theirs")
    (folder / "mine").write_text("mine")
    script = _CHANGES.format(root=str(ROOT), victim=str(victim), code=code)
    found = subprocess.run(
        [sys.executable, "-c", script], env={"TMPDIR": str(folder)}, cwd=folder,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert victim.read_text() == "theirs"
    return found.stdout.strip()


@pytest.mark.parametrize("code", CHANGING)
def test_no_file_of_others_is_changed_or_brought_into_reach(code: str, tmp_path: Path) -> None:
    assert changed(code, tmp_path) == "Forbidden"


@pytest.mark.parametrize("code", ["os.remove(mine)", "os.rename(mine, mine + '2')"])
def test_its_own_files_are_its_own(code: str, tmp_path: Path) -> None:
    assert changed(code, tmp_path) == "done"


# --- Time of the server ---------------------------------------------------------------------------
def many(*, distinct: bool, count: int = 4) -> list[dict[str, str]]:
    """A template for each of some channels."""
    return [
        {
            "level": "CHANNEL", "name": f"c{at}", "key": "html_template",
            "value": f"<p>{{{{ doc.number }}}} {at if distinct else ''}</p>",
        }
        for at in range(count)
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_request_has_a_few_templates_checked(
    ask: Ask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    monkeypatch.setattr(verbs, "templates_refuse", lambda *, sources: checked.extend(sources))
    setup = bearer(factories.staff_token(world.store, rights=["MANAGE_APPS"]), world.store)
    given = many(distinct=True, count=4)
    answer = ask(UPDATE, setup, input=given)
    assert answer["errors"][0]["extensions"]["code"] == "TOO_MANY_TEMPLATES"
    aliases = " ".join(
        f"m{at}: settingsUpdate(input: [$a{at}]) {{ changes {{ key }} }}" for at in range(4)
    )
    heads = ", ".join(f"$a{at}: SalesSettingInput!" for at in range(4))
    query = f"mutation ({heads}) {{ {aliases} }}"
    answer = ask(query, setup, **{f"a{at}": one for at, one in enumerate(given)})
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["m3"], "TOO_MANY_TEMPLATES")
    assert len(checked) == 3
    assert "errors" not in ask(UPDATE, setup, input=many(distinct=False, count=20))
    assert len(checked) == 4
    assert SettingValue.objects.filter(key="html_template").count() == 20


# --- Pictures -------------------------------------------------------------------------------------
def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG file."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def header(side: int) -> bytes:
    """The header of a square, colored picture."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))


def png(*chunks: bytes) -> bytes:
    """A file of chunks."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + chunk(b"IEND", b"")


def pixels(side: int) -> bytes:
    """The pixels of such a picture: black, and next to nothing when packed."""
    packer = zlib.compressobj(9)
    rows = (packer.compress(bytes(1 + 3 * side)) for _ in range(side))
    return chunk(b"IDAT", b"".join(rows) + packer.flush())


@pytest.mark.parametrize("side", [6_000, 50_000])
def test_a_second_header_hides_no_bomb(side: int) -> None:
    content = png(header(10), header(side), pixels(min(side, 6_000)))
    assert len(content) < 350_000
    with pytest.raises(InvalidInput) as caught:
        raster_check(content)
    assert caught.value.code == "LOGO_INVALID"
    assert raster_check(png(header(10), pixels(10))) == (10, 10)


def test_a_second_header_hides_no_bomb_in_a_template(html: HtmlRenderer) -> None:
    content = base64.b64encode(png(header(10), header(6_000), pixels(6_000))).decode()
    said = render(html, f"<img src='data:image/png;base64,{content[:90_000]}'>")
    assert "can't be used" in said


def test_texts_in_a_picture_are_not_unpacked() -> None:
    text = zlib.compress(bytes(200 << 20), 9)
    assert len(text) < 350_000
    content = png(header(10), chunk(b"zTXt", b"Comment\x00\x00" + text), pixels(10))
    with pytest.raises(InvalidInput):
        raster_check(content)


@pytest.mark.timeout(120)
def test_a_process_that_ran_out_of_memory_makes_no_other_document(html: HtmlRenderer) -> None:
    """Without memory, CPython 3.11 may try to raise MemoryError for ever: the time ends that."""
    html.process.stop()
    impatient = HtmlRenderer(html._font_dirs, html.process, seconds=15.0)
    render(impatient, "<p>x</p>")
    before = html.process.pid
    said = render(impatient, "<table><tr><td rowspan='100000000'>x</td></tr></table>")
    assert "memory" in said or "longer than 15 seconds" in said
    assert html.process.pid != before
    assert html.render(SMALL, starter())
