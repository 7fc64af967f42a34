"""The VAT shares of documents that were issued before these rows were kept."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import migrations

from saleor_invoices.domain import codec
from saleor_invoices.domain.vat_shares import vat_shares

BATCH = 500


def fill(apps: Any, _schema_editor: object) -> None:  # noqa: ANN401 of no one class
    documents = apps.get_model("invoices", "SalesDocument")
    shares = apps.get_model("invoices", "VatShare")
    waiting = documents.objects.filter(state="issued", vat_shares__isnull=True)
    rows = waiting.only("snapshot", "erased_at", "net_minor", "tax_minor").order_by("pk")
    found = rows.iterator(chunk_size=BATCH)
    while batch := list(islice(found, BATCH)):
        shares.objects.bulk_create(share for row in batch for share in _shares(shares, row))


def _shares(model: Any, row: Any) -> Iterator[Any]:  # noqa: ANN401 of no one class
    if row.erased_at is not None:  # its rates are gone; its totals are not
        yield model(document=row, net_minor=row.net_minor, tax_minor=row.tax_minor)
        return
    for share in vat_shares(codec.decode(bytes(row.snapshot))):
        yield model(
            document=row,
            category=share.category,
            rate=share.rate,
            country=share.country,
            net_minor=share.net_minor,
            tax_minor=share.tax_minor,
        )


class Migration(migrations.Migration):
    dependencies = [("invoices", "0003_vat_shares")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
