"""Invoices of other systems into the app: files and API calls read, checked, kept and reported."""
