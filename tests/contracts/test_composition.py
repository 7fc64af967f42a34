"""Our SDL composes with Saleor's own, in all four versions, and with the sandbox's."""

import re
from pathlib import Path

import pytest
from graphql import build_schema

from tests.contracts.schemas import VERSIONS
from tests.plugins.gateway import compose

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "graphql" / "schema.graphql"
# Saleor's entities, as they stand in its code: the same in all four versions.
KEYS = {
    "App": ("id",),
    "Address": ("id",),
    "User": ("id", "email"),
    "Group": ("id",),
    "ProductVariant": ("id channel",),
    "Product": ("id channel",),
    "ProductType": ("id",),
    "ProductMedia": ("id",),
    "Category": ("id",),
    "Collection": ("id channel",),
    "Order": ("id",),
    "PageType": ("id",),
}


def subgraph(schema: str) -> str:
    """The SDL of Saleor's ``_service``: keys on the entities, and no subscriptions."""
    for block in ("schema ", "type Subscription "):
        schema = re.sub(rf"^{block}.*?^}}\n", "", schema, count=1, flags=re.DOTALL | re.MULTILINE)
    for name, keys in KEYS.items():
        head, body = schema.split(f"\ntype {name} ", 1)
        before, after = body.split("{", 1)
        marks = "".join(f'@key(fields: "{key}") ' for key in keys)
        schema = f"{head}\ntype {name} {before}{marks}{{{after}"
    return schema


@pytest.mark.shared
@pytest.mark.timeout(180)
@pytest.mark.parametrize("version", VERSIONS)
def test_our_sdl_composes_with_saleors(saleor_shared: Path, tmp_path: Path, version: str) -> None:
    theirs = tmp_path / "saleor.graphql"
    text = (saleor_shared / f"schema-{version}.graphql").read_text(encoding="utf-8")
    theirs.write_text(subgraph(text), encoding="utf-8")
    supergraph = compose(saleor=("http://saleor/", theirs), invoices=("http://invoices/", OURS))
    schema = build_schema(supergraph, assume_valid=True, no_location=True)
    for name in ("Order", "User"):
        fields = schema.type_map[name].fields  # type: ignore[attr-defined]
        assert {"id", "metadata", "salesInvoices"} <= set(fields)


def test_a_type_of_ours_that_saleor_has_otherwise_is_noticed(tmp_path: Path) -> None:
    theirs, ours = tmp_path / "theirs.graphql", tmp_path / "ours.graphql"
    theirs.write_text("type Query { a: Invoice } type Invoice { id: ID! }", encoding="utf-8")
    ours.write_text("type Query { b: Invoice } enum Invoice { OPEN }", encoding="utf-8")
    with pytest.raises(AssertionError, match="Invoice"):
        compose(saleor=("http://a/", theirs), invoices=("http://b/", ours))
