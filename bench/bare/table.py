"""The one table of the bare project."""

TABLE = "bench_bare"


def create_statement(vendor: str) -> str:
    """``CREATE TABLE`` for a database of Django's ``connection.vendor``."""
    binary = "bytea" if vendor == "postgresql" else "blob"
    time = "timestamp with time zone" if vendor == "postgresql" else "datetime"
    return f"CREATE TABLE {TABLE} (event varchar(80), received_at {time}, body {binary})"
