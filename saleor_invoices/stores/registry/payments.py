"""By which provider customers pay an invoice online."""

from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import NOT_CHANNEL, Declared, Declaring, Group

_payment = Declaring(Group.PAYMENT)

DECLARED: tuple[Declared, ...] = (
    _payment(
        "stripe_secret_key",
        values.stripe_secret_key,
        "",
        "Stripe's secret key (sk_...) or, better, a restricted one (rk_...).",
        NOT_CHANNEL,
        is_secret=True,
    ),
    _payment(
        "stripe_publishable_key",
        values.stripe_publishable_key,
        "",
        "Stripe's publishable key (pk_...), of the same account and mode.",
        NOT_CHANNEL,
    ),
)
