"""On which account a sale is booked: the seller's own list first, then what is usual.

German numbers are those of DATEV's frameworks SKR03 and SKR04; French ones those of the plan
comptable general (ANC no. 2014-03: 411 customers, 4457 VAT charged, 706 services, 707 goods).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saleor_invoices.domain.territories import EU_MEMBER_STATES
from saleor_invoices.stores.values.accounts import ACCOUNT_LINE

Kind = tuple[str, str, str]
"""Sale, country and rate; an empty country or rate stands for any."""
OSS = "OSS"
# Sale: SKR03, SKR04. Those of rated sales are automatic: DATEV works the VAT out of the gross.
_SKR: Mapping[Kind, tuple[str, str]] = {
    ("S", "", "19"): ("8400", "4400"),
    ("S", "", "7"): ("8300", "4300"),
    ("Z", "", ""): ("8290", "4290"),
    ("E", "", ""): ("8100", "4100"),  # UStG para. 4 no. 8 ff.
    ("K", "", ""): ("8125", "4125"),  # UStG para. 4 no. 1b
    ("G", "", ""): ("8120", "4120"),  # UStG para. 4 no. 1a
    ("AE", "", ""): ("8336", "4336"),  # services taxed in another member state at the buyer's
    ("AE", "DE", ""): ("8337", "4337"),  # UStG para. 13b
    ("O", "", ""): ("8338", "4338"),  # taxable in a third country
    (OSS, "", ""): ("8320", "4320"),  # taxed in another member state
}
_SMALL_ENTERPRISE = ("8195", "4195")  # UStG para. 19
_ELSEWHERE_IN_EU = ("8339", "4339")  # outside the scope here, taxable in another member state
FRAMEWORKS = ("skr03", "skr04")


@dataclass(frozen=True, slots=True)
class Sale:
    """What of a document is booked alike.

    ``kind`` is a VAT category, or OSS for VAT of another member state declared by the One Stop
    Shop (Directive 2006/112/EC, art. 369a ff.); ``rate`` is percent as text, ``"19"``.
    """

    kind: str
    country: str
    rate: str
    is_foreign: bool = False  # the VAT is another member state's

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind, self.country, self.rate)))


@dataclass(frozen=True, slots=True)
class Account:
    """An account, and the tax key of DATEV where the account alone does not say it."""

    number: str
    key: str = ""


class Accounts:
    """Finds the account of a sale: what is named closest wins."""

    def __init__(self, lines: Iterable[str], usual: Mapping[Kind, str]) -> None:
        self._known = {kind: Account(number) for kind, number in usual.items()}
        self._known |= dict(map(_line, lines))

    def of(self, sale: Sale) -> Account | None:
        """The account, None where none is known."""
        places = (
            (sale.kind, sale.country, sale.rate),
            (sale.kind, sale.country, ""),
            (sale.kind, "", sale.rate),
            (sale.kind, "", ""),
        )
        return next((self._known[place] for place in places if place in self._known), None)


def german(
    lines: Iterable[str], *, framework: str, registered: bool, own: Iterable[str]
) -> Accounts:
    """Revenue accounts of a framework; ``own`` are states in which the seller declares VAT."""
    place = FRAMEWORKS.index(framework)
    usual = {kind: numbers[place] for kind, numbers in _SKR.items()}
    usual |= {("O", state, ""): _ELSEWHERE_IN_EU[place] for state in EU_MEMBER_STATES}
    usual |= {("S", state, ""): _SKR[OSS, "", ""][place] for state in own}
    if not registered:
        usual["E", "", ""] = _SMALL_ENTERPRISE[place]
    return Accounts(lines, usual)


def same_for_all(lines: Iterable[str], number: str) -> Accounts:
    """One account for whatever is not named."""
    kinds = ("S", "Z", "E", "AE", "K", "G", "O", "L", "M", OSS)
    return Accounts(lines, {(kind, "", ""): number for kind in kinds})


def _line(line: str) -> tuple[Kind, Account]:
    found = ACCOUNT_LINE.fullmatch(line)
    if found is None:  # the registry's check let nothing else pass
        raise ValueError(f"Not an account: {line!r}")
    kind, country, rate, number, key = found.group("sale", "country", "rate", "account", "key")
    return (kind, country or "", _trimmed(rate or "")), Account(number, key or "")


def _trimmed(rate: str) -> str:
    return rate.rstrip("0").rstrip(".") if "." in rate else rate
