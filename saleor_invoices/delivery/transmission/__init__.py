"""Handing e-invoices to others: a port, and an adapter for each channel."""
