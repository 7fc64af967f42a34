"""The benchmark behind ``make bench``: every figure beside its limit, in the same run."""

PARTS = (
    "issue",
    "webhook",
    "render",
    "einvoice",
    "read",
    "page",
    "storefront",
    "pay",
    "export",
    "imports",
)
"""What is measured, in this order."""
