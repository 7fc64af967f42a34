"""Database triggers: issued means frozen, whoever writes (invariant 4).

The services refuse first; these refuse a forgotten code path, a shell and a stray UPDATE. SQLite
drops a table's triggers when Django rebuilds the table, so they are put back after every migrate.

One change of what is frozen is let through: lawful erasure (``services.document_erase``), of a
document that has an ``Erasure`` row, to the one form that a tombstone has.

What another system issued is frozen there, not here: an imported document follows its source, each
change counting its revision up, and goes where a ``DeletedExternal`` row names it. It never becomes
one of ours, and ours never one of those.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import connections

PREFIX = "frozen_"


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuse ``action`` on rows of ``table`` for which ``when`` (SQL over OLD and NEW) holds.

    TRUNCATE has no rows to look at; only PostgreSQL knows it. ``{differs}`` in ``when`` stands for
    the comparison that takes NULL for a value, which each database spells in its own way.
    """

    table: str
    action: str  # INSERT, UPDATE, DELETE or TRUNCATE
    when: str
    message: str

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"{PREFIX}{self.table}_{self.action.lower()}"

    @property
    def looks_elsewhere(self) -> bool:
        """Whether the condition reads a table."""
        return "SELECT" in self.when


_DOCUMENT = "invoices_salesdocument"
_SERIES = "invoices_numberseries"
_ISSUED = "An issued document is frozen: correct it by a credit note"
_KEPT = "This record is kept for ever"
_ERASED = "An erased document gets nothing new"
_NO_IMPORT = "Only a document of another system can be deleted"
# A change of anything that is not the next document: COALESCE, since a NULL compares to nothing.
_SERIES_BACK = (
    "NEW.chain_length < OLD.chain_length"
    " OR NEW.legal_entity_id <> OLD.legal_entity_id OR NEW.kind <> OLD.kind"
    " OR NEW.test_mode <> OLD.test_mode"
    " OR COALESCE(NEW.last_issue_date < OLD.last_issue_date, OLD.last_issue_date IS NOT NULL)"
    " OR (NEW.chain_length = OLD.chain_length AND (NEW.last_sequence <> OLD.last_sequence"
    " OR NEW.chain_head <> OLD.chain_head OR NEW.period <> OLD.period"
    " OR COALESCE(NEW.last_issue_date <> OLD.last_issue_date,"
    " (NEW.last_issue_date IS NULL) <> (OLD.last_issue_date IS NULL))))"
)
_COVERED_ELSEWHERE = "NEW.id <> OLD.id OR NEW.order_id <> OLD.order_id OR NEW.part <> OLD.part"
_ALWAYS = "1 = 1"
EMPTIED = ("buyer_name", "customer_id", "customer_email", "search_text")
"""Columns that erasure makes empty, beside the snapshot and its salt."""
_BYTES = ("snapshot", "salt")
_APPEND_ONLY = (
    "invoices_movement",
    "invoices_allocation",
    "invoices_erasure",
    "stores_settingchange",
)


def _erasure_of(document: str) -> str:
    """SQL: there is an erasure of the document that the expression names."""
    return f"EXISTS (SELECT 1 FROM invoices_erasure WHERE document_id = {document})"  # noqa: S608


def _deletion_of(document: str) -> str:
    """SQL: the deletion of the imported document that the expression names was written down."""
    return f"EXISTS (SELECT 1 FROM invoices_deletedexternal WHERE document_id = {document})"  # noqa: S608


def _is_import(document: str) -> str:
    """SQL: the document that the expression names is of another system."""
    return (
        f"EXISTS (SELECT 1 FROM {_DOCUMENT} WHERE id = {document}"  # noqa: S608
        " AND source = 'imported')"
    )


_FOLLOWS_SOURCE = (
    "OLD.source = 'imported' AND NEW.source = 'imported' AND NEW.state = 'issued'"
    " AND NEW.revision = OLD.revision + 1 AND NEW.id = OLD.id AND OLD.erased_at IS NULL"
    " AND NEW.erased_at IS NULL AND NEW.installation_id = OLD.installation_id"
    " AND NEW.legal_entity_id = OLD.legal_entity_id AND NEW.series_id IS NULL"
    " AND NEW.sequence IS NULL AND NEW.chain_position IS NULL"
)
_TRACE_CHANGED = " OR ".join(
    f"NEW.{name} <> OLD.{name}"
    for name in (
        "id", "installation_id", "document_id", "source_system", "external_id", "number",
        "gross_minor", "reason", "deleted_by",
    )
)  # fmt: skip


