"""A legal entity's seller as JSON in the database and as the domain's ``Party``."""

from typing import Any

import msgspec

from saleor_invoices.domain.document import Party
from saleor_invoices.domain.errors import InvalidInput


def to_json(party: Party) -> dict[str, Any]:
    """The party as JSON values; parts that are not set are left out."""
    # By way of the text: what comes back from the database must compare equal to it.
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(party))
    return _without_empty(values)


def from_json(values: dict[str, Any]) -> Party:
    """The party that was kept. Raises ``InvalidInput`` SELLER_INVALID for anything else."""
    try:
        return msgspec.convert(values, Party)
    except msgspec.ValidationError as error:
        raise InvalidInput(f"The seller can't be read: {error}.", code="SELLER_INVALID") from error


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    pruned = {
        name: _without_empty(value) if isinstance(value, dict) else value
        for name, value in values.items()
    }
    return {name: value for name, value in pruned.items() if value not in ("", None, {}, [], ())}
