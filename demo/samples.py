"""The orders that a person finds in the demo, and what to open."""

from demo.place import Place
from demo.progress import Progress
from demo.shop import CUSTOMER, STAFF, Row
from demo.stack import Stack
from demo.verdict import is_published

PAID = ("pay",)
STEPS: dict[str, tuple[str, ...]] = {
    "usd_net": ("pay", "request"),
    "kwd": ("pay", "fulfill"),
    "unconfirmed": (),
    "partial_payment": ("pay_partial",),
    "jpy": (),
}
"""What happens to the kinds that are not simply paid."""

UNINVOICED = {"unconfirmed", "partial_payment"}
OPENED_FIRST = "eur_domestic"


def place_samples(stack: Stack) -> Row:
    """Place an order of each kind, wait for the invoices, and return one of them."""
    shop = stack.shop
    kinds = list(shop.control("kinds")["kinds"])
    stack.progress.say(f"Placing {len(kinds)} sample orders")
    for kind in kinds:
        order_id = shop.place(kind)["id"]
        for step in STEPS.get(kind, PAID):
            shop.request_invoice(order_id) if step == "request" else shop.advance(order_id, step)
    wanted = len(set(kinds) - UNINVOICED)
    stack.progress.say("Waiting for the invoices")
    stack.wait(lambda: len(_published(stack)) >= wanted, "The last invoice")
    return _published(stack)[OPENED_FIRST]


def show(place: Place, progress: Progress, invoice: Row) -> None:
    """Print what to open."""
    progress.say("Ready. Open:")
    progress.write("")
    for name, url, hint in (
        ("Back office", f"{place.sandbox_url}/dashboard/", " / ".join(STAFF)),
        ("Storefront", f"{place.sandbox_url}/storefront/", " / ".join(CUSTOMER)),
        ("An invoice", invoice["url"], invoice["number"]),
        ("Logs", str(place.logs), ""),
    ):
        progress.write(f"  {name:<12} {url}" + (f"   ({hint})" if hint else ""))
    progress.write("\nPlace orders in the back office and watch. Ctrl-C stops everything.")


def _published(stack: Stack) -> dict[str, Row]:
    return {
        order["kind"]: invoice
        for order in stack.shop.orders()
        for invoice in order["invoices"]
        if is_published(invoice)
    }
