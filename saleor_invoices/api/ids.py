"""Global ids, as Relay and Saleor make them: Base64 of ``Type:key``."""

import base64
import binascii
import uuid

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.ids import global_id

__all__ = ["global_id", "local_id", "local_int", "local_uuid"]


def local_id(value: str, *type_names: str) -> str:
    """The key inside a global id of one of the types; ``InvalidInput`` INVALID_ID otherwise."""
    try:
        type_name, _, key = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        type_name, key = "", ""
    if type_name not in type_names or not key:
        raise InvalidInput(
            f"This is not the id of a {' or '.join(type_names)}.",
            code="INVALID_ID",
            params={"field": "id"},
        )
    return key


def local_uuid(value: str, *type_names: str) -> uuid.UUID:
    """The UUID inside a global id, checked like ``local_id``."""
    try:
        return uuid.UUID(local_id(value, *type_names))
    except ValueError as error:
        raise InvalidInput(
            "This is no id of ours.", code="INVALID_ID", params={"field": "id"}
        ) from error


def local_int(value: str, *type_names: str) -> int:
    """The number inside a global id, checked like ``local_id``."""
    key = local_id(value, *type_names)
    if not (key.isascii() and key.isdigit() and len(key) <= 18):
        raise InvalidInput("This is no id of ours.", code="INVALID_ID", params={"field": "id"})
    return int(key)
