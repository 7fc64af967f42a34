"""Rules of EN 16931, Peppol and XRechnung in words that a merchant understands.

Each rule says what is amiss, what to do, and the place where that is done: ``seller:<field>`` of
the legal entity, ``settings:<key>``, ``order:<part>`` of the order in Saleor, or nothing where
only the app's makers can help. The words are our own; a rule that is not here keeps its official
text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.findings import Finding, warning


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a broken rule means to a merchant."""

    words: str
    remedy: str
    place: str = ""


def explanation(rule: str) -> Explanation | None:
    """The explanation of a rule id such as ``BR-CO-15``; ``None`` for a rule that is not known."""
    found = _BY_RULE.get(_ALIASES.get(rule, rule))
    if found:
        return found
    return next((one for pattern, one in _FAMILIES if pattern.fullmatch(rule)), None)


def explained(
    code: str, rule: str, *, told: Explanation | None = None, words: str = "", **params: object
) -> Finding:
    """The warning ``code`` for a broken rule, as ``explanation`` or ``told`` has it.

    ``words`` say it more exactly. Raises ``KeyError`` for a rule that is not known.
    """
    told = told or explanation(rule)
    if told is None:
        raise KeyError(rule)
    place = {"place": told.place} if told.place else {}
    message = f"{words or told.words} ({rule})."
    return warning(code, message, remedy=told.remedy, rule=rule, **{**place, **params})


def category_rule(category: VatCategory, number: str) -> str:
    """The rule ``number`` of a VAT category: rules call K, L and M otherwise than the code list."""
    return f"BR-{_RULE_NAMES.get(category, category)}-{number}"


_RULE_NAMES = {
    VatCategory.INTRA_COMMUNITY: "IC",
    VatCategory.CANARY_IGIC: "AF",
    VatCategory.CEUTA_MELILLA_IPSI: "AG",
}
_ENTITY = "Complete the legal entity in the settings."
_ADDRESS = "Complete the billing address of the order in Saleor."
_SHIPPING = "Complete the shipping address of the order in Saleor."
_METADATA = "Ask the buyer, and put it into the metadata of the order or the customer in Saleor."
_RATES = "Check the tax rates, or the tax app, of the channel in Saleor."
_LINE = "Correct the line's product in Saleor."
_REPORT = "This is a fault of the app: please report it with the document's number."
_BILLING, _VAT_ID = "order:billing_address", "order:metadata.vat_id"


def _seller(words: str, field: str) -> Explanation:
    return Explanation(words, _ENTITY, f"seller:{field}")


def _buyer(words: str, part: str = "") -> Explanation:
    return Explanation(words, _ADDRESS, f"{_BILLING}.{part}" if part else _BILLING)


def _own(words: str) -> Explanation:
    return Explanation(words, _REPORT)


def _rate(words: str) -> Explanation:
    return Explanation(words, _RATES, "order:lines")


def _reference(words: str) -> Explanation:
    return Explanation(words, _METADATA, "order:metadata.buyer_reference")


def _account(words: str) -> Explanation:
    remedy = "Correct the bank accounts of the legal entity in the settings."
    return Explanation(words, remedy, "settings:bank_accounts")


