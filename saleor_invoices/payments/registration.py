"""What payments hear of events, documents and settings."""

from saleor_invoices.invoices.services import listeners
from saleor_invoices.payments import handlers
from saleor_invoices.payments.services.address import payment_addresses_follow
from saleor_invoices.payments.services.app_payment import app_payments_count
from saleor_invoices.payments.services.endpoint import SUBJECT, endpoints_again, keys_changed
from saleor_invoices.payments.services.payment_watch import balance_fell
from saleor_invoices.payments.services.reconcile import SUBJECT as RECONCILE
from saleor_invoices.payments.services.reconcile import reconcile_again
from saleor_invoices.stores.listeners import on_settings_changed


def register_all() -> None:
    """Register everything once, at start."""
    handlers.register_all()
    listeners.on_payment_changed(balance_fell)
    listeners.on_order_money(app_payments_count)
    listeners.on_payment_urls(payment_addresses_follow)
    listeners.on_retry(SUBJECT, endpoints_again)
    listeners.on_retry(RECONCILE, reconcile_again)
    on_settings_changed(keys_changed)
