"""Proving chain, numbers, totals and files of everything that was issued.

What holds for an honest ledger, and is checked for every series: positions count up by one; each
document follows the hash of the one before; number, digest and hash agree with the snapshot; the
sequence counts up by one or starts again with a new period; the issue date never goes back; the
columns say what the snapshot says; totals agree (EN 16931 BR-CO); the series' own counters stand
where its last document does; and no document was issued beside the series.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count

from saleor_invoices.documents.storage import open_verified
from saleor_invoices.domain import chain, codec, totals
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.models import DocumentFile, NumberSeries, SalesDocument
from saleor_invoices.invoices.services.number_take import sequence_after
from saleor_invoices.invoices.services.order_issue import indexed_columns
from saleor_invoices.stores.models import Installation

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place where the ledger does not hold."""

    code: str
    series: str
    number: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The hash at which a series stands. Kept elsewhere, it fixes all that came before."""

    store: str
    series: str
    chain_length: int
    chain_head: str


@dataclass(slots=True, kw_only=True)
class LedgerReport:
    """What was looked at and what was found; ``ok`` when nothing was."""

    series: int = 0
    documents: int = 0
    files: int = 0
    heads: list[Head] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.faults

    def count(self, *codes: str) -> int:
        """How many faults have one of the codes."""
        return sum(fault.code in codes for fault in self.faults)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Where the walk along a series stands."""

    previous: SalesDocument | None = None
    lasts: dict[str, int] = field(default_factory=dict)  # of each period, its last sequence

    def expected_sequence(self, document: SalesDocument) -> int:
        """The only sequence with which the document leaves no gap (``number_take``)."""
        if self.previous is None:
            return 1
        return sequence_after(
            self.previous.period,
            self.previous.sequence or 0,
            document.period,
            last_in_period=self.lasts.get(document.period, 0),
        )

    def go_on(self, document: SalesDocument) -> None:
        """The document was looked at."""
        self.previous = document
        self.lasts[document.period] = document.sequence or 0


def ledger_verify(*, installation: Installation | None = None, files: bool = False) -> LedgerReport:
    """Verify the series of one store, or of all; with ``files`` also every stored file's hash."""
    report = LedgerReport()
    for name in sorted(triggers.missing()):
        report.faults.append(Fault(code="TRIGGER_MISSING", series="", number="", detail=name))
    found = NumberSeries.objects.select_related("legal_entity__installation").order_by("pk")
    if installation is not None:
        found = found.filter(legal_entity__installation=installation)
    for series in found:
        report.series += 1
        report.heads.append(_head(series))
        report.faults.extend(_series_faults(series, report))
    report.faults.extend(_stray_faults(installation))
    report.faults.extend(_order_faults(installation))
    if files:
        report.faults.extend(_file_faults(installation, report))
    return report


def _series_faults(series: NumberSeries, report: LedgerReport) -> Iterator[Fault]:
    name = _series_name(series)
    walk = _Walk()
    documents = SalesDocument.objects.filter(series=series).order_by("chain_position")
    for document in documents.iterator(chunk_size=BATCH):
        report.documents += 1
        for code, detail in _document_faults(document, walk):
            yield Fault(code=code, series=name, number=document.number, detail=detail)
        walk.go_on(document)
    for column, stands, last in _head_differences(series, walk.previous):
        number = walk.previous.number if walk.previous else ""
        detail = f"{column}: {stands} != {last}"
        yield Fault(code="SERIES_HEAD", series=name, number=number, detail=detail)


def _series_name(series: NumberSeries) -> str:
    return f"{series.legal_entity.key}/{series.kind}{'/test' if series.test_mode else ''}"


def _head(series: NumberSeries) -> Head:
    return Head(
        store=series.legal_entity.installation.saleor_api_url,
        series=_series_name(series),
        chain_length=series.chain_length,
        chain_head=series.chain_head,
    )


def _head_differences(
    series: NumberSeries, last: SalesDocument | None
) -> Iterator[tuple[str, object, object]]:
    wanted: dict[str, object] = {
        "chain_length": last.chain_position if last else 0,
        "chain_head": last.chain_hash if last else "",
        "period": last.period if last else "",
        "last_sequence": last.sequence if last else 0,
        "last_issue_date": last.issue_date if last else None,
    }
    for column, value in wanted.items():
        if getattr(series, column) != value:
            yield column, getattr(series, column), value


def _document_faults(document: SalesDocument, walk: _Walk) -> Iterator[tuple[str, str]]:
    after = _entry(walk.previous) if walk.previous else None
    for broken in chain.breaks([_entry(document)], after=after):
        yield f"CHAIN_{broken.code}", f"position {broken.position}"
    if document.sequence != walk.expected_sequence(document):
        yield "SEQUENCE_GAP", f"{document.period}:{document.sequence}"
    if walk.previous and _goes_back(document, walk.previous):
        yield "DATE_BACK", str(document.issue_date)
    if not _digest_holds(document):
        yield "DIGEST", "the snapshot is not the one that was issued"
    try:
        final = codec.decode(bytes(document.snapshot))
        columns = _differing_columns(document, final)
        broken_sums = totals.check(final)
    except AppError as error:
        yield "SNAPSHOT", error.message
        return
    yield from (("COLUMN", name) for name in columns)
    yield from (("TOTALS", finding.message) for finding in broken_sums)


def _digest_holds(document: SalesDocument) -> bool:
    try:
        return chain.digest(bytes(document.snapshot), bytes(document.salt)) == document.digest
    except AppError:  # the salt was cut
        return False


def _entry(document: SalesDocument) -> chain.Entry:
    return chain.Entry(
        position=document.chain_position or 0,
        number=document.number,
        digest=document.digest,
        previous_hash=document.previous_hash,
        hash=document.chain_hash,
    )


def _goes_back(document: SalesDocument, previous: SalesDocument) -> bool:
    if document.issue_date is None or previous.issue_date is None:
        return True
    return document.issue_date < previous.issue_date


def _differing_columns(document: SalesDocument, final: Document) -> list[str]:
    said = {"state": DocumentState.ISSUED.value, **indexed_columns(final)}
    return [name for name, value in said.items() if getattr(document, name) != value]


def _stray_faults(installation: Installation | None) -> Iterator[Fault]:
    """Own documents that were issued outside of every series."""
    strays = SalesDocument.objects.filter(state="issued", source="own", series__isnull=True)
    if installation is not None:
        strays = strays.filter(installation=installation)
    for number in strays.values_list("number", flat=True).iterator():
        yield Fault(code="NO_SERIES", series="", number=number)


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
