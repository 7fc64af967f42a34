"""Looking for what a file would lack, before a job begins: settings, accounts, exchange rates.

A few sums of the database tell it, without reading a document. What they can't tell, such as
whether a document has a rate of its own, the writer finds on its way and names.
"""

from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractQuarter, ExtractYear

from saleor_invoices.exports.books.accounts import OSS
from saleor_invoices.exports.books.booking import account_of, rate_missing, sale_at
from saleor_invoices.exports.context import NOTHING, ExportContext, books_of, context_of
from saleor_invoices.exports.formats.datev_file import DatevWriter
from saleor_invoices.exports.formats.fec_file import FecWriter
from saleor_invoices.exports.formats.oss_file import EURO, OssWriter, last_day
from saleor_invoices.exports.registry import Writer
from saleor_invoices.invoices.models import SalesDocument, VatShare
from saleor_invoices.stores.models import Installation


def export_prepare(
    *,
    installation: Installation,
    writer: Writer,
    rows: QuerySet[SalesDocument],
    made_at: datetime,
) -> ExportContext:
    """The context of a file of these documents, when nothing that it needs is missing.

    Raises ``InvalidInput`` EXPORT_EMPTY, EXPORT_SEVERAL_SELLERS, EXPORT_SEVERAL_YEARS,
    EXPORT_SETTING_MISSING, EXPORT_ACCOUNT_MISSING, EXCHANGE_RATE_MISSING.
    """
    if not writer.is_of_books:
        return NOTHING
    context = context_of(installation=installation, rows=rows, made_at=made_at)
    writer.check(context)
    found = books_of(rows).order_by()
    if isinstance(writer, DatevWriter | FecWriter):
        _accounts_check(writer, context, found)
    if isinstance(writer, OssWriter):
        _quarters_check(context, found)
    else:
        _rates_check(context, found)
    return context


def _accounts_check(
    writer: DatevWriter | FecWriter, context: ExportContext, rows: QuerySet[SalesDocument]
) -> None:
    """Every kind of sale has an account. Who buys is not told here: private persons are taken."""
    seller = context.seller
    accounts = writer.accounts(seller)
    kinds = VatShare.objects.filter(document__in=rows).order_by()
    for category, rate, country in kinds.values_list("category", "rate", "country").distinct():
        sale = sale_at(
            seller, category=category, rate=rate or "0", country=country, to_business=False
        )
        account_of(accounts, sale, seller, "revenue_accounts")


def _rates_check(context: ExportContext, rows: QuerySet[SalesDocument]) -> None:
    """Documents without VAT have no rate of their own: one must have been entered for their day."""
    seller = context.seller
    foreign = rows.exclude(currency=seller.currency).filter(tax_minor=0, preceding=None)
    for currency, day in foreign.values_list("currency", "issue_date").distinct():
        if day and context.rate(currency, seller.currency, day) is None:
            raise rate_missing(currency, seller.currency, day)


def _quarters_check(context: ExportContext, rows: QuerySet[SalesDocument]) -> None:
    """Art. 369h: other currencies need the rate of their quarter's last day."""
    shares = VatShare.objects.filter(document__in=rows.exclude(currency=EURO)).order_by()
    split = shares.annotate(
        year=ExtractYear("document__issue_date"), quarter=ExtractQuarter("document__issue_date")
    )
    columns = ("document__legal_entity__key", "category", "country", "document__currency")
    kinds = split.values_list(*columns, "year", "quarter").annotate(Count("pk"))
    for key, category, country, currency, year, quarter, _ in kinds:
        seller = context.sellers[key]
        sale = sale_at(seller, category=category, rate="", country=country, to_business=False)
        day = last_day(date(year, 3 * quarter, 1))
        if sale.kind == OSS and context.rate(currency, EURO, day) is None:
            raise rate_missing(currency, EURO, day)
