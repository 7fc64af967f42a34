"""Which exchange rate holds on a day."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from saleor_invoices.domain import document
from saleor_invoices.stores.models import ExchangeRate, Installation

OLDEST = timedelta(days=31)
"""A rate of an earlier day than this before the wanted one is no rate of that day any more.

Directive 2006/112/EC, art. 91 (2), lets states accept the latest rate that was published; customs
rates hold for a month, and a longer gap is a rate that somebody forgot to enter.
"""


def exchange_rate_for(
    *, installation: Installation, currency: str, target: str, on: date
) -> document.ExchangeRate | None:
    """The newest rate of the day or before it, at most 31 days old.

    Units of ``target`` for one unit of ``currency``; None where none was entered. A rate that was
    entered the other way round is not turned: its inverse is rounded and published by nobody.
    """
    known = ExchangeRate.objects.filter(
        installation=installation, currency=currency, target=target, on__lte=on, on__gte=on - OLDEST
    )
    newest = known.order_by("-on").first()
    if newest is None:
        return None
    return document.ExchangeRate(rate=plain(newest.rate), on=newest.on, source=newest.source)


def exchange_rates_listed(*, installation: Installation) -> QuerySet[ExchangeRate]:
    """All rates of the store, the latest day first."""
    return ExchangeRate.objects.filter(installation=installation).order_by("-on", "-pk")


def plain(rate: Decimal) -> Decimal:
    """The rate without the zeros that a column of fixed scale adds; 1000 stays 1000, not 1E+3."""
    trimmed = rate.normalize()
    return trimmed.quantize(Decimal(1)) if trimmed == trimmed.to_integral_value() else trimmed
