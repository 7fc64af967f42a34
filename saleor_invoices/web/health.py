"""Is the process alive, and can it do its work? For load balancers and people."""

from collections.abc import Callable
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from kombu.exceptions import KombuError

from saleor_invoices.documents import fonts
from saleor_invoices.documents.port import Template
from saleor_invoices.domain.errors import AppError

BROKER_SECONDS = 2


class NotReady(Exception):
    """A check failed; the message says what, without secrets."""


@require_safe
def alive(_request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "ok", "version": settings.VERSION})


@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Every check with ``ok`` or what is wrong; 503 when anything is."""
    checks = {name: _outcome(check) for name, check in CHECKS.items()}
    is_ready = all(outcome == "ok" for outcome in checks.values())
    return JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks},
        status=200 if is_ready else 503,
    )


def check_database() -> None:
    """The database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise NotReady(f"no answer ({type(error).__name__})") from error


def check_migrations() -> None:
    """Every migration of this version was applied."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise NotReady("unknown: no database") from error
    if missing:
        names = ", ".join(f"{step.app_label}.{step.name}" for step, _ in missing)
        raise NotReady(f"not applied: {names}")


def check_broker() -> None:
    """The broker takes a connection."""
    try:
        with current_app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=BROKER_SECONDS)
    except (KombuError, OSError) as error:
        raise NotReady(f"no connection ({type(error).__name__})") from error


def check_fonts() -> None:
    """The fonts that the built-in template asks for are installed."""
    try:
        installed = fonts.load(tuple(Path(folder) for folder in settings.FONT_DIRS))
        installed.families(Template().fonts)
    except AppError as error:
        raise NotReady(error.message) from error


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "migrations": check_migrations,
    "broker": check_broker,
    "fonts": check_fonts,
}


def _outcome(check: Callable[[], None]) -> str:
    try:
        check()
    except NotReady as error:
        return str(error)
    return "ok"
