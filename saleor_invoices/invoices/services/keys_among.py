"""Finding rows by one of many values at once."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, models


def keys_among(
    model: type[models.Model], column: str, values: Iterable[str], **alike: str | int
) -> list[Any]:
    """The keys of rows whose text column has one of the values, and that are ``alike`` in others.

    Each value is looked up for itself by an index that has all these columns. In one condition of
    many values PostgreSQL would rather read all rows that are alike, as long as it knows too
    little of them: an import fills tables faster than it learns what is in them.
    """
    wanted = list(values)
    if connection.vendor != "postgresql":
        rows = model._default_manager.filter(**alike, **{f"{column}__in": wanted})
        return list(rows.values_list("pk", flat=True))
    table, key = f'"{model._meta.db_table}"', f'"{model._meta.pk.column}"'
    same = " AND ".join(f'"{name}" = %s' for name in alike)
    statement = (
        f"SELECT found.{key} FROM unnest(%s::text[]) AS wanted(value), LATERAL ("  # noqa: S608 our names
        f'SELECT {key} FROM {table} WHERE {same} AND "{column}" = wanted.value OFFSET 0) AS found'
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [wanted, *alike.values()])
        return [pk for (pk,) in cursor.fetchall()]
