"""Looking things up in the sandbox Saleor, with the permissions that the app has and no more."""

from decimal import Decimal

from saleor_invoices.saleor import lookups
from tests.saleor import test_with_sandbox
from tests.saleor.test_with_sandbox import Store

any_store = test_with_sandbox.any_store


def test_every_version_finds_orders_customers_products_and_channels(any_store: Store) -> None:
    client = any_store.client
    placed = [any_store.sandbox.place(kind)["number"] for kind in ("eur_domestic", "jpy")]
    orders = lookups.orders_find(client, search="", first=10)
    assert [order.number for order in orders] == placed[::-1]
    (found,) = lookups.orders_find(client, search="sample buyer", first=1)
    assert (found.channel, found.total, found.currency) == ("channel-jpy", Decimal(5434), "JPY")
    assert lookups.orders_find(client, search="nobody", first=1) == ()

    (customer,) = lookups.customers_find(client, search="CUSTOMER@", first=5)
    assert customer.address is not None
    assert (customer.name, customer.address.company_name) == ("Sample Buyer", "Sample Buyer GmbH")

    lamps = lookups.variants_find(client, search="lamp", channel="channel-eur", first=5)
    assert {lamp.name for lamp in lamps} == {"Desk Lamp (White)"}
    lamp = lamps[0]
    assert (lamp.sku, lamp.currency, lamp.is_entered_gross) == ("LMP-WH", "EUR", False)
    assert lamp.net is not None
    assert lamp.gross is not None
    (tee,) = lookups.variants_find(client, search="monospace", channel="channel-pln", first=5)
    assert (tee.gross, tee.tax_rate) == (Decimal(90), Decimal(23))
    assert tee.is_entered_gross

    channels = {channel.slug: channel for channel in lookups.channels_find(client)}
    assert channels["channel-pln"].prices_include_tax
    assert (channels["channel-kwd"].currency, channels["channel-kwd"].country) == ("KWD", "KW")
