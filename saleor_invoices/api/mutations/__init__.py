"""Changes of the schema, one module an area; each is a verb of ``invoices.services``."""
