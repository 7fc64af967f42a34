"""A secret setting is sealed in the database and shown by nothing; only its user reads it."""

import json
import logging
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from saleor_invoices.domain.errors import InvalidInput, Unverified
from saleor_invoices.stores.models import Installation, SettingChange, SettingValue
from saleor_invoices.stores.registry import SECRETS, SETTINGS, Level
from saleor_invoices.stores.sealing import seal
from saleor_invoices.stores.selectors import (
    channel_profile,
    setting_history,
    setting_resolve,
    settings_resolved,
)
from saleor_invoices.stores.services.settings_update import setting_inherit, setting_set
from tests.plugins import factories

pytestmark = pytest.mark.django_db
OLD, NEW = "old-" + "0" * 32, "new-" + "1" * 32
TOKEN = "s3cr3t-of-the-access-point"


@pytest.fixture
def store(db: None) -> Installation:
    """A store with a seller."""
    found = factories.installation()
    factories.legal_entity(found, "main", seller={"name": "Sample"})
    return found


def _set(store: Installation, value: str = TOKEN, **place: Any) -> list[SettingChange]:
    values: dict[str, Any] = {"level": Level.APP, "changed_by": "staff:1", **place}
    return setting_set(installation=store, key="access_point_token", value=value, **values)


def _raw() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM stores_settingvalue ORDER BY id")
        return " ".join(str(row[0]) for row in cursor.fetchall())


def _plain(store: Installation) -> str:
    return channel_profile(installation=store, channel="a").einvoicing.access_point_token


def test_only_the_profile_has_it_in_plain(
    store: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        changes = _set(store)
    assert _plain(store) == TOKEN
    shown = [
        _raw(),
        str(changes[0].__dict__),
        str([change.__dict__ for change in setting_history(installation=store).rows]),
        str(settings_resolved(installation=store, level=Level.CHANNEL, name="a")),
        str(setting_resolve(installation=store, channel="a", key="access_point_token")),
        repr(channel_profile(installation=store, channel="a")),
        caplog.text,
    ]
    assert [text for text in shown if TOKEN in text] == []
    resolved = setting_resolve(installation=store, channel="a", key="access_point_token")
    assert resolved == ("***", Level.APP)


def test_the_history_tells_that_it_changed_and_not_what_it_is(store: Installation) -> None:
    _set(store)
    _set(store, "another")
    _set(store, "")
    setting_inherit(
        installation=store, level=Level.APP, key="access_point_token", changed_by="staff:1"
    )
    rows = SettingChange.objects.order_by("pk").values_list("before", "after")
    assert list(rows) == [(None, "***"), ("***", "***"), ("***", ""), ("", None)]


def test_an_empty_one_hides_that_of_the_app(store: Installation) -> None:
    _set(store)
    _set(store, "", level=Level.CHANNEL, name="a")
    assert _plain(store) == ""
    assert channel_profile(installation=store, channel="b").einvoicing.access_point_token == TOKEN
    (found,) = settings_resolved(
        installation=store, level=Level.CHANNEL, name="a", keys=["access_point_token"]
    )
    assert (found.value, found.inherited, found.is_overridden) == ("", "***", True)


@pytest.mark.parametrize("bad", [TOKEN * 50, "***", TOKEN + "\x00"])
def test_a_refusal_does_not_repeat_it(store: Installation, bad: str) -> None:
    _set(store)
    with pytest.raises(InvalidInput) as refused:
        _set(store, bad)
    assert refused.value.code == "SETTING_INVALID"
    assert TOKEN not in json.dumps([refused.value.message, refused.value.params])
    assert _plain(store) == TOKEN


def test_a_file_seals_it_too_and_changes_nothing_twice(store: Installation, tmp_path: Path) -> None:
    file = tmp_path / "store.toml"
    file.write_text(f"[store]\naccess_point_token = '{TOKEN}'\n", encoding="utf-8")
    for _ in range(2):
        call_command("configure_store", str(file), stdout=StringIO())
    assert TOKEN not in _raw()
    assert _plain(store) == TOKEN
    assert SettingChange.objects.count() == 1


def test_rotation_seals_it_under_the_new_key(store: Installation, settings: Any) -> None:
    settings.SECRET_KEYS = [OLD]
    store.save()  # its token too
    _set(store)
    _set(store, "")  # an empty one stays empty
    _set(store, TOKEN, level=Level.CHANNEL, name="a")
    before = _raw()
    settings.SECRET_KEYS = [NEW, OLD]
    out = StringIO()
    call_command("rotate_secrets", stdout=out)
    assert "stores.SettingValue.value: 2\n" in out.getvalue()
    assert _raw() != before
    settings.SECRET_KEYS = [NEW]
    assert _plain(store) == TOKEN


def test_one_whose_key_is_gone_can_be_set_anew(store: Installation, settings: Any) -> None:
    keys = settings.SECRET_KEYS
    settings.SECRET_KEYS = [OLD]
    _seal_under_the_present_key(store)
    settings.SECRET_KEYS = keys
    with pytest.raises(Unverified) as refused:
        _plain(store)
    assert refused.value.code == "SECRET_KEY_MISSING"
    # What is shown needs no key.
    assert setting_resolve(installation=store, channel="", key="access_point_token")[0] == "***"
    _set(store, "new")
    assert _plain(store) == "new"


def _seal_under_the_present_key(store: Installation) -> None:
    SettingValue.objects.create(
        installation=store, key="access_point_token", value=seal(TOKEN), updated_by="x"
    )


def test_a_text_of_before_it_was_sealed_is_read_and_sealed_by_rotation(
    store: Installation,
) -> None:
    SettingValue.objects.create(installation=store, key="access_point_token", value=TOKEN)
    assert _plain(store) == TOKEN
    call_command("rotate_secrets", stdout=StringIO())
    assert TOKEN not in _raw()
    assert _plain(store) == TOKEN


def test_secrets_are_texts_with_an_empty_default() -> None:
    # Sealing and masking rely on it.
    assert {"access_point_token"} <= SECRETS
    for key in SECRETS:
        assert SETTINGS[key].default == ""
        assert SETTINGS[key].check.kind == "text"
