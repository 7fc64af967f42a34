"""E-invoices of EN 16931: one document model in, UN/CEFACT CII or UBL out, judged by the rules.

``choice`` says which e-invoice a document is to be and ``laws`` what else its law wants,
``representable`` what a profile cannot say of it, ``cii.write`` and ``ubl.write`` write it, and
``validation.validate`` asks the official rules. ``services`` does all of that for the rest of the
app. See ``docs/algorithms/einvoice.md``.
"""
