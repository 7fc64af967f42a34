"""How the demo's customers pay: by card, through the Stripe app that the stand-in Saleor plays."""

from demo.stack import Stack

KEY, PUBLISHABLE = "sk_test_" + "d" * 24, "pk_test_" + "d" * 24
CARD = "4242 4242 4242 4242"
SETTINGS = """mutation ($input: [SalesSettingInput!]!) {
  settingsUpdate(input: $input) { __typename } }"""
PROVIDER = {"level": "APP", "name": "", "key": "payment_provider", "value": "saleor_app"}


def payments_offer(stack: Stack) -> None:
    """Have the stand-in Stripe know the keys, Saleor the app, and the store pay by it."""
    for key in (KEY, PUBLISHABLE):
        stack.till.control("keys", {"key": key, "account": "acct_1SampleDemo"})
    app = {"kind": "stripe", "url": stack.place.stripe_url, "webhooks": True}
    app |= {"key": KEY, "publishable_key": PUBLISHABLE}
    stack.shop.control("config", {"payment_app": app})
    stack.app.ask(SETTINGS, stack.shop.app_token(), input=[PROVIDER])
