"""The exported schema, the operations written against it, and Saleor's schema beside it."""

import re
from io import StringIO
from pathlib import Path

import graphql
import pytest
from django.core.management import call_command
from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    concat_ast,
    parse,
    print_ast,
    validate,
)

from saleor_invoices.api.limits import MAX_ALIASES, MAX_COST, MAX_DEPTH, measure
from saleor_invoices.api.schema import schema

ROOT = Path(__file__).resolve().parents[2]
FRONT_ENDS = ("dashboard", "storefront")


def _documents(front_end: str) -> dict[str, DocumentNode]:
    files = sorted((ROOT / "graphql" / front_end).rglob("*.graphql"))
    return {path.stem: parse(path.read_text(encoding="utf-8")) for path in files}


def _complete(name: str, among: dict[str, DocumentNode]) -> DocumentNode:
    """A document with the fragments of others that it spreads, each in a file of its own name."""
    found, waiting = {name: among[name]}, [name]
    while waiting:
        own = {
            node.name.value
            for node in found[waiting[0]].definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        for spread in _spreads(found[waiting.pop(0)]) - own - found.keys():
            found[spread] = among[spread]
            waiting.append(spread)
    return concat_ast(list(found.values()))


def _spreads(document: DocumentNode) -> set[str]:
    return set(re.findall(r"\.\.\.\s*(?!on\b)(\w+)", print_ast(document)))


OPERATIONS = [
    (front_end, name)
    for front_end in FRONT_ENDS
    for name, document in _documents(front_end).items()
    if any(isinstance(node, OperationDefinitionNode) for node in document.definitions)
]
VERSIONS = ["3.20", "3.21", "3.22", "3.23"]
ENTITIES = {"Order", "User"}
# Types that gateways merge: the same in both, or scalars.
SHARED = {"PageInfo", "Date", "DateTime", "JSON", "Query", "Mutation"}


def test_the_exported_schema_is_up_to_date() -> None:
    exported = StringIO()
    call_command("export_schema", "saleor_invoices.api.schema:schema", stdout=exported)
    committed = (ROOT / "graphql" / "schema.graphql").read_text(encoding="utf-8")
    assert committed.strip() == exported.getvalue().strip(), "run `make schema`"


@pytest.mark.parametrize(("front_end", "name"), OPERATIONS)
def test_an_operation_is_valid_named_as_its_file_and_within_the_limits(
    front_end: str, name: str
) -> None:
    document = _complete(name, _documents(front_end))
    assert validate(schema._schema, document) == []
    names = [
        node.name.value
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode) and node.name
    ]
    assert names == [name]
    size = measure(document, schema._schema, {"first": 100})
    assert size.aliases <= MAX_ALIASES
    assert size.depth <= MAX_DEPTH
    assert size.cost <= MAX_COST


def test_every_operation_is_looked_at() -> None:
    assert {name for _, name in OPERATIONS} >= {
        "SalesInvoices",
        "SalesInvoice",
        "MySalesInvoices",
    }


def test_every_type_and_root_field_is_described() -> None:
    for name, kind in schema._schema.type_map.items():
        if not name.startswith("_") and name not in {"Query", "Mutation"}:
            described = kind.description or not isinstance(kind, GraphQLObjectType)
            assert described, name
    for root in (schema._schema.query_type, schema._schema.mutation_type):
        assert root is not None
        undescribed = [name for name, field in root.fields.items() if not field.description]
        assert [name for name in undescribed if not name.startswith("_")] == []


@pytest.fixture(scope="module", params=VERSIONS)
def saleors(request: pytest.FixtureRequest, saleor_shared: Path) -> GraphQLSchema:
    """Saleor's own schema."""
    text = (saleor_shared / f"schema-{request.param}.graphql").read_text(encoding="utf-8")
    return build_schema(text, assume_valid=True)


@pytest.mark.shared
def test_no_type_or_root_field_has_a_name_of_saleors(saleors: GraphQLSchema) -> None:
    built_in = {"String", "Int", "Float", "Boolean", "ID"}
    ours = {name for name in schema._schema.type_map if not name.startswith("_")} - built_in
    assert ours & set(saleors.type_map) - SHARED == ENTITIES
    for ours_root, theirs_root in (
        (schema._schema.query_type, saleors.query_type),
        (schema._schema.mutation_type, saleors.mutation_type),
    ):
        assert ours_root is not None
        assert theirs_root is not None
        assert set(ours_root.fields) & set(theirs_root.fields) <= {"_service", "_entities"}


@pytest.mark.shared
def test_what_is_added_to_saleors_types_is_not_there_yet(saleors: GraphQLSchema) -> None:
    for name in ENTITIES:
        ours, theirs = schema._schema.type_map[name], saleors.type_map[name]
        assert isinstance(ours, GraphQLObjectType)
        assert isinstance(theirs, GraphQLObjectType)
        assert set(ours.fields) & set(theirs.fields) == {"id"}
        assert str(ours.fields["id"].type) == str(theirs.fields["id"].type) == "ID!"


@pytest.mark.shared
def test_what_is_shared_is_the_same_in_saleor(saleors: GraphQLSchema) -> None:
    ours, theirs = schema._schema.type_map["PageInfo"], saleors.type_map["PageInfo"]
    assert isinstance(ours, GraphQLObjectType)
    assert isinstance(theirs, GraphQLObjectType)
    assert {name: str(field.type) for name, field in ours.fields.items()} == {
        name: str(field.type) for name, field in theirs.fields.items()
    }


def test_no_python_lies_in_the_contract_folders() -> None:
    # A module named graphql would hide graphql-core from every import.
    found = [path for folder in ("graphql", "webhooks") for path in (ROOT / folder).rglob("*.py")]
    assert found == []
    assert ROOT / "graphql" not in Path(str(graphql.__file__)).parents
