"""What a template's source may hold, looked at before it is filled, so that lines can be named.

This is for the merchant who writes the template. What keeps the server safe is what happens when
it is filled and converted, since a tag can be put together from parts that are harmless alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

from jinja2 import TemplateSyntaxError, nodes

from saleor_invoices.documents.html.child.templating import (
    FILTER_NAMES,
    OWN_FILTER_NAMES,
    TEST_NAMES,
    Environment,
)
from saleor_invoices.documents.html.wire import Problem

IMAGES = frozenset({"logo", "payment-code"})
TAGS = frozenset(
    {"html", "head", "title", "meta", "style", "body", "div", "p", "span", "br", "wbr", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "u", "s", "small", "big"}
    | {"sub", "sup", "del", "ins", "font", "center", "a", "img", "pre", "code", "tt", "blockquote"}
    | {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup", "caption"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "section", "article", "header", "footer", "main"}
    | {"pdf:nextpage", "pdf:nexttemplate", "pdf:nextframe", "pdf:spacer", "pdf:pagenumber"}
)
MAX_STYLE = 20_000  # characters; 100,000 take 20 s
MAX_OPEN_TAGS = 1_000  # those left out count, too; reading 30,000 takes minutes
LINK_SCHEMES = ("https:", "http:", "mailto:", "tel:", "#")
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|(@import|@font-face|expression\()", re.IGNORECASE)
_VOID = frozenset({"br", "col", "hr", "img", "meta", "wbr"})
_HOLE = "\ufffc"  # stands where an expression was
_INSTEAD = {
    "pdf:pagecount": "<pdf:pagecount> is too slow; {{ page_mark() }} puts 'Page 1 of 3' there.",
    "link": "<link> can't be used; put the styles into a <style>.",
}
_KEYWORDS = {
    "For": "for ... recursive",
    "CallBlock": "call",
    "FromImport": "from",
    "Pow": "**",
    "ScopedEvalContextModifier": "autoescape",
}
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Const),
    *(nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair),
    *(nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.FilterBlock),
    *(nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.CondExpr, nodes.Concat, nodes.Call, nodes.Keyword, nodes.Scope),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)


@lru_cache(maxsize=8)
def problems(source: str) -> tuple[Problem, ...]:
    """Everything that may not be there, by line; a template that can't be read has one problem."""
    environment = Environment()
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        return (Problem(error.lineno, error.message or "This can't be read."),)
    except RecursionError:
        return (Problem(0, "The template nests too deeply."),)
    found = {*_language(tree), *_markup(_without_expressions(environment, source))}
    return tuple(sorted(found, key=lambda one: (one.line, one.message)))


def _language(tree: nodes.Template) -> Iterator[Problem]:
    stack: list[tuple[nodes.Node, int]] = [(tree, 1)]
    while stack:
        node, line = stack.pop()
        line = node.lineno or line  # a few nodes have none
        stack.extend((child, line) for child in node.iter_child_nodes())
        if message := _fault(node):
            yield Problem(line, message)


def _fault(node: nodes.Node) -> str:
    if not isinstance(node, _NODES) or (isinstance(node, nodes.For) and node.recursive):
        return f"'{_keyword(node)}' can't be used in a template."
    if isinstance(node, nodes.Filter) and node.name not in FILTER_NAMES | OWN_FILTER_NAMES:
        return f"There is no filter '{node.name}'."
    if isinstance(node, nodes.Test) and node.name not in TEST_NAMES:
        return f"There is no test '{node.name}'."
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"'{node.attr}' can't be read."
    return ""


def _keyword(node: nodes.Node) -> str:
    kind = type(node).__name__
    return _KEYWORDS.get(kind, kind.lower())


def _without_expressions(environment: Environment, source: str) -> str:
    """The HTML alone, every line where it was."""
    kept = []
    for _, kind, value in environment.lex(source):
        if kind == "variable_begin":
            kept.append(_HOLE)
        kept.append(value if kind == "data" else "\n" * value.count("\n"))
    return "".join(kept)


def _markup(html: str) -> list[Problem]:
    reader = _Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    return reader.problems


class _Reader(HTMLParser):
    """Collects what tags, attributes and styles may not be."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.problems: list[Problem] = []
        self._in_style = False
        self._style_left = MAX_STYLE
        self._open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag with its attributes."""
        self._in_style = tag == "style"
        self._open += tag not in _VOID
        if self._open == MAX_OPEN_TAGS:
            self._add("The tags nest too deeply.")
        if tag not in TAGS:
            self._add(_INSTEAD.get(tag, f"<{tag}> can't be used in a template."))
            return
        for name, value in attrs:
            self._attribute(tag, name, (value or "").strip())

    def handle_endtag(self, tag: str) -> None:
        """The end of a tag."""
        self._in_style = False
        self._open -= 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that is closed at once."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """A text; the content of a style."""
        if self._in_style:
            self._style(data)
            self._style_left -= len(data)
            if -len(data) <= self._style_left < 0:  # said once
                self._add(f"The styles have more than {MAX_STYLE:,} characters.")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name in {"src", "background"} and not _is_image(value):
            name = value[:60].replace(_HOLE, "{{ }}")
            self._add(
                f"The image '{name}' can't be used: 'logo', 'payment-code', or a PNG or JPEG file "
                "written as data:image/png;base64,..."
            )
        if name == "href" and tag == "a" and not value.startswith((*LINK_SCHEMES, _HOLE)):
            self._add(f"A link starts with one of {', '.join(LINK_SCHEMES)}")
        if name == "style":
            self._style(value)

    def _style(self, css: str) -> None:
        for match in _CSS_URL.finditer(css):
            line = css.count("\n", 0, match.start())
            if match[2]:
                self._add(f"{match[2]} can't be used in a style.", line)
            elif not _is_image(match[1].strip()):
                self._add(f"The file {match[1][:60]!r} can't be used in a style.", line)

    def _add(self, message: str, lines_after: int = 0) -> None:
        self.problems.append(Problem(self.getpos()[0] + lines_after, message))


def _is_image(value: str) -> bool:
    return value in IMAGES or bool(_DATA_IMAGE.match(value))
