"""A store with a seller in Warsaw."""

import pytest

from saleor_invoices.reports.selectors.scope import Scope
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.plugins import factories


@pytest.fixture
def store(db: None) -> Installation:
    """The store."""
    return factories.installation()


@pytest.fixture
def seller(store: Installation) -> LegalEntity:
    """Its first seller."""
    return factories.legal_entity(store)


@pytest.fixture
def scope(store: Installation) -> Scope:
    """All of the store's real documents."""
    return Scope(installation=store)
