"""Mappings of columns that a store keeps for the next file."""

from django.db import transaction

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.imports.models import ImportMapping
from saleor_invoices.imports.reading import options_kept
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.stores.models import Installation

MOST_MAPPINGS = 100
MOST_NAME = 100


def mapping_save(
    *, installation: Installation, name: str, options: ReadOptions, actor: str
) -> ImportMapping:
    """Keep a mapping, in place of one of the same name.

    Raises ``InvalidInput`` NAME_INVALID, OPTIONS_INVALID; ``Conflict`` MAPPINGS_TOO_MANY.
    """
    line = " ".join(name.split())
    if not 1 <= len(line) <= MOST_NAME or not line.isprintable():
        raise InvalidInput(
            f"A name has 1 to {MOST_NAME} characters that can be shown.",
            code="NAME_INVALID",
            params={"field": "name", "most": MOST_NAME},
        )
    with transaction.atomic():
        row, _ = ImportMapping.objects.update_or_create(
            installation=installation,
            name=line,
            defaults={"options": options_kept(options), "saved_by": actor},
        )
        if ImportMapping.objects.filter(installation=installation).count() > MOST_MAPPINGS:
            raise Conflict(
                f"A store keeps at most {MOST_MAPPINGS} mappings.",
                code="MAPPINGS_TOO_MANY",
                params={"most": MOST_MAPPINGS},
            )
    return row


def mapping_delete(*, mapping: ImportMapping) -> None:
    """Forget a mapping."""
    mapping.delete()
