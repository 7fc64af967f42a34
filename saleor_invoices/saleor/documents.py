"""The GraphQL documents that the app sends to Saleor: text files, put together when first used.

``graphql/saleor`` holds one operation or fragment a file, named as the file; ``webhooks`` holds
one subscription a file, named as the event in lower case, and ``webhooks/sync`` those of which
Saleor waits for the answer.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from graphql import (
    DocumentNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    Visitor,
    parse,
    print_ast,
    strip_ignored_characters,
    visit,
)
from graphql.language import DefinitionNode


@dataclass(frozen=True, slots=True)
class Operation:
    """A document ready to be sent: ``text`` is self-contained, with all its fragments."""

    name: str
    text: str
    is_mutation: bool


def load(name: str) -> str:
    """The text of the query or mutation called ``name``, e.g. ``invoiceUpdate``."""
    return operation(name).text


@cache
def operation(name: str) -> Operation:
    """The query or mutation called ``name``; raises ``LookupError`` if there is no such file."""
    for folder in ("queries", "mutations") if name.isidentifier() else ():
        path = saleor_folder() / folder / f"{name}.graphql"
        if path.is_file():
            return Operation(name=name, text=_compose(path), is_mutation=folder == "mutations")
    raise LookupError(f"There is no document {name} in graphql/saleor.")


@cache
def webhook(event: str) -> str:
    """The subscription for ``event``, e.g. ``order_paid``."""
    for folder in (webhooks_folder(), webhooks_folder() / "sync") if event.isidentifier() else ():
        path = folder / f"{event}.graphql"
        if path.is_file():
            return _compose(path)
    raise LookupError(f"There is no subscription for {event} in webhooks.")


def normalised(text: str) -> str:
    """The same document without layout, so that two can be compared."""
    return strip_ignored_characters(print_ast(parse(text)))


def saleor_folder() -> Path:
    """Where the documents that we send are kept."""
    return Path(settings.BASE_DIR) / "graphql" / "saleor"


def webhooks_folder() -> Path:
    """Where the subscriptions are kept."""
    return Path(settings.BASE_DIR) / "webhooks"


def _compose(path: Path) -> str:
    document = parse(path.read_text(encoding="utf-8"), no_location=True)
    fragments: dict[str, DefinitionNode] = {}
    _collect(document, fragments)
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    ordered = [*operations, *(fragments[name] for name in sorted(fragments))]
    return print_ast(DocumentNode(definitions=tuple(ordered))) + "\n"


def _collect(document: DocumentNode, fragments: dict[str, DefinitionNode]) -> None:
    for name in _spreads(document):
        if name not in fragments:
            path = saleor_folder() / "fragments" / f"{name}.graphql"
            part = parse(path.read_text(encoding="utf-8"), no_location=True)
            fragments[name] = part.definitions[0]
            _collect(part, fragments)


def _spreads(document: DocumentNode) -> set[str]:
    finder = _SpreadFinder()
    visit(document, finder)
    return finder.names


class _SpreadFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        self.names.add(node.name.value)
