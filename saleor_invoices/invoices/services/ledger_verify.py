"""Proving chain, numbers, totals and files of everything that was issued.

What holds for an honest ledger, and is checked for every series: positions count up by one; each
document follows the hash of the one before; number, digest and hash agree with the snapshot; the
sequence counts up by one or starts again with a new period; the issue date never goes back; the
columns say what the snapshot says; totals agree (EN 16931 BR-CO); the series' own counters stand
where its last document does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count

from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain import chain, codec, totals
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.money import to_minor
from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.models import DocumentFile, NumberSeries, SalesDocument
from saleor_invoices.stores.models import Installation

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place where the ledger does not hold."""

    code: str
    series: str
    number: str
    detail: str = ""


@dataclass(slots=True, kw_only=True)
class LedgerReport:
    """What was looked at and what was found; ``ok`` when nothing was."""

    series: int = 0
    documents: int = 0
    files: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.faults

    def count(self, *codes: str) -> int:
        """How many faults have one of the codes."""
        return sum(fault.code in codes for fault in self.faults)


def ledger_verify(*, installation: Installation | None = None, files: bool = False) -> LedgerReport:
    """Verify the series of one store, or of all; with ``files`` also every stored file's hash."""
    report = LedgerReport()
    for name in sorted(triggers.missing()):
        report.faults.append(Fault(code="TRIGGER_MISSING", series="", number="", detail=name))
    found = NumberSeries.objects.select_related("legal_entity").order_by("pk")
    if installation is not None:
        found = found.filter(legal_entity__installation=installation)
    for series in found:
        report.series += 1
        report.faults.extend(_series_faults(series, report))
    report.faults.extend(_order_faults(installation))
    if files:
        report.faults.extend(_file_faults(installation, report))
    return report


def _series_faults(series: NumberSeries, report: LedgerReport) -> Iterator[Fault]:
    name = f"{series.legal_entity.key}/{series.kind}{'/test' if series.test_mode else ''}"
    previous: SalesDocument | None = None
    documents = SalesDocument.objects.filter(series=series).order_by("chain_position")
    for document in documents.iterator(chunk_size=BATCH):
        report.documents += 1
        for code, detail in _document_faults(document, previous):
            yield Fault(code=code, series=name, number=document.number, detail=detail)
        previous = document
    stands = (series.chain_length, series.chain_head, series.last_sequence)
    last = _last(previous)
    if stands != last:
        number = previous.number if previous else ""
        yield Fault(code="SERIES_HEAD", series=name, number=number, detail=f"{stands} != {last}")


def _last(document: SalesDocument | None) -> tuple[int | None, str, int | None]:
    if document is None:
        return (0, "", 0)
    return (document.chain_position, document.chain_hash, document.sequence)


def _document_faults(
    document: SalesDocument, previous: SalesDocument | None
) -> Iterator[tuple[str, str]]:
    after = _entry(previous) if previous else None
    for broken in chain.breaks([_entry(document)], after=after):
        yield f"CHAIN_{broken.code}", f"position {broken.position}"
    if not _sequence_follows(document, previous):
        yield "SEQUENCE_GAP", f"{document.period}:{document.sequence}"
    if previous and _goes_back(document, previous):
        yield "DATE_BACK", str(document.issue_date)
    snapshot = bytes(document.snapshot)
    if chain.digest(snapshot, bytes(document.salt)) != document.digest:
        yield "DIGEST", "the snapshot is not the one that was issued"
    try:
        final = codec.decode(snapshot)
    except AppError as error:
        yield "SNAPSHOT", error.message
        return
    yield from (("COLUMN", name) for name in _differing_columns(document, final))
    yield from (("TOTALS", finding.message) for finding in totals.check(final))


def _entry(document: SalesDocument) -> chain.Entry:
    return chain.Entry(
        position=document.chain_position or 0,
        number=document.number,
        digest=document.digest,
        previous_hash=document.previous_hash,
        hash=document.chain_hash,
    )


def _sequence_follows(document: SalesDocument, previous: SalesDocument | None) -> bool:
    if previous is None or document.period != previous.period:
        # A new period starts at 1; only a changed kind of reset goes on counting.
        continues = previous is not None and document.sequence == (previous.sequence or 0) + 1
        return document.sequence == 1 or continues
    return document.sequence == (previous.sequence or 0) + 1


def _goes_back(document: SalesDocument, previous: SalesDocument) -> bool:
    if document.issue_date is None or previous.issue_date is None:
        return True
    return document.issue_date < previous.issue_date


def _differing_columns(document: SalesDocument, final: Document) -> list[str]:
    currency = final.currency
    said = {
        "number": final.number,
        "issue_date": final.issue_date,
        "kind": final.kind.value,
        "currency": currency,
        "net_minor": to_minor(final.totals.net, currency),
        "tax_minor": to_minor(final.totals.tax, currency),
        "gross_minor": to_minor(final.totals.gross, currency),
        "payable_minor": to_minor(final.totals.payable, currency),
        "test_mode": final.test_mode,
    }
    return [name for name, value in said.items() if getattr(document, name) != value]


def _order_faults(installation: Installation | None) -> Iterator[Fault]:
    """Two own invoices of one order of which none corrects the other."""
    live = SalesDocument.objects.filter(
        state="issued", kind="invoice", source="own", order__isnull=False, preceding__isnull=True
    )
    if installation is not None:
        live = live.filter(installation=installation)
    twins = live.values("order_id", "order__number").annotate(count=Count("pk"))
    for twin in twins.filter(count__gt=1):
        yield Fault(
            code="ORDER_TWIN", series="", number=twin["order__number"], detail=str(twin["count"])
        )


def _file_faults(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    found = DocumentFile.objects.select_related("document")
    if installation is not None:
        found = found.filter(document__installation=installation)
    for file in found.iterator(chunk_size=BATCH):
        report.files += 1
        try:
            open_verified(file.storage_key, file.sha256)
        except AppError as error:
            yield Fault(code="FILE", series="", number=file.document.number, detail=error.message)
