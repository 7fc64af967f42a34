"""The least that is asked of a logo here; the edges ask more (``documents.logo``)."""

from saleor_invoices.domain.errors import InvalidInput

MAX_BYTES = 1_000_000
_KINDS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # PNG, JPEG


def check(content: bytes) -> None:
    """Refuse what is no PNG or JPEG of at most 1 MB: ``InvalidInput`` LOGO_INVALID."""
    if len(content) > MAX_BYTES:
        raise _refusal(f"The logo is larger than {MAX_BYTES:,} bytes.")
    if not content.startswith(_KINDS):
        raise _refusal("The logo must be a PNG or JPEG image.")


def _refusal(message: str) -> InvalidInput:
    return InvalidInput(message, code="LOGO_INVALID", params={"field": "logo"})
