"""The sandbox's schema is a slice of Saleor's, in all four versions, and serves our documents."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    is_introspection_type,
    is_required_argument,
    is_required_input_field,
    is_specified_scalar_type,
)

from saleor_invoices.saleor import documents
from tests.contracts.schemas import complaints, schema_of
from tests.plugins.sandbox import start, stop

PLAYED = {"3.20": "3.20.119", "3.21": "3.21.69", "3.22": "3.22.67", "3.23": "3.23.28"}
ROOT = Path(__file__).resolve().parents[2]
EVENTS = sorted(path.stem for path in (ROOT / "webhooks").glob("*.graphql"))
OPERATIONS = sorted(
    path.stem
    for folder in ("queries", "mutations")
    for path in (ROOT / "graphql" / "saleor" / folder).glob("*.graphql")
)
SINCE_3_22 = {"appProblemCreate", "appProblemDismiss"}
Composite = GraphQLObjectType | GraphQLInterfaceType

pytestmark = pytest.mark.shared


@cache
def played(version: str) -> GraphQLSchema:
    """The schema that a sandbox of this version serves over HTTP."""
    process, sandbox = start("--saleor-version", PLAYED[version])
    try:
        return build_schema(sandbox.http.get("/schema.graphql").raise_for_status().text)
    finally:
        sandbox.http.close()
        stop(process)


def differences(part: GraphQLSchema, whole: GraphQLSchema) -> list[str]:
    """Where `part` has what `whole` has not, or lacks what `whole` requires."""
    found: list[str] = []
    for name, kind in part.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        twin = whole.get_type(name)
        if type(twin) is not type(kind):
            found.append(f"{name}: {type(kind).__name__} against {type(twin).__name__}")
        elif isinstance(kind, GraphQLEnumType) and isinstance(twin, GraphQLEnumType):
            found += [f"{name}.{value}" for value in kind.values if value not in twin.values]
        elif isinstance(kind, GraphQLUnionType) and isinstance(twin, GraphQLUnionType):
            members = {member.name for member in twin.types}
            found += [f"{name} | {m.name}" for m in kind.types if m.name not in members]
        elif isinstance(kind, GraphQLInputObjectType) and isinstance(twin, GraphQLInputObjectType):
            found += input_differences(kind, twin)
        elif isinstance(kind, Composite) and isinstance(twin, Composite):
            found += composite_differences(kind, twin)
    return found


def input_differences(kind: GraphQLInputObjectType, twin: GraphQLInputObjectType) -> Iterator[str]:
    for name, field in kind.fields.items():
        other = twin.fields.get(name)
        if other is None or str(field.type) != str(other.type):
            yield f"{kind.name}.{name}: {field.type} against {other and other.type}"
    for name, other in twin.fields.items():
        if is_required_input_field(other) and name not in kind.fields:
            yield f"{kind.name}.{name} is required"


def composite_differences(kind: Composite, twin: Composite) -> Iterator[str]:
    for name in {each.name for each in kind.interfaces} - {each.name for each in twin.interfaces}:
        yield f"{kind.name} implements {name}"
    for name, field in kind.fields.items():
        other = twin.fields.get(name)
        if other is None or str(field.type) != str(other.type):
            yield f"{kind.name}.{name}: {field.type} against {other and other.type}"
            continue
        for argument, given in field.args.items():
            asked = other.args.get(argument)
            if asked is None or str(given.type) != str(asked.type):
                yield f"{kind.name}.{name}({argument}): {given.type} against {asked and asked.type}"
        for argument, asked in other.args.items():
            if is_required_argument(asked) and argument not in field.args:
                yield f"{kind.name}.{name}({argument}) is required"


@pytest.mark.parametrize("version", PLAYED)
def test_every_name_and_type_of_the_sandbox_is_saleors(saleor_shared: Path, version: str) -> None:
    assert differences(played(version), schema_of(saleor_shared, version)) == []


@pytest.mark.parametrize("version", PLAYED)
def test_the_sandbox_serves_every_document_of_ours(version: str) -> None:
    schema = played(version)
    refused = {
        name: complaints(schema, documents.load(name))
        for name in OPERATIONS
        if version >= "3.22" or name not in SINCE_3_22
    } | {event: complaints(schema, documents.webhook(event)) for event in EVENTS}
    assert {name: found for name, found in refused.items() if found} == {}


def test_a_false_slice_is_noticed(saleor_shared: Path) -> None:
    false = build_schema(
        """
        type Query { order(id: ID!, moon: Int): Order, shop: Shop }
        type Order { number: String, phase: Int }
        type Shop { name: String! }
        type Mutation { invoiceRequest(number: String): Shop }
        input MoneyInput { currency: String! }
        enum JobStatusEnum { SUCCESS MOON }
        """
    )
    assert sorted(differences(false, schema_of(saleor_shared, "3.22"))) == [
        "JobStatusEnum.MOON",
        "MoneyInput.amount is required",
        "Mutation.invoiceRequest: Shop against InvoiceRequest",
        "Order.number: String against String!",
        "Order.phase: Int against None",
        "Query.order(id): ID! against ID",
        "Query.order(moon): Int against None",
        "Query.shop: Shop against Shop!",
    ]
