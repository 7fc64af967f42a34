"""The payment block: what to pay where, or that there is nothing to pay."""

from collections.abc import Iterator

from stdnum import iban as iban_numbers

from saleor_invoices.documents.swiss import SwissBill
from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.model import Pair, PaymentView
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import CreditTransfer, Document


def asks_for_money(document: Document) -> bool:
    """Whether the document wants to be paid.

    An amount may be open without being asked for, e.g. where a card is charged on dispatch: such
    a document has neither a due date nor an account.
    """
    wanted = document.due_date is not None or bool(_transfers(document))
    return document.kind is not DocumentKind.CREDIT_NOTE and document.totals.payable > 0 and wanted


def is_settled(context: Context) -> bool:
    """Whether the document was paid when it was issued.

    What had come in is a prepaid amount (BT-113). Where it is not, as in documents of before that
    rule, a paid one has means of payment, but nothing to pay to or by.
    """
    document = context.document
    if document.kind is DocumentKind.CREDIT_NOTE:
        return False
    if document.totals.payable <= 0:
        return bool(document.totals.prepaid)
    return document.payment is not None and not asks_for_money(context.document)


def payment_view(
    context: Context, *, with_qr: bool, bill: SwissBill | None = None
) -> PaymentView | None:
    """The block, or ``None`` where there is nothing to say.

    The account of a ``bill`` is on its payment part, with the reference that it has to be paid by.
    """
    if context.document.kind is DocumentKind.CREDIT_NOTE:
        return None
    asks = asks_for_money(context.document)
    texts = tuple(text for text in _texts(context, asks=asks) if text)
    transfers = _transfers(context.document) if asks else ()
    accounts = tuple(_account(context, one) for one in transfers if not _is_on(bill, one))
    if not texts and not accounts:
        return None
    return PaymentView(
        heading=context.labels.payment,
        texts=texts,
        accounts=accounts,
        qr_caption=context.labels.qr_caption if with_qr else "",
        qr_alt=_qr_alt(context) if with_qr else "",
    )


def _texts(context: Context, *, asks: bool) -> Iterator[str]:
    document, labels, formats = context.document, context.labels, context.spoken
    amount = formats.money(document.totals.payable)
    if asks and document.due_date:
        yield labels.pay_by.format(amount=amount, date=formats.long_date(document.due_date))
    elif asks:
        yield labels.pay.format(amount=amount)
    settled = is_settled(context)
    yield labels.settled if settled else document.payment_terms
    if document.payment and document.payment.means_text:
        yield f"{labels.payment_method}: {context.apart(document.payment.means_text)}"


def _transfers(document: Document) -> tuple[CreditTransfer, ...]:
    payment = document.payment
    return payment.credit_transfers if payment else ()


def _is_on(bill: SwissBill | None, transfer: CreditTransfer) -> bool:
    return bill is not None and iban_numbers.compact(transfer.account) == bill.iban


def _account(context: Context, transfer: CreditTransfer) -> tuple[Pair, ...]:
    labels, document = context.labels, context.document
    is_iban = iban_numbers.is_valid(transfer.account)
    account = iban_numbers.format(transfer.account) if is_iban else transfer.account
    remittance = document.payment.remittance if document.payment else ""
    pairs = (
        (labels.account_holder, transfer.account_name or document.seller.name),
        (labels.iban if is_iban else labels.account_number, account),
        (labels.bic, transfer.bic),
        (labels.bank, transfer.bank_name),
        (labels.reference, remittance or document.number),
    )
    return tuple(Pair(label=label, value=value) for label, value in pairs if value)


def _qr_alt(context: Context) -> str:
    document, transfers = context.document, _transfers(context.document)
    name = next((one.account_name for one in transfers if one.account_name), document.seller.name)
    amount = context.spoken.money(document.totals.payable)
    return context.labels.qr_alt.format(amount=amount, name=context.apart(name))
