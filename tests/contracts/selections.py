"""Walks a document's selections: against a payload's shape, and for its cost."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    parse,
)

Fields = dict[str, list[FieldNode]]


class Document:
    """A parsed operation with its fragments."""

    def __init__(self, text: str) -> None:
        definitions = parse(text).definitions
        self.operation = next(d for d in definitions if isinstance(d, OperationDefinitionNode))
        self.fragments = {
            d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)
        }

    def fields(self, selection_sets: list[SelectionSetNode], type_name: str | None) -> Fields:
        """Response key to field nodes, fragments flattened for one concrete type."""
        found: Fields = {}
        for selection_set in selection_sets:
            for field in self._flat(selection_set, type_name):
                key = field.alias.value if field.alias else field.name.value
                found.setdefault(key, []).append(field)
        return found

    def _flat(self, selection_set: SelectionSetNode, type_name: str | None) -> Iterator[FieldNode]:
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                yield selection
                continue
            part: Any = selection
            if not isinstance(selection, InlineFragmentNode):
                part = self.fragments[part.name.value]
            condition = part.type_condition.name.value if part.type_condition else type_name
            if type_name is None or condition == type_name:
                yield from self._flat(part.selection_set, type_name)


def event_type(document: Document) -> str:
    """The type that a subscription of ours narrows ``event`` to."""
    (event,) = document.operation.selection_set.selections
    assert isinstance(event, FieldNode)
    assert event.name.value == "event"
    assert event.selection_set is not None
    (narrowed,) = [s for s in event.selection_set.selections if isinstance(s, InlineFragmentNode)]
    assert narrowed.type_condition is not None
    return narrowed.type_condition.name.value


def payload_differences(schema: GraphQLSchema, text: str, payload: object) -> list[str]:
    """Where a webhook's body differs from what its subscription selects; empty when nowhere."""
    document = Document(text)
    name = event_type(document)
    (event,) = document.operation.selection_set.selections
    assert isinstance(event, FieldNode)
    assert event.selection_set is not None
    walker = _Walker(document)
    walker.check_object(schema.type_map[name], [event.selection_set], payload, "$")
    return walker.differences


class _Walker:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.differences: list[str] = []

    def check_object(
        self, type_: Any, sets: list[SelectionSetNode], value: object, at: str
    ) -> None:
        if not isinstance(value, dict):
            self.differences.append(f"{at}: no object")
            return
        fields = self.document.fields(sets, type_.name)
        for key in sorted(set(value) - set(fields)):
            self.differences.append(f"{at}.{key}: not selected")
        for key, nodes in fields.items():
            if key not in value:
                self.differences.append(f"{at}.{key}: missing")
                continue
            below = [node.selection_set for node in nodes if node.selection_set]
            if nodes[0].name.value == "__typename":
                if value[key] != type_.name:
                    self.differences.append(f"{at}.{key}: {value[key]!r} is no {type_.name}")
                continue
            declared = type_.fields[nodes[0].name.value].type
            self.check_value(declared, below, value[key], f"{at}.{key}")

    def check_value(
        self, type_: GraphQLOutputType, sets: list[SelectionSetNode], value: Any, at: str
    ) -> None:
        if isinstance(type_, GraphQLNonNull):
            if value is None:
                self.differences.append(f"{at}: null")
                return
            self.check_value(type_.of_type, sets, value, at)
        elif value is None:
            return
        elif isinstance(type_, GraphQLList):
            for index, item in enumerate(value):
                self.check_value(type_.of_type, sets, item, f"{at}[{index}]")
        elif isinstance(type_, GraphQLObjectType):
            self.check_object(type_, sets, value, at)
        else:
            self._leaf(type_, value, at)

    def _leaf(self, type_: Any, value: object, at: str) -> None:
        kinds: dict[str, Any] = {
            "String": str, "ID": str, "DateTime": str, "Boolean": bool, "Int": int,
            "Float": (int, float), "PositiveDecimal": (int, float),
        }  # fmt: skip
        if values := getattr(type_, "values", None):
            if value not in values:
                self.differences.append(f"{at}: {value!r} is none of {type_.name}")
        elif not isinstance(value, kinds[type_.name]):
            self.differences.append(f"{at}: {value!r} is no {type_.name}")


def cost(schema: GraphQLSchema, text: str, *, weight: int = 10, page: int = 1) -> int:
    """A cost above the one that Saleor can reckon.

    Saleor counts 1 for most fields that load something, times the page size asked for; here every
    field that is no scalar counts ``weight``, times ``first``, which is ``page`` for a variable.
    """
    document = Document(text)

    def walk(type_: Any, selection_set: SelectionSetNode, factor: int) -> int:
        total = 0
        for key_nodes in document.fields([selection_set], None).values():
            for node in key_nodes:
                if not node.selection_set:
                    continue
                times = factor * _page_size(node, page)
                field = getattr(type_, "fields", {}).get(node.name.value)
                inner = get_named_type(field.type) if field else type_
                total += weight * times + walk(inner, node.selection_set, times)
        return total

    root = schema.get_root_type(document.operation.operation)
    return walk(root, document.operation.selection_set, 1)


def _page_size(node: FieldNode, page: int) -> int:
    for argument in node.arguments or ():
        if argument.name.value in {"first", "last"}:
            value = argument.value
            return int(value.value) if isinstance(value, IntValueNode) else page
    return 1
