"""Whether the number patterns of a legal entity can live beside each other.

A rendered number is unique per legal entity, whatever the kind of document: two patterns that
could ever render the same text would stop the issue one day, so they are refused when set.
"""

import re
from collections.abc import Mapping
from itertools import combinations

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import NumberPattern

_PART = re.compile(r"\{(YYYY|YY|MM|DD|seq(?::0\d{1,2})?)\}|(.)", re.DOTALL)
_DIGITS = {"YYYY": 4, "YY": 2, "MM": 2, "DD": 2}
_ANY_DIGIT = "digit"
_MORE_DIGITS = "digits"


def check_patterns(patterns: Mapping[str, str], *, reset: str) -> None:
    """Refuse patterns that would repeat after the reset, or clash with each other.

    ``patterns`` are by setting key. Raises ``InvalidInput`` NUMBER_PATTERN_INVALID,
    NUMBER_PATTERN_REPEATS or NUMBER_PATTERNS_CLASH.
    """
    for key, text in patterns.items():
        try:
            NumberPattern.parse(text, reset)
        except InvalidInput as error:
            error.params["field"] = key
            raise
    for (first, one), (second, other) in combinations(patterns.items(), 2):
        if may_clash(one, other):
            raise InvalidInput(
                f"{first} {one!r} and {second} {other!r} could make the same number.",
                code="NUMBER_PATTERNS_CLASH",
                params={"field": second, "other": first},
            )


def may_clash(one: str, other: str) -> bool:
    """Whether some text is a number of both patterns, with dates taken as any digits."""
    first, second = _steps(one), _steps(other)
    seen, waiting = set(), [(0, 0)]
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        if place == (len(first), len(second)):
            return True
        waiting.extend(_moves(first, second, place))
    return False


def _steps(pattern: str) -> list[str]:
    """The pattern as single characters, any-digits, and the open end of a sequence."""
    steps: list[str] = []
    for token, character in _PART.findall(pattern):
        if character:
            steps.append(character)
        elif token in _DIGITS:
            steps += [_ANY_DIGIT] * _DIGITS[token]
        else:
            padding = int(token.partition(":0")[2] or 1)
            steps += [_ANY_DIGIT] * padding + [_MORE_DIGITS]
    return steps


def _moves(first: list[str], second: list[str], place: tuple[int, int]) -> list[tuple[int, int]]:
    i, j = place
    one = first[i] if i < len(first) else ""
    other = second[j] if j < len(second) else ""
    moves = []
    if one == _MORE_DIGITS:
        moves.append((i + 1, j))
    if other == _MORE_DIGITS:
        moves.append((i, j + 1))
    if one and other and _overlap(one, other):
        stay = int(one != _MORE_DIGITS), int(other != _MORE_DIGITS)
        moves.append((i + stay[0], j + stay[1]))
    return moves


def _overlap(one: str, other: str) -> bool:
    digits = (_ANY_DIGIT, _MORE_DIGITS)
    if one in digits:
        return other in digits or other.isdecimal()
    return one == other or (other in digits and one.isdecimal())
