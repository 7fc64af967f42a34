"""Who imports by the API, and what it answers."""

from typing import Any

import pytest

from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import Headers, World


@pytest.fixture
def erp(world: World) -> Headers:
    """A key of the ERP."""
    _, token = api_key_create(installation=world.store, name="ERP", scopes=["imports:write"])
    return {"Authorization": f"Bearer {token}"}


def code(answer: dict[str, Any]) -> str:
    """The code of the only error."""
    (error,) = answer["errors"]
    found: str = error["extensions"]["code"]
    return found
