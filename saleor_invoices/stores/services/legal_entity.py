"""Sellers as a person changes them on a page."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ProtectedError

from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.stores import logos
from saleor_invoices.stores.faults import Faults
from saleor_invoices.stores.misfits import misfits_find
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.seller_input import SellerInput, read_seller, seller_table
from saleor_invoices.stores.services.store_writing import legal_entity_of, store_writing

MOST = 200
Fields = Mapping[str, Any]
"""As ``[legal_entities.<key>]`` of ``docs/configure-store.toml``, without logo and settings."""


def legal_entity_create(
    *, installation: Installation, key: str, fields: Fields, changed_by: str
) -> LegalEntity:
    """Add a seller; ``key`` is the merchant's own short name for it, and stays.

    Raises ``Conflict`` LEGAL_ENTITY_EXISTS, TOO_MANY_LEGAL_ENTITIES beyond 200,
    ``InvalidInput`` SELLER_INVALID with
    ``params["place"]`` and all faults, SETTINGS_MISFIT when the app's settings do not suit it.
    """
    with store_writing(installation=installation, changed_by=changed_by) as writer:
        if LegalEntity.objects.filter(installation=installation, key=key).exists():
            raise Conflict(
                f"There is a legal entity {key!r} already.",
                code="LEGAL_ENTITY_EXISTS",
                params={"field": "key", "place": f"legal_entities.{key}"},
            )
        if LegalEntity.objects.filter(installation=installation).count() >= MOST:
            raise Conflict(f"There are {MOST} legal entities.", code="TOO_MANY_LEGAL_ENTITIES")
        entity = writer.seller(_read(key, fields))
        misfits_find(installation_id=installation.pk).refuse_first()
    return entity


def legal_entity_update(
    *, installation: Installation, key: str, fields: Fields, changed_by: str
) -> LegalEntity:
    """Change what ``fields`` name; the rest stays, also within ``address`` and ``contact``.

    None takes a field away. Issued documents keep the seller of their day. Raises ``NotFound``
    LEGAL_ENTITY_NOT_FOUND, and ``InvalidInput`` as above.
    """
    with store_writing(installation=installation, changed_by=changed_by) as writer:
        before = seller_table(legal_entity_of(installation, key))
        entity = writer.seller(_read(key, _merged(before, fields)))
        misfits_find(installation_id=installation.pk).refuse_first()
    return entity


def legal_entity_delete(*, installation: Installation, key: str, changed_by: str) -> None:
    """Delete a seller that was never used, with its settings.

    Raises ``NotFound``, ``Conflict`` LEGAL_ENTITY_IN_USE when it has documents or a series of
    numbers (they are kept for years, Directive 2006/112/EC, art. 244 and 247), ``InvalidInput``
    SETTINGS_MISFIT when a channel or the app still names it.
    """
    with store_writing(installation=installation, changed_by=changed_by) as writer:
        entity = legal_entity_of(installation, key)
        # Locked: whoever issues for it at this moment has finished, or waits and finds it gone.
        entity = LegalEntity.objects.select_for_update().get(pk=entity.pk)
        try:
            writer.seller_removed(entity)
        except ProtectedError as error:
            raise _in_use(key) from error
        misfits_find(installation_id=installation.pk).refuse_first()


def legal_entity_logo_set(
    *, installation: Installation, key: str, content: bytes | None, changed_by: str
) -> LegalEntity:
    """Set the logo, or clear it with None. Issued documents keep theirs.

    Raises ``NotFound``, ``InvalidInput`` LOGO_INVALID for what is no PNG or JPEG of at most 1 MB.
    """
    if content is not None:
        logos.check(content)
    with store_writing(installation=installation, changed_by=changed_by) as writer:
        entity = legal_entity_of(installation, key)
        writer.logo(entity, content)
    return entity


def _read(key: str, fields: Fields) -> SellerInput:
    faults = Faults("SELLER_INVALID")
    given = {name: value for name, value in fields.items() if value is not None}
    seller = read_seller(key, given, faults, read_logo=_no_file)
    faults.refuse_first()
    return seller


def _merged(before: dict[str, Any], fields: Fields) -> dict[str, Any]:
    merged = dict(before)
    for name, value in fields.items():
        old = before.get(name)
        within = name in ("address", "contact") and isinstance(value, Mapping)
        merged[name] = _without_none({**(old or {}), **value}) if within else value
    return merged


def _without_none(table: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if value is not None}


def _no_file(_name: str) -> bytes:
    raise InvalidInput("A logo is set by itself.", code="LOGO_INVALID")


def _in_use(key: str) -> Conflict:
    return Conflict(
        f"The legal entity {key!r} has documents or numbers, which must be kept.",
        code="LEGAL_ENTITY_IN_USE",
        params={"field": "key", "place": f"legal_entities.{key}"},
    )
