"""Proving everything that was issued, and the money beside it.

What holds for an honest ledger, and is checked: positions of a series count up by one; each
document follows the hash of the one before; number, digest and hash agree with the snapshot; the
sequence counts up by one or starts again with a new period; the issue date never goes back; the
columns and the VAT shares say what the snapshot says; totals agree (EN 16931 BR-CO); the series'
own counters stand where its last document does; no document was issued beside the series. Content
that is gone was erased as the law lets it. Credit notes are of one invoice and never more than it.
An order is covered once. Money is allocated within what moved, and each document's payment state is
what its allocations say, that of an imported invoice together with what of its order's money counts
for it. Each part is a module of ``verification``.
"""

from collections.abc import Iterator

from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.services.verification.coverage import coverage_faults
from saleor_invoices.invoices.services.verification.credits import credit_faults
from saleor_invoices.invoices.services.verification.files import einvoice_faults, file_faults
from saleor_invoices.invoices.services.verification.imported import imported_faults
from saleor_invoices.invoices.services.verification.payments import payment_faults
from saleor_invoices.invoices.services.verification.report import Fault, Head, LedgerReport
from saleor_invoices.invoices.services.verification.series import series_faults, stray_faults
from saleor_invoices.stores.models import Installation

__all__ = ["Fault", "Head", "LedgerReport", "ledger_verify"]


def ledger_verify(
    *,
    installation: Installation | None = None,
    files: bool = False,
    report: LedgerReport | None = None,
) -> LedgerReport:
    """Verify the ledger of one store, or of all; with ``files`` also every stored file's hash.

    ``report`` is filled where it is given: another thread may look how far the work has got.
    """
    report = report or LedgerReport()
    report.faults.extend(_trigger_faults())
    report.faults.extend(series_faults(installation, report))
    report.faults.extend(stray_faults(installation))
    report.faults.extend(credit_faults(installation, report))
    report.faults.extend(coverage_faults(installation))
    report.faults.extend(payment_faults(installation, report))
    report.faults.extend(imported_faults(installation))
    report.faults.extend(einvoice_faults(installation))
    if files:
        report.faults.extend(file_faults(installation, report))
    return report


def _trigger_faults() -> Iterator[Fault]:
    for name in sorted(triggers.missing()):
        yield Fault(code="TRIGGER_MISSING", detail=name)
