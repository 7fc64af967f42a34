"""Customers' payments: the providers behind a small port, and what becomes of the money.

``port``, ``stripe_*`` and ``connection`` are adapters, which know no invoice; models and services
stand above the invoices.
"""
