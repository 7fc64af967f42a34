"""Many new rows at once: by COPY where the database has it, which is several times as fast."""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any

from django.db import connection, models
from django.utils import timezone
from psycopg.types.json import Jsonb

BATCH = 500
Row = Mapping[str, Any]


def rows_insert(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert rows, given by their columns' names; what is not given has the model's default.

    Must run in a transaction. Nothing is checked here but by the database, and no row's key is
    told where the database makes it. A column that one row gives, each gives; of an
    enumeration it gives the value.
    """
    if not rows:
        return
    if connection.vendor == "postgresql":
        _copy(model, rows)
    else:
        made = [model(**row) for row in rows]
        model._default_manager.bulk_create(made, batch_size=BATCH)


def _copy(model: type[models.Model], rows: Sequence[Row]) -> None:
    given = tuple(rows[0])
    rest = {name: value for name, value in _defaults(model).items() if name not in given}
    now = timezone.now()
    fixed = tuple(now if value is timezone.now else _json(value) for value in rest.values())
    json = [place for place, name in enumerate(given) if name in _json_columns(model)]
    columns = ", ".join(f'"{name}"' for name in (*given, *rest))
    with connection.cursor() as cursor:
        statement = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN (FORMAT BINARY)'
        with cursor.copy(statement) as copy:
            copy.set_types([_types(model)[name] for name in (*given, *rest)])
            for row in rows:
                values = [row[name] for name in given]
                for place in json:
                    values[place] = _json(values[place])
                copy.write_row((*values, *fixed))


def _json(value: object) -> object:
    if isinstance(value, dict | list):
        return Jsonb(value)
    return value.value if isinstance(value, Enum) else value


@cache
def _json_columns(model: type[models.Model]) -> frozenset[str]:
    fields = model._meta.concrete_fields
    return frozenset(str(field.column) for field in fields if isinstance(field, models.JSONField))


@cache
def _defaults(model: type[models.Model]) -> dict[str, Any]:
    """What each column has that is not given; ``timezone.now`` stands for the present."""
    found: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.AutoField | models.BigAutoField):
            continue
        is_clock = getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False)
        found[str(field.column)] = timezone.now if is_clock else field.get_default()
    return found


@cache
def _types(model: type[models.Model]) -> dict[str, str]:
    """The type of each column by the name that PostgreSQL has for it."""
    return {
        str(field.column): str(field.db_type(connection)).partition("(")[0]
        for field in model._meta.concrete_fields
    }
