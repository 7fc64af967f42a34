"""Scalars of the schema. Names must not be Saleor's with another meaning: gateways merge them."""

import re
from decimal import Decimal
from typing import NewType

import strawberry

from saleor_invoices.domain.errors import InvalidInput

ExactDecimal = NewType("ExactDecimal", Decimal)
_FORM = re.compile(r"-?\d{1,15}(\.\d{1,12})?", re.ASCII)


def _parse(value: object) -> Decimal:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _FORM.fullmatch(text):
        raise InvalidInput(
            'An amount is a string such as "12.34".', code="INVALID_AMOUNT", params={}
        )
    return Decimal(text)


EXACT_DECIMAL = strawberry.scalar(
    name="ExactDecimal",
    description='A decimal number as a string, e.g. `"12.30"`: exact, where a JSON number is not.',
    serialize=lambda value: format(value, "f"),
    parse_value=_parse,
)
