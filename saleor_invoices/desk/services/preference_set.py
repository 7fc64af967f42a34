"""What a person likes, kept for them on every device."""

from typing import cast

from django.db import transaction

from saleor_invoices.desk.models import Preference
from saleor_invoices.desk.services.limits import checked_json, checked_name
from saleor_invoices.domain.errors import Conflict
from saleor_invoices.stores.models import Installation

MOST_NAMES = 40


def preference_set(*, installation: Installation, user_id: str, name: str, value: object) -> str:
    """Keep a value under a name, or forget it where the value is None. Returns the name.

    Raises ``InvalidInput`` NAME_INVALID, VALUE_TOO_LARGE; ``Conflict`` PREFERENCES_TOO_MANY.
    """
    name = checked_name(name)
    own = Preference.objects.filter(installation=installation, user_id=user_id)
    if value is None:
        own.filter(name=name).delete()
        return name
    checked_json(value, field="value")
    with transaction.atomic():
        _, made = Preference.objects.update_or_create(
            installation=installation, user_id=user_id, name=name, defaults={"value": value}
        )
        if made and own.count() > MOST_NAMES:
            raise Conflict(
                f"A person has at most {MOST_NAMES} preferences.",
                code="PREFERENCES_TOO_MANY",
                params=cast("dict[str, object]", {"most": MOST_NAMES}),
            )
    return name
