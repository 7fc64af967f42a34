"""E-invoices of EN 16931 back into documents: the inverse of ``documents.einvoice``.

``source`` holds one file's XML with what was wrong in it, ``cii`` and ``ubl`` read the two
syntaxes, ``parts`` completes what neither carries: the tax and gross amount of each line.

What neither can say, and what a document read from XML therefore lacks: test mode, languages, the
name of the tax, prices with or without tax, the order but its number, where an amount came from
(``source_id``, ``preceding_id``), the person at a company, the name of a bank, the address of a
payee, why and how a prepaid amount was settled, the exchange rate, the reason of a credit note (it
is a note), and how the PDF looks. A line's own tax is shared out of the VAT breakdown.
"""
