"""Webhooks out: what merchants' own servers hear of documents, signed and tried again."""
