"""A store with a seller, and a reader for its files."""

import pytest

from saleor_invoices.imports import reading
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.imports.files import find_lines
from tests.plugins import factories


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "readers" not in request.node.path.parts:
        monkeypatch.setattr(reading, "reader_of", find_lines)


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller."""
    return factories.legal_entity(store, seller=parties.to_json(factories.SELLER))
