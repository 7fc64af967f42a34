"""What amounts Stripe takes (docs.stripe.com/currencies)."""

from .errors import invalid

ZERO_DECIMALS = frozenset(
    {"bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf"}
    | {"xof", "xpf"}
)
THREE_DECIMALS = frozenset({"bhd", "jod", "kwd", "omr", "tnd"})
WHOLE_ONLY = frozenset({"isk", "ugx"})  # two decimals at Stripe, and both must be 0
MINIMUMS = {
    "aed": 200, "aud": 50, "bgn": 100, "brl": 50, "cad": 50, "chf": 50, "czk": 1500, "dkk": 250,
    "eur": 50, "gbp": 30, "hkd": 400, "huf": 17500, "inr": 50, "jpy": 50, "mxn": 1000, "myr": 200,
    "nok": 300, "nzd": 50, "pln": 200, "ron": 200, "sek": 300, "sgd": 50, "thb": 1000, "usd": 50,
}  # fmt: skip
OTHERS = frozenset(
    {"all", "amd", "ars", "azn", "bam", "bdt", "bob", "cop", "crc", "dop", "dzd", "egp", "gel"}
    | {"gtq", "huf", "idr", "ils", "isk", "jmd", "kes", "kzt", "lkr", "mad", "mdl", "mkd", "mop"}
    | {"mur", "ngn", "npr", "pab", "pen", "php", "pkr", "qar", "rsd", "sar", "try", "twd", "tzs"}
    | {"uah", "ugx", "uyu", "uzs", "zar"}
)
KNOWN = ZERO_DECIMALS | THREE_DECIMALS | frozenset(MINIMUMS) | OTHERS
LARGEST = 99_999_999


def currency_check(given: str) -> str:
    currency = given.lower()
    if currency not in KNOWN:
        raise invalid(f"Invalid currency: {given}", param="currency")
    return currency


def amount_check(amount: int, currency: str) -> int:
    """The amount, unless Stripe would refuse it."""
    if amount < 1:
        raise invalid("Invalid positive integer", code="parameter_invalid_integer", param="amount")
    step_check(amount, currency)
    if amount < MINIMUMS.get(currency, 0):
        raise invalid(
            f"Amount must be at least {MINIMUMS[currency]} {currency} in its smallest unit",
            code="amount_too_small",
            param="amount",
        )
    if amount > LARGEST:
        raise invalid(f"Amount must be at most {LARGEST}", code="amount_too_large", param="amount")
    return amount


def step_check(amount: int, currency: str) -> None:
    """Partners take no third decimal; a currency without coins has no hundredths."""
    step = 10 if currency in THREE_DECIMALS else 100 if currency in WHOLE_ONLY else 1
    if amount % step:
        words = f"Amounts in {currency} must be a multiple of {step}."
        raise invalid(words, code="parameter_invalid_integer", param="amount")
