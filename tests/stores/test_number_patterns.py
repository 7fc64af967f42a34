"""Two patterns of one legal entity must never make the same number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import NumberPattern
from saleor_invoices.stores.number_patterns import check_patterns, may_clash

PATTERNS = st.lists(
    st.sampled_from(["A", "-", "1", "{YYYY}", "{YY}", "{MM}"]), max_size=3
).flatmap(
    lambda parts: st.tuples(
        st.just(parts), st.integers(0, len(parts)), st.sampled_from(["{seq}", "{seq:03}"])
    )
).map(lambda made: "".join([*made[0][: made[1]], made[2], *made[0][made[1] :]]))  # fmt: skip
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(PATTERNS, PATTERNS, DAYS, DAYS, st.integers(1, 10_000), st.integers(1, 10_000))
def test_patterns_found_apart_never_meet(
    one: str, other: str, day: date, other_day: date, seq: int, other_seq: int
) -> None:
    first = NumberPattern.parse(one).render(seq, day)
    second = NumberPattern.parse(other).render(other_seq, other_day)
    assert may_clash(one, other) or first != second


@given(PATTERNS, PATTERNS)
def test_clashing_is_mutual_and_with_oneself(one: str, other: str) -> None:
    assert may_clash(one, other) == may_clash(other, one)
    assert may_clash(one, one)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("INV-{seq}", "CN-{seq}", False),
        ("INV-{YYYY}-{seq:05}", "INV-{seq}", False),
        ("INV-{seq:05}", "INV-{seq}", True),  # both reach 12345
        ("{seq}", "1{seq}", True),  # 15 is the fifteenth and the fifth
        ("{YYYY}{seq:04}", "{seq}", True),
        ("{seq}/{YYYY}", "{seq}/{YY}", False),
        ("{YYYY}-A-{seq}", "{YYYY}-B-{seq}", False),
        ("{YY}{MM}{seq}", "{YYYY}{seq}", True),
    ],
)
def test_examples(one: str, other: str, clash: bool) -> None:
    assert may_clash(one, other) is clash


def test_a_clash_names_both_settings() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_patterns({"invoice": "{seq}", "credit_note": "{seq:05}"}, reset="never")
    assert refused.value.code == "NUMBER_PATTERNS_CLASH"
    assert refused.value.params == {"field": "credit_note", "other": "invoice"}


def test_a_pattern_that_repeats_names_its_setting() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_patterns({"invoice": "{YYYY}-{seq}"}, reset="monthly")
    assert refused.value.code == "NUMBER_PATTERN_REPEATS"
    assert refused.value.params["field"] == "invoice"
