"""Rows that were fetched together fetch what they need together.

A resolver asks for one row's files, and the files of all rows of its page come in one query. So a
page costs the same number of queries however many rows it has and however a query nests them,
without the event loop that data loaders need.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from saleor_invoices.api.content import Content, erased_content
from saleor_invoices.domain import codec
from saleor_invoices.domain.credit import Remaining, remaining
from saleor_invoices.invoices.models import (
    Allocation,
    DocumentFile,
    EInvoiceRecord,
    FilePages,
    HistoryEntry,
    Movement,
    Problem,
    Publication,
    SalesDocument,
)
from saleor_invoices.invoices.selectors.documents import (
    channels_where,
    credit_snapshots,
    document_snapshots,
    documents_overdue,
    documents_visible,
)
from saleor_invoices.invoices.selectors.problems import problems_of_documents
from saleor_invoices.invoices.selectors.refunds import refundable_minor, refunds_worded
from saleor_invoices.invoices.selectors.viewers import CustomerViewer, Viewer
from saleor_invoices.invoices.services.document_open import pdf_when_asked
from saleor_invoices.invoices.services.page_show import file_pages
from saleor_invoices.payments.selectors.plans import payment_addresses
from saleor_invoices.payments.selectors.refunds import payment_refundable

T = TypeVar("T")
Groups = Mapping[Any, list[T]]
MOST_MEASURED = 10
"""PDFs of a page of rows that are opened to count their pages; the rest is asked for anew."""


class Peers:
    """The rows of one page and what has been loaded for all of them so far."""

    def __init__(self, rows: Iterable[SalesDocument], viewer: Viewer) -> None:
        self.rows = list(rows)
        self.viewer = viewer
        self._ids = [row.pk for row in self.rows]
        self._loaded: dict[str, Any] = {}
        self._measured = 0

    def content(self, row: SalesDocument) -> Content:
        """The row's snapshot, decoded once; of an erased one, nothing."""
        if row.erased_at is not None:
            return erased_content(row.kind, row.currency)
        contents: dict[uuid.UUID, Content] = self._once("contents", dict)
        if row.pk not in contents:
            snapshots = self._once("snapshots", lambda: document_snapshots(self._ids))
            contents[row.pk] = Content(codec.decode(snapshots[row.pk]))
        return contents[row.pk]

    def pdf(self, row: SalesDocument) -> DocumentFile | None:
        """The row's PDF, if it was rendered; an imported one's is when it alone is looked at."""
        found = self._files().get((row.pk, DocumentFile.Kind.PDF))
        if found is None and len(self.rows) == 1:
            return self._once("pdf when asked", lambda: pdf_when_asked(document=row))
        return found

    def opens(self, row: SalesDocument) -> bool:
        """Whether its PDF is there, or will be made when it is opened."""
        is_import = row.source == SalesDocument.Source.IMPORTED and row.erased_at is None
        return is_import or self.pdf(row) is not None

    def xml(self, row: SalesDocument) -> DocumentFile | None:
        """The row's e-invoice, if it has one."""
        return self._files().get((row.pk, DocumentFile.Kind.XML))

    def pages(self, row: SalesDocument) -> FilePages | None:
        """The pages of the row's PDF; those that were never measured are, up to a number."""
        query = FilePages.objects.filter(file__document_id__in=self._ids).select_related("file")
        known = self._once("pages", lambda: {found.file_id: found for found in query})
        file = self.pdf(row)
        if file is None or file.pk in known:
            return known.get(file.pk) if file else None
        self._measured += 1
        if self._measured > MOST_MEASURED:
            return None
        file.document = row
        found = file_pages(file=file)
        if found is not None:
            known[file.pk] = found
        return found

    def payments(self, row: SalesDocument) -> list[Allocation]:
        """What counts for the row, oldest first."""
        query = Allocation.objects.filter(document_id__in=self._ids).select_related("movement")
        ordered = query.order_by("movement__occurred_at", "pk")
        return self._grouped("payments", ordered).get(row.pk, [])

    def refundable(self, movement: Movement) -> int | None:
        """What of a payment of the rows can be given back the way it came, in smallest units."""
        left = self._once("refundable", self._refundable)
        return left.get(movement.pk)

    def payment_url(self, row: SalesDocument) -> str:
        """Where the row is paid outside; empty: nowhere."""
        return self._once("addresses", lambda: payment_addresses(self.rows)).get(row.pk, "")

    def einvoice(self, row: SalesDocument) -> EInvoiceRecord | None:
        """What became of the row's e-invoice, once it was rendered."""
        query = EInvoiceRecord.objects.filter(document_id__in=self._ids)
        found = self._grouped("einvoices", query).get(row.pk, [])
        return found[0] if found else None

    def overdue(self) -> frozenset[uuid.UUID]:
        """Those of the rows that are overdue."""
        return self._once(
            "overdue",
            lambda: documents_overdue(installation=self.viewer.installation, ids=self._ids),
        )

    def remaining(self, row: SalesDocument) -> Remaining | None:
        """What of an invoice is not credited yet; None where a credit note of it was erased."""
        notes = self._once("credits", lambda: credit_snapshots(self._ids)).get(row.pk, [])
        known = [codec.decode(note) for note in notes if note is not None]
        if len(known) < len(notes):
            return None
        return remaining(self.content(row).document, known)

    def publications(self, row: SalesDocument) -> list[Publication]:
        """Where the row is shown in Saleor."""
        query = Publication.objects.filter(document_id__in=self._ids).order_by("pk")
        return self._grouped("publications", query).get(row.pk, [])

    def history(self, row: SalesDocument) -> list[HistoryEntry]:
        """What happened to the row, oldest first."""
        query = HistoryEntry.objects.filter(document_id__in=self._ids).order_by("at", "pk")
        return self._grouped("history", refunds_worded(query)).get(row.pk, [])

    def problems(self, row: SalesDocument) -> list[Problem]:
        """The open problems of the row and of its order."""
        found = self._once(
            "problems",
            lambda: problems_of_documents(
                installation=self.viewer.installation, documents=self.rows
            ),
        )
        problems: list[Problem] = found.get(row.pk, [])
        return problems

    def preceding(self, row: SalesDocument) -> "tuple[SalesDocument, Peers] | None":
        """The visible document that the row corrects."""
        wanted = [peer.preceding_id for peer in self.rows if peer.preceding_id]
        found = self._related("preceding", {"pk__in": wanted}, lambda item: item.pk)
        items, peers = found.get(row.preceding_id, []), self._once("preceding peers", Peers)
        return (items[0], peers) if items else None

    def following(self, row: SalesDocument) -> "tuple[list[SalesDocument], Peers]":
        """The visible documents that correct the row."""
        found = self._related(
            "following", {"preceding_id__in": self._ids}, lambda item: item.preceding_id
        )
        return found.get(row.pk, []), self._once("following peers", Peers)

    def may_download(self, row: SalesDocument) -> bool:
        """Whether the viewer may have the row's PDF."""
        if not isinstance(self.viewer, CustomerViewer):
            return True
        allowed = self._once(
            "downloads",
            lambda: channels_where(
                installation=self.viewer.installation,
                key="allow_download",
                channels=(peer.channel for peer in self.rows),
            ),
        )
        return row.channel in allowed

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Something else that all rows share, made when first asked for."""
        return self._once(name, make)

    def _refundable(self) -> dict[int, int]:
        movements = self._movements()
        return refundable_minor(movements) | payment_refundable(movements)

    def _movements(self) -> list[Movement]:
        return [payment.movement for row in self.rows for payment in self.payments(row)]

    def _files(self) -> dict[tuple[uuid.UUID, str], DocumentFile]:
        query = DocumentFile.objects.filter(document_id__in=self._ids)
        return self._once("files", lambda: {(file.document_id, file.kind): file for file in query})

    def _once(self, name: str, load: Callable[..., T]) -> T:
        if name not in self._loaded:
            self._loaded[name] = load()
        loaded: T = self._loaded[name]
        return loaded

    def _grouped(self, name: str, query: Iterable[T]) -> Groups[T]:
        return self._once(name, lambda: _by(query, lambda item: item.document_id))  # type: ignore[attr-defined]

    def _related(
        self, name: str, wanted: dict[str, Any], key: Callable[[SalesDocument], object]
    ) -> Groups[SalesDocument]:
        def load() -> Groups[SalesDocument]:
            rows = list(documents_visible(viewer=self.viewer).filter(**wanted).order_by("pk"))
            self._loaded[f"{name} peers"] = Peers(rows, self.viewer)
            return _by(rows, key)

        return self._once(name, load)


def _by(items: Iterable[T], key: Callable[[T], object]) -> Groups[T]:
    groups: defaultdict[object, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
