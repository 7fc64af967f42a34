"""Chain, numbers and totals of every series, and what was issued beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from saleor_invoices.domain import chain, codec, totals
from saleor_invoices.domain.columns import indexed_columns
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import AppError
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import NumberSeries, SalesDocument
from saleor_invoices.invoices.services.number_take import sequence_after
from saleor_invoices.invoices.services.verification.erasures import (
    erasure_of,
    tombstone_faults,
)
from saleor_invoices.invoices.services.verification.report import (
    BATCH,
    Fault,
    Head,
    LedgerReport,
)
from saleor_invoices.invoices.services.verification.shares import share_faults
from saleor_invoices.stores.models import Installation


def series_faults(installation: Installation | None, report: LedgerReport) -> Iterator[Fault]:
    """Walk every series from its first document to its head."""
    found = NumberSeries.objects.select_related("legal_entity__installation").order_by("pk")
    if installation is not None:
        found = found.filter(legal_entity__installation=installation)
    for series in found:
        report.series += 1
        report.heads.append(_head(series))
        yield from _walk(series, report)


def stray_faults(installation: Installation | None) -> Iterator[Fault]:
    """Own documents that were issued outside of every series."""
    strays = SalesDocument.objects.filter(state="issued", source="own", series__isnull=True)
    if installation is not None:
        strays = strays.filter(installation=installation)
    for number in strays.values_list("number", flat=True).iterator():
        yield Fault(code="NO_SERIES", number=number)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Where the walk along a series stands."""

    series: NumberSeries
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


def _walk(series: NumberSeries, report: LedgerReport) -> Iterator[Fault]:
    name, walk = _name(series), _Walk(series=series)
    documents = SalesDocument.objects.filter(series=series).select_related("erasure")
    documents = documents.prefetch_related("vat_shares")
    for document in documents.order_by("chain_position").iterator(chunk_size=BATCH):
        report.documents += 1
        report.erased += document.erased_at is not None
        for code, detail in _document_faults(document, walk):
            yield Fault(code=code, series=name, number=document.number, detail=detail)
        walk.go_on(document)
    for column, stands, last in _head_differences(series, walk.previous):
        number = walk.previous.number if walk.previous else ""
        detail = f"{column}: {stands} != {last}"
        yield Fault(code="SERIES_HEAD", series=name, number=number, detail=detail)


def _name(series: NumberSeries) -> str:
    return f"{series.legal_entity.key}/{series.kind}{'/test' if series.test_mode else ''}"


def _head(series: NumberSeries) -> Head:
    return Head(
        store=series.legal_entity.installation.saleor_api_url,
        series=_name(series),
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
    of_series = _beside_series(document, walk.series)
    if document.erased_at is not None or erasure_of(document) is not None:
        yield from tombstone_faults(document, walk.series.legal_entity)
        yield from share_faults(document, None)
        yield from (("COLUMN", name) for name in of_series)
        return
    yield from _content_faults(document, of_series)


def _content_faults(document: SalesDocument, of_series: list[str]) -> Iterator[tuple[str, str]]:
    if not _digest_holds(document):
        yield "DIGEST", "the snapshot is not the one that was issued"
    final: Document | None = None
    try:
        final = codec.decode(bytes(document.snapshot))
        columns = _differing_columns(document, final)
        broken_sums = totals.check(final)
    except AppError as error:
        yield "SNAPSHOT", error.message
        columns, broken_sums = [], []
    yield from (("COLUMN", name) for name in dict.fromkeys([*columns, *of_series]))
    yield from (("TOTALS", finding.message) for finding in broken_sums)
    yield from share_faults(document, final)


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


def _beside_series(document: SalesDocument, series: NumberSeries) -> list[str]:
    """Columns that say something else than the series does; all that is left after an erasure."""
    said = {
        "installation_id": series.legal_entity.installation_id,
        "legal_entity_id": series.legal_entity_id,
        "kind": series.kind,
        "test_mode": series.test_mode,
        "state": DocumentState.ISSUED.value,
    }
    return [name for name, value in said.items() if getattr(document, name) != value]
