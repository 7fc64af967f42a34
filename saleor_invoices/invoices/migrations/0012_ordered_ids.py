"""New documents get ids that are ordered by time; the database keeps no default, so it has no part."""

import uuid6
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("invoices", "0011_external")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="salesdocument",
                    name="id",
                    field=models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                )
            ]
        )
    ]
