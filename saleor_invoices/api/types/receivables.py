"""Who owes what, in the schema's words."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

import strawberry

from saleor_invoices.api.content import invoice_money
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.types.content import InvoiceMoney
from saleor_invoices.invoices.models import SalesDocument as Row
from saleor_invoices.reports.selectors.customers import Account, Entry, Statement, StatementRow
from saleor_invoices.reports.selectors.receivables import (
    MOST_CUSTOMERS,
    Buckets,
    CurrencyAges,
    Debtor,
    OpenAmount,
)

StatementEntry: TypeAlias = Entry
strawberry.enum(StatementEntry, name="SalesStatementEntry", description="What a row is.")


@strawberry.type(description="What is owed in one currency, and on how many documents.")
class SalesOpenAmount:
    amount: InvoiceMoney
    documents: int

    @classmethod
    def all_of(cls, amounts: Iterable[OpenAmount]) -> "list[SalesOpenAmount]":
        """In the schema's words."""
        return [
            cls(amount=invoice_money(one.minor, one.currency), documents=one.documents)
            for one in amounts
        ]


@strawberry.type(description="What waits: money and work.")
class SalesOverview:
    as_of: dt.date = strawberry.field(description="The day that it is where the seller is.")
    open: list[SalesOpenAmount] = strawberry.field(description="One for each currency.")
    overdue: list[SalesOpenAmount]
    due_soon: list[SalesOpenAmount] = strawberry.field(description="Due within 7 days.")
    failed: int = strawberry.field(description="As many as `salesFailedWork` lists.")
    to_issue: int = strawberry.field(description="Orders without an invoice; 1001: more than 1000.")


@strawberry.type(description="Amounts by the days since they were due.")
class SalesAgeingBuckets:
    not_due: InvoiceMoney = strawberry.field(description="Today included, and without a due date.")
    days1_to30: InvoiceMoney
    days31_to60: InvoiceMoney
    days61_to90: InvoiceMoney
    over90: InvoiceMoney
    total: InvoiceMoney

    @classmethod
    def of(cls, buckets: Buckets, currency: str) -> "SalesAgeingBuckets":
        """In the schema's words."""
        return cls(
            not_due=invoice_money(buckets.not_due, currency),
            days1_to30=invoice_money(buckets.days_1_to_30, currency),
            days31_to60=invoice_money(buckets.days_31_to_60, currency),
            days61_to90=invoice_money(buckets.days_61_to_90, currency),
            over90=invoice_money(buckets.over_90, currency),
            total=invoice_money(buckets.total, currency),
        )


@strawberry.type(description="One customer: by account, else by e-mail, else by name.")
class SalesAgeingRow:
    customer_id: strawberry.ID | None = strawberry.field(description="Null for a guest.")
    name: str
    email: str
    documents: int
    buckets: SalesAgeingBuckets

    @classmethod
    def of(cls, debtor: Debtor, currency: str) -> "SalesAgeingRow":
        """In the schema's words."""
        return cls(
            customer_id=strawberry.ID(debtor.customer_id) if debtor.customer_id else None,
            name=debtor.name,
            email=debtor.email,
            documents=debtor.documents,
            buckets=SalesAgeingBuckets.of(debtor.buckets, currency),
        )


@strawberry.type(description="One currency: none is ever added to another.")
class SalesAgeingCurrency:
    currency: str
    total: SalesAgeingBuckets = strawberry.field(description="Of all customers.")
    rows: list[SalesAgeingRow] = strawberry.field(
        description=f"The {MOST_CUSTOMERS} customers who owe most."
    )
    more_customers: int = strawberry.field(description="How many are not among the rows.")

    @classmethod
    def of(cls, ages: CurrencyAges) -> "SalesAgeingCurrency":
        """In the schema's words."""
        shown = ages.debtors[:MOST_CUSTOMERS]
        return cls(
            currency=ages.currency,
            total=SalesAgeingBuckets.of(ages.total, ages.currency),
            rows=[SalesAgeingRow.of(one, ages.currency) for one in shown],
            more_customers=len(ages.debtors) - len(shown),
        )


