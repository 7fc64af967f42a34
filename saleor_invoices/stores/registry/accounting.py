"""What an accountant's software must be told besides the documents: accounts, numbers, schemes."""

from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import NOT_CHANNEL, Declared, Declaring, Group

_accounting = Declaring(Group.ACCOUNTING)

DECLARED: tuple[Declared, ...] = (
    _accounting(
        "account_framework",
        values.choice(["skr03", "skr04"]),
        "skr03",
        "German framework of accounts, whose usual accounts DATEV files have.",
        NOT_CHANNEL,
    ),
    _accounting(
        "datev_consultant_number",
        values.number_of("from 1001 to 9999999", least=1_001, most=9_999_999),
        0,
        "The tax adviser's number at DATEV; 0: none.",
        NOT_CHANNEL,
    ),
    _accounting(
        "datev_client_number",
        values.number_of("from 1 to 99999", least=1, most=99_999),
        0,
        "Your number at your tax adviser's, for DATEV; 0: none.",
        NOT_CHANNEL,
    ),
    _accounting(
        "debtor_account",
        values.account,
        "",
        "Account that customers' debts are booked on; empty: 10000 for DATEV, 411000 for the FEC.",
        NOT_CHANNEL,
    ),
    _accounting(
        "revenue_accounts",
        values.account_lines,
        [],
        "Revenue accounts by VAT category, country and rate, where they are not the usual ones.",
        NOT_CHANNEL,
    ),
    _accounting(
        "vat_accounts",
        values.account_lines,
        [],
        "Accounts of the VAT that was charged, for the FEC; what is not named is on 445710.",
        NOT_CHANNEL,
    ),
    _accounting(
        "fiscal_year_month",
        values.whole(1, 12),
        1,
        "Month in which the fiscal year begins.",
        NOT_CHANNEL,
    ),
    _accounting("siren", values.siren, "", "French company number, for the FEC.", NOT_CHANNEL),
    _accounting("fec_journal_code", values.slug, "VE", "Journal of sales in the FEC.", NOT_CHANNEL),
    _accounting(
        "fec_journal_name", values.text(60), "Ventes", "What that journal is called.", NOT_CHANNEL
    ),
    _accounting(
        "oss_registered",
        values.flag,
        False,
        "Whether VAT of other member states is declared in the One Stop Shop.",
        NOT_CHANNEL,
    ),
    _accounting(
        "own_vat_countries",
        values.member_states,
        [],
        "Other member states whose VAT the seller declares there itself, not in the One Stop Shop.",
        NOT_CHANNEL,
    ),
)
