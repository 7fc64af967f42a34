"""From what was said of one invoice to a document of EN 16931: what is missing is derived.

``structs`` is the shape, ``record`` the way from there to ``imports.records.ExternalRecord``;
lines, totals, parties and payments have a file each. No file format and no database is known here.
"""
