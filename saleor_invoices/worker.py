"""What a worker's process keeps from one task to the next: its connection to the database.

Celery closes it after every task, and a new one costs as much as a whole small task. Kept, it is
treated as Django's own server treats it between requests: closed when old or after an error, and
tried before use when it has been idle, so that a restart of the database fails no task.
"""

import gc
import time

from celery.signals import task_postrun, task_prerun, worker_process_init
from django.db import close_old_connections, connections

IDLE_SECONDS = 1.0

_last_used = 0.0


@worker_process_init.connect
def freeze_memory(**_kwargs: object) -> None:
    """Let the collector pass over all that was imported: it stays for the process's life."""
    gc.freeze()


@task_prerun.connect
def connections_check(**_kwargs: object) -> None:
    """Close a connection that broke while the worker had nothing to do."""
    if time.monotonic() - _last_used < IDLE_SECONDS:
        return
    for connection in connections.all(initialized_only=True):
        idle = connection.connection is not None and not connection.in_atomic_block
        if idle and not connection.is_usable():
            connection.close()


@task_postrun.connect
def connections_tidy(**_kwargs: object) -> None:
    """Close a connection that is older than CONN_MAX_AGE or had an error."""
    global _last_used  # noqa: PLW0603 of this process
    close_old_connections()
    _last_used = time.monotonic()
