"""Encrypt every stored secret anew, under the first of SECRET_KEYS."""

from django.apps import apps
from django.db import models, transaction

from saleor_invoices.stores.crypto import EncryptedTextField
from saleor_invoices.stores.models import SettingValue
from saleor_invoices.stores.registry import SECRETS
from saleor_invoices.stores.sealing import seal, unseal

BATCH = 500
SETTINGS = "stores.SettingValue.value"


def secrets_rotate() -> dict[str, int]:
    """Read and write every encrypted column of every model, and every setting that is a secret.

    Returns rows by ``model.column``.

    Afterwards the older keys can be dropped. Raises ``Unverified`` SECRET_KEY_MISSING, having
    changed nothing, when a secret can't be read with any of the keys.
    """
    with transaction.atomic():
        counts = {
            f"{model._meta.label}.{field.name}": _rotate(model, field.name)
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if isinstance(field, EncryptedTextField)
        }
        return {**counts, SETTINGS: _rotate_settings()}


def _rotate_settings() -> int:
    rows = list(SettingValue.objects.select_for_update().filter(key__in=SECRETS).order_by("pk"))
    for row in rows:
        row.value = seal(unseal(row.value))
    SettingValue.objects.bulk_update(rows, ["value"], batch_size=BATCH)
    return len(rows)


def _rotate(model: type[models.Model], column: str) -> int:
    count, batch = 0, _next_batch(model, column, None)
    while batch:
        model._base_manager.bulk_update(batch, [column])
        count += len(batch)
        batch = _next_batch(model, column, batch[-1])
    return count


def _next_batch(
    model: type[models.Model], column: str, last: models.Model | None
) -> list[models.Model]:
    # Locked while they are rewritten: a token registered meanwhile must not be overwritten.
    rows = model._base_manager.select_for_update().only("pk", column).order_by("pk")
    return list((rows.filter(pk__gt=last.pk) if last else rows)[:BATCH])
