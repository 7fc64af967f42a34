"""Merchants' mail texts: what they can do, and what they can't."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain import mail_text
from saleor_invoices.domain.errors import InvalidInput

VALUES = {"number": "INV-1", "buyer_name": "Sample & Co", "amount_due": "", "kind": "invoice"}


def refused(source: str) -> InvalidInput:
    """The refusal of a text."""
    with pytest.raises(InvalidInput) as error:
        mail_text.check(source)
    assert error.value.code == "MAIL_TEXT_INVALID"
    return error.value


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Invoice {{ number }}", "Invoice INV-1"),
        ("{{ buyer_name|upper }}!", "SAMPLE & CO!"),
        ("{% if amount_due %}pay{% else %}paid{% endif %}", "paid"),
        ("{% if kind == 'invoice' and not amount_due %}ok{% endif %}", "ok"),
        ("{% if kind == 'proforma' %}a{% elif number %}b{% endif %}", "b"),
        ("{{ amount_due|default('nothing', true) }}", None),
        ("{{ amount_due or 'nothing' }}{# remark #}", "nothing"),
        ("{{ 'a' ~ number }}{{ due_date }}", "aINV-1"),
        ("plain\n", "plain\n"),
        ("", ""),
    ],
)
def test_texts_show_values_and_ask_about_them(source: str, text: str | None) -> None:
    if text is None:
        refused(source)
    else:
        assert mail_text.render(source, VALUES) == text


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in range(1000000) %}x{% endfor %}",
        "{% for x in number %}{{ x }}{% endfor %}",
        "{{ number.__class__.__mro__ }}",
        "{{ number['__class__'] }}",
        "{{ number|attr('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''.join(number) }}",
        "{{ number.format(number) }}",
        "{{ number * 1000000 }}",
        "{{ 9 ** 99 }}",
        "{{ number % 1 }}",
        "{{ cycler() }}",
        "{{ lipsum() }}",
        "{{ request }}",
        "{{ number|map('upper') }}",
        "{{ number|upper(1) }}",
        "{% set x = number %}{{ x }}",
        "{% macro m() %}{% endmacro %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% raw %}{{ number }}{% endraw %}{% block b %}{% endblock %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with x = 1 %}{% endwith %}",
        "{{ number is string }}",
        "{{ 3 in number }}",
        "{{ number > 3 }}",
        "{{ number[:3] }}",
        "{{ [number] }}{{ {'a': 1} }}",
        "{{ number",
        "{% if number %}",
        "{{ }}",
        "{% do x %}",
        "{{ nubmer }}",
        "{{ " + "(" * 4000 + "number" + ")" * 4000 + " }}",
        "{{ " + "not " * 2000 + "number }}",
        "{% if number %}" * 300 + "{% endif %}" * 300,
        "{{ " + "9" * 5000 + " }}",
        "x" * (mail_text.MAX_SOURCE + 1),
    ],
)
def test_everything_else_is_refused(source: str) -> None:
    refused(source)


def test_a_refusal_says_what_and_where() -> None:
    error = refused("Hello\n{{ nubmer }}")
    assert "nubmer" in error.message
    assert "buyer_name" in error.message
    assert error.params == {"line": 2, "name": "nubmer"}


def test_the_result_is_bounded_in_size_and_time() -> None:
    source = "{{ message }}" * 700
    started = time.monotonic()
    text = mail_text.render(source, {"message": "x" * 1_000_000})
    assert len(text) <= mail_text.MAX_RESULT
    assert time.monotonic() - started < 2


def test_half_a_character_does_not_reach_the_mail() -> None:
    assert mail_text.render("a{{ '\\ud800' }}b", {}) == "ab"


def test_values_are_data_and_never_run() -> None:
    evil = "{{ number }}{% if number %}x{% endif %}"
    assert mail_text.render("{{ buyer_name }}", {"buyer_name": evil}) == evil


@given(st.text(max_size=300))
def test_any_text_is_rendered_or_refused(source: str) -> None:
    try:
        mail_text.check(source)
    except InvalidInput:
        return
    mail_text.render(source, VALUES).encode()


PARTS = [
    "{{", "}}", "{%", "%}", "if", "endif", "number", "|", "upper", "(", ")", "'", "~", "==", " ",
    "else", "0", "default", ".", "for", "in",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_any_broken_template_is_rendered_or_refused(parts: list[str]) -> None:
    source = " ".join(parts)
    try:
        mail_text.check(source)
    except InvalidInput:
        return
    mail_text.render(source, VALUES).encode()
