from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import MAX_LENGTH, NumberPattern, Reset

ON = date(2026, 11, 22)
LITERALS = st.text(st.sampled_from("INV-/_. 0123456789ä"), max_size=4)
# Two-digit years repeat after a century, as every business that uses them knows.
DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@st.composite
def patterns(draw: st.DrawFn) -> NumberPattern:
    reset = draw(st.sampled_from(Reset))
    needed = {
        Reset.NEVER: [],
        Reset.YEARLY: [draw(st.sampled_from(["{YYYY}", "{YY}"]))],
        Reset.MONTHLY: ["{YYYY}", "{MM}"],
        Reset.DAILY: ["{YY}", "{MM}", "{DD}"],
    }[reset]
    seq = draw(st.sampled_from(["{seq}", "{seq:01}", "{seq:03}", "{seq:08}"]))
    extra = draw(st.lists(st.sampled_from(["{YYYY}", "{MM}", "{DD}"]), max_size=2))
    parts = draw(st.permutations([seq, *needed, *extra]))
    text = "".join(draw(LITERALS) + part for part in parts) + draw(LITERALS)
    return NumberPattern.parse(text.strip(), reset)


@pytest.mark.parametrize(
    ("text", "seq", "number"),
    [
        ("INV-{YYYY}-{MM}-{seq:05}", 7, "INV-2026-11-00007"),
        ("INV-{YYYY}-{MM}-{seq:05}", 123456, "INV-2026-11-123456"),
        ("{seq}", 1, "1"),
        ("{DD}.{MM}.{YY}/{seq:02}", 3, "22.11.26/03"),
        ("Rechnung {YYYY}{seq:03}", 1000, "Rechnung 20261000"),
    ],
)
def test_a_pattern_renders_and_widens(text: str, seq: int, number: str) -> None:
    assert NumberPattern.parse(text).render(seq, ON) == number


@pytest.mark.parametrize(
    ("reset", "period"),
    [("never", ""), ("yearly", "2026"), ("monthly", "2026-11"), ("daily", "2026-11-22")],
)
def test_a_period_names_when_the_series_starts_again(reset: str, period: str) -> None:
    assert Reset(reset).period(ON) == period
    assert NumberPattern.parse("{YYYY}{MM}{DD}-{seq}", reset).period(ON) == period


@pytest.mark.parametrize(
    ("text", "reset"),
    [
        ("INV-{seq:05}", "yearly"),
        ("INV-{MM}-{seq:05}", "yearly"),
        ("INV-{YYYY}-{seq:05}", "monthly"),
        ("INV-{MM}-{seq:05}", "monthly"),
        ("INV-{YYYY}-{MM}-{seq:05}", "daily"),
        ("INV-{YYYY}-{DD}-{seq:05}", "daily"),
    ],
)
def test_a_pattern_that_would_repeat_after_its_reset_is_refused(text: str, reset: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        NumberPattern.parse(text, reset)
    assert refusal.value.code == "NUMBER_PATTERN_REPEATS"
    assert refusal.value.params["pattern"] == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "INV-1",
        "{seq}{seq}",
        "{seq}-{seq:05}",
        "{seq:5}",
        "{seq:0\u0665}",
        "{seq:021}",
        "{seq:099}",
        "{channel}-{seq}",
        "{yyyy}-{seq}",
        "{seq",
        "seq}",
        "{{seq}}",
        "{}{seq}",
        " {seq}",
        "{seq}\n",
        "A\x00{seq}",
        "{seq}" + "X" * 51,
        "\u202e{seq}",
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        NumberPattern.parse(text)
    assert refusal.value.code == "NUMBER_PATTERN_INVALID"
    assert refusal.value.params["field"] == "pattern"


@pytest.mark.parametrize("seq", [0, -1, 10**60])
def test_a_position_without_a_number_is_refused(seq: int) -> None:
    with pytest.raises(InvalidInput) as refusal:
        NumberPattern.parse("INV-{seq}").render(seq, ON)
    assert refusal.value.code == "NUMBER_OUT_OF_RANGE"


def test_the_longest_pattern_still_renders_ten_digits_of_position() -> None:
    number = NumberPattern.parse("X" * 50 + "{seq}").render(9_999_999_999, ON)
    assert len(number) == MAX_LENGTH


@given(patterns(), st.integers(1, 10**7), st.integers(1, 10**7), DAYS)
def test_two_positions_of_a_period_never_render_alike(
    pattern: NumberPattern, one: int, other: int, on: date
) -> None:
    assert (pattern.render(one, on) == pattern.render(other, on)) == (one == other)


@given(patterns(), st.integers(1, 10**5), st.integers(1, 10**5), DAYS, DAYS)
def test_two_periods_never_render_alike(
    pattern: NumberPattern, one: int, other: int, on: date, later: date
) -> None:
    if pattern.period(on) != pattern.period(later):
        assert pattern.render(one, on) != pattern.render(other, later)


@given(patterns(), DAYS, st.lists(st.integers(0, 40), min_size=1, max_size=60))
def test_a_series_over_the_years_has_no_twin(
    pattern: NumberPattern, start: date, waits: list[int]
) -> None:
    on, period, seq = min(start, date(2092, 1, 1)), "", 0
    numbers: list[str] = []
    for wait in waits:
        on += timedelta(days=wait)
        seq = seq + 1 if numbers and pattern.period(on) == period else 1
        period = pattern.period(on)
        numbers.append(pattern.render(seq, on))
    assert len(set(numbers)) == len(numbers)


@given(st.text(max_size=70), st.sampled_from(Reset))
def test_any_text_is_taken_or_refused_with_a_code(text: str, reset: Reset) -> None:
    try:
        pattern = NumberPattern.parse(text, reset)
    except InvalidInput as refusal:
        codes = {refusal.code}
    else:
        codes = set()
        assert pattern.render(1, ON) != pattern.render(2, ON)
    assert codes <= {"NUMBER_PATTERN_INVALID", "NUMBER_PATTERN_REPEATS"}
