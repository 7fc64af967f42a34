"""Into whose books documents are brought."""

from saleor_invoices.domain.errors import InvalidInput, NotFound
from saleor_invoices.stores.models import Installation, LegalEntity


def import_seller(installation: Installation, key: str) -> LegalEntity:
    """The seller of this key; without one, the store's only seller.

    Raises ``NotFound`` LEGAL_ENTITY_NOT_FOUND, ``InvalidInput`` LEGAL_ENTITY_MISSING where there
    are several, or none.
    """
    rows = LegalEntity.objects.filter(installation=installation)
    if key:
        found = rows.filter(key=key).first()
        if found is None:
            raise NotFound(
                "There is no such legal entity.",
                code="LEGAL_ENTITY_NOT_FOUND",
                params={"field": "legalEntity"},
            )
        return found
    several = list(rows[:2])
    if len(several) != 1:
        raise InvalidInput(
            "Name the legal entity whose documents these are.",
            code="LEGAL_ENTITY_MISSING",
            params={"field": "legalEntity"},
        )
    return several[0]