def _not_erasing(columns: Iterable[str]) -> str:
    """SQL: the change of a document is anything but the one that makes it a tombstone."""
    kept = [name for name in columns if name not in (*EMPTIED, *_BYTES, "erased_at")]
    return " OR ".join([
        f"NOT {_erasure_of('OLD.id')}",
        "OLD.erased_at IS NOT NULL",
        "NEW.erased_at IS NULL",
        *(f"length(NEW.{name}) > 0" for name in _BYTES),
        *(f"NEW.{name} <> ''" for name in EMPTIED),
        *(f"NEW.{name} {{differs}} OLD.{name}" for name in kept),
    ])  # fmt: skip


# A first line only, since whoever writes the row states the day: verify_ledger works it out anew.
_NOT_ERASABLE = (
    "NEW.erased_at <= NEW.retained_until OR NOT EXISTS (SELECT 1 FROM invoices_salesdocument"
    " WHERE id = NEW.document_id AND state = 'issued')"
)
# Which answers of VIES went with a document, its erasure says by their ids.
_CHECK_ERASED = (
    "EXISTS (SELECT 1 FROM invoices_erasure e JOIN invoices_salesdocument d"
    " ON d.id = e.document_id WHERE d.installation_id = OLD.installation_id"
    " AND CAST(e.files AS TEXT) LIKE '%\"vat_check:' || OLD.id || '\"%')"
)


