"""Files of other systems, read as streams: a reader a format, named in ``registry``.

Readers know files and no database. ``fields`` is the table of what a CSV or XLSX file may say,
``headings`` proposes which column says it, ``formats`` finds out how amounts and dates are written.
"""
