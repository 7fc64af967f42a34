"""The index for searching parts of words, which each database has in its own way.

SQLite walks an index that has the text in it, instead of rows of many kilobytes; PostgreSQL looks
three letters at a time up, with its extension ``pg_trgm``. Both find what ``LIKE '%word%'`` finds.
Put up after every migrate, as SQLite's goes when Django rebuilds the table. Where the extension is
not to be had, searches are slower and as right.
"""

from django.db import DatabaseError, connections, transaction

from saleor_invoices import logs

NAME, TABLE = "document_search", "invoices_salesdocument"
_SQLITE = (
    f"CREATE INDEX IF NOT EXISTS {NAME} ON {TABLE}"
    " (installation_id, issue_date DESC, id DESC, search_text)"
)
_EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
_POSTGRES = f"CREATE INDEX IF NOT EXISTS {NAME} ON {TABLE} USING gin (search_text gin_trgm_ops)"

log = logs.get(__name__)


def install_after_migrate(*, using: str = "default", **_kwargs: object) -> None:
    """Receiver of ``post_migrate``; waits until the table has what it needs."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        known = TABLE in tables and connection.introspection.get_constraints(cursor, TABLE)
    if known and NAME not in known:
        _install(using)


def _install(using: str) -> None:
    connection = connections[using]
    statements = (_EXTENSION, _POSTGRES) if connection.vendor == "postgresql" else (_SQLITE,)
    try:
        with transaction.atomic(using=using), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except DatabaseError as error:
        log.warning("search_index.missing", why=str(error).strip().splitlines()[0])
