"""Saleor Invoices: numbered, immutable invoices for every Saleor shop."""

from saleor_invoices.celery import app as celery_app

__all__ = ["celery_app"]
