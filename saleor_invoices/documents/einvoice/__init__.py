"""E-invoices of EN 16931: one document model in, UN/CEFACT CII or UBL out, judged by the rules.

``representable`` says what a profile cannot say of a document, ``cii.write`` and ``ubl.write``
write it, ``validation.validate`` asks the official rules, and ``making.einvoice_make`` does all
three. See ``docs/algorithms/einvoice.md``.
"""
