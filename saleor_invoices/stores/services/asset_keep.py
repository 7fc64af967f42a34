"""Keeping a picture under its hash, so that documents can refer to it for ever."""

import hashlib

from saleor_invoices.stores.models import Asset, Installation


def asset_keep(*, installation: Installation, content: bytes) -> str:
    """Keep the content once; returns its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    Asset.objects.get_or_create(
        installation=installation, sha256=sha256, defaults={"content": content}
    )
    return sha256
