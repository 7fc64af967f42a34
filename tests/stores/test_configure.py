"""``manage.py configure_store``: all of the file or nothing, and every fault with its place."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from saleor_invoices.domain.document import Contact, CreditTransfer, Identifier
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.profile import IssuePolicy
from saleor_invoices.stores.configuration import parse
from saleor_invoices.stores.models import (
    Installation,
    LegalEntity,
    SettingChange,
    SettingValue,
)
from saleor_invoices.stores.registry import SETTINGS, Level
from saleor_invoices.stores.selectors import channel_profile, setting_resolve
from tests.plugins import factories

pytestmark = pytest.mark.django_db
EXAMPLE = Path(settings.BASE_DIR) / "docs" / "configure-store.toml"
SELLER = '[legal_entities.pl]\nname = "Sample Shop"\ncountry = "PL"\n'
PNG = (Path(settings.BASE_DIR) / "saleor_invoices/web/static/logo.png").read_bytes()


@pytest.fixture
def store(db: None) -> Installation:
    """A store without any settings."""
    return factories.installation()


def _configure(folder: Path, text: str, *arguments: str) -> str:
    file, out = folder / "store.toml", StringIO()
    file.write_text(text, encoding="utf-8")
    call_command("configure_store", str(file), *arguments, stdout=out)
    return out.getvalue()


def _everything() -> list[Any]:
    changes = SettingChange.objects.order_by("pk").values_list("pk", "key", "before", "after")
    entities = LegalEntity.objects.order_by("pk").values_list("key", "name", "seller", "country")
    rows = SettingValue.objects.order_by("pk").values_list("pk", "key", "value", "updated_at")
    return [*entities, *rows, *changes]


def test_the_documented_example_is_right_and_can_be_run_twice(store: Installation) -> None:
    call_command("configure_store", str(EXAMPLE), stdout=StringIO())
    once = _everything()
    call_command("configure_store", str(EXAMPLE), stdout=StringIO())
    assert _everything() == once

    profile = channel_profile(installation=store, channel="wholesale")
    assert profile.issue_policy is IssuePolicy.FULFILLED
    assert profile.legal_entity.key == "de"
    assert profile.footer == ("Sample Seller GmbH, Sample Street 1, 10115 Berlin",)
    document = profile.document
    assert (document.payment_terms_days, document.default_language) == (30, "de")
    assert document.timezone == "Europe/Berlin"
    assert document.bank_accounts == (
        CreditTransfer(
            account="DE89370400440532013000",
            account_name="Sample Seller GmbH",
            bic="COBADEFFXXX",
            bank_name="Sample Bank",
        ),
    )
    seller = document.seller
    assert (seller.name, seller.vat_id, seller.address.city) == (
        "Sample Seller GmbH", "DE136695976", "Berlin",
    )  # fmt: skip
    assert (seller.address.country, document.tax.country) == ("DE", "DE")
    assert seller.legal_registration == Identifier(value="HRB 12345")
    assert seller.electronic_address == Identifier(value="invoices@example.com", scheme="EM")
    assert seller.contact == Contact(
        name="Accounting", phone="+49 30 1234567", email="accounting@example.com"
    )


def test_the_demos_settings_go_together(store: Installation) -> None:
    call_command("configure_store", str(Path(settings.BASE_DIR) / "demo" / "store.toml"))
    assert LegalEntity.objects.count() >= 3


def test_the_example_documents_every_setting_with_its_default() -> None:
    example = parse(EXAMPLE.read_text(encoding="utf-8"), read_logo=lambda name: b"")
    shown = {value.key: value.value for value in example.values if value.level is Level.APP}
    # Commented out: not needed where there is one, and set by the installation itself.
    named = set(shown) | {"legal_entity", "issue_not_before"}
    assert named == set(SETTINGS)
    assert shown == {key: SETTINGS[key].default for key in shown}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[store]\npaper = 'a5'", ["store.paper: paper must be one of a4, letter."]),
        ("[store]\npapre = 'a4'", ["store.papre: There is no setting 'papre'."]),
        ("[shop]\n", ["shop: is unknown here."]),
        ("store = 1", ["store: must be a table."]),
        (
            "[channels.a]\nnumber_reset = 'never'",
            ["channels.a.number_reset: number_reset can be set for the legal entity or app only."],
        ),
        (
            "[store]\npayment_terms_days = -1\nenabled = 1\naccent_color = 'red'",
            [
                "store.payment_terms_days: payment_terms_days must be a whole number"
                " from 0 to 3650.",
                "store.enabled: enabled must be true or false.",
                "store.accent_color: accent_color must be a colour like #1f4b7a.",
            ],
        ),
        (
            "[store]\nbank_accounts = [{ account = 'DE89370400440532013001' }]",
            ["store.bank_accounts: bank_accounts has the IBAN DE89370400440532013001,"],
        ),
        (
            "[store]\ntax_class_categories = { Books = 'X' }",
            ["store.tax_class_categories: tax_class_categories gives 'Books' a category"],
        ),
        (
            "[store]\nnumber_pattern_invoice = 'INV-{YYYY}'",
            ["store.number_pattern_invoice: number_pattern_invoice is refused. The number pattern"],
        ),
        (
            "[store]\npaper = 'a4'\ninherit = ['paper']",
            ["store.inherit: names 'paper', which is set here as well or unknown."],
        ),
        (
            "[legal_entities.x]\ncountry = 'XX'\ntimezone = 'Moon'\nvat = '1'",
            [
                "legal_entities.x.vat: is unknown here.",
                "legal_entities.x.country: must be an ISO 3166-1 code",
                "legal_entities.x.name: is missing",
                "legal_entities.x.timezone: must be an IANA time zone",
            ],
        ),
        (
            SELLER + "vat_id = 'PL1234567890'\nlegal_registration = 'HRB'\n"
            "[legal_entities.pl.contact]\nemail = 'nobody'\n",
            [
                "legal_entities.pl.vat_id: PL1234567890 has not the form of a VAT id.",
                "legal_entities.pl.legal_registration: must be a table",
                "legal_entities.pl.contact.email: must be an e-mail address.",
            ],
        ),
        (SELLER + "logo = 'missing.png'", ["legal_entities.pl.logo: ", "No such file"]),
        (SELLER + "logo = 'store.toml'", ["legal_entities.pl.logo: The logo must be a PNG"]),
        ("[channels.a]\nlegal_entity = 'no'", ["channels.a.legal_entity: names 'no', which does"]),
        ("[store]\nnumber_reset = 'monthly'", ["store.number_pattern_invoice: ", "does not show"]),
        (
            SELLER
            + "[legal_entities.pl.settings]\nnumber_pattern_credit_note = 'INV-{YYYY}-{seq}'",
            ["legal_entities.pl.settings.number_pattern_credit_note: ", "the same number."],
        ),
        (
            "[store]\nzero_rate_category = 'E'",
            ["store.zero_rate_category: E needs a zero_rate_reason or a zero_rate_code."],
        ),
        ("[store", ["Not TOML"]),
        ('[channels.""]\npaper = "a4"', ["channels.: '' names no place of the level channel."]),
        (
            "[store]\nnumber_pattern_invoice = 'Test-{YYYY}-{seq}'",
            ["store.number_pattern_invoice: number_pattern_invoice must not begin with TEST-"],
        ),
        ("[store]\ntransmission = 'access_point'", ["store.transmission: access_point needs an"]),
        (SELLER + "timezone = ['Europe/Berlin']", ["legal_entities.pl.timezone: must be an IANA"]),
    ],
)
def test_a_fault_names_its_place_and_nothing_changes(
    store: Installation, tmp_path: Path, text: str, faults: list[str]
) -> None:
    with pytest.raises(CommandError) as refused:
        _configure(tmp_path, text)
    message = str(refused.value)
    for fault in faults:
        assert fault in message
    assert message.endswith("Nothing was changed.")
    assert _everything() == []


def test_a_value_can_be_taken_away_again(store: Installation, tmp_path: Path) -> None:
    _configure(tmp_path, "[store]\npaper = 'letter'\n[channels.us]\naccent_color = '#AA0000'")
    assert setting_resolve(installation=store, channel="us", key="paper") == ("letter", Level.APP)
    red = setting_resolve(installation=store, channel="us", key="accent_color")
    assert red == ("#aa0000", Level.CHANNEL)

    _configure(tmp_path, "[store]\ninherit = ['paper']")
    assert setting_resolve(installation=store, channel="us", key="paper") == ("a4", Level.DEFAULT)
    assert setting_resolve(installation=store, channel="us", key="accent_color") == red


def test_the_history_tells_what_a_file_changed(store: Installation, tmp_path: Path) -> None:
    _configure(tmp_path, SELLER + "[store]\npaper = 'letter'")
    _configure(tmp_path, SELLER + "vat_id = 'PL5260001246'\n[store]\ninherit = ['paper']")
    found = SettingChange.objects.order_by("pk").values_list(
        "level", "name", "key", "before", "after", "changed_by"
    )
    assert list(found) == [
        ("seller", "pl", "address", None, {"country": "PL"}, "configure_store"),
        ("seller", "pl", "country", None, "PL", "configure_store"),
        ("seller", "pl", "name", None, "Sample Shop", "configure_store"),
        ("seller", "pl", "timezone", None, "Europe/Warsaw", "configure_store"),
        ("app", "", "paper", None, "letter", "configure_store"),
        ("seller", "pl", "vat_id", None, "PL5260001246", "configure_store"),
        ("app", "", "paper", "letter", None, "configure_store"),
    ]


def test_what_a_file_does_not_name_stays(store: Installation, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    zone = "timezone = 'America/New_York'\n"
    _configure(tmp_path, SELLER + zone + "logo = 'logo.png'\n[channels.a]\nenabled = false")
    _configure(tmp_path, SELLER)
    entity = LegalEntity.objects.get()
    assert (entity.timezone, bytes(entity.logo or b"")) == ("America/New_York", PNG)
    assert channel_profile(installation=store, channel="a").enabled is False
    assert channel_profile(installation=store, channel="a").logo == PNG

    _configure(tmp_path, SELLER + "logo = ''")
    assert LegalEntity.objects.get().logo is None


def test_a_time_zone_that_is_not_said_is_the_countrys(store: Installation, tmp_path: Path) -> None:
    _configure(tmp_path, SELLER + "[legal_entities.us]\nname = 'Sample Inc.'\ncountry = 'US'")
    zones = dict(LegalEntity.objects.values_list("key", "timezone"))
    assert zones == {"pl": "Europe/Warsaw", "us": "UTC"}


def test_with_several_stores_one_must_be_named(store: Installation, tmp_path: Path) -> None:
    other = factories.installation("https://other.example.com/graphql/")
    with pytest.raises(CommandError, match="several stores"):
        _configure(tmp_path, SELLER)
    with pytest.raises(CommandError, match="not installed at"):
        _configure(tmp_path, SELLER, "--store", "https://third.example.com/graphql/")
    _configure(tmp_path, SELLER, "--store", "https://OTHER.example.com/graphql/")
    assert LegalEntity.objects.get().installation == other


def test_without_a_store_there_is_nothing_to_configure(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="not installed in any Saleor"):
        _configure(tmp_path, SELLER)


def test_faults_are_listed_for_programs_too() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse("[store]\npaper = 1\nfooter = ['', 'x']", read_logo=lambda name: b"")
    assert refused.value.code == "CONFIGURATION_INVALID"
    assert refused.value.params["faults"] == [
        {
            "place": "store.paper",
            "message": "paper must be one of a4, letter.",
            "code": "SETTING_INVALID",
        },
        {
            "place": "store.footer",
            "message": "footer has an empty text.",
            "code": "SETTING_INVALID",
        },
    ]
