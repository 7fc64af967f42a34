"""Exchange rates, entered by a person or sent by a program."""

from datetime import date, timedelta
from decimal import Context, Decimal

from django.utils import timezone

from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.money import exponent
from saleor_invoices.stores.exchange import plain
from saleor_invoices.stores.models import ExchangeRate, Installation
from saleor_invoices.stores.services.store_writing import StoreWriter, store_writing
from saleor_invoices.stores.values import text

RATE = "exchange_rate"
"""The level that the history gives to exchange rates."""

MOST_DIGITS = 15
"""Of the rate in all: SQLite keeps a decimal as a binary number, exact to so many digits."""

MOST_DECIMALS = 12
EARLIEST = date(1999, 1, 1)  # the euro's first day, and that of the ECB's reference rates


def exchange_rate_set(
    *,
    installation: Installation,
    currency: str,
    target: str,
    on: date,
    rate: Decimal,
    source: str,
    entered_by: str,
) -> ExchangeRate:
    """Keep what one unit of ``currency`` was worth in ``target`` on a day, and who says so.

    A second rate of the day takes the place of the first, which the history keeps; documents have
    theirs frozen. The same rate again changes nothing. Raises ``InvalidInput`` UNKNOWN_CURRENCY,
    or EXCHANGE_RATE_INVALID with ``params["field"]``.
    """
    _check_currencies(currency, target)
    _check_rate(rate)
    _check_day(on)
    rate, said_by = plain(rate), _checked_source(source)
    pair = {"installation": installation, "currency": currency, "target": target, "on": on}
    with store_writing(installation=installation, changed_by=entered_by) as writer:
        found = ExchangeRate.objects.filter(**pair).first()
        before = _told(found) if found else None
        if found is not None and (plain(found.rate), found.source) == (rate, said_by):
            return found
        row = found or ExchangeRate(**pair)
        row.rate, row.source, row.entered_by = rate, said_by, entered_by[:200]
        row.save()
        _note(writer, row, before)
    return row


def _note(writer: StoreWriter, row: ExchangeRate, before: dict[str, str] | None) -> None:
    pair = f"{row.currency}/{row.target}"
    writer.note(RATE, pair, row.on.isoformat(), before, _told(row))


def _told(row: ExchangeRate) -> dict[str, str]:
    return {"rate": format(plain(row.rate), "f"), "source": row.source}


def _check_currencies(currency: str, target: str) -> None:
    for field, code in (("currency", currency), ("target", target)):
        try:
            exponent(code)
        except InvalidInput as error:
            error.params["field"] = field
            raise
    if currency == target:
        raise _invalid("target", "A rate is between two currencies.")


def _check_rate(rate: Decimal) -> None:
    if not rate.is_finite() or rate <= 0:
        raise _invalid("rate", "A rate is a number above zero.")
    exact = Context(prec=60).normalize(rate)
    _, digits, scale = exact.as_tuple()
    is_long = len(digits) > MOST_DIGITS or exact != rate
    if is_long or int(scale) < -MOST_DECIMALS or rate.adjusted() >= MOST_DECIMALS:
        raise _invalid(
            "rate",
            f"A rate has at most {MOST_DIGITS} digits, {MOST_DECIMALS} of them after the point.",
        )


def _check_day(on: date) -> None:
    # A day ahead of us may have begun already where the seller is.
    if not EARLIEST <= on <= timezone.now().date() + timedelta(days=1):
        raise _invalid("on", f"A rate is of a day from {EARLIEST} to today.")


def _checked_source(source: str) -> str:
    try:
        checked = str(text(60)(source))
    except ValueError as error:
        raise _invalid("source", f"The source {error}.") from error
    if not checked:
        raise _invalid("source", "The source is missing, e.g. ECB.")
    return checked


def _invalid(field: str, message: str) -> InvalidInput:
    return InvalidInput(message, code="EXCHANGE_RATE_INVALID", params={"field": field})
