"""What would hold with settings that are not saved: they are made, looked at, and taken back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import transaction

from saleor_invoices.stores.configuration import ValueInput
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.services.settings_update import settings_update

T = TypeVar("T")


def settings_try(
    *, installation: Installation, changes: Sequence[ValueInput], look: Callable[[], T]
) -> T:
    """What ``look`` finds with the changes made; nothing is kept. Raises as ``settings_update``.

    The store is locked meanwhile, as by every change of its settings: ``look`` must be quick, and
    read the database only.
    """
    if not changes:
        return look()
    with transaction.atomic():
        settings_update(installation=installation, changes=changes, changed_by="preview")
        found = look()
        transaction.set_rollback(True)
    return found
