"""Questions about stores. Everything else is asked of one installation, never across."""

from saleor_invoices.stores.exchange import exchange_rate_for, exchange_rates_listed
from saleor_invoices.stores.selectors.installations import (
    api_keys_listed,
    installation_active_by_api_url,
    installation_by_api_url,
    installation_chosen,
    installations_listed,
    legal_entities_listed,
)
from saleor_invoices.stores.selectors.looks import Look, look_at
from saleor_invoices.stores.selectors.profiles import channel_profile, setting_resolve
from saleor_invoices.stores.selectors.settings import (
    ChangePage,
    ResolvedSetting,
    number_samples,
    setting_history,
    settings_resolved,
)

__all__ = [
    "ChangePage",
    "Look",
    "ResolvedSetting",
    "api_keys_listed",
    "channel_profile",
    "exchange_rate_for",
    "exchange_rates_listed",
    "installation_active_by_api_url",
    "installation_by_api_url",
    "installation_chosen",
    "installations_listed",
    "legal_entities_listed",
    "look_at",
    "number_samples",
    "setting_history",
    "setting_resolve",
    "settings_resolved",
]
