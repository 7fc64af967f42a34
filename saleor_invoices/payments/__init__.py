"""Payments of our own: the provider behind a small port. Adapters; they know no invoice."""
