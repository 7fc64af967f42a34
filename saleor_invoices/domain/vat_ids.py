"""A buyer's tax id: its form, never whether an authority knows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import stdnum
from stdnum.exceptions import ValidationError

from saleor_invoices.domain.territories import (
    EU_MEMBER_STATES,
    NORTHERN_IRELAND,
    country_of,
    territory,
)

_PREFIXES = {"GR": "EL"}  # the VAT id of Greece is the only one whose prefix is not ISO's
_STATES = {"EL": "GR"}
_KNOWN = EU_MEMBER_STATES | {NORTHERN_IRELAND, "GB", "CH", "NO"}
_MODULES = {NORTHERN_IRELAND: "gb", "EL": "gr"}
# What the official forms end in, and shops leave out: "CHE-107.787.577 MWST", "NO 995525828 MVA".
_ENDINGS = {"CH": ("MWST", "TVA", "IVA", "TPV"), "NO": ("MVA",)}


class VatIdForm(StrEnum):
    """What the form of an id says."""

    VALID = "valid"
    INVALID = "invalid"
    UNKNOWN = "unknown"  # no rule for that country


@dataclass(frozen=True, slots=True, kw_only=True)
class VatId:
    """A tax id as given, normalised: no spaces or punctuation, upper case, country prefix."""

    value: str
    form: VatIdForm
    country: str = ""  # ISO code of a valid id, XI for Northern Ireland

    @property
    def is_eu(self) -> bool:
        """Whether a member state's authority, or Northern Ireland's, would give such an id."""
        valid = self.form is VatIdForm.VALID
        return valid and (self.country in EU_MEMBER_STATES or self.country == "XI")


def vat_id_find(keys: tuple[str, ...], *sources: Mapping[str, str]) -> str:
    """The first text under any of the keys: sources in order, keys in order within a source."""
    texts = (source.get(key, "").strip() for source in sources for key in keys)
    return next((text for text in texts if text), "")


def vat_id_parse(text: str, *, country: str, postal_code: str = "") -> VatId:
    """Judge the form of a tax id of a buyer in ``country`` (ISO code).

    An id without a prefix is taken to be of that country, where its form fits.
    """
    compact = re.sub(r"[^0-9A-Z+*]", "", text.upper())
    place = territory(country, postal_code)
    home = place if place == NORTHERN_IRELAND else country_of(place)
    for prefix, number in _readings(compact, home):
        if _fits(prefix, number):
            state = _STATES.get(prefix, prefix)
            return VatId(value=prefix + number, form=VatIdForm.VALID, country=state)
    judged = home in _KNOWN or _prefix(compact) in _KNOWN or not compact
    form = VatIdForm.INVALID if judged else VatIdForm.UNKNOWN
    return VatId(value=compact, form=form)


def _readings(compact: str, home: str) -> list[tuple[str, str]]:
    own = _prefix(compact)
    readings = [(_PREFIXES.get(own, own), compact[2:])] if own in _KNOWN else []
    if home in _KNOWN:
        readings.append((_PREFIXES.get(home, home), compact))
    return readings


def _prefix(compact: str) -> str:
    return _STATES.get(compact[:2], compact[:2])


def _fits(prefix: str, number: str) -> bool:
    endings = _ENDINGS.get(prefix, ("",))
    candidate = number if number.endswith(endings) else number + endings[0]
    if prefix == "CH":
        candidate = prefix + candidate  # the one module that wants the prefix: it is part of CHE
    try:
        _module(prefix).validate(candidate)
    except ValidationError:
        return False
    return True


def _module(prefix: str) -> Any:  # noqa: ANN401 - python-stdnum's modules have no common type
    module = stdnum.get_cc_module(_MODULES.get(prefix, prefix.lower()), "vat")
    if module is None:
        raise LookupError(f"python-stdnum has no VAT ids of {prefix}.")
    return module
