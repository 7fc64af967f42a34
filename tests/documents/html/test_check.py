"""What the settings page says about a template."""

from collections.abc import Iterator

import pytest

from saleor_invoices.documents.html.sample import sample_document
from saleor_invoices.documents.labels import LANGUAGES
from saleor_invoices.documents.port import HTML_LIMIT
from saleor_invoices.documents.services import html_renderer, starter_template, template_check
from saleor_invoices.domain import totals

pytestmark = pytest.mark.xdist_group("html")


@pytest.fixture(autouse=True, scope="module")
def _stopped() -> Iterator[None]:
    yield
    html_renderer().stop()


def _found(source: str) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in template_check(source=source)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_starting_template_has_no_problem(language: str) -> None:
    assert template_check(source=starter_template(), language=language) == []


def test_the_sample_is_a_document_that_could_be_issued() -> None:
    assert list(totals.check(sample_document())) == []


def test_every_problem_is_told_with_its_line() -> None:
    source = """<html>
<style>
  p { color: red }
  @import url(x.css);
  td { background: url(http://127.0.0.1:9/) }
</style>
<script>alert(1)</script>
{# a comment
   of two lines #}
<img
  src="logo.svg">
{{ doc.number|nosuch }}
{% include "x" %}
<pdf:pagecount/>
</html>"""
    found = _found(source)
    assert [line for line, _ in found] == [4, 4, 5, 7, 10, 12, 13, 14]
    text = " ".join(message for _, message in found)
    for word in ("@import", "127.0.0.1", "<script>", "logo.svg", "nosuch", "include", "page_mark"):
        assert word in text


def test_a_syntax_error_is_told_at_its_line() -> None:
    ((line, message),) = _found("<p>a</p>\n<p>b</p>\n{% for x in %}\n{% endfor %}")
    assert line == 3
    assert message


def test_what_shows_only_when_a_document_is_rendered_is_told_too() -> None:
    ((line, message),) = _found("<p>a</p>\n{% if doc.payment %}{{ doc.payment.secret }}{% endif %}")
    assert (line, message) == (2, "There is no 'secret' here.")
    ((line, message),) = _found("<p style='font-size: 5000pt'>x</p>")
    assert line == 0
    assert "too large" in message


@pytest.mark.parametrize(
    ("source", "words"), [("", "has a source"), ("x" * (HTML_LIMIT + 1), "more than 100,000")]
)
def test_no_template_or_too_much_of_it_is_a_problem(source: str, words: str) -> None:
    ((line, message),) = _found(source)
    assert line == 0
    assert words in message
