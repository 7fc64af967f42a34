"""Indexes of one column go where another index begins with it: each row was entered in both.

Django would drop and check the foreign keys anew, and on SQLite copy the tables; here only the
indexes are touched, so that the app can go on meanwhile.
"""

from typing import Any, cast

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class AlterForeignKeyIndex(migrations.AlterField):
    """Gives a foreign key an index of its own, or takes it away, and changes nothing else."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop or make the index."""
        model = to_state.apps.get_model(app_label, self.model_name)
        field, editor = model._meta.get_field(self.name), cast("Any", schema_editor)
        if field.db_index:
            editor.execute(editor._create_index_sql(model, fields=[field]))
            return
        named = {index.name for index in model._meta.indexes}
        found = editor._constraint_names(
            model, [field.column], index=True, type_=models.Index.suffix, exclude=named
        )
        for name in found:
            editor.execute(editor._delete_index_sql(model, name))


def _without(
    model: str, name: str, to: str, related_name: str, *, optional: bool = False
) -> migrations.AlterField:
    field = models.ForeignKey(
        db_index=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name=related_name,
        to=to,
        blank=optional,
        null=optional,
    )
    return AlterForeignKeyIndex(model_name=model, name=name, field=field)


DOCUMENT, STORE = "invoices.salesdocument", "stores.installation"


class Migration(migrations.Migration):
    dependencies = [
        ("invoices", "0013_order_money"),
        ("stores", "0002_setup_step"),
    ]

    operations = [
        _without("allocation", "document", DOCUMENT, "allocations"),
        _without("documentfile", "document", DOCUMENT, "files"),
        _without("externalreference", "installation", STORE, "external_references"),
        _without("movement", "installation", STORE, "movements"),
        _without("movement", "order", "invoices.orderrecord", "movements", optional=True),
        _without("orderrecord", "installation", STORE, "orders"),
        _without("paymentstate", "installation", STORE, "payment_states"),
        _without("publication", "document", DOCUMENT, "publications"),
        _without("salesdocument", "installation", STORE, "documents"),
        _without("salesdocument", "legal_entity", "stores.legalentity", "documents"),
        _without("salesdocument", "series", "invoices.numberseries", "documents", optional=True),
        _without("vatshare", "document", DOCUMENT, "vat_shares"),
    ]
