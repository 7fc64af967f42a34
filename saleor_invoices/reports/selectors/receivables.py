"""Who owes how much, for how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from django.db.models import Count, Sum

from saleor_invoices.domain.money import exponent
from saleor_invoices.domain.states import DocumentState, PaymentStatus
from saleor_invoices.invoices.models import PaymentState
from saleor_invoices.reports.selectors.balances import Owed, owed_on
from saleor_invoices.reports.selectors.scope import Scope, day_checked

MOST_CUSTOMERS = 200
SOON = 7  # days
_AGES = (30, 60, 90)


@dataclass(slots=True)
class Buckets:
    """Amounts in smallest units, by the days since they were due."""

    not_due: int = 0
    days_1_to_30: int = 0
    days_31_to_60: int = 0
    days_61_to_90: int = 0
    over_90: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        overdue = self.days_1_to_30 + self.days_31_to_60 + self.days_61_to_90 + self.over_90
        return self.not_due + overdue

    def add(self, minor: int, days: int) -> None:
        """Put an amount where it belongs; what is due today is not late yet."""
        if days <= 0:
            self.not_due += minor
        elif days <= _AGES[0]:
            self.days_1_to_30 += minor
        elif days <= _AGES[1]:
            self.days_31_to_60 += minor
        elif days <= _AGES[2]:
            self.days_61_to_90 += minor
        else:
            self.over_90 += minor


_BUCKETS = [one.name for one in fields(Buckets)]


@dataclass(slots=True)
class Debtor:
    """One customer in one currency: known by the account, else by e-mail, else by name."""

    customer_id: str
    name: str = ""
    email: str = ""
    documents: int = 0
    buckets: Buckets = field(default_factory=Buckets)
    named_on: date = date.min

    def add(self, owed: Owed, days: int) -> None:
        """Count one more document; the latest one says how the customer is called."""
        self.documents += 1
        self.buckets.add(owed.minor, days)
        if (owed.issued_on or date.min) >= self.named_on:
            self.named_on = owed.issued_on or date.min
            self.name, self.email = owed.name, owed.email


@dataclass(frozen=True, slots=True)
class CurrencyAges:
    """All debtors in one currency, who owe most first."""

    currency: str
    total: Buckets
    debtors: list[Debtor]


@dataclass(frozen=True, slots=True)
class OpenAmount:
    """So much on so many documents."""

    currency: str
    minor: int
    documents: int


@dataclass(frozen=True, slots=True)
class OpenAmounts:
    """What is owed now, of it what is late, and what is due within a week."""

    as_of: date
    open: list[OpenAmount]
    overdue: list[OpenAmount]
    due_soon: list[OpenAmount]


def receivables_aged(scope: Scope, *, as_of: date | None) -> tuple[date, list[CurrencyAges]]:
    """The day, and who owed how much at its end. Raises ``InvalidInput`` DAY_INVALID,
    UNKNOWN_CURRENCY.
    """
    day = day_checked(scope, as_of)
    if scope.currency:
        exponent(scope.currency)
    found: dict[str, dict[str, Debtor]] = {}
    for owed in owed_on(scope, day):
        debtors = found.setdefault(owed.currency, {})
        key = owed.customer_id or owed.email.lower() or owed.name
        debtor = debtors.get(key)
        if debtor is None:
            debtor = debtors[key] = Debtor(owed.customer_id)
        debtor.add(owed, (day - owed.due_on).days if owed.due_on else 0)
    return day, [_ages(currency, found[currency].values()) for currency in sorted(found)]


def receivables_summed(scope: Scope, *, customer_id: str = "") -> OpenAmounts:
    """What is open now, in every currency; of one customer where one is named."""
    rows = PaymentState.objects.filter(
        installation=scope.installation,
        balance_minor__gt=0,
        document__state=DocumentState.ISSUED,
        document__test_mode=scope.test_mode,
    ).exclude(status=PaymentStatus.CANCELLED)
    if customer_id:
        rows = rows.filter(document__customer_id=customer_id)
    late = scope.due_before(path="document__")
    soon = scope.due_before(SOON + 1, path="document__") & ~late
    sums = (
        rows.order_by("document__currency")
        .values("document__currency")
        .annotate(
            open_minor=Sum("balance_minor"),
            open_count=Count("pk"),
            late_minor=Sum("balance_minor", filter=late),
            late_count=Count("pk", filter=late),
            soon_minor=Sum("balance_minor", filter=soon),
            soon_count=Count("pk", filter=soon),
        )
    )
    table = list(sums)
    return OpenAmounts(
        as_of=scope.today,
        open=_amounts(table, "open"),
        overdue=_amounts(table, "late"),
        due_soon=_amounts(table, "soon"),
    )


def _ages(currency: str, debtors: Iterable[Debtor]) -> CurrencyAges:
    rows = sorted(debtors, key=lambda row: (-row.buckets.total, row.name, row.email))
    total = Buckets()
    for name in _BUCKETS:
        setattr(total, name, sum(getattr(row.buckets, name) for row in rows))
    return CurrencyAges(currency, total, rows)


def _amounts(table: Iterable[Mapping[str, Any]], name: str) -> list[OpenAmount]:
    return [
        OpenAmount(row["document__currency"], row[f"{name}_minor"], row[f"{name}_count"])
        for row in table
        if row[f"{name}_count"]
    ]
