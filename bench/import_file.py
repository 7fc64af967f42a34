"""A file of another system into a fresh store: ``API_URL FILE`` as a process of its own.

Prints the documents, the seconds from the first byte that is read to the last commit, and the most
memory that the process and the one that reads had, together, in MB.
"""

import json
import resource
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from demo.errors import DemoError
from saleor_invoices.imports.records import ReadOptions
from saleor_invoices.imports.services.job_start import ImportWish, import_start
from saleor_invoices.imports.services.job_work import import_work
from saleor_invoices.imports.services.upload import upload_keep
from saleor_invoices.stores.models import Installation, LegalEntity

ACTOR = "bench"


def main(arguments: list[str]) -> None:
    """Import it."""
    api_url, name = arguments
    store, path = Installation.objects.get(saleor_api_url=api_url), Path(name)
    with path.open("rb") as stream:
        upload = upload_keep(
            installation=store, stream=stream, name=path.name, length=None, actor=ACTOR
        )
    seller = LegalEntity.objects.get(installation=store)
    wish = ImportWish(
        upload=upload, legal_entity=seller, source_system="erp", options=ReadOptions(currency="EUR")
    )
    job = import_start(installation=store, wish=wish, key=name, actor=ACTOR, by_worker=False)
    watch = _Watch()
    watch.start()
    began = time.perf_counter()
    import_work(job_id=job.pk, patience=float("inf"))
    seconds = time.perf_counter() - began
    job.refresh_from_db()
    if job.state != "done" or job.rejected_count:
        raise DemoError(f"{job.state}, {job.rejected_count} rejected: {job.last_error}")
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + watch.most) / 1024
    found = {"count": job.created_count, "seconds": seconds, "megabytes": megabytes}
    sys.stdout.write(json.dumps(found))


class _Watch(threading.Thread):
    """How much the process that reads the file had at most: only while it lives does it tell."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0  # kB

    def run(self) -> None:
        """Look every tenth of a second."""
        while True:
            for file in Path("/proc/self/task").glob("*/children"):
                with suppress(OSError):
                    self.most = max(self.most, *map(_peak, file.read_text().split()), 0)
            time.sleep(0.1)


def _peak(pid: str) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next((int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line), 0)
