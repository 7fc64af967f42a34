"""Legal entities, as they are and as they are written."""

import base64
from collections.abc import Iterable
from typing import Any, cast

import strawberry

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.content import InvoiceAddress, InvoiceContact, InvoiceIdentifier
from saleor_invoices.domain.document import Party
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import LegalEntity

TYPE_NAME = "SalesLegalEntity"


class Logos:
    """The logos of the sellers of one answer: one query, when the first is asked for."""

    def __init__(self, rows: Iterable[LegalEntity]) -> None:
        self._ids = [row.pk for row in rows]
        self._found: dict[int, bytes] | None = None

    def of(self, pk: int) -> bytes:
        """A seller's logo; empty where it has none."""
        if self._found is None:
            rows = LegalEntity.objects.filter(pk__in=self._ids).values_list("pk", "logo")
            self._found = {key: bytes(logo or b"") for key, logo in rows}
        return self._found.get(pk, b"")


@strawberry.type(description="A seller in the sense of the law, with numbers of its own.")
class SalesLegalEntity:
    id: strawberry.ID
    key: str = strawberry.field(description="The merchant's short name for it; settings name it.")
    name: str
    country: str = strawberry.field(description="ISO 3166-1 alpha-2.")
    timezone: str = strawberry.field(description="IANA; dates on documents are local to it.")
    trading_name: str
    vat_id: str
    tax_registration: str = strawberry.field(description="A local tax number (BT-32).")
    legal_information: str
    legal_registration: InvoiceIdentifier | None
    electronic_address: InvoiceIdentifier | None
    identifiers: list[InvoiceIdentifier]
    address: InvoiceAddress
    contact: InvoiceContact | None
    pk: strawberry.Private[int]
    logos: strawberry.Private[Logos]

    @strawberry.field(description="PNG or JPEG as a `data:` address; null where there is none.")
    def logo(self) -> str | None:
        content = self.logos.of(self.pk)
        if not content:
            return None
        kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"

    @classmethod
    def of(cls, row: LegalEntity, logos: Logos) -> "SalesLegalEntity":
        """What the API shows of a row."""
        party = parties.from_json({"name": row.name, **row.seller})
        return cls(
            id=strawberry.ID(global_id(TYPE_NAME, row.pk)),
            key=row.key,
            name=row.name,
            country=row.country,
            timezone=row.timezone,
            pk=row.pk,
            logos=logos,
            **_parts(party),
        )

    @classmethod
    def all_of(cls, rows: Iterable[LegalEntity]) -> "list[SalesLegalEntity]":
        """What the API shows of several rows."""
        found = list(rows)
        logos = Logos(found)
        return [cls.of(row, logos) for row in found]


@strawberry.input(description="An identifier with its scheme, e.g. of ISO 6523.")
class SalesIdentifierInput:
    value: str
    scheme: str = ""


@strawberry.input(description="What is left out stays as it is; null takes it away.")
class SalesSellerAddressInput:
    street: str | None = strawberry.UNSET
    additional: str | None = strawberry.UNSET
    postal_code: str | None = strawberry.UNSET
    city: str | None = strawberry.UNSET
    subdivision: str | None = strawberry.UNSET


@strawberry.input(description="What is left out stays as it is; null takes it away.")
class SalesSellerContactInput:
    name: str | None = strawberry.UNSET
    phone: str | None = strawberry.UNSET
    email: str | None = strawberry.UNSET


@strawberry.input(
    description="A seller needs a name and a country. What is left out stays as it is; null takes "
    "it away."
)
class SalesLegalEntityInput:
    name: str | None = strawberry.UNSET
    country: str | None = strawberry.UNSET
    timezone: str | None = strawberry.UNSET
    trading_name: str | None = strawberry.UNSET
    vat_id: str | None = strawberry.UNSET
    tax_registration: str | None = strawberry.UNSET
    legal_information: str | None = strawberry.UNSET
    legal_registration: SalesIdentifierInput | None = strawberry.UNSET
    electronic_address: SalesIdentifierInput | None = strawberry.UNSET
    identifiers: list[SalesIdentifierInput] | None = strawberry.UNSET
    address: SalesSellerAddressInput | None = strawberry.UNSET
    contact: SalesSellerContactInput | None = strawberry.UNSET

    def fields(self) -> dict[str, Any]:
        """What was given, as the services take it."""
        return cast("dict[str, Any]", _given(self))


_INPUTS = (SalesLegalEntityInput, SalesSellerAddressInput, SalesSellerContactInput)


def _given(value: object) -> object:
    if isinstance(value, list):
        return [_given(item) for item in value]
    if isinstance(value, SalesIdentifierInput):
        return {"value": value.value, "scheme": value.scheme}
    if not isinstance(value, _INPUTS):
        return value
    given = {name: item for name, item in vars(value).items() if item is not strawberry.UNSET}
    return {name: _given(item) for name, item in given.items()}


def _parts(party: Party) -> dict[str, Any]:
    """The party's parts; the schema's types take the domain's dataclasses as they are."""
    names = (
        *("trading_name", "vat_id", "tax_registration", "legal_information"),
        *("legal_registration", "electronic_address", "address", "contact"),
    )
    parts = {name: getattr(party, name) for name in names}
    return {**parts, "identifiers": list(party.identifiers)}
