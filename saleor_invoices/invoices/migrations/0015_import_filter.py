"""The documents that one import brought are found without looking through those of all imports."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("invoices", "0014_twin_indexes"),
        ("stores", "0002_setup_step"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="externalreference",
            index=models.Index(
                condition=models.Q(("job__isnull", False)), fields=["job"], name="external_of_job"
            ),
        ),
    ]
