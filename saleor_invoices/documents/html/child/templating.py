"""Filling a merchant's template: Jinja2 with next to nothing in it.

The data are plain dictionaries, lists and texts. Nothing else can be reached: an attribute is a
key of a dictionary, a text has none, and what may be called is named here.
"""

import traceback
from collections.abc import Mapping
from typing import Any
from unicodedata import bidirectional

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from markupsafe import Markup, escape

from saleor_invoices.documents.html.child.limits import time_limit
from saleor_invoices.documents.html.wire import Problem

MAX_RANGE = 1_000
MAX_CHARACTERS = 4_000_000  # of HTML; 500 lines have some 400,000
SECONDS = 5.0
FILTER_NAMES = frozenset(
    {"abs", "batch", "capitalize", "count", "d", "default", "e", "escape", "first", "float"}
    | {"int", "join", "last", "length", "list", "lower", "max", "min", "replace", "reverse"}
    | {"round", "slice", "string", "sum", "title", "trim", "truncate", "unique", "upper"}
)
OWN_FILTER_NAMES = frozenset({"lines", "both", "stacked"})
TEST_NAMES = frozenset(
    {"defined", "undefined", "none", "odd", "even", "divisibleby", "eq", "equalto", "ne", "lt"}
    | {"le", "gt", "ge", "in", "string", "number", "sequence", "mapping", "true", "false"}
    | {"==", "!=", ">", ">=", "<", "<=", "greaterthan", "lessthan"}
)
LOOP_NAMES = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "changed"}
    | {"previtem", "nextitem", "depth", "depth0"}
)
_NAME = "<template>"
_MARKS = {False: "\u200e", True: "\u200f"}  # by whether a text runs from right to left


class Faulty(Exception):
    """The template can't be used; says what is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class TooSlow(Exception):
    """Filling takes too long."""


class Missing(StrictUndefined):
    """What the data do not have; to use it is an error."""

    @property
    def _undefined_message(self) -> str:
        return f"There is no '{str(self._undefined_name)[:60]}' here."


class Environment(ImmutableSandboxedEnvironment):
    """Knows dictionaries, lists, texts, numbers, and the ``loop`` of a loop."""

    intercepted_binops = frozenset({"**", "*", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, cache_size=0)
        self.filters = {name: FILTERS[name] for name in FILTER_NAMES} | {
            "lines": lines,
            "both": both,
            "stacked": stacked,
        }
        self.tests = {name: TESTS[name] for name in TEST_NAMES}
        self.globals = {"range": _range, "page_mark": page_mark}

    def getattr(self, obj: object, attribute: str) -> object:
        """``obj.attribute``."""
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``; of texts and lists by number or slice only."""
        if isinstance(obj, Undefined):
            return getattr(obj, "__getitem__")(argument)  # noqa: B009 fails, and names it
        if isinstance(obj, dict) and isinstance(argument, str):
            known = argument in obj
            return obj[argument] if known else self.undefined(obj=obj, name=argument)
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        raise SecurityError(f"{str(argument)[:60]!r} can't be read here")

    def is_safe_callable(self, obj: object) -> bool:
        """``range``, ``page_mark``, ``loop.cycle`` and ``loop.changed``."""
        return obj in {_range, page_mark} or isinstance(getattr(obj, "__self__", None), LoopContext)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Arithmetic with numbers only: a text can be multiplied to any length."""
        if not all(isinstance(one, int | float) for one in (left, right)) or operator == "**":
            raise SecurityError(f"'{operator}' is for numbers here")
        return super().call_binop(context, operator, left, right)


def fill(source: str, data: Mapping[str, Any]) -> str:
    """The template's HTML. Raises ``Faulty``."""
    try:
        with time_limit(SECONDS, TooSlow):
            return _filled(source, data)
    except TemplateSyntaxError as error:
        raise Faulty(Problem(error.lineno, error.message or "This can't be read.")) from error
    except TooSlow as error:
        message = f"Filling the template takes longer than {SECONDS:g} seconds."
        raise Faulty(Problem(_line(error), message)) from error
    except (RecursionError, MemoryError, SyntaxError) as error:  # of Python: 100 levels at most
        message = "The template nests too deeply or needs too much memory."
        raise Faulty(Problem(_line(error), message)) from error
    except Faulty:
        raise
    except Exception as error:
        raise Faulty(Problem(_line(error), _words(error))) from error


def lines(texts: list[str], more: list[str] | tuple[str, ...] = ()) -> Markup:
    """The texts one under the other, escaped; then those of the second language."""
    parts = [part for text in (*texts, *more) for part in text.split("\n")]
    return Markup("<br/>").join(map(escape, parts))


def both(text: str, second: str) -> str:
    """A text and the same in the second language, if there is one, side by side.

    What follows goes on in the direction of the first.
    """
    return f"{text} / {second}{_MARKS[_runs_left(text)]}" if second else text


def _runs_left(text: str) -> bool:
    kinds = (bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def stacked(text: str, second: str) -> Markup:
    """The same, one under the other."""
    return lines([text, second] if second else [text])


def page_mark(size: float = 7, align: str = "right", color: str = "#586273") -> Markup:
    """The place of "Page 1 of 3": at the left, center or right of the cell or line it is in.

    A link, whose place the PDF tells; the text is put there when the number of pages is known.
    """
    if align not in {"left", "center", "right"} or not 4 <= size <= 20:
        raise SecurityError("page_mark: size is 4 to 20, align is left, center or right")
    digits = str(color).removeprefix("#")
    if len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
        raise SecurityError("page_mark: a color looks like #586273")
    return Markup('<a href="page-mark:{}:{}:{}" style="text-decoration: none">&nbsp;</a>').format(
        f"{size:g}", align, digits.lower()
    )


def _filled(source: str, data: Mapping[str, Any]) -> str:
    parts, count = [], 0
    for part in Environment().from_string(source).generate(data):
        count += len(part)
        if count > MAX_CHARACTERS:
            raise Faulty(Problem(0, f"The template makes more than {MAX_CHARACTERS:,} characters."))
        parts.append(part)
    return "".join(parts)


def _range(*arguments: int) -> range:
    found = range(*arguments)
    if len(found) > MAX_RANGE:
        raise SecurityError(f"range() has {MAX_RANGE:,} numbers at most")
    return found


def _line(error: BaseException) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == _NAME), 0)


def _words(error: Exception) -> str:
    return str(error)[:300] or type(error).__name__
