"""Who wants to hear of changed settings; features above register, none is known here."""

from collections.abc import Callable, Sequence

from saleor_invoices.stores.models import Installation, SettingChange

Callback = Callable[[Installation, Sequence[SettingChange]], object]

_settings_changed: list[Callback] = []


def on_settings_changed(callback: Callback) -> None:
    """Call back when settings or sellers change, in the transaction; plan work, do none."""
    if callback not in _settings_changed:
        _settings_changed.append(callback)


def settings_changed(installation: Installation, changes: Sequence[SettingChange]) -> None:
    """Tell of changes. A listener that fails undoes them."""
    for callback in _settings_changed:
        callback(installation, changes)
