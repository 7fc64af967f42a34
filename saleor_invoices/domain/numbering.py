"""Number patterns: how a position in a series becomes the number on the document (BT-1).

A pattern is text with placeholders: ``{seq}`` or ``{seq:05}`` once, and ``{YYYY}``, ``{YY}``,
``{MM}``, ``{DD}`` of the issue date as often as liked. ``docs/algorithms/numbering.md`` has the
proof that no two positions of a series render alike.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saleor_invoices.domain.errors import InvalidInput

MAX_LENGTH = 60
"""Characters of a rendered number; Saleor takes 255, the tightest e-invoice network 60."""

MAX_PADDING = 20

_TOKEN = re.compile(r"\{([^{}]*)\}")
_SEQUENCE = re.compile(r"seq(?::0([0-9]{1,2}))?")
_DATE_PARTS: Mapping[str, str] = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "DD": "%d"}


class Reset(StrEnum):
    """When the series starts again at 1."""

    NEVER = "never"
    YEARLY = "yearly"
    MONTHLY = "monthly"
    DAILY = "daily"

    def period(self, on: date) -> str:
        """The period that the day belongs to: ``""``, ``2026``, ``2026-11`` or ``2026-11-22``."""
        return on.isoformat()[: _PERIOD_LENGTH[self]]


_PERIOD_LENGTH = {Reset.NEVER: 0, Reset.YEARLY: 4, Reset.MONTHLY: 7, Reset.DAILY: 10}
_PERIOD_PARTS: Mapping[Reset, tuple[frozenset[str], ...]] = {
    Reset.NEVER: (),
    Reset.YEARLY: (frozenset({"YYYY", "YY"}),),
    Reset.MONTHLY: (frozenset({"YYYY", "YY"}), frozenset({"MM"})),
    Reset.DAILY: (frozenset({"YYYY", "YY"}), frozenset({"MM"}), frozenset({"DD"})),
}


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A checked pattern with its reset; make it with ``parse``."""

    text: str
    reset: Reset

    @classmethod
    def parse(cls, text: str, reset: Reset | str = Reset.NEVER) -> "NumberPattern":
        """Check and return the pattern.

        Raises ``InvalidInput`` NUMBER_PATTERN_INVALID for unknown placeholders, no or two
        ``{seq}``, unprintable characters or too long a result, and NUMBER_PATTERN_REPEATS when
        the series starts again while the pattern does not show the new period.
        """
        pattern = cls(text, Reset(reset))
        names = _names(text)
        _refuse_characters(text)
        _refuse_names(text, names)
        _refuse_repeats(pattern, names)
        _refuse_length(text, pattern._render("9" * 10, date(2026, 12, 31)))
        return pattern

    def period(self, on: date) -> str:
        """The period whose counter the number of this day is taken from."""
        return self.reset.period(on)

    def render(self, seq: int, on: date) -> str:
        """The number of position ``seq`` (from 1) issued on the day.

        Padding widens and never cuts: ``{seq:03}`` of 1000 is ``1000``. Raises ``InvalidInput``
        NUMBER_OUT_OF_RANGE below 1, before the year 1000, or when longer than ``MAX_LENGTH``.
        """
        number = self._render(str(seq), on)
        if seq < 1 or on.year < 1000 or len(number) > MAX_LENGTH:
            raise InvalidInput(
                f"Position {seq} has no number of at most {MAX_LENGTH} characters.",
                code="NUMBER_OUT_OF_RANGE",
                params={"field": "seq", "seq": seq},
            )
        return number

    def placeholder(self, on: date) -> str:
        """What looks like a number of the day and is none: positions begin at 1, this is 0."""
        return self._render("0", on)

    def _render(self, seq: str, on: date) -> str:
        def value(token: re.Match[str]) -> str:
            if token[1] in _DATE_PARTS:
                return on.strftime(_DATE_PARTS[token[1]])
            sequence = _SEQUENCE.fullmatch(token[1])
            return seq.zfill(int(sequence[1] or 0)) if sequence else token[0]

        return _TOKEN.sub(value, self.text)


def _names(text: str) -> list[str]:
    return [token[1] for token in _TOKEN.finditer(text)]


def _refuse_characters(text: str) -> None:
    rest = _TOKEN.sub("", text)
    if "{" in rest or "}" in rest:
        raise _invalid(text, "has a brace without its partner")
    if not text.isprintable() or text != text.strip():
        raise _invalid(text, "has unprintable characters, or spaces at an end")


def _refuse_names(text: str, names: list[str]) -> None:
    sequences = [name for name in names if _SEQUENCE.fullmatch(name)]
    unknown = [name for name in names if name not in sequences and name not in _DATE_PARTS]
    if unknown:
        raise _invalid(text, f"has the unknown placeholder {{{unknown[0]}}}")
    if len(sequences) != 1:
        raise _invalid(text, "must have {seq} or {seq:05} exactly once")
    padding = _SEQUENCE.fullmatch(sequences[0])
    if padding and int(padding[1] or 0) > MAX_PADDING:
        raise _invalid(text, f"pads the number to more than {MAX_PADDING} digits")


def _refuse_repeats(pattern: NumberPattern, names: list[str]) -> None:
    missing = [part for part in _PERIOD_PARTS[pattern.reset] if part.isdisjoint(names)]
    if missing:
        wanted = " and ".join(f"{{{max(part, key=len)}}}" for part in missing)
        raise InvalidInput(
            f"{pattern.text!r} starts again {pattern.reset.value} but does not show {wanted},"
            " so numbers would repeat.",
            code="NUMBER_PATTERN_REPEATS",
            params={"field": "pattern", "pattern": pattern.text, "missing": wanted},
        )


def _refuse_length(text: str, longest: str) -> None:
    if len(longest) > MAX_LENGTH:
        raise _invalid(text, f"can make numbers longer than {MAX_LENGTH} characters")


def _invalid(text: str, fault: str) -> InvalidInput:
    return InvalidInput(
        f"The number pattern {text!r} {fault}.",
        code="NUMBER_PATTERN_INVALID",
        params={"field": "pattern", "pattern": text},
    )
