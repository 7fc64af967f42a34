"""Ids of things as others see them, as Relay and Saleor make them: Base64 of ``Type:key``."""

import base64


def global_id(type_name: str, key: object) -> str:
    """The global id of one thing."""
    return base64.b64encode(f"{type_name}:{key}".encode()).decode()
