"""Asking VIES about a buyer's VAT id, in the background, after the document was issued.

Nothing waits for the answer: VIES and the registers behind it are away for hours at times, and the
law asks for the check, not for an answer before the invoice. What is to be asked is written in the
document's history (``vat_check_requested``), and so is what came of it (``vat_checked``): a lost
message costs minutes, since the sweep finds a request without an answer.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from saleor_invoices import background
from saleor_invoices.domain import codec
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import HistoryEntry, Problem, SalesDocument, VatCheck
from saleor_invoices.invoices.selectors.vat_checks import (
    buyer_vat_id,
    vat_check_is_due,
    vat_check_valid_since,
)
from saleor_invoices.invoices.services.erased import refuse_erased
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.problem import (
    document_subject,
    problem_open,
    problem_resolve,
)
from saleor_invoices.stores.models import SettingValue
from saleor_invoices.stores.selectors import setting_resolve
from saleor_invoices.vies.client import ViesAnswer, vat_id_check

CHECK_TASK = "saleor_invoices.invoices.tasks.vat_check"
REQUESTED, CHECKED = "vat_check_requested", "vat_checked"
INVALID, UNCHECKED = "VAT_ID_INVALID", "VAT_ID_UNCHECKED"
REUSED_FOR = timedelta(hours=24)
GIVEN_UP_AFTER = timedelta(days=1)
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=1)
_LOOKED_BACK = timedelta(days=7)  # workers that were away longer have lost it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    vat_id: str
    requester: str  # empty where the seller has no VAT id of the EU


def vat_check_after_issue(*, document: SalesDocument) -> None:
    """Have the buyer's VAT id checked where the channel wants it and the tax hangs on it.

    To be called in the transaction that issues. Proformas, credit notes, and documents in test
    mode are not asked about.
    """
    if document.kind != DocumentKind.INVOICE or document.test_mode:
        return
    wanted, _ = setting_resolve(
        installation=document.installation, channel=document.channel, key="vies_check"
    )
    if wanted and vat_check_is_due(_decoded(document)):
        vat_check_request(document=document)


def vat_check_request(*, document: SalesDocument, actor: str = "app") -> VatCheck | None:
    """Have the buyer's VAT id checked in the background.

    Returns the answer where a valid one of the last 24 hours can be reused, else None; a request
    of the last five minutes that waits for its answer is not repeated. Raises
    ``InvalidInput`` VAT_ID_MISSING where the buyer has no VAT id of the EU; ``Conflict`` NOT_ISSUED
    or ERASED.
    """
    refuse_erased(document)
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft is checked when it is issued.", code="NOT_ISSUED")
    question = _question(_decoded(document))
    if _is_being_asked(document):
        return None
    with transaction.atomic():
        history_append(document=document, event=REQUESTED, actor=actor)
        known = _reusable(document, question)
        if known is not None:
            _settle(document, known)
            return known
        background.enqueue(CHECK_TASK, str(document.pk))
    return None


def vat_check_attempt(*, document_id: uuid.UUID | str) -> VatCheck | None:
    """Ask VIES for a document whose check is open and due; returns the answer.

    No transaction is open while VIES is asked. Two workers at once ask twice, which does no harm.
    """
    rows = SalesDocument.objects.filter(pk=document_id, erased_at__isnull=True)
    document = rows.select_related("installation").first()
    request = _open_request(document) if document else None
    if document is None or request is None:
        return None
    question = _question(_decoded(document))
    known = _reusable(document, question)
    if known is None and not _is_due(document, question, request):
        return None
    check = known or _ask(document, question)
    with transaction.atomic():
        if check.answer != VatCheck.Answer.UNAVAILABLE or _is_given_up(request):
            _settle(document, check)
    return check


def vat_checks_open(*, now: datetime | None = None) -> list[uuid.UUID]:
    """Documents of the last days whose check is asked for and not answered, for the sweep.

    Only in stores that have VIES asked by themselves: a check that a person asked for elsewhere is
    that person's to ask for again.
    """
    since = (now or timezone.now()) - _LOOKED_BACK
    stores = SettingValue.objects.filter(key="vies_check", value=True).values("installation_id")
    recent = SalesDocument.objects.filter(
        installation__in=stores,
        issue_date__gte=since.date() - timedelta(days=1),
        erased_at__isnull=True,
    )
    entries = HistoryEntry.objects.filter(
        document__in=recent, event__in=(REQUESTED, CHECKED), at__gte=since
    )
    return _unanswered(entries.order_by("pk"))


def vat_check_again(*, document: SalesDocument) -> None:
    """What Retry does about a VAT id that VIES did not know or did not answer for."""
    problems = Problem.objects.filter(
        installation=document.installation,
        subject=document_subject(document.pk),
        code__in=(INVALID, UNCHECKED),
        resolved_at__isnull=True,
    )
    if problems.exists():
        vat_check_request(document=document, actor="staff")


def _decoded(document: SalesDocument) -> Document:
    return codec.decode(bytes(document.snapshot))


def _question(document: Document) -> _Question:
    found, seller = buyer_vat_id(document.buyer), buyer_vat_id(document.seller)
    if not found.is_eu:
        raise InvalidInput("The buyer has no VAT id of the EU.", code="VAT_ID_MISSING")
    return _Question(vat_id=found.value, requester=seller.value if seller.is_eu else "")


def _reusable(document: SalesDocument, question: _Question) -> VatCheck | None:
    return vat_check_valid_since(
        installation=document.installation,
        vat_id=question.vat_id,
        requester_vat_id=question.requester,
        since=timezone.now() - REUSED_FOR,
    )


def _open_request(document: SalesDocument) -> HistoryEntry | None:
    entries = document.history.filter(event__in=(REQUESTED, CHECKED))
    newest = entries.order_by("-pk").first()
    return newest if newest is not None and newest.event == REQUESTED else None


def _is_being_asked(document: SalesDocument) -> bool:
    """Whether a request of the last minutes waits: VIES shuts out whoever asks too much."""
    request = _open_request(document)
    return request is not None and request.at > timezone.now() - FIRST_PAUSE


def _is_due(document: SalesDocument, question: _Question, request: HistoryEntry) -> bool:
    """5, 10, 20, 40 minutes and then an hour after an answer that VIES was not there."""
    tries = VatCheck.objects.filter(
        installation=document.installation, vat_id=question.vat_id, checked_at__gte=request.at
    ).order_by("-checked_at")
    newest = tries.first()
    if newest is None:
        return True
    pause = min(FIRST_PAUSE * 2 ** min(tries.count() - 1, 10), LONGEST_PAUSE)
    due: datetime = newest.checked_at + pause
    return timezone.now() >= due


def _is_given_up(request: HistoryEntry) -> bool:
    return timezone.now() >= request.at + GIVEN_UP_AFTER


def _ask(document: SalesDocument, question: _Question) -> VatCheck:
    answer: ViesAnswer = vat_id_check(
        url=settings.VIES_URL, vat_id=question.vat_id, requester_vat_id=question.requester
    )
    return VatCheck.objects.create(
        installation=document.installation,
        vat_id=question.vat_id,
        requester_vat_id=question.requester,
        answer=answer.outcome.value,
        name=answer.name[:500],
        address=answer.address[:1000],
        consultation_number=answer.consultation_number[:60],
        detail=answer.detail[:300],
        checked_at=timezone.now(),
    )


def _settle(document: SalesDocument, check: VatCheck) -> None:
    """The request is answered; what the merchant must know becomes a problem."""
    history_append(document=document, event=CHECKED, answer=check.answer, check=check.pk)
    code = {VatCheck.Answer.INVALID: INVALID, VatCheck.Answer.UNAVAILABLE: UNCHECKED}.get(
        VatCheck.Answer(check.answer)
    )
    healed = tuple(each for each in (INVALID, UNCHECKED) if each != code)
    problem_resolve(
        installation=document.installation, subject=document_subject(document.pk), codes=healed
    )
    if code is not None:
        _tell(document, code)


def _tell(document: SalesDocument, code: str) -> None:
    says = {
        INVALID: "VIES says that the buyer's VAT id is not valid",
        UNCHECKED: "VIES did not answer about the buyer's VAT id for a day",
    }[code]
    remedy = {
        INVALID: "Ask the buyer for the right VAT id. A sale without tax to a buyer who has none "
        "is taxed at home: correct the invoice, or press Retry when the register has been mended.",
        UNCHECKED: "Press Retry, or look it up at the tax office and keep the answer.",
    }[code]
    problem_open(
        installation=document.installation,
        subject=document_subject(document.pk),
        code=code,
        message=f"{document.number}: {says}.",
        remedy=remedy,
        params={"document_id": str(document.pk), "number": document.number},
    )


def _unanswered(entries: Iterable[HistoryEntry] | QuerySet[HistoryEntry]) -> list[uuid.UUID]:
    newest = {entry.document_id: entry.event for entry in entries}
    return [document_id for document_id, event in newest.items() if event == REQUESTED]
