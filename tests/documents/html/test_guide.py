"""docs/html-templates.md: what it shows works, what it calls refused is, nothing is left out."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from saleor_invoices.documents.html.child import rules, templating
from saleor_invoices.documents.html.renderer import CHECK_SECONDS, SECONDS, _style
from saleor_invoices.documents.html.sample import sample_document, sample_documents
from saleor_invoices.documents.port import HTML, HTML_LIMIT, Template
from saleor_invoices.documents.services import html_renderer, template_check
from saleor_invoices.documents.view import model
from saleor_invoices.domain import totals
from saleor_invoices.domain.document import Document

pytestmark = pytest.mark.xdist_group("html")
GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "html-templates.md").read_text("utf-8")
EXAMPLES = re.findall(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)
VIEWS = [
    *(model.Pair, model.PartyView, model.LineView, model.TaxRow, model.TotalRow, model.LinesTable),
    *(model.TaxTable, model.PaymentView, model.TextBlock, model.FooterView, model.SlipView),
]


@pytest.fixture(autouse=True, scope="module")
def _stopped() -> Iterator[None]:
    yield
    html_renderer().stop()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("source", EXAMPLES)
def test_every_example_can_be_used(source: str) -> None:
    assert template_check(source=source) == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("{{ doc.nosuch }}", "There is no 'nosuch' here."),
        ("{{ doc.payment.heading }}", "On a credit note: 'heading' can't be read here"),
        ("{{ doc.lines.rows[1].name }}", "On a credit note: There is no '1' here."),
        ("<img src='logo.svg'>", "The image 'logo.svg' can't be used"),
        ("<script>x</script>", "<script> can't be used in a template."),
    ],
)
def test_mistakes_are_told_as_the_guide_says(source: str, told: str) -> None:
    (problem,) = template_check(source=source)
    assert problem.message.startswith(told)
    message = told.removeprefix("On a credit note: ")
    assert f"`{message}`" in GUIDE or "no '1'" in message


@pytest.mark.parametrize(
    "tag", ["link", "script", "iframe", "svg", "form", "input", "object", "pdf:toc", "pdf:font"]
)
def test_refused_tags_are_refused(tag: str) -> None:
    assert f"`<{tag}>`" in GUIDE
    assert template_check(source=f"<{tag}></{tag}>")


def test_every_field_is_told() -> None:
    document = {f"doc.{one.name}" for one in fields(model.DocumentView)}
    inner = {one.name for view in VIEWS for one in fields(view)}
    template = Template(name=HTML, html="x")
    view = html_renderer()._view(sample_document(), template)
    style = {f"style.{name}" for name in _style(view, template)}
    assert [name for name in sorted(document | inner | style) if f"`{name}`" not in GUIDE] == []


def test_every_filter_and_limit_is_told() -> None:
    filters = templating.FILTER_NAMES | {f"{name}" for name in templating.OWN_FILTER_NAMES}
    told = set(re.findall(r"[`|]([a-z]+)[`(]", GUIDE))
    assert filters - told == set()
    for limit in (HTML_LIMIT, rules.MAX_STYLE, templating.MAX_CHARACTERS, rules.MAX_OPEN_TAGS):
        assert f"{limit:,}" in GUIDE
    for seconds in (SECONDS, CHECK_SECONDS, templating.SECONDS):
        assert re.search(rf"\b{seconds:g} (seconds|when)", GUIDE)


@pytest.mark.parametrize("document", sample_documents(), ids=lambda one: one.kind)
def test_the_samples_are_documents_that_could_be_issued(document: Document) -> None:
    assert list(totals.check(document)) == []
