"""Money as Saleor computes it: `Decimal`, half-up to the currency's own precision."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

EXPONENTS = {"JPY": 0, "KWD": 3}
ZERO = Decimal(0)


def exponent(currency: str) -> int:
    return EXPONENTS.get(currency, 2)


def quantize(amount: Decimal, currency: str) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-exponent(currency)), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str

    @property
    def fraction_digits(self) -> int:
        return exponent(self.currency)

    @property
    def fractional_amount(self) -> int:
        return int(self.amount.scaleb(self.fraction_digits))


@dataclass(frozen=True)
class TaxedMoney:
    net: Money
    gross: Money

    @property
    def currency(self) -> str:
        return self.gross.currency

    @property
    def tax(self) -> Money:
        return Money(self.gross.amount - self.net.amount, self.currency)


def taxed_of(net: Decimal, gross: Decimal, currency: str) -> TaxedMoney:
    return TaxedMoney(
        Money(quantize(net, currency), currency), Money(quantize(gross, currency), currency)
    )


def taxed(base: Decimal, rate: Decimal, currency: str, *, gross_entered: bool) -> TaxedMoney:
    """The taxed price of `base`, which is gross or net as the channel enters its prices."""
    if gross_entered:
        return taxed_of(base / (1 + rate), base, currency)
    return taxed_of(base, base * (1 + rate), currency)


def summed(parts: list[TaxedMoney], currency: str) -> TaxedMoney:
    return taxed_of(
        sum((part.net.amount for part in parts), ZERO),
        sum((part.gross.amount for part in parts), ZERO),
        currency,
    )
