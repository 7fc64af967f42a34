"""What whoever imports says: how a file is read, and documents by themselves."""

import base64
import binascii
import datetime as dt
from decimal import Decimal

import strawberry

from saleor_invoices.api.types.import_shapes import InvoiceImportDocumentInput, shape_values
from saleor_invoices.api.types.scalars import ExactDecimal
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.imports.records import PaidAmount, ReadOptions
from saleor_invoices.imports.services.documents_import import GivenDocument

MOST_COLUMNS = 1_000
LONGEST_HEADER = 1_000


@strawberry.input(description="A column of the file, and the field of ours that it is.")
class SalesImportColumnInput:
    header: str
    field: str


@strawberry.input(description="How a file is read; what is empty is found out from the file.")
class SalesImportOptionsInput:
    columns: list[SalesImportColumnInput] | None = None
    sheet: str = strawberry.field(
        default="", description="Of a workbook: its name; empty: the first with rows."
    )
    encoding: str = ""
    delimiter: str = ""
    decimal_sign: str = ""
    date_order: str = strawberry.field(default="", description="`ymd`, `dmy` or `mdy`.")
    currency: str = strawberry.field(default="", description="Where the file names none.")
    language: str = strawberry.field(default="", description="Of the documents; empty: en.")

    def options(self) -> ReadOptions:
        """Checked. Raises ``InvalidInput`` OPTIONS_INVALID."""
        columns = {one.header: one.field for one in self.columns or ()}
        words = (
            self.sheet,
            self.encoding,
            self.currency,
            self.language,
            *columns,
            *columns.values(),
        )
        faults = {
            "columns": len(columns) > MOST_COLUMNS,
            "delimiter": len(self.delimiter) > 1,
            "decimalSign": self.decimal_sign not in ("", ".", ","),
            "dateOrder": self.date_order not in ("", "ymd", "dmy", "mdy"),
            "options": any(len(word) > LONGEST_HEADER for word in words),
        }
        for field, is_wrong in faults.items():
            if is_wrong:
                raise InvalidInput(
                    f"The {field} can't be used.", code="OPTIONS_INVALID", params={"field": field}
                )
        return ReadOptions(
            columns=columns,
            sheet=self.sheet,
            encoding=self.encoding,
            delimiter=self.delimiter,
            decimal_sign=self.decimal_sign,
            date_order=self.date_order,
            currency=self.currency,
            language=self.language or "en",
        )


@strawberry.input(description="One document, with its own PDF where there is one.")
class InvoiceImportItemInput:
    document: InvoiceImportDocumentInput
    pdf: str = strawberry.field(default="", description="Base64.")

    def given(self, position: int) -> GivenDocument:
        """Checked. Raises ``InvalidInput`` PDF_INVALID."""
        try:
            pdf = base64.b64decode(self.pdf, validate=True)
        except (binascii.Error, ValueError) as error:
            raise InvalidInput(
                f"The PDF of document {position} is no Base64.",
                code="PDF_INVALID",
                params={"field": "pdf", "position": position},
            ) from error
        return GivenDocument(values=shape_values(self.document), pdf=pdf)


@strawberry.input(description="Money that another system received (above zero) or gave back.")
class InvoiceImportMoneyInput:
    amount: ExactDecimal
    on: dt.date | None = None
    method: str = ""
    reference: str = strawberry.field(
        default="", description="Of the other system: the same one is written once."
    )

    def paid(self) -> PaidAmount:
        """In the import's words. Raises ``InvalidInput`` PAYMENT_INVALID."""
        if len(self.reference) > 120 or len(self.method) > 200:
            raise InvalidInput("The payment's words are too long.", code="PAYMENT_INVALID")
        return PaidAmount(
            amount=Decimal(self.amount), on=self.on, method=self.method, reference=self.reference
        )