def _row_rules() -> tuple[Rule, ...]:
    """The rules for rows; a column that is added to the document is frozen by itself."""
    model = apps.get_model("invoices", "SalesDocument")
    columns = [str(field.column) for field in model._meta.concrete_fields]
    frozen = f"OLD.state = 'issued' AND NOT ({_FOLLOWS_SOURCE}) AND ({_not_erasing(columns)})"
    of_erased, of_deleted = _erasure_of("OLD.document_id"), _deletion_of("OLD.document_id")
    of_import = _is_import("OLD.document_id")
    goes = f"OLD.source = 'imported' AND {_deletion_of('OLD.id')}"
    return (
        Rule(_DOCUMENT, "UPDATE", frozen, _ISSUED),
        Rule(_DOCUMENT, "DELETE", f"OLD.state = 'issued' AND NOT ({goes})", _ISSUED),
        Rule(_SERIES, "UPDATE", _SERIES_BACK, "A number series never goes back"),
        Rule(_SERIES, "DELETE", "OLD.chain_length > 0", "A number series in use is kept for ever"),
        Rule("invoices_documentfile", "INSERT", _erasure_of("NEW.document_id"), _ERASED),
        Rule("invoices_documentfile", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_documentfile", "DELETE", f"NOT ({of_erased} OR {of_import})", _KEPT),
        Rule("invoices_einvoicerecord", "INSERT", _erasure_of("NEW.document_id"), _ERASED),
        Rule("invoices_einvoicerecord", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_einvoicerecord", "DELETE", f"NOT ({of_erased} OR {of_import})", _KEPT),
        Rule("invoices_erasure", "INSERT", _NOT_ERASABLE, "This document must be kept"),
        Rule("invoices_ordercoverage", "UPDATE", _COVERED_ELSEWHERE, "A part of an order is kept"),
        Rule("invoices_ordercoverage", "DELETE", f"NOT {of_import}", _KEPT),
        Rule("invoices_historyentry", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_historyentry", "DELETE", f"NOT {of_deleted}", _KEPT),
        Rule("invoices_vatshare", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_vatshare", "DELETE", f"NOT {of_import}", _KEPT),
        Rule("invoices_externalversion", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_externalversion", "DELETE", f"NOT ({of_erased} OR {of_deleted})", _KEPT),
        Rule(
            "invoices_deletedexternal", "INSERT", f"NOT {_is_import('NEW.document_id')}", _NO_IMPORT
        ),
        Rule("invoices_deletedexternal", "UPDATE", _TRACE_CHANGED, _KEPT),
        Rule("invoices_deletedexternal", "DELETE", _ALWAYS, _KEPT),
        Rule("invoices_vatcheck", "UPDATE", _ALWAYS, _KEPT),
        Rule("invoices_vatcheck", "DELETE", f"NOT {_CHECK_ERASED}", _KEPT),
        *(Rule(table, "UPDATE", _ALWAYS, _KEPT) for table in _APPEND_ONLY),
        *(Rule(table, "DELETE", _ALWAYS, _KEPT) for table in _APPEND_ONLY),
    )


def _table_rules(rows: Iterable[Rule]) -> tuple[Rule, ...]:
    """TRUNCATE looks at no row: no table with kept rows may be emptied."""
    return tuple(
        Rule(rule.table, "TRUNCATE", f"EXISTS (SELECT 1 FROM {rule.table})", rule.message)  # noqa: S608
        for rule in rows
        if rule.action == "DELETE"
    )


def install(using: str = "default") -> None:
    """Put every trigger in place; repeating it changes nothing.

    A table that is not there (yet), in the middle of a series of migrations, is passed over.
    """
    remove(using)
    tables = set(connections[using].introspection.table_names())
    statements = [_create(using, rule) for rule in rules(using) if rule.table in tables]
    _execute(using, [statement for group in statements for statement in group])


def remove(using: str = "default") -> None:
    """Take the triggers away. For tests that must empty tables; nothing else calls it."""
    tables = set(connections[using].introspection.table_names())
    _execute(using, [_drop(using, rule) for rule in rules(using) if rule.table in tables])


def rules(using: str = "default") -> tuple[Rule, ...]:
    """Those that this kind of database needs."""
    rows = _row_rules()
    return (*rows, *_table_rules(rows)) if _is_postgres(using) else rows


def installed(using: str = "default") -> frozenset[str]:
    """Names of the triggers that the database has now."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if _is_postgres(using)
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connections[using].cursor() as cursor:
        cursor.execute(query)
        return frozenset(row[0] for row in cursor.fetchall() if row[0].startswith(PREFIX))


def missing(using: str = "default") -> frozenset[str]:
    """Names of the triggers that should be there and are not."""
    return frozenset(rule.name for rule in rules(using)) - installed(using)


def step_aside_before_migrate(*, using: str = "default", **_kwargs: object) -> None:
    """Receiver of ``pre_migrate``: SQLite renames no table that another one's trigger looks at.

    When Django rebuilds a table it drops it first, and the rename that follows fails over every
    trigger that names it. They are put back with the others after the migrations.
    """
    if not _is_postgres(using):
        _execute(using, [_drop(using, rule) for rule in rules(using) if rule.looks_elsewhere])


def install_after_migrate(*, using: str = "default", **_kwargs: object) -> None:
    """Receiver of ``post_migrate``; waits until the tables of this part exist."""
    if _DOCUMENT in connections[using].introspection.table_names():
        install(using)


def _create(using: str, rule: Rule) -> list[str]:
    when = rule.when.replace("{differs}", "IS DISTINCT FROM" if _is_postgres(using) else "IS NOT")
    if not _is_postgres(using):
        return [
            f"CREATE TRIGGER {rule.name} BEFORE {rule.action} ON {rule.table} WHEN {when}"
            f" BEGIN SELECT RAISE(ABORT, '{rule.message}'); END"
        ]
    result = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(rule.action, "NEW")
    each = "STATEMENT" if rule.action == "TRUNCATE" else "ROW"
    return [
        f"CREATE OR REPLACE FUNCTION {rule.name}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF {when} THEN RAISE EXCEPTION '{rule.message}'"
        f" USING ERRCODE = 'restrict_violation'; END IF; RETURN {result}; END $$",
        f"CREATE TRIGGER {rule.name} BEFORE {rule.action} ON {rule.table}"
        f" FOR EACH {each} EXECUTE FUNCTION {rule.name}()",
    ]


def _drop(using: str, rule: Rule) -> str:
    suffix = f" ON {rule.table}" if _is_postgres(using) else ""
    return f"DROP TRIGGER IF EXISTS {rule.name}{suffix}"


def _execute(using: str, statements: list[str]) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _is_postgres(using: str) -> bool:
    return connections[using].vendor == "postgresql"