@strawberry.type(description="Who owed how much for how long, at the end of a day.")
class SalesAgeing:
    as_of: dt.date
    currencies: list[SalesAgeingCurrency]


@strawberry.type(description="How one customer stands now.")
class SalesCustomerAccount:
    customer_id: strawberry.ID
    name: str = strawberry.field(description="As on the latest document.")
    email: str
    open: list[SalesOpenAmount]
    overdue: list[SalesOpenAmount]
    currencies: list[str] = strawberry.field(description="Of all documents.")
    documents: int

    @classmethod
    def of(cls, account: Account) -> "SalesCustomerAccount":
        """In the schema's words."""
        return cls(
            customer_id=strawberry.ID(account.customer_id),
            name=account.name,
            email=account.email,
            open=SalesOpenAmount.all_of(account.amounts.open),
            overdue=SalesOpenAmount.all_of(account.amounts.overdue),
            currencies=account.currencies,
            documents=account.documents,
        )


@strawberry.input(description="Whose statement, of which days (inclusive), in which currency.")
class SalesStatementInput:
    customer_id: strawberry.ID
    from_: dt.date = strawberry.field(name="from")
    to: dt.date
    currency: str
    legal_entity: str = strawberry.field(default="", description="Key; empty: all sellers.")


@strawberry.type(description="One document, or one movement of money.")
class SalesStatementRow:
    on: dt.date
    entry: StatementEntry
    reference: str = strawberry.field(description="Number of the document, or of the payment.")
    document_id: strawberry.ID | None = strawberry.field(
        description="The document, or the one that the money counts for; null where there are more."
    )
    amount: InvoiceMoney = strawberry.field(description="Above zero: the customer owes more.")
    balance: InvoiceMoney = strawberry.field(description="After it.")

    @classmethod
    def of(cls, row: StatementRow, currency: str) -> "SalesStatementRow":
        """In the schema's words."""
        return cls(
            on=row.on,
            entry=row.entry,
            reference=row.reference,
            document_id=_document_id(row.document) if row.document else None,
            amount=invoice_money(row.minor, currency),
            balance=invoice_money(row.balance, currency),
        )


@strawberry.type(
    description="A customer's account over a period: `opening` and the amounts of all rows make "
    "`closing`. Invoices count with what had to be paid in money, so less gift cards."
)
class SalesStatement:
    customer_id: strawberry.ID
    name: str
    currency: str
    from_: dt.date = strawberry.field(name="from")
    to: dt.date
    opening: InvoiceMoney
    closing: InvoiceMoney
    invoiced: InvoiceMoney
    credited: InvoiceMoney
    paid: InvoiceMoney = strawberry.field(description="What came less what went back.")
    rows: list[SalesStatementRow]

    @classmethod
    def of(cls, statement: Statement) -> "SalesStatement":
        """In the schema's words."""
        currency = statement.currency
        money = (Entry.PAYMENT, Entry.REFUND, Entry.CHARGEBACK)
        return cls(
            customer_id=strawberry.ID(statement.customer_id),
            name=statement.name,
            currency=currency,
            from_=statement.start,
            to=statement.end,
            opening=invoice_money(statement.opening, currency),
            closing=invoice_money(statement.closing, currency),
            invoiced=invoice_money(statement.total(Entry.INVOICE), currency),
            credited=invoice_money(-statement.total(Entry.CREDIT_NOTE), currency),
            paid=invoice_money(-statement.total(*money), currency),
            rows=[SalesStatementRow.of(row, currency) for row in statement.rows],
        )


def _document_id(row: Row) -> strawberry.ID:
    name = "CreditNote" if row.kind == "credit_note" else "SalesInvoice"
    return strawberry.ID(global_id(name, row.pk))
