"""Saleor's schemas, read from the shared folder and built once."""

from functools import cache
from pathlib import Path

from graphql import GraphQLError, GraphQLSchema, build_schema, parse, validate

VERSIONS = ("3.20", "3.21", "3.22", "3.23")


@cache
def saleor_schema(path: Path) -> GraphQLSchema:
    """The schema in a file of SDL."""
    return build_schema(path.read_text(encoding="utf-8"), assume_valid=True, no_location=True)


def schema_of(shared: Path, version: str) -> GraphQLSchema:
    """The schema of a Saleor version such as ``3.22``."""
    return saleor_schema(shared / f"schema-{version}.graphql")


def complaints(schema: GraphQLSchema, text: str) -> list[str]:
    """What the schema has against a document; empty when it is valid."""
    try:
        return [error.message for error in validate(schema, parse(text))]
    except GraphQLError as error:
        return [error.message]
