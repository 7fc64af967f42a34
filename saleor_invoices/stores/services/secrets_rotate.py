"""Encrypt every stored secret anew, under the first of SECRET_KEYS."""

from django.apps import apps
from django.db import models, transaction

from saleor_invoices.stores.crypto import EncryptedTextField

BATCH = 500


def secrets_rotate() -> dict[str, int]:
    """Read and write every encrypted column of every model; returns rows by ``model.column``.

    Afterwards the older keys can be dropped. Raises ``Unverified`` SECRET_KEY_MISSING, having
    changed nothing, when a secret can't be read with any of the keys.
    """
    with transaction.atomic():
        return {
            f"{model._meta.label}.{field.name}": _rotate(model, field.name)
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if isinstance(field, EncryptedTextField)
        }


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
