"""Templates that must not get what they ask for, and documents that must not become templates."""

import base64
from dataclasses import replace

import pytest

from saleor_invoices.documents.html.renderer import HtmlRenderer
from saleor_invoices.documents.port import RenderFailed, TemplateInvalid
from tests.documents import samples
from tests.documents.html.looks import own, starter
from tests.documents.pdf import opened, pdf_text
from tests.documents.test_logo import png_that_says

pytestmark = pytest.mark.xdist_group("html")
SMALL = samples.sample_document(1)
_BOMB = base64.b64encode(png_that_says(50_000, 50_000)).decode()
# What it is, then the template, whose second line is at fault.
REFUSED = {
    "remote image": "<p>a</p>\n<img src='http://127.0.0.1:9/x.png'>",
    "remote image, put together": "<p>a</p>\n<img src='{{ 'ht' ~ 'tp://127.0.0.1:9/' }}'>",
    "file": "<p>a</p>\n<img src='file:///etc/passwd'>",
    "path": "<p>a</p>\n<img src='/etc/passwd'>",
    "path upwards": "<p>a</p>\n<img src='../../../../etc/passwd'>",
    "style sheet": "<p>a</p>\n<link rel='stylesheet' href='/etc/passwd'>",
    "import": "<style>p { color: red }\n@import url(http://127.0.0.1:9/x.css);</style>",
    "background": "<style>p { color: red }\np { background-image: url(/etc/passwd) }</style>",
    "inline style": "<p>a</p>\n<p style='background-image: url(/etc/passwd)'>b</p>",
    "font": "<style>p { color: red }\n@font-face { font-family: x; src: url(/etc/passwd) }</style>",
    "svg as data": "<p>a</p>\n<img src='data:image/svg+xml,<svg/>'>",
    "inline svg": "<p>a</p>\n<svg><script>x</script></svg>",
    "script": "<p>a</p>\n<script>alert(1)</script>",
    "frame": "<p>a</p>\n<iframe src='/etc/passwd'></iframe>",
    "pdf": "<p>a</p>\n<pdf:insertpdf src='/etc/passwd' />",
    "form": "<p>a</p>\n<input name='a'>",
    "page count": "<p>a</p>\n<pdf:pagecount />",
    "script link": "<p>a</p>\n<a href='javascript:alert(1)'>b</a>",
    "million": "<p>a</p>\n{% for i in range(1000000) %}x{% endfor %}",
    "class": "<p>a</p>\n{{ ''.__class__ }}",
    "class as item": "<p>a</p>\n{{ ''['__class__'] }}",
    "class by filter": "<p>a</p>\n{{ ''|attr('__class__') }}",
    "class by format": "<p>a</p>\n{{ '{0.__class__}'.format(doc) }}",
    "globals": "<p>a</p>\n{{ range.__globals__ }}",
    "internals of the loop": "<p>a</p>\n{% for p in doc.parties %}{{ loop._iterator }}{% endfor %}",
    "change of data": "<p>a</p>\n{{ doc.parties.append(1) }}",
    "include": "<p>a</p>\n{% include '/etc/passwd' %}",
    "extends": "<p>a</p>\n{% extends '/etc/passwd' %}",
    "import of a template": "<p>a</p>\n{% import 'os' as os %}",
    "macro": "<p>a</p>\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "recursive loop": "<p>a</p>\n{% for p in doc.parties recursive %}{{ loop([1]) }}{% endfor %}",
    "escaping off": "<p>a</p>\n{% autoescape false %}{{ doc.number }}{% endautoescape %}",
    "marked as safe": "<p>a</p>\n{{ doc.number|safe }}",
    "power": "<p>a</p>\n{{ 10**10**10 }}",
    "long text": "<p>a</p>\n{{ 'a' * 1000000000 }}",
    "long text by percent": "<p>a</p>\n{{ '%1000000000d' % 1 }}",
    "much memory": "<p>a</p>\n{{ 'a'|batch(2000000000, 'x')|length }}",
    "unknown name": "<p>a</p>\n{{ settings }}",
    "unknown field": "<p>a</p>\n{{ doc.secret }}",
    "unknown filter": "<p>a</p>\n{{ doc.number|pprint }}",
    "not closed": "<p>a</p>\n{% if doc.number %}x",
    "no template": "<p>a</p>\n{% if %}",
}
# Without a line: it is not one line's fault, or shows only when the whole is laid out.
REFUSED_WHOLE = {
    "deep": "<div>" * 3000,
    "deep expression": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep blocks": "{% if doc %}" * 300 + "{% endif %}" * 300,
    "much html": "{% for a in range(999) %}{% for b in range(999) %}xxxxx{% endfor %}{% endfor %}",
    "data bomb": f"<img src='data:image/png;base64,{_BOMB}'>",
    "damaged data": "<img src='data:image/png;base64,AAAA'>",
    "tag put together": "{% set a = 'inp' %}<{{ a }}ut name='x'>" + "<div>" * 300,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_is_refused_at_its_line(html: HtmlRenderer, source: str) -> None:
    with pytest.raises(TemplateInvalid) as caught:
        html.render(SMALL, own(source))
    assert caught.value.code == "TEMPLATE_INVALID"
    assert caught.value.params["line"] == 2, caught.value.params
    assert len(caught.value.message) < 500


@pytest.mark.parametrize("source", REFUSED_WHOLE.values(), ids=REFUSED_WHOLE)
def test_is_refused_as_a_whole(html: HtmlRenderer, source: str) -> None:
    with pytest.raises(TemplateInvalid):
        html.render(SMALL, own(source))


def test_endless_loops_are_stopped_at_their_line(html: HtmlRenderer) -> None:
    inner = "{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateInvalid, match="longer than") as caught:
        html.render(SMALL, own(f"<p>a</p>\n{{% for a in range(1000) %}}{inner}{{% endfor %}}"))
    assert caught.value.params["line"] == 2
    assert html.render(SMALL, starter())


def test_endless_styles_are_refused(html: HtmlRenderer) -> None:
    with pytest.raises(TemplateInvalid, match="styles have more"):
        html.render(SMALL, own("<style>" + "p b { color: red }\n" * 4000 + "</style><p>a</p>"))


def test_a_layout_that_can_not_be_is_no_crash(html: HtmlRenderer) -> None:
    with pytest.raises(RenderFailed, match="too large"):
        html.render(SMALL, own("<p style='font-size: 5000pt'>x</p>"))
    assert html.render(SMALL, starter())


def test_what_the_document_says_is_never_markup(html: HtmlRenderer) -> None:
    nasty = "<script>alert(1)</script><img src='file:///etc/passwd'>{{ 7*7 }}<b>&amp;\"'"
    document = replace(
        samples.sample_document(
            [samples.sample_line(1, name=nasty, description=nasty, note=nasty)],
            buyer=replace(samples.BUYER, name=nasty),
            payment_terms=nasty,
            buyer_reference=nasty,
        ),
        number=nasty,
    )
    pdf = html.render(document, starter(footer=(nasty,)))
    assert "".join(pdf_text(pdf).split()).count("".join(nasty.split())) >= 6
    with opened(pdf) as file:
        assert "/URI" not in str(file.pages[0].get("/Annots"))


def test_harmless_templates_are_rendered(html: HtmlRenderer) -> None:
    dot = base64.b64encode(samples.sample_logo()).decode()
    source = (
        f"<img src='data:image/png;base64,{dot}' style='width: 20mm'>"
        "<a href='https://example.com/'>shop</a>"
        "{% for p in doc.parties %}{{ loop.cycle('odd', 'even') }} {{ p.name|upper }}{% endfor %}"
        "{% for a in doc.lines.rows[:1] %}{{ a.name|truncate(9) }}{% endfor %}"
        "{% set total = doc.totals|last %}{{ total.value }} {{ 2 * 3 }} {{ 'x' ~ 'y' }}"
    )
    text = pdf_text(html.render(SMALL, own(source)))
    for expected in ("shop", "odd SAMPLE SELLER GMBH", "even", "6 xy"):
        assert expected in text
