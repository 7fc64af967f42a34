"""The test numbers of Stripe's documentation, and what each of them does."""

import time
from dataclasses import dataclass
from typing import Any

from .errors import StripeError, invalid
from .forms import whole


@dataclass(frozen=True)
class Behaviour:
    """``code`` and ``decline`` of a card that is refused; empty where it pays."""

    code: str = ""
    decline: str = ""
    message: str = ""
    authenticates: bool = False
    disputes: str = ""  # reason
    inquiry: bool = False  # a question of the bank, no money is taken
    refunds: str = ""  # "pending" or "fails"
    later: bool = False  # pays days after, as a bank debit
    later_fails: bool = False


def _declined(decline: str, message: str = "Your card was declined.") -> Behaviour:
    return Behaviour(code="card_declined", decline=decline, message=message)


GOOD = Behaviour()
BEHAVIOURS = {
    "4242424242424242": GOOD,
    "4000056655665556": GOOD,
    "5555555555554444": GOOD,
    "2223003122003222": GOOD,
    "5200828282828210": GOOD,
    "378282246310005": GOOD,
    "6011111111111117": GOOD,
    "4000002760000016": GOOD,  # Germany
    "4000000000000077": GOOD,
    "4000000000000002": _declined("generic_decline"),
    "4000000000009995": _declined("insufficient_funds", "Your card has insufficient funds."),
    "4000000000009987": _declined("lost_card"),
    "4000000000009979": _declined("stolen_card"),
    "4000000000000341": _declined("generic_decline"),  # can be saved, not charged
    "4000000000000069": Behaviour("expired_card", "expired_card", "Your card has expired."),
    "4000000000000127": Behaviour(
        "incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect."
    ),
    "4000000000000119": Behaviour(
        "processing_error",
        "processing_error",
        "An error occurred while processing your card. Try again in a little bit.",
    ),
    "4000002500003155": Behaviour(authenticates=True),
    "4000002760003184": Behaviour(authenticates=True),
    "4000000000003220": Behaviour(authenticates=True),
    "4000000000003063": Behaviour(authenticates=True),
    "4000008400001629": Behaviour(
        "card_declined", "generic_decline", "Your card was declined.", authenticates=True
    ),
    "4000008260003178": Behaviour(
        "card_declined",
        "insufficient_funds",
        "Your card has insufficient funds.",
        authenticates=True,
    ),
    "4000000000000259": Behaviour(disputes="fraudulent"),
    "4000000000002685": Behaviour(disputes="product_not_received"),
    "4000000000001976": Behaviour(disputes="fraudulent", inquiry=True),
    "4000000000007726": Behaviour(refunds="pending"),
    "4000000000005126": Behaviour(refunds="fails"),
}
IBANS = {
    "DE89370400440532013000": Behaviour(later=True),
    "AT611904300234573201": Behaviour(later=True),
    "FR1420041010050500013M02606": Behaviour(later=True),
    "DE62370400440532013001": Behaviour(later=True, later_fails=True),
    "AT861904300235473202": Behaviour(later=True, later_fails=True),
}
NAMES = {
    "pm_card_visa": "4242424242424242",
    "pm_card_visa_debit": "4000056655665556",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_amex": "378282246310005",
    "pm_card_de": "4000002760000016",
    "pm_card_bypassPending": "4000000000000077",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_visa_chargeDeclinedLostCard": "4000000000009987",
    "pm_card_visa_chargeDeclinedStolenCard": "4000000000009979",
    "pm_card_chargeCustomerFail": "4000000000000341",
    "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
    "pm_card_chargeDeclinedIncorrectCvc": "4000000000000127",
    "pm_card_chargeDeclinedProcessingError": "4000000000000119",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_authenticationRequired": "4000002760003184",
    "pm_card_threeDSecure2Required": "4000000000003220",
    "pm_card_threeDSecureRequired": "4000000000003063",
    "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds": "4000008260003178",
    "pm_card_createDispute": "4000000000000259",
    "pm_card_createDisputeProductNotReceived": "4000000000002685",
    "pm_card_createDisputeInquiry": "4000000000001976",
    "pm_card_pendingRefund": "4000000000007726",
    "pm_card_refundFail": "4000000000005126",
}
"""Payment methods that need no number, by the documentation's names."""
REDIRECTS = {"ideal": frozenset({"eur"})}
"""Methods that lead to a page of the customer's bank, and the currencies that they take."""
AT_THE_BANK = Behaviour(authenticates=True)

_BRANDS = {"4": "visa", "5": "mastercard", "2": "mastercard", "3": "amex", "6": "discover"}
# Numbers with which localstripe itself does what is wanted.
_PAYS, _DECLINES = "4242424242424242", "4000000000000341"
_ASKS, _ASKS_AND_DECLINES = "4000002760003184", "4000008260003178"


def card_facts(given: dict[str, Any]) -> dict[str, Any]:
    """A card's description; raises what Stripe says of a card that can't be one."""
    number = str(given.get("number", "")).replace(" ", "")
    if not number.isdecimal() or not 12 <= len(number) <= 19 or not _luhn(number):
        raise _card_error("incorrect_number", "Your card number is incorrect.", "number")
    if number not in BEHAVIOURS:
        words = "Your card was declined: this is no test card, and these are test keys."
        raise _card_error("card_declined", words, "number", decline="test_mode_live_card")
    month = whole(given.get("exp_month", ""), "card[exp_month]")
    year = whole(given.get("exp_year", ""), "card[exp_year]")
    year += 2000 if year < 100 else 0
    now = time.gmtime()
    if not 1 <= month <= 12 or ((year, month) < (now.tm_year, now.tm_mon) and year == now.tm_year):
        raise _card_error("invalid_expiry_month", "Your card's month is invalid.", "exp_month")
    if not now.tm_year <= year <= now.tm_year + 50:
        raise _card_error("invalid_expiry_year", "Your card's year is invalid.", "exp_year")
    return {"number": number, "exp_month": month, "exp_year": year, "brand": _BRANDS[number[0]]}


def iban_facts(given: dict[str, Any]) -> dict[str, Any]:
    iban = str(given.get("iban", "")).replace(" ", "").upper()
    if iban not in IBANS:
        raise invalid(
            f"The IBAN is invalid: {iban}", code="invalid_bank_account_iban", param="iban"
        )
    return {"iban": iban}


def engine_card(behaviour: Behaviour) -> str:
    """The number by which localstripe pays, declines or asks."""
    if behaviour.authenticates:
        return _ASKS_AND_DECLINES if behaviour.code else _ASKS
    return _DECLINES if behaviour.code else _PAYS


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _card_error(code: str, message: str, param: str, decline: str = "") -> StripeError:
    more = {"decline_code": decline} if decline else {}
    return StripeError(402, message, kind="card_error", code=code, param=param, **more)
