"""The same file by django-import-export: ``FILE`` as a process of its own; prints the seconds.

Each row becomes a row of one plain table, by its bulk mode: it knows no invoice of several lines,
so it groups, checks, sums and links nothing.
"""

import csv
import json
import sys
import time
from pathlib import Path

import tablib
from django.db import connection, models
from import_export import resources

from bench.erp import HEADINGS

BATCH = 1_000


class BareRow(models.Model):
    """A row of the file as it is."""

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return str(self.pk)


for _name in HEADINGS:
    models.CharField(max_length=200).contribute_to_class(BareRow, _name)


class BareResource(resources.ModelResource):  # type: ignore[misc] # it has no types
    """How the library is told to be as fast as it can."""

    class Meta:
        model = BareRow
        import_id_fields: tuple[str, ...] = ()
        fields = HEADINGS
        use_bulk = True
        batch_size = BATCH
        force_init_instance = True
        skip_diff = True
        skip_html_diff = True
        use_transactions = True


def main(arguments: list[str]) -> None:
    """Import it."""
    with connection.schema_editor() as editor:
        editor.create_model(BareRow)
    began = time.perf_counter()
    with Path(arguments[0]).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        headings = next(rows)
        data = tablib.Dataset(*map(tuple, rows), headers=headings)
    BareResource().import_data(data, raise_errors=True)
    sys.stdout.write(json.dumps({"seconds": time.perf_counter() - began}))
