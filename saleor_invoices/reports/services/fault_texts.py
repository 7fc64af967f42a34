"""Faults of the ledger as a merchant understands them: what does not hold, and where."""

from saleor_invoices.invoices.services.ledger_verify import Fault

_TEXTS = {
    "TRIGGER_MISSING": "The database no longer refuses changes of issued documents ({detail}). "
    "Have the operator run migrate.",
    "CHAIN_POSITION": "Document {number} does not stand where it was issued: one before it is "
    "missing, or is there twice.",
    "CHAIN_PREVIOUS": "Document {number} does not follow the one before it: one was removed, "
    "added or exchanged.",
    "CHAIN_HASH": "Number, place or content of document {number} was changed after it was issued.",
    "DIGEST": "The content of document {number} is not what was issued.",
    "SNAPSHOT": "The content of document {number} can't be read: {detail}",
    "COLUMN": "Document {number} is listed otherwise than it was issued ({detail}).",
    "TOTALS": "The sums of document {number} do not add up: {detail}",
    "VAT_SHARES": "VAT reports count document {number} otherwise than it says ({detail}).",
    "SEQUENCE_GAP": "Before document {number}, a number is missing or was used twice.",
    "DATE_BACK": "Document {number} bears an earlier date ({detail}) than the one before it.",
    "SERIES_HEAD": "The series does not stand at its last document {number} ({detail}).",
    "NO_SERIES": "Document {number} was issued outside of every number series.",
    "ERASURE_MISSING": "The content of document {number} is gone, and no erasure says why.",
    "ERASURE_INCOMPLETE": "Document {number} was erased, but not all of it ({detail}).",
    "ERASED_EARLY": "Document {number} was erased while the law still asked for it: {detail}.",
    "CREDIT_WITHOUT_INVOICE": "Credit note {number} names no invoice.",
    "CREDIT_NOT_OF_INVOICE": "Credit note {number} credits something that is no issued invoice "
    "({detail}).",
    "CREDIT_MISMATCH": "Credit note {number} does not fit its invoice ({detail}).",
    "CREDIT_EXCEEDS": "The credit notes of invoice {number} are together more than it ({detail}).",
    "CREDIT_NOT_APPLIED": "Credit note {number} does not count once and in full for its invoice "
    "({detail}).",
    "COVERAGE_MISSING": "Invoice {number} does not cover its order.",
    "COVERAGE_WRONG": "Order {number} is said to be invoiced by a document that is none of its "
    "({detail}).",
    "COVERAGE_RELEASED": "Order {number} may be invoiced again although its invoice stands "
    "({detail}).",
    "ORDER_TWIN": "Order {number} was invoiced twice ({detail}).",
    "MOVEMENT_OVERALLOCATED": "More of a payment counts for documents than came ({detail}).",
    "ALLOCATION_SIGN": "Document {number} gives back more of a payment than it got ({detail}).",
    "ALLOCATION_MISMATCH": "Money of another currency or store, or of a draft, counts for document "
    "{number} ({detail}).",
    "MOVEMENT_CREDIT": "A credit has no credit note, or a payment has one ({detail}).",
    "PAYMENT_STATE": "Invoice {number} is shown otherwise than its payments say ({detail}).",
    "PAYMENT_STATE_MISSING": "Nothing says whether invoice {number} is paid.",
    "ORDER_MONEY": "More of an order's money counts for imported invoices than is free, or that of "
    "another order ({number}: {detail}).",
    "EINVOICE_FILE": "The e-invoice of document {number} is said to be made, and there is none.",
    "EINVOICE_RECORD": "Document {number} has an e-invoice that nobody checked.",
    "FILE": "A stored file of document {number} is gone or was changed ({detail}).",
    "FILE_NOT_ERASED": "A file of the erased document {number} is still stored ({detail}).",
}


def fault_text(fault: Fault) -> str:
    """One sentence or two; a code that is not known here is told as it is."""
    text = _TEXTS.get(fault.code)
    if text is None:
        parts = (fault.code, fault.series, fault.number, fault.detail)
        return ": ".join(part for part in parts if part)
    place = f" [{fault.series}]" if fault.series else ""
    return text.format(number=fault.number or "–", detail=fault.detail) + place
