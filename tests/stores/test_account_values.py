"""Accounts and company numbers as accountants write them."""

import pytest

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.stores.registry import Level, checked


def at_entity(key: str, value: object) -> object:
    """The value as it is kept for a legal entity."""
    return checked(key, value, level=Level.LEGAL_ENTITY)


def test_lines_name_each_kind_of_sale_once() -> None:
    lines = ["S 19 = 8400", "K =  8125", "OSS FR 20 = 8320", "S 8.875 = 8200/3", "AE DE = 707A00"]
    assert at_entity("revenue_accounts", lines) == [" ".join(line.split()) for line in lines]
    for wrong in (
        ["S 19"], ["X = 8400"], ["S 19 = 84"], ["S 19 = 1", "K"], ["K = 8125", "K = 8126"],
        "S 19 = 8400", ["S 19 = 8400/12345"],
    ):  # fmt: skip
        with pytest.raises(InvalidInput) as refused:
            at_entity("revenue_accounts", wrong)
        assert refused.value.code == "SETTING_INVALID"


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("siren", "732 829 320", "732829321"), ("debtor_account", "411000", "41"),
        ("datev_consultant_number", 1001, 1000), ("datev_client_number", 0, 100_000),
        ("own_vat_countries", ["FR", "PL"], ["GB"]), ("fiscal_year_month", 12, 13),
    ],
)  # fmt: skip
def test_numbers_have_their_form(key: str, right: object, wrong: object) -> None:
    kept = at_entity(key, right)
    assert at_entity(key, kept) == kept
    for value in (wrong, None, True):
        with pytest.raises(InvalidInput) as refused:
            at_entity(key, value)
        assert key in refused.value.message


def test_no_channel_has_accounts_of_its_own() -> None:
    with pytest.raises(InvalidInput) as refused:
        checked("siren", "732829320", level=Level.CHANNEL)
    assert refused.value.code == "SETTING_LEVEL"
