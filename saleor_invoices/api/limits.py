"""Limits of a query: how deep, how many aliases, how much work.

Strawberry's own limiters expand every fragment at every use, so that a page of fragments that name
each other twice takes them for ever; here each fragment is measured once. The cost of a query is
the number of values it can ask for: a field counts once for each object it is read of, a list of
unknown length as ten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    SelectionSetNode,
    TypeMetaFieldDef,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from strawberry.extensions import SchemaExtension, ValidationCache

from saleor_invoices.api.connections import DEFAULT_PAGE
from saleor_invoices.api.errors import from_app_error
from saleor_invoices.domain.errors import InvalidInput

MAX_DEPTH = 12
MAX_ALIASES = 30
MAX_COST = 50_000
MAX_TOKENS = 2_000
LIST_LENGTH = 10
MAX_REPEATED = 30
MAX_DEFINITIONS = 110


_META_FIELDS = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a selection amounts to."""

    depth: int = 0
    aliases: int = 0
    cost: int = 0

    def beside(self, other: "Measure") -> "Measure":
        """Both, one after the other."""
        return Measure(
            max(self.depth, other.depth), self.aliases + other.aliases, self.cost + other.cost
        )

    def below(self, *, alias: bool, times: int) -> "Measure":
        """This under one more field that is there ``times`` times."""
        return Measure(self.depth + 1, self.aliases + alias, 1 + times * self.cost)


class Limits(SchemaExtension):
    """Refuse, before it runs, an operation that is over a limit."""

    def on_execute(self) -> Iterator[None]:
        """Measure once validation has excluded unknown fields and cyclic fragments."""
        context = self.execution_context
        if context.graphql_document is not None:
            measured = measure(
                context.graphql_document,
                context.schema._schema,
                context.variables or {},
            )
            errors = list(_excesses(measured))
            if errors:
                context.result = ExecutionResult(data=None, errors=errors)
        yield


class Validation(ValidationCache):
    """Validation that refuses first what would take it seconds.

    GraphQL compares every field with each of the same name beside it (section 5.3.2): a field
    that is repeated five hundred times makes a hundred thousand comparisons.
    """

    def on_validate(self) -> Iterator[None]:
        """Refuse a document with more than ``MAX_REPEATED`` repetitions, else validate it."""
        document = self.execution_context.graphql_document
        if document is not None and (
            repetitions(document) > MAX_REPEATED or len(document.definitions) > MAX_DEFINITIONS
        ):
            error = InvalidInput("The query repeats itself too often.", code="QUERY_TOO_COSTLY")
            self.execution_context.pre_execution_errors = [from_app_error(error)]
            yield
        else:
            yield from super().on_validate()


def measure(document: DocumentNode, schema: GraphQLSchema, variables: Mapping[str, Any]) -> Measure:
    """Measure all operations of a valid document, whichever of them will run."""
    gauge, total = _Gauge(document, schema, variables), Measure()
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            total = total.beside(gauge.operation(node))
    return total


