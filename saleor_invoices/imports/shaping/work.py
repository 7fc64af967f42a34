"""What is at hand while one invoice is made of its shape: rounding, and what was found wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.domain.money import quantizer
from saleor_invoices.imports.records import ReadOptions

MOST_SHOWN = 80
MOST_AMOUNT = Decimal(10) ** 13
"""Above this, sums of amounts with three decimals leave the 64 bits that databases sum with."""


@dataclass(slots=True)
class Work:
    """One invoice under way. A blocking finding rejects it; the rest is still looked at."""

    options: ReadOptions
    currency: str = ""
    money: Callable[[Decimal], Decimal] = field(default=lambda amount: amount)
    findings: list[Finding] = field(default_factory=list)

    def fault(
        self, code: str, message: str, remedy: str, *, at: str, value: object = "", **params: object
    ) -> None:
        """A blocking finding; ``at`` is the field's path on the wire (``lines[0].net``)."""
        shown = {"column": at, "value": shortened(value), **params}
        self.findings.append(blocking(code, message, remedy=remedy, **shown))

    def warn(
        self, code: str, message: str, remedy: str, *, at: str, value: object = "", **params: object
    ) -> None:
        """A warning: it is shown, and the invoice goes in."""
        shown = {"column": at, "value": shortened(value), **params}
        self.findings.append(warning(code, message, remedy=remedy, **shown))

    def amount(self, value: Decimal | None, at: str, name: str) -> Decimal | None:
        """The amount in whole smallest units; what is lost by that is told. ``at`` is the path of
        the part with its point, ``name`` the amount in it."""
        if value is None:
            return None
        rounded = self.money(value)
        if rounded != value:
            self.warn(
                "AMOUNT_ROUNDED",
                f"{value} has more decimals than {self.currency} knows; {rounded} is taken.",
                f"Amounts in {self.currency} in whole smallest units.",
                at=f"{at}{name}",
                value=value,
                computed=rounded,
            )
        return rounded

    @property
    def is_rejected(self) -> bool:
        """Whether anything blocking was found."""
        return any(finding.is_blocking for finding in self.findings)


@cache
def money_of(currency: str) -> Callable[[Decimal], Decimal]:
    """Rounding to the currency's smallest unit. Raises ``InvalidInput`` UNKNOWN_CURRENCY."""
    return quantizer(currency)


def shortened(value: object) -> str:
    """A value as a finding shows it."""
    text = str(value)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
