"""The form in which texts are kept and looked for."""

from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.search import normalise


def test_case_accents_and_spaces_are_folded() -> None:
    assert normalise("  Wrocław\u00a0ŻÓŁĆ Straße Ærø ") == "wroclaw zolc strasse aero"
    assert normalise("ǅ İ ﬁ Ⅷ") == "dz i fi viii"
    assert normalise("") == ""


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    assert normalise(text.upper().lower()) == normalise(text.upper())