_BY_RULE: Mapping[str, Explanation] = {
    "BR-02": Explanation("A draft has no number and date yet", "Issue the document."),
    "BR-05": _own("The document has no currency"),
    "BR-06": _seller("The seller has no name", "name"),
    "BR-07": _buyer("The buyer has no name", "company_name"),
    "BR-08": _seller("The seller has no address", "address"),
    "BR-09": _seller("The seller's address has no country", "country"),
    "BR-10": _buyer("The buyer has no address"),
    "BR-11": _buyer("The buyer's address has no country", "country"),
    "BR-16": Explanation(
        "The document has no lines",
        "Charge for something on a line; shipping alone is none.",
        "order:lines",
    ),
    "BR-25": Explanation("A line has no name", _LINE, "order:lines"),
    "BR-26": Explanation("A line has the quantity 0, so that it has no price", _LINE,
                         "order:lines"),
    "BR-27": Explanation("A line has a negative price", _LINE, "order:lines"),
    "BR-29": _own("The invoicing period ends before it begins"),
    "BR-33": Explanation("An allowance or charge has no reason", "Say what it is for.",
                         "order:discounts"),
    "BR-49": _own("It is not said how to pay"),
    "BR-50": _account("A bank account to pay to has no number"),
    "BR-53": Explanation(
        "Tax must also be told in the accounting currency, and the amount is missing",
        "Add an exchange rate for the day, or clear accounting_currency in the settings.",
        "settings:accounting_currency",
    ),
    "BR-55": _own("The credited invoice has no number"),
    "BR-57": Explanation("The delivery address has no country", _SHIPPING,
                         "order:shipping_address.country"),
    "BR-61": _account("The document asks for a transfer, but names no account"),
    "BR-62": _seller("The seller's electronic address does not say of which kind it is",
                     "electronic_address.scheme"),
    "BR-63": Explanation("The buyer's electronic address does not say of which kind it is",
                         _METADATA, "order:metadata"),
    "BR-CO-04": _rate("A line has no tax category"),
    "BR-CO-09": Explanation(
        "A VAT id does not begin with a country",
        "Write it with its prefix, e.g. DE136695976.",
    ),
    "BR-CO-17": _rate("The tax that was charged is too far from the rate"),
    "BR-CO-25": Explanation(
        "An amount is due, but it is not said when",
        "Set the payment terms in the settings.",
        "settings:payment_terms_days",
    ),
    "BR-CO-26": Explanation(
        "Neither a VAT id that may show here nor a register number says who the seller is",
        "Add the register number to the legal entity in the settings.",
        "seller:legal_registration",
    ),
    "BR-DEC": Explanation(
        "An amount has more than two decimals, which EN 16931 can't express",
        "Nothing to do: the PDF is the invoice. Buyers who need an e-invoice need prices that end"
        " in whole hundredths.",
    ),
    "BR-CL-04": _own("The currency is not on the official list"),
    "BR-CL-14": Explanation("A country is not on the official list of codes",
                            "Correct the country of the address.", _BILLING),
    "BR-CL-16": _own("The way to pay is not on the official list of codes"),
    "BR-CL-17": _rate("A tax category is not on the official list"),
    "BR-CL-22": Explanation(
        "The code of the exemption reason is not on the official VATEX list",
        "Correct zero_rate_code in the settings.",
        "settings:zero_rate_code",
    ),
    "BR-CL-23": Explanation("The unit of a line is not on the official list", _LINE, "order:lines"),
    "BR-CL-25": Explanation(
        "The kind (scheme) of an electronic address is not on the official list",
        "Use a code of the EAS list, e.g. 0208 for a Belgian enterprise number.",
        "seller:electronic_address.scheme",
    ),
    "BR-CL-11": Explanation(
        "The scheme of a register number is not on the official list",
        "Use a code of the ISO 6523 list, or leave the scheme empty.",
        "seller:legal_registration.scheme",
    ),
    "BR-CL-10": Explanation(
        "The scheme of an identifier is not on the official list",
        "Use a code of the ISO 6523 list, or leave the scheme empty.",
        "seller:identifiers",
    ),
    "BR-O-11": Explanation(
        "Amounts outside the scope of VAT stand beside others",
        "Sell them in separate orders if the buyer needs an e-invoice.",
        "order:lines",
    ),
    "BR-IC-11": Explanation(
        "An intra-Community supply needs its delivery date",
        "Issue this channel's invoices when the order is fulfilled.",
        "settings:issue_policy",
    ),
    "BR-IC-12": Explanation("An intra-Community supply needs the country of delivery",
                            "Add the shipping address to the order in Saleor.",
                            "order:shipping_address.country"),
    "BR-IC-02": Explanation("This sale needs the VAT ids of seller and buyer", _METADATA,
                            _VAT_ID),
    "BR-AE-02": Explanation("This sale needs the tax ids of seller and buyer", _METADATA,
                            _VAT_ID),
    "BR-DE-1": Explanation("It is not said how to pay", "Add a bank account in the settings.",
                           "settings:bank_accounts"),
    "BR-DE-2": _seller("There is nobody to ask at the seller's", "contact"),
    "BR-DE-3": _seller("The seller's address has no city", "address.city"),
    "BR-DE-4": _seller("The seller's address has no post code", "address.postal_code"),
    "BR-DE-5": _seller("The seller's contact has no name", "contact.name"),
    "BR-DE-6": _seller("The seller's contact has no telephone number", "contact.phone"),
    "BR-DE-7": _seller("The seller's contact has no e-mail address", "contact.email"),
    "BR-DE-8": _buyer("The buyer's address has no city", "city"),
    "BR-DE-9": _buyer("The buyer's address has no post code", "postal_code"),
    "BR-DE-10": Explanation("The delivery address has no city", _SHIPPING,
                            "order:shipping_address.city"),
    "BR-DE-11": Explanation("The delivery address has no post code", _SHIPPING,
                            "order:shipping_address.postal_code"),
    "BR-DE-14": _rate("A tax category has no rate"),
    "BR-DE-15": _reference("The buyer's reference, in Germany the Leitweg-ID, is missing"),
    "BR-DE-16": _seller("The seller has neither VAT id nor tax number", "vat_id"),
    "BR-DE-17": _own("XRechnung does not know this kind of document"),
    "BR-DE-18": Explanation("The cash discount in the payment terms is not worded as prescribed",
                            "Correct payment_terms in the settings.", "settings:payment_terms"),
    "BR-DE-19": _account("The account to pay to is no valid IBAN"),
    "BR-DE-23-a": _account("The document asks for a transfer, but names no account"),
    "BR-DE-27": _seller("The contact's telephone number has too few digits", "contact.phone"),
    "BR-DE-28": _seller("The contact's e-mail address is none", "contact.email"),
    "PEPPOL-EN16931-R003": _reference("Neither a reference nor an order number of the buyer's is"
                                      " there"),
    "PEPPOL-EN16931-R005": _own("The accounting currency is the document's own"),
    "PEPPOL-EN16931-R008": _own("The e-invoice has an empty element"),
    "PEPPOL-EN16931-R010": Explanation(
        "The buyer's electronic address is not known",
        "A Belgian one follows from the VAT id, one for XRechnung from the e-mail address: put the"
        " VAT id into the order's metadata. Otherwise the buyer can't be reached by Peppol.",
        _VAT_ID,
    ),
    "PEPPOL-EN16931-R020": _seller("The seller has no electronic address", "electronic_address"),
    "PEPPOL-EN16931-R040": _own("An allowance is not its percentage of its base"),
    "PEPPOL-EN16931-R120": _own("The amount of a line is not its quantity times its price"),
    "PEPPOL-EN16931-CL008": Explanation(
        "Peppol does not know this kind (scheme) of electronic address",
        "Use a code of the EAS list, e.g. 0208 for a Belgian enterprise number.",
        "seller:electronic_address.scheme",
    ),
    "PEPPOL-COMMON-R040": Explanation("A GLN has a wrong check digit", "Correct the number.",
                                      "seller:identifiers"),
    "PEPPOL-COMMON-R043": Explanation(
        "A Belgian enterprise number (scheme 0208) is not one: ten digits with check digits",
        "Correct the number.", "seller:electronic_address.value",
    ),
    "XSD": _own("The e-invoice is not built as its schema wants it"),
    "XSLT": Explanation(
        "The rules could not be applied",
        "The operator should look at the rules in EINVOICE_RULES_DIR.",
    ),
}  # fmt: skip
_ALIASES: Mapping[str, str] = {
    "BR-03": "BR-02",
    **dict.fromkeys(("BR-38", "BR-42", "BR-44"), "BR-33"),
    **dict.fromkeys((f"BR-CO-{number}" for number in range(21, 25)), "BR-33"),
    **dict.fromkeys((f"BR-O-{number}" for number in range(12, 15)), "BR-O-11"),
    **dict.fromkeys(("BR-AE-03", "BR-AE-04"), "BR-AE-02"),
    **dict.fromkeys(("BR-IC-03", "BR-IC-04"), "BR-IC-02"),
    "BR-CL-05": "BR-CL-04",
    "BR-CL-03": "BR-CL-04",
    "BR-CL-18": "BR-CL-17",
    **dict.fromkeys(("BR-CL-21", "BR-CL-26"), "BR-CL-10"),
    "BR-FXEXT-S-09b": "BR-CO-17",
    "UBL-DT-01": "BR-DEC",
    "DE-R-001": "BR-DE-1",
    "DE-R-014": "BR-DE-14",
    **{f"DE-R-{at:03}": f"BR-DE-{at}" for at in (*range(2, 12), *range(15, 20), 27, 28)},
}
SELLER_VAT_ID = _seller("This sale needs the seller's VAT id", "vat_id")
SELLER_TAX_ID = _seller("This sale needs the seller's VAT id or tax number", "vat_id")
BUYER_VAT_ID = Explanation("This sale needs the buyer's VAT id", _METADATA, _VAT_ID)
BUYER_TAX_ID = Explanation(
    "This sale needs the buyer's VAT id or register number", _METADATA, _VAT_ID
)
_TAXED = "(?:S|Z|E|AE|IC|G|AF|AG|B)"
_FAMILIES: tuple[tuple[re.Pattern[str], Explanation], ...] = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (rf"BR-{_TAXED}-01", _own("A tax category is missing from the tax breakdown")),
        (rf"BR-{_TAXED}-0[2-4]", SELLER_TAX_ID),
        (
            r"BR-O-0[2-4]",
            _own("A VAT id may not stand on a document outside the scope of VAT"),
        ),
        (r"BR-(?:S|AF|AG)-0[5-7]", _rate("A tax rate does not fit its category")),
        (rf"BR-(?:{_TAXED}|O)-0[5-7]", _rate("An amount without tax has a tax rate")),
        (rf"BR-(?:{_TAXED}|O)-08", _own("A taxable amount is not the sum of its parts")),
        (r"BR-(?:S|AF|AG)-09", _rate("The tax that was charged is too far from the rate")),
        (rf"BR-(?:{_TAXED}|O)-09", _rate("An amount without tax bears tax")),
        (
            r"BR-(?:S|Z|AF|AG)-10",
            _own("A taxed or zero-rated amount has a reason for not being taxed"),
        ),
        (
            rf"BR-(?:{_TAXED}|O)-10",
            Explanation(
                "Amounts without tax need the reason why there is none",
                "Set zero_rate_reason of the legal entity in the settings.",
                "settings:zero_rate_reason",
            ),
        ),
        (r"BR-CO-1[0-8]|BR-1[2-5]", _own("The totals do not agree")),
        (r"BR-DEC-\d+", Explanation(
            "An amount has more than two decimals, which EN 16931 can't express",
            "Nothing to do: the PDF is the invoice.",
        )),
    )
)  # fmt: skip
