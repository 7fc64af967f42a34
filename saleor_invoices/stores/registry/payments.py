"""By which provider customers pay an invoice online."""

from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import (
    NOT_CHANNEL,
    NOT_ENTITY,
    Declared,
    Declaring,
    Group,
)

_payment = Declaring(Group.PAYMENT)

DECLARED: tuple[Declared, ...] = (
    _payment(
        "payment_provider",
        values.choice(["none", "stripe", "saleor_app"]),
        "stripe",
        "By whom customers pay invoices online: your own Stripe keys, the payment app of your "
        "Saleor, or nobody.",
    ),
    _payment(
        "payment_app",
        values.text(120),
        "saleor.app.payment.stripe",
        "Identifier of the payment app in your Saleor, for saleor_app.",
        NOT_ENTITY,
    ),
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
