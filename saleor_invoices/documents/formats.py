"""Numbers, money, dates and countries in the reader's language, by CLDR through Babel."""

import re
from copy import copy
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import NumberPattern, get_currency_symbol

from saleor_invoices.domain.money import exponent

# CLDR has English for sellers nearly everywhere, some with decimal commas; a reader of English
# expects one of these.
_LONG_DAY, _STRIP = date(2026, 11, 22), 21  # characters
_LEFT_TO_RIGHT = "\u200e"
_ENGLISH = frozenset({"AU", "CA", "GB", "HK", "IE", "IN", "MT", "NZ", "SG", "US"})


@cache
def locale_for(language: str, country: str) -> Locale:
    """The locale of a BCP 47 language, spoken as in the seller's country where that is usual."""
    asked = Locale.parse(language, sep="-")
    if asked.territory:
        return asked
    if asked.language == "en":
        return Locale("en", country if country in _ENGLISH else "GB")
    try:
        return Locale(asked.language, country or None, script=asked.script)
    except UnknownLocaleError:
        return asked


class Formats:
    """Formats values for one document: its language, its seller's country, its currency."""

    def __init__(self, *, language: str, country: str, currency: str) -> None:
        self.locale = locale_for(language, country)
        self.currency = currency
        self._decimals = exponent(currency)

    def money(self, amount: Decimal, currency: str = "") -> str:
        """With the currency's sign or code: ``€1,234.50``."""
        code = currency or self.currency
        digits = exponent(code)
        pattern = _pattern(self.locale.currency_formats["standard"], digits, digits)
        if get_currency_symbol(code, self.locale)[-1].isalpha():
            # "KWD12" wants the space that "€12" does without (CLDR's alphaNextToNumber).
            positive, negative = (re.sub("¤$", "¤\u00a0", one) for one in pattern.prefix)
            pattern.prefix = (positive, negative)
        pattern = self._signed(pattern)
        return str(pattern.apply(amount, self.locale, currency=code, currency_digits=False))

    def amount(self, amount: Decimal) -> str:
        """Without the currency, with its decimals: ``1,234.50``."""
        return self.decimal(amount, self._decimals, self._decimals)

    def quantity(self, quantity: Decimal) -> str:
        """With up to six decimals."""
        return self.decimal(quantity, 0, 6)

    def unit_price(self, amount: Decimal) -> str:
        """Like ``amount``, with up to four decimals where the price has them."""
        return self.decimal(amount, self._decimals, 4)

    def decimal(self, value: Decimal, least: int, most: int) -> str:
        """With at least and at most so many decimals."""
        pattern = self._signed(_pattern(self.locale.decimal_formats[None], least, most))
        return str(pattern.apply(value, self.locale))

    def percent(self, percentage: Decimal) -> str:
        """A percentage in percent, with up to four decimals: ``8.875%``."""
        pattern = _pattern(self.locale.percent_formats[None], 0, 4)
        return str(pattern.apply(percentage / 100, self.locale))

    def _signed(self, pattern: NumberPattern) -> NumberPattern:
        # Babel leaves the pattern's hyphen as it is. CLDR's minus of a language that is written
        # from right to left has a mark before it, without which it goes to the number's far side.
        minus = self.locale.number_symbols["latn"]["minusSign"]
        if minus.startswith(_LEFT_TO_RIGHT):
            positive, negative = pattern.prefix
            pattern.prefix = (positive, negative.replace("-", minus))
        return pattern

    def long_date(self, day: date) -> str:
        """A date without the day of the week: ``22 November 2026``."""
        return format_date(day, format="long", locale=self.locale)

    def strip_date(self, day: date) -> str:
        """``long_date`` where the language's fit into a quarter of a page, else ``short_date``."""
        # Told by one date for all, so that a document's dates look alike.
        fits = len(self.long_date(_LONG_DAY)) <= _STRIP
        return self.long_date(day) if fits else self.short_date(day)

    def short_date(self, day: date) -> str:
        """The same, for narrow places: ``22 Nov 2026``."""
        return format_date(day, format="medium", locale=self.locale)

    def country(self, code: str) -> str:
        """The country's name; the code itself where CLDR has none."""
        return str(self.locale.territories.get(code, code))


def _pattern(pattern: NumberPattern, least: int, most: int) -> NumberPattern:
    changed = copy(pattern)  # the locale's own is shared
    changed.frac_prec = (least, most)
    return changed
