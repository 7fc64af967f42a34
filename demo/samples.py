"""The orders that a person finds in the demo, and what to open."""

from demo.errors import DemoError
from demo.evidence import Row, is_published
from demo.hands import Hands
from demo.moving import REPORT, Moving
from demo.payments import CARD, payments_offer
from demo.place import Place
from demo.plans import Plan
from demo.progress import Progress
from demo.shop import CUSTOMER, STAFF
from demo.stack import Stack

TO_PAY = Plan("usd_net", "request -> invoice")
SHOWN_FIRST = Plan("eur_domestic", "pay -> invoice", "return_last -> credit_note")
SAMPLES = (
    Plan("usd_net", "pay request -> invoice"),
    Plan("pln_gross_two_rates_voucher", "pay -> invoice"),
    Plan("jpy", "-> invoice", "cancel -> credit_note"),
    Plan("kwd", "pay fulfill -> invoice"),
    Plan("eur_business_vat_id", "fulfill pay -> invoice"),
    Plan("guest", "pay -> invoice"),
    Plan("zero_total", "pay -> invoice"),
    Plan("gift_card", "pay -> invoice"),
    Plan("lines_61", "pay -> invoice"),
    Plan("unnamed_variant_null_sku", "pay -> invoice"),
    Plan("order_discount_manual", "pay -> invoice", "refund -> credit_note"),
    Plan("export_outside_eu", "pay -> invoice"),
    Plan("partial_payment", "pay_partial"),
    Plan("unconfirmed", "proforma -> proforma"),
    Plan("rounding", "pay -> invoice"),
    Plan("shipping_voucher", "pay -> invoice", "change correct -> credit_note invoice"),
    Plan("reverse_charge", "pay -> invoice"),
    Plan("exempt_sale", "pay -> invoice"),
    Plan("collective", "", "collect -> invoice", orders=3),
    Plan("parcels", "pay fulfill_part -> invoice", "fulfill -> invoice"),
    TO_PAY,
    SHOWN_FIRST,
)
"""An order of each kind, with what a person may want to look at."""

NEW = ("eur_domestic", "eur_business_vat_id", "pln_gross_two_rates_voucher", "usd_net")
"""Kinds of the orders that a new merchant has, paid, before the app is installed."""

PATIENCE = 120.0


def place_samples(stack: Stack) -> list[Row]:
    """Place the orders and wait for their documents.

    An ERP's invoices come before them, so that the list begins with our own. Returns the invoice to
    be paid, then the documents of the one to be shown first, as Saleor has them.
    """
    payments_offer(stack)
    _bring_erp(stack)
    stack.progress.say(f"Placing {sum(plan.orders for plan in SAMPLES)} sample orders")
    hands = Hands(stack)
    cases = [hands.place(plan) for plan in SAMPLES]
    for wave in range(1, max(plan.length for plan in SAMPLES) + 1):
        for case in cases:
            hands.do(case, wave)
        _wait(stack, sum(plan.orders * plan.shown(wave) for plan in SAMPLES))
    shown = {order["id"]: order["invoices"] for order in stack.shop.orders()}
    unpaid, first = (cases[SAMPLES.index(plan)].orders[0] for plan in (TO_PAY, SHOWN_FIRST))
    return [*shown[unpaid], *shown[first]]


def _bring_erp(stack: Stack) -> None:
    stack.progress.say("Importing an ERP's file of 1,000 invoices, 30 of them wrong")
    moving = Moving(stack)
    moving.erp()
    if moving.faults:
        raise DemoError("\n".join(moving.faults))


def show(place: Place, progress: Progress, documents: list[Row]) -> None:
    """Print what to open."""
    unpaid, invoice, *_, credit_note = documents
    progress.say("Ready. Open:")
    progress.write("")
    for name, url, hint in (
        ("Back office", f"{place.sandbox_url}/dashboard/", " / ".join(STAFF)),
        ("Storefront", f"{place.sandbox_url}/storefront/", " / ".join(CUSTOMER)),
        ("Stripe", f"{place.stripe_url}/", "what banks do with payments"),
        ("An invoice", invoice["url"], invoice["number"]),
        ("Credited by", credit_note["url"], credit_note["number"]),
        ("To be paid", unpaid["url"], f"{unpaid['number']}, card {CARD}"),
        ("ERP's file", str(place.home / "erp.csv"), f"what was wrong: {REPORT} beside it"),
        ("Logs", str(place.logs), ""),
    ):
        progress.write(f"  {name:<12} {url}" + (f"   ({hint})" if hint else ""))
    progress.write("\nPlace orders in the back office and watch. Ctrl-C stops everything.")


def place_new(stack: Stack) -> None:
    """Place the orders of a shop that has no invoices yet."""
    for kind in NEW:
        stack.shop.advance(stack.shop.place(kind)["id"], "pay")


def show_new(place: Place, progress: Progress, manifest_url: str) -> None:
    """Print how to begin as a new merchant."""
    progress.say("Ready. The app is not installed yet:")
    progress.write(
        f"""
  1. Open {place.sandbox_url}/dashboard/ and sign in as {" / ".join(STAFF)}
  2. Apps: install {manifest_url}
  3. Orders, Invoices: a check list leads to the first invoice

Mails are kept in {place.data / "mail"}. Ctrl-C stops everything."""
    )


def _wait(stack: Stack, wanted: int) -> None:
    stack.progress.say(f"Waiting for {wanted} documents")
    stack.wait(lambda: _count(stack) >= wanted, "The last document", seconds=PATIENCE)


def _count(stack: Stack) -> int:
    return sum(is_published(row) for order in stack.shop.orders() for row in order["invoices"])
