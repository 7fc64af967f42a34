"""Texts of mails that merchants edit: a small, safe part of Jinja2.

Variables, ``if`` and a few filters; no loops, calls, attributes or arithmetic. A text can so
neither reach into the program nor take longer than its own length: every node runs once at most.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from jinja2 import Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from saleor_invoices.domain.errors import InvalidInput

VARIABLES = (
    "document", "kind", "number", "issue_date", "due_date", "days_overdue", "total", "amount_due",
    "buyer_name", "seller_name", "order_number", "preceding_number", "link", "message", "has_xml",
)  # fmt: skip
"""What a text may show; each is text, and empty where it does not apply."""

MAX_SOURCE = 10_000  # characters
MAX_RESULT = 50_000
MAX_VALUE = 2_000
MAX_DEPTH = 20
FILTERS = ("upper", "lower", "trim", "default")

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If,
    nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat,
    nodes.Filter,
)  # fmt: skip
_ENVIRONMENT = ImmutableSandboxedEnvironment(autoescape=False, keep_trailing_newline=True)


def check(source: str) -> None:
    """Refuse what is no text of ours.

    Raises ``InvalidInput`` MAIL_TEXT_INVALID; ``params`` may hold ``line`` and ``name``.
    """
    _compiled(source)


def names_used(source: str) -> frozenset[str]:
    """The variables that a text shows or asks about. Raises as ``check``."""
    return _compiled(source)[1]


def render(source: str, values: Mapping[str, str]) -> str:
    """The text with its values filled in; a variable without value is empty.

    Values are cut at ``MAX_VALUE`` characters, the whole at ``MAX_RESULT``. Raises as ``check``.
    """
    template, names = _compiled(source)
    known = {name: values.get(name, "")[:MAX_VALUE] for name in names}
    pieces, left = [], MAX_RESULT
    for piece in template.generate(known):
        pieces.append(piece[:left])
        left -= len(piece)
        if left <= 0:
            break
    # An escape in the text may stand for half a character, which no mail can carry.
    return "".join(pieces).encode("utf-8", "ignore").decode()


@lru_cache(maxsize=256)
def _compiled(source: str) -> tuple[Template, frozenset[str]]:
    if len(source) > MAX_SOURCE:
        raise _refusal(f"it is longer than {MAX_SOURCE} characters")
    try:
        tree = _ENVIRONMENT.parse(source)
        names = frozenset(_names(tree))
        code = _ENVIRONMENT.compile(tree)
    except TemplateError as error:
        raise _refusal(str(error.message), line=getattr(error, "lineno", None)) from error
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        raise _refusal("it is nested too deeply or has a number that is too long") from error
    return Template.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None)), names


def _names(tree: nodes.Template) -> Iterator[str]:
    """The names in a tree of which every node was looked at."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, _ALLOWED):
            raise _refusal(f"{_what(node)} can't be used here", line=node.lineno)
        if depth > MAX_DEPTH:
            raise _refusal("it is nested too deeply", line=node.lineno)
        if isinstance(node, nodes.Filter):
            _refuse_filter(node)
        if isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"):
            raise _refusal("only == and != compare texts", line=node.lineno)
        if isinstance(node, nodes.Name):
            yield _known(node)
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def _refuse_filter(node: nodes.Filter) -> None:
    if node.name not in FILTERS:
        raise _refusal(f"the filter {node.name} is none of {', '.join(FILTERS)}", line=node.lineno)
    most = 1 if node.name == "default" else 0
    if len(node.args) > most or node.kwargs:
        raise _refusal(f"the filter {node.name} takes no such arguments", line=node.lineno)


def _known(node: nodes.Name) -> str:
    if node.name not in VARIABLES:
        raise _refusal(
            f"{node.name} is no variable; there are {', '.join(VARIABLES)}",
            line=node.lineno,
            name=node.name,
        )
    return node.name


def _what(node: nodes.Node) -> str:
    return {
        "For": "A loop", "Call": "A call", "Getattr": "A dot", "Getitem": "An index",
        "Include": "An include", "Import": "An import", "Macro": "A macro", "Assign": "set",
    }.get(type(node).__name__, type(node).__name__)  # fmt: skip


def _refusal(why: str, *, line: int | None = None, name: str = "") -> InvalidInput:
    where = f" (line {line})" if line else ""
    params = {"line": line, "name": name}
    return InvalidInput(
        f"The text can't be used: {why}{where}.",
        code="MAIL_TEXT_INVALID",
        params={key: value for key, value in params.items() if value},
    )
