"""A store with a seller."""

import pytest

from saleor_invoices.invoices.selectors.viewers import StaffViewer
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.desk import jobs
from tests.plugins import factories


@pytest.fixture
def store(db: None) -> Installation:
    """A store."""
    return factories.installation()


@pytest.fixture
def entity(store: Installation) -> LegalEntity:
    """Its seller."""
    return factories.legal_entity(store, seller=parties.to_json(factories.SELLER))


@pytest.fixture
def alice(store: Installation) -> StaffViewer:
    """Staff who may work and handle money."""
    return jobs.staff(store, "HANDLE_PAYMENTS")