class _Gauge:
    def __init__(
        self, document: DocumentNode, schema: GraphQLSchema, variables: Mapping[str, Any]
    ) -> None:
        self._schema = schema
        self._variables = variables
        self._defaults = _defaults(document)
        self._fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self._measured: dict[str, Measure] = {}

    def operation(self, node: OperationDefinitionNode) -> Measure:
        root = self._schema.get_root_type(node.operation)
        return self._selections(node.selection_set, root)

    def _selections(
        self, node: SelectionSetNode | None, parent: GraphQLNamedType | None
    ) -> Measure:
        total = Measure()
        for selection in node.selections if node else ():
            if isinstance(selection, FieldNode):
                total = total.beside(self._field(selection, parent))
            elif isinstance(selection, FragmentSpreadNode):
                total = total.beside(self._fragment(selection.name.value))
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self._schema.get_type(condition.name.value) if condition else parent
                total = total.beside(self._selections(selection.selection_set, inner))
        return total

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Measure:
        if node.name.value.startswith("__"):
            return self._introspection(node)
        field: GraphQLField | None = getattr(parent, "fields", {}).get(node.name.value)
        inner = get_named_type(field.type) if field else None
        below = self._selections(node.selection_set, inner)
        return below.below(alias=node.alias is not None, times=self._times(node, field))

    def _introspection(self, node: FieldNode) -> Measure:
        # What the schema says of itself asks the database nothing, and graphql-core limits how
        # deep; but said thirty times over it keeps a processor busy for seconds. Read from memory,
        # a value of it counts half.
        field = _META_FIELDS.get(node.name.value)
        below = self._selections(node.selection_set, get_named_type(field.type) if field else None)
        aliases = below.aliases + (node.alias is not None)
        return Measure(depth=1, aliases=aliases, cost=below.cost // 2)

    def _fragment(self, name: str) -> Measure:
        if name not in self._measured:
            node = self._fragments[name]
            parent = self._schema.get_type(node.type_condition.name.value)
            self._measured[name] = self._selections(node.selection_set, parent)
        return self._measured[name]

    def _times(self, node: FieldNode, field: GraphQLField | None) -> int:
        if node.name.value == "_entities":
            asked = self._argument(node, "representations")
            return len(asked) if isinstance(asked, list | tuple) else 1
        if field is not None and "first" in field.args:
            sizes = (self._argument(node, name) for name in ("first", "last"))
            # Less than one is refused where it is read, and must not pay for what stands beside.
            return max(next((size for size in sizes if isinstance(size, int)), DEFAULT_PAGE), 1)
        # A connection's edges are as many as its page, which has been counted already.
        listed = field is not None and is_list_type(get_nullable_type(field.type))
        return LIST_LENGTH if listed and node.name.value != "edges" else 1

    def _argument(self, node: FieldNode, name: str) -> object:
        for argument in node.arguments or ():
            if argument.name.value != name:
                continue
            value: ValueNode | None = argument.value
            if isinstance(value, VariableNode):
                if value.name.value in self._variables:
                    return self._variables[value.name.value]
                value = self._defaults.get(value.name.value)
            return int(value.value) if isinstance(value, IntValueNode) else _items(value)
        return None


def _items(value: ValueNode | None) -> object:
    return getattr(value, "values", None)


def _defaults(document: DocumentNode) -> dict[str, ValueNode]:
    """The largest default of each variable; operations of one document may differ in it."""
    found: dict[str, ValueNode] = {}
    for node in document.definitions:
        for variable in getattr(node, "variable_definitions", None) or ():
            name, value = variable.variable.name.value, variable.default_value
            if value is not None and _weight(value) > _weight(found.get(name)):
                found[name] = value
    return found


def _weight(value: ValueNode | None) -> int:
    if isinstance(value, IntValueNode):
        return max(int(value.value), 0)
    return len(getattr(value, "values", None) or ()) if value else -1


def repetitions(document: DocumentNode) -> int:
    """How often a field is asked for again beside itself; inline fragments are looked through."""
    found, waiting = 0, [node.selection_set for node in document.definitions]  # type: ignore[attr-defined]
    while waiting:
        names: set[str] = set()
        level = list(waiting.pop().selections)
        while level:
            selection = level.pop()
            if isinstance(selection, InlineFragmentNode):
                level.extend(selection.selection_set.selections)
            elif isinstance(selection, FieldNode):
                name = (selection.alias or selection.name).value
                found += name in names
                names.add(name)
                if selection.selection_set:
                    waiting.append(selection.selection_set)
    return found


def _excesses(measured: Measure) -> Iterator[GraphQLError]:
    for code, what, value, most in (
        ("QUERY_TOO_DEEP", "is nested too deeply", measured.depth, MAX_DEPTH),
        ("TOO_MANY_ALIASES", "has too many aliases", measured.aliases, MAX_ALIASES),
        ("QUERY_TOO_COSTLY", "asks for too much at once", measured.cost, MAX_COST),
    ):
        if value > most:
            params = {"limit": most, "value": min(value, 10**15)}
            error = InvalidInput(f"The query {what}.", code=code, params=params)
            yield from_app_error(error)
