"""Checks of single values: whatever comes in, there is a value to keep or words that help."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.invoices.services.number_take import TEST_PREFIX
from saleor_invoices.stores import values
from saleor_invoices.stores.registry import SETTINGS, checked
from saleor_invoices.stores.values import formats

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
GOOD: dict[str, list[Any]] = {
    "issue_rules": [
        [],
        [{"policy": "confirmed", "buyer": "business", "countries": ["DE", "AT", "DE"]}],
        [{"policy": "confirmed", "countries": ["US"]}, {"policy": "on_request"}],
    ],
    "issue_not_before": ["", "2026-01-31", date(2026, 1, 31)],
    "mail_texts": [{}, {"de": {"subject": "Rechnung\n{{ number }}", "body": " Hallo\r\nDu "}}],
    "reminder_days": [[], [21, -3, 7]],
    "bank_accounts": [[{"account": "de89 3704 0044 0532 0130 00", "bic": "cobadeffxxx"}]],
    "tax_class_categories": [{" Books ": "Z"}],
    "access_point_url": ["https://ap.example.com:8443/in?x=1", "https://[2001:db8::1]/"],
    "accent_color": ["#AABBCC"],
    "footer": [["N°\u00a0TVA\u202f: FR…", "خدمة\u200f"]],
    "html_template": ["", " <p>\r\n\t{{ x }}</p>\n"],
    "retention_years": [0, 100],
    "accounting_currency": ["", "PLN"],
    "second_language": ["", "he"],
    "number_pattern_invoice": ["RE-{YYYY}-{seq:05}", "A TEST-{seq}"],
}
BAD: list[tuple[str, object]] = [
    ("issue_rules", {}),
    ("issue_rules", ["confirmed"]),
    ("issue_rules", [{"policy": "sometimes"}]),
    ("issue_rules", [{}]),
    ("issue_rules", [{"policy": "confirmed", "buyer": "anyone"}]),
    ("issue_rules", [{"policy": "confirmed", "countries": ["XX"]}]),
    ("issue_rules", [{"policy": "confirmed", "countries": [["DE"]]}]),
    ("issue_rules", [{"policy": "confirmed", "countries": "DE"}]),
    ("issue_rules", [{"policy": "confirmed", "country": ["DE"]}]),
    ("issue_rules", [{"policy": "confirmed"}, {"policy": "on_request", "buyer": "private"}]),
    ("issue_rules", [{"policy": "confirmed", "buyer": "private"}] * 51),
    ("issue_not_before", "31.01.2026"),
    ("issue_not_before", "2026-02-30"),
    ("issue_not_before", "20260131"),
    ("issue_not_before", 20260131),
    ("issue_not_before", datetime(2026, 1, 31)),  # noqa: DTZ001 TOML has such
    ("mail_texts", {"xx": {"subject": "x"}}),
    ("mail_texts", {"de": {}}),
    ("mail_texts", {"de": {"text": "x"}}),
    ("mail_texts", {"de": {"subject": "x" * 301}}),
    ("mail_texts", {"de": {"body": "x" * 10_001}}),
    ("mail_texts", {"de": {"body": "{{ buyer.password }}"}}),
    ("mail_texts", {"de": {"subject": "{% for x in y %}{% endfor %}"}}),
    ("mail_texts", {"de": "Hallo"}),
    ("reminder_days", [1, 1]),
    ("reminder_days", [1.5]),
    ("reminder_days", [True]),
    ("reminder_days", [366]),
    ("reminder_days", list(range(21))),
    ("bank_accounts", [{"account": ""}]),
    ("bank_accounts", [{"account": "DE00370400440532013000"}]),
    ("bank_accounts", [{"account": "1", "bic": "NOBIC"}]),
    ("bank_accounts", [{"account": "1", "iban": "1"}]),
    ("bank_accounts", [{"account": "1"}] * 21),
    ("tax_class_categories", {"Books": ["Z"]}),
    ("tax_class_categories", {"Books": "X"}),
    ("tax_class_categories", {" ": "Z"}),
    ("tax_class_categories", {str(n): "Z" for n in range(201)}),
    ("access_point_url", "http://ap.example.com/"),
    ("access_point_url", "https://user:secret@ap.example.com/"),
    ("access_point_url", "https://ap.example.com/#x"),
    ("access_point_url", "https://ap.example.com/\r\nX: y"),
    ("access_point_url", "https://ap.example.com:99999/"),
    ("access_point_url", "https://[::1/"),
    ("access_point_url", "https:///in"),
    ("access_point_url", "https://" + "a" * 2000),
    ("accent_color", "red"),
    ("accent_color", 0),
    ("footer", "one"),
    ("footer", ["a\x00b"]),
    ("footer", ["\u202eegnahc"]),  # reads as another text than it is
    ("footer", ["x" * 300, "x" * 301]),
    ("html_template", "<p>\x1b</p>"),
    ("html_template", "x" * 100_001),
    ("retention_years", 101),
    ("retention_years", 10.0),
    ("accounting_currency", "EURO"),
    ("accounting_currency", 978),
    ("default_language", ""),
    ("default_language", "xx"),
    ("second_language", ["de"]),
    ("reply_to", "a@example.com\nBcc: b@example.com"),
    ("reply_to", None),
    ("number_pattern_invoice", "TEST-{seq}"),
    ("number_pattern_invoice", "test-{seq}"),
    ("number_pattern_invoice", 1),
    ("legal_entity", "no spaces"),
    ("zero_rate_code", "VATEX-eu"),
    ("access_point_token", "***"),
    ("access_point_token", "x" * 501),
    ("einvoice_profile", "zugferd"),
    ("vat_id_keys", ["a", "a"]),
    ("enabled", 1),
]


def _check(key: str, value: object) -> Any:
    declared = SETTINGS[key]
    return checked(key, value, level=next(iter(declared.levels)))


def _attempt(key: str, value: object) -> Any:
    try:
        return _check(key, value)
    except InvalidInput as error:
        return error


@given(st.sampled_from(sorted(SETTINGS)), JSON)
@example("tax_class_categories", {"Books": {}})
@example("issue_rules", [{"policy": [], "buyer": {}, "countries": [None]}])
@example("access_point_url", "https://[")
def test_whatever_comes_in_is_refused_in_words_or_kept_as_json(key: str, value: object) -> None:
    kept = _attempt(key, value)
    if isinstance(kept, InvalidInput):
        assert (kept.code, kept.params) == ("SETTING_INVALID", {"field": key})
        assert kept.message.startswith(f"{key} ")
        assert kept.message.endswith(".")
        assert not kept.message.endswith("..")
    else:
        assert json.loads(json.dumps(kept, allow_nan=False)) == kept
        assert _check(key, kept) == kept


@pytest.mark.parametrize(("key", "value"), [(k, v) for k, all_ in GOOD.items() for v in all_])
def test_what_is_right_is_kept_so_that_it_passes_again(key: str, value: object) -> None:
    kept = _check(key, value)
    assert json.loads(json.dumps(kept)) == kept
    assert _check(key, kept) == kept


@pytest.mark.parametrize(("key", "value"), BAD)
def test_what_is_wrong_is_refused(key: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        _check(key, value)
    assert refused.value.code == "SETTING_INVALID"


def test_values_are_kept_in_one_form() -> None:
    assert _check("issue_not_before", date(2026, 1, 31)) == "2026-01-31"
    assert _check("reminder_days", [21, -3, 7]) == [-3, 7, 21]
    assert _check("accent_color", "#AABBCC") == "#aabbcc"
    assert _check("tax_class_categories", {" Books ": "Z"}) == {"Books": "Z"}
    assert _check("issue_rules", [{"policy": "confirmed", "countries": ["DE", "DE"]}]) == [
        {"policy": "confirmed", "buyer": "", "countries": ["DE"]}
    ]
    # A mail's subject is one line; a template keeps its own spaces and tabs.
    text = {"de": {"subject": "Rechnung\n{{ number }}", "body": " Hallo\r\nDu "}}
    assert _check("mail_texts", text) == {
        "de": {"subject": "Rechnung {{ number }}", "body": "Hallo\nDu"}
    }
    assert _check("html_template", " <p>\r\n\t</p>\n") == " <p>\n\t</p>\n"
    assert _check("bank_accounts", [{"account": "de89 3704 0044 0532 0130 00"}]) == [
        {"account": "DE89370400440532013000", "account_name": "", "bic": "", "bank_name": ""}
    ]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("footer", ["a\tb"], "footer has the character U+0009, which can't be printed."),
        (
            "mail_texts",
            {"de": {"body": "{{ secret }}"}},
            "mail_texts is refused in the body for de. The text can't be used: secret is no",
        ),
        (
            "issue_rules",
            [{"policy": "confirmed"}, {"policy": "on_request"}],
            "issue_rules has a rule for every buyer before its end; those after it never apply.",
        ),
        ("paper", "a5", "paper must be one of a4, letter."),
    ],
)
def test_a_refusal_says_what_would_be_right(key: str, value: object, message: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        _check(key, value)
    assert refused.value.message.startswith(message)


def test_a_check_tells_a_page_what_to_ask_for() -> None:
    days = SETTINGS["payment_terms_days"].check
    assert (days.kind, days.least, days.most) == (values.Kind.WHOLE_NUMBER, 0, 3650)
    assert SETTINGS["paper"].check.choices == ("a4", "letter")
    assert SETTINGS["second_language"].check.choices[:2] == ("", "en")
    assert SETTINGS["html_template"].check.most == 100_000


def test_the_prefix_of_test_numbers_is_the_one_that_is_set_before_them() -> None:
    assert formats.TEST_PREFIX == TEST_PREFIX
