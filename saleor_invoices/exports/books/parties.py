"""Customers as accounting knows them: one short code for whoever buys again."""

import hashlib

from saleor_invoices.exports.records import DocumentRecord

_DIGITS = 16


def customer_code(record: DocumentRecord) -> str:
    """The same for the same buyer: by Saleor's customer, VAT id, mail address, or name and place.

    Saleor's own ids are longer than accounting takes. Of an erased document nobody knows any more.
    """
    if record.erased:
        return "C-ERASED"
    address = record.buyer_address
    place = f"{address.postal_code} {address.street}" if address else ""
    who = (
        record.customer_id
        or record.buyer_vat_id
        or record.customer_email.casefold()
        or f"{record.buyer_name}\n{place}".casefold()
    )
    return f"C-{hashlib.sha256(who.encode()).hexdigest()[:_DIGITS].upper()}"
