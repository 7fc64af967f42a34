"""Database triggers: issued means frozen, whoever writes (invariant 4).

The services refuse first; these refuse a forgotten code path, a shell and a stray UPDATE. SQLite
drops a table's triggers when Django rebuilds the table, so they are put back after every migrate.
"""

from dataclasses import dataclass

from django.db import connections

PREFIX = "frozen_"


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuse ``action`` on rows of ``table`` for which ``when`` (SQL over OLD and NEW) holds.

    TRUNCATE has no rows to look at; only PostgreSQL knows it.
    """

    table: str
    action: str  # UPDATE, DELETE or TRUNCATE
    when: str
    message: str

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"{PREFIX}{self.table}_{self.action.lower()}"


_DOCUMENT = "invoices_salesdocument"
_SERIES = "invoices_numberseries"
_ISSUED = "An issued document is frozen: correct it by a credit note"
_KEPT = "This record is kept for ever"
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
ROW_RULES = (
    Rule(_DOCUMENT, "UPDATE", "OLD.state = 'issued'", _ISSUED),
    Rule(_DOCUMENT, "DELETE", "OLD.state = 'issued' AND OLD.source = 'own'", _ISSUED),
    Rule(_SERIES, "UPDATE", _SERIES_BACK, "A number series never goes back"),
    Rule(_SERIES, "DELETE", "OLD.chain_length > 0", "A number series in use is kept for ever"),
    Rule("invoices_documentfile", "UPDATE", "1 = 1", _KEPT),
    Rule("invoices_documentfile", "DELETE", "1 = 1", _KEPT),
    Rule("invoices_historyentry", "UPDATE", "1 = 1", _KEPT),
    Rule("invoices_historyentry", "DELETE", "1 = 1", _KEPT),
)
TABLE_RULES = tuple(
    Rule(rule.table, "TRUNCATE", f"EXISTS (SELECT 1 FROM {rule.table})", rule.message)  # noqa: S608
    for rule in ROW_RULES
    if rule.action == "DELETE"
)


def install(using: str = "default") -> None:
    """Put every trigger in place; repeating it changes nothing."""
    remove(using)
    statements = [_create(using, rule) for rule in rules(using)]
    _execute(using, [statement for group in statements for statement in group])


def remove(using: str = "default") -> None:
    """Take the triggers away. For tests that must empty tables; nothing else calls it."""
    _execute(using, [_drop(using, rule) for rule in rules(using)])


def rules(using: str = "default") -> tuple[Rule, ...]:
    """Those that this kind of database needs."""
    return (*ROW_RULES, *TABLE_RULES) if _is_postgres(using) else ROW_RULES


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


def install_after_migrate(*, using: str = "default", **_kwargs: object) -> None:
    """Receiver of ``post_migrate``; waits until the tables of this part exist."""
    if _DOCUMENT in connections[using].introspection.table_names():
        install(using)


def _create(using: str, rule: Rule) -> list[str]:
    if not _is_postgres(using):
        return [
            f"CREATE TRIGGER {rule.name} BEFORE {rule.action} ON {rule.table} WHEN {rule.when}"
            f" BEGIN SELECT RAISE(ABORT, '{rule.message}'); END"
        ]
    result = {"UPDATE": "NEW", "DELETE": "OLD", "TRUNCATE": "NULL"}[rule.action]
    each = "STATEMENT" if rule.action == "TRUNCATE" else "ROW"
    return [
        f"CREATE OR REPLACE FUNCTION {rule.name}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF {rule.when} THEN RAISE EXCEPTION '{rule.message}'"
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
