"""The orders of ``make demo CHECK=1``: what happens to each, and what the app must make of it.

A wave is ``steps -> documents``: what happens, and what must be there afterwards that was not
before. The policies are those of ``store.toml``: USD on request only, PLN and EUR when fully paid,
JPY when confirmed, KWD when fulfilled, and the parcels' channel one invoice for each parcel.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

INVOICE, CREDIT_NOTE, PROFORMA = "invoice", "credit_note", "proforma"
KINDS = (INVOICE, CREDIT_NOTE, PROFORMA)
LEITWEG_ID = "04011000-1234512345-06"
"""What a German authority is known by; the check digits are right, the authority is made up."""

STEPS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "pay_legacy": ("pay", {"legacy": True}),
        "refund_10": ("refund", {"amount": "10.00"}),
        "return_first": ("refund_lines", {"reason": "Damaged in transit"}),
        "return_last": ("refund_grant", {"lines": {"1": 1}, "shipping": True}),
        "return_two": ("refund_products", {"lines": {"0": 1, "1": 1}}),
        "to_authority": ("change", {"metadata": {"buyer_reference": LEITWEG_ID}}),
    }
)
"""Steps of sandbox/README.md with what they are given; every other step is given nothing."""

IN_THE_APP = frozenset({"correct", "collect", "proforma", "record_payment"})
"""What a person does in the app, by its API."""

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "usd_net": "EINVOICE_NOT_VAT",
        "jpy": "EINVOICE_NOT_VAT",
        "kwd": "EINVOICE_DECIMALS",
    }
)
"""Kinds that EN 16931 can't express, with the finding that says so: a sales tax is no VAT, and
three decimals are too many (BR-DEC)."""

CATEGORIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "reverse_charge": frozenset({"REVERSE_CHARGE"}),
        "eur_business_vat_id": frozenset({"INTRA_COMMUNITY"}),
        "exempt_sale": frozenset({"EXEMPT"}),
        "export_outside_eu": frozenset({"EXPORT"}),
        "eur_domestic": frozenset({"STANDARD"}),
    }
)
"""The VAT categories of some kinds, and no other."""


@dataclass(frozen=True, slots=True)
class Wave:
    """What happens, in order, and how many documents of each kind that must make."""

    steps: tuple[str, ...]
    makes: Counter[str]

    @classmethod
    def of(cls, text: str) -> "Wave":
        """Read ``"pay refund -> invoice credit_note"``. Raises ``ValueError`` on other words."""
        steps, _, documents = text.partition("->")
        makes = Counter(documents.split())
        if unknown := set(makes) - set(KINDS):
            raise ValueError(f"{text!r} makes {unknown}")
        return cls(tuple(steps.split()), makes)


@dataclass(frozen=True, slots=True, init=False)
class Plan:
    """``orders`` orders of one kind; each step happens to each of them, ``collect`` to all."""

    kind: str
    waves: tuple[Wave, ...]
    orders: int

    def __init__(self, kind: str, *waves: str, orders: int = 1) -> None:
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "waves", tuple(map(Wave.of, waves)))
        object.__setattr__(self, "orders", orders)

    def wave(self, number: int) -> tuple[str, ...]:
        """The steps of a wave, counted from 1; none where there is no such wave."""
        return self.waves[number - 1].steps if number <= len(self.waves) else ()

    def makes(self, waves: int | None = None) -> Counter[str]:
        """How many documents of each kind there are after so many waves, or after all."""
        return sum((wave.makes for wave in self.waves[:waves]), Counter[str]())

    def shown(self, waves: int | None = None) -> int:
        """How many documents each order shows in Saleor.

        Proformas are no business of Saleor's, and neither are credit notes of a collective invoice:
        they are of no single order.
        """
        made = self.makes(waves)
        return made[INVOICE] + (0 if self.orders > 1 else made[CREDIT_NOTE])

    def count(self, step: str, waves: int | None = None) -> int:
        """How often a step happens to an order."""
        return sum(wave.steps.count(step) for wave in self.waves[:waves])

    @property
    def length(self) -> int:
        """How many waves there are."""
        return len(self.waves)


PLANS = (
    # When an order becomes an invoice, and that it does once.
    Plan("usd_net"),
    Plan("usd_net", "pay", "fulfill"),
    Plan("usd_net", "request request -> invoice", "pay"),
    Plan("usd_net", "pay request -> invoice", "request"),
    Plan("pln_gross_two_rates_voucher", "pay -> invoice"),
    Plan("pln_gross_two_rates_voucher"),
    Plan("jpy", "-> invoice"),
    Plan("jpy", "-> invoice", "pay request"),
    Plan("kwd", "pay", "fulfill -> invoice"),
    Plan("kwd", "pay"),
    Plan("kwd", "fulfill -> invoice", "pay"),
    Plan("eur_business_vat_id", "fulfill pay -> invoice", "request request"),
    Plan("eur_domestic", "", "cancel"),
    Plan("guest", "pay -> invoice"),
    Plan("guest", "", "pay -> invoice"),
    Plan("zero_total", "pay -> invoice"),
    Plan("gift_card", "pay -> invoice"),
    Plan("gift_card", "request -> invoice", "pay"),
    Plan("lines_61", "pay -> invoice", "request"),
    Plan("unnamed_variant_null_sku", "pay -> invoice"),
    Plan("order_discount_manual", "pay -> invoice"),
    Plan("export_outside_eu", "pay -> invoice"),
    Plan("partial_payment", "pay_partial"),
    Plan("partial_payment", "pay_partial", "pay -> invoice"),
    Plan("unconfirmed"),
    Plan("unconfirmed", "confirm", "pay -> invoice"),
    Plan("rounding", "pay -> invoice"),
    Plan("shipping_voucher", "pay -> invoice", "fulfill"),
    Plan("reverse_charge", "pay -> invoice"),
    Plan("exempt_sale", "pay -> invoice"),
    Plan("partial_payment", "to_authority pay -> invoice"),
    # Money goes back: whole, in parts, for the delivery, for lines, by both kinds of payment.
    Plan("eur_domestic", "pay -> invoice", "refund -> credit_note"),
    Plan("eur_domestic", "pay refund -> invoice credit_note"),
    Plan("eur_domestic", "pay -> invoice", "refund_10 refund -> credit_note credit_note"),
    Plan("eur_domestic", "pay refund_10 -> invoice credit_note", "refund -> credit_note"),
    Plan("rounding", "pay refund -> invoice credit_note", "fulfill"),
    Plan("pln_gross_two_rates_voucher", "pay -> invoice", "refund_10 -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "refund_shipping -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "return_last -> credit_note", "refund -> credit_note"),
    Plan("order_discount_manual", "pay -> invoice", "return_first -> credit_note"),
    Plan("lines_61", "pay -> invoice", "return_first -> credit_note", "refund -> credit_note"),
    Plan("kwd", "pay fulfill -> invoice", "return_first -> credit_note"),
    Plan("gift_card", "pay -> invoice", "refund -> credit_note"),
    Plan("reverse_charge", "pay -> invoice", "return_first -> credit_note"),
    Plan("exempt_sale", "pay -> invoice", "refund -> credit_note"),
    Plan("export_outside_eu", "pay -> invoice", "refund_shipping -> credit_note"),
    Plan("eur_domestic", "pay_legacy -> invoice", "refund_10 refund -> credit_note credit_note"),
    Plan("eur_domestic", "pay_legacy -> invoice", "return_two -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "chargeback"),
    # Cancelled: never paid, paid, and then paid back, by which no second credit note comes.
    Plan("jpy", "-> invoice", "cancel -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "cancel -> credit_note"),
    Plan("eur_domestic", "pay cancel -> invoice credit_note"),
    Plan("eur_domestic", "pay -> invoice", "cancel refund -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "cancel -> credit_note", "refund"),
    Plan("eur_domestic", "pay -> invoice", "refund cancel -> credit_note"),
    Plan("eur_domestic", "pay -> invoice", "refund_10 cancel -> credit_note credit_note", "refund"),
    # The buyer moved: credited and invoiced anew in one step.
    Plan("eur_domestic", "pay -> invoice", "change correct -> credit_note invoice"),
    Plan("parcels", "request -> invoice", "change", "correct -> credit_note invoice"),
    Plan(
        "eur_domestic",
        "pay -> invoice",
        "change correct -> credit_note invoice",
        "refund -> credit_note",
    ),
    Plan(  # what was refunded before is credited on the new invoice as well
        "eur_domestic",
        "pay -> invoice",
        "refund_10 -> credit_note",
        "change correct -> credit_note invoice credit_note",
    ),
    # Several orders of one buyer on one invoice, and one order in several parcels.
    Plan("collective", "pay -> invoice"),
    Plan("collective", "", "collect -> invoice", "pay", orders=3),
    Plan("collective", "", "collect -> invoice", "pay refund -> credit_note credit_note", orders=2),
    Plan("collective", "", "collect -> invoice", "pay cancel -> credit_note credit_note", orders=2),
    Plan("parcels", "pay fulfill_part -> invoice", "fulfill -> invoice"),
    Plan(
        "parcels",
        "pay fulfill_part -> invoice",
        "fulfill -> invoice",
        "refund -> credit_note credit_note",
    ),
    Plan("parcels", "fulfill_part -> invoice", "pay", "fulfill -> invoice"),
    # Before and beside the invoice: an offer with a number of its own, and money by bank.
    Plan("eur_domestic", "proforma -> proforma", "pay -> invoice"),
    Plan("unconfirmed", "proforma -> proforma", "proforma -> proforma", "confirm pay -> invoice"),
    Plan("partial_payment", "pay_partial request -> invoice", "record_payment"),
    Plan("usd_net", "request -> invoice", "record_payment"),
)
WAVES = max(plan.length for plan in PLANS)
