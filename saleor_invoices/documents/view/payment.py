"""The payment block: what to pay where, or that there is nothing to pay."""

from collections.abc import Iterator

from stdnum import iban as iban_numbers

from saleor_invoices.documents.view.context import Context
from saleor_invoices.documents.view.model import Pair, PaymentView
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import CreditTransfer


def asks_for_money(context: Context) -> bool:
    """Whether the document wants to be paid.

    An amount may be open without being asked for, e.g. where a card is charged on dispatch: such
    a document has neither a due date nor an account.
    """
    document = context.document
    wanted = document.due_date is not None or bool(_transfers(context))
    return document.kind is not DocumentKind.CREDIT_NOTE and document.totals.payable > 0 and wanted


def is_settled(context: Context) -> bool:
    """Whether the document was paid when it was issued.

    What the shop was paid by card or online stands in the amount due (BT-115), since only gift
    cards are prepaid amounts; such a document has means of payment, but nothing to pay to or by.
    """
    document = context.document
    if document.kind is DocumentKind.CREDIT_NOTE:
        return False
    if document.totals.payable <= 0:
        return bool(document.totals.prepaid)
    return document.payment is not None and not asks_for_money(context)


def payment_view(context: Context, *, with_qr: bool) -> PaymentView | None:
    """The block, or ``None`` where there is nothing to say."""
    if context.document.kind is DocumentKind.CREDIT_NOTE:
        return None
    asks = asks_for_money(context)
    texts = tuple(text for text in _texts(context, asks=asks) if text)
    accounts = tuple(_account(context, one) for one in _transfers(context)) if asks else ()
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
    document, labels, formats = context.document, context.labels, context.formats
    amount = formats.money(document.totals.payable)
    if asks and document.due_date:
        yield labels.pay_by.format(amount=amount, date=formats.long_date(document.due_date))
    elif asks:
        yield labels.pay.format(amount=amount)
    settled = is_settled(context)
    yield labels.settled if settled else document.payment_terms
    if document.payment and document.payment.means_text:
        yield f"{labels.payment_method}: {document.payment.means_text}"


def _transfers(context: Context) -> tuple[CreditTransfer, ...]:
    payment = context.document.payment
    return payment.credit_transfers if payment else ()


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
    document, transfers = context.document, _transfers(context)
    name = next((one.account_name for one in transfers if one.account_name), document.seller.name)
    amount = context.formats.money(document.totals.payable)
    return context.labels.qr_alt.format(amount=amount, name=name)
