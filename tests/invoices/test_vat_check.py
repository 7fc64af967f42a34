"""Asking VIES about a buyer: when it matters, once, again while it is away, never in the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import Address, Document, Party
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.invoices import tasks
from saleor_invoices.invoices.models import Problem, SalesDocument, VatCheck
from saleor_invoices.invoices.selectors.vat_checks import vat_check_is_due
from saleor_invoices.invoices.services.problem import document_subject, problem_open
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.invoices.services.vat_check import (
    vat_check_after_issue,
    vat_check_attempt,
    vat_check_request,
    vat_checks_open,
)
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices import books
from tests.invoices.conftest import Configure
from tests.invoices.desk import Desk
from tests.invoices.tampering import alter
from tests.plugins import factories
from tests.saleor.fake_saleor import Reply
from tests.vies.fake_vies import CONSULTATION, FakeVies, fault, known, open_vies, unknown

pytestmark = pytest.mark.django_db
BUYER, SELLER = "DE136695976", "PL5260001246"


@pytest.fixture
def vies(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeVies]:
    """A VIES that knows the buyer."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with open_vies() as running:
        running.answers[BUYER] = known()
        settings.VIES_URL = running.url
        yield running


@pytest.fixture
def invoice(seller: LegalEntity) -> SalesDocument:
    """An invoice from Poland to a business in Germany."""
    return books.invoice(seller)


def _events(document: SalesDocument) -> list[tuple[str, Any]]:
    entries = document.history.filter(event__startswith="vat_check").order_by("pk")
    return [(entry.event, entry.params.get("answer")) for entry in entries]


def _problem(document: SalesDocument) -> Problem | None:
    subject = document_subject(document.pk)
    return Problem.objects.filter(subject=subject, resolved_at__isnull=True).first()


class Clock:
    """The time that the service sees."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ahead = timedelta()
        real = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: real() + self.ahead)

    def forward(self, **by: float) -> datetime:
        """Let time pass."""
        self.ahead += timedelta(**by)
        return timezone.now()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that a test can put forward."""
    return Clock(monkeypatch)


# --- When it matters ---------------------------------------------------------------------------


def document(
    buyer_vat: str, buyer: str, seller: str = "PL", category: VatCategory = VatCategory.STANDARD
) -> Document:
    """A sale between two countries, taxed so."""
    base = factories.sample_document()
    rows = tuple(
        replace(row, tax=replace(row.tax, category=category)) for row in base.vat_breakdown
    )
    return replace(
        base,
        seller=replace(base.seller, address=Address(country=seller)),
        buyer=Party(name="Sample Buyer", vat_id=buyer_vat, address=Address(country=buyer)),
        vat_breakdown=rows,
    )


@pytest.mark.parametrize(
    ("sale", "due"),
    [
        (document("DE136695976", "DE"), True),
        (document("DE 136.695.976", "DE"), True),
        (document("136695976", "DE"), True),  # the prefix is the buyer's country
        (document("EL094259216", "GR"), True),
        (document("XI980780684", "GB"), True),
        (document("PL1234563218", "PL"), False),  # a domestic sale
        (document("PL1234563218", "PL", category=VatCategory.REVERSE_CHARGE), True),
        (document("PL1234563218", "DE", category=VatCategory.INTRA_COMMUNITY), True),
        (document("DE136695976", "DE", seller="CH"), True),
        (document("", "DE"), False),
        (document("DE136695971", "DE"), False),  # a wrong check digit: a finding said so
        (document("GB980780684", "GB"), False),  # VIES knows no British ids any more
        (document("CHE107787577MWST", "CH"), False),
        (document("TAX-1", "US"), False),
    ],
)
def test_it_matters_where_the_tax_hangs_on_it(sale: Document, due: bool) -> None:
    assert vat_check_is_due(sale) is due


def test_it_is_off_until_the_channel_wants_it(
    desk: Desk, vies: FakeVies, invoice: SalesDocument, configure: Configure, capture: Any
) -> None:
    with capture(execute=True):
        vat_check_after_issue(document=invoice)
    assert (desk.work(), vies.questions, _events(invoice)) == ([], [], [])
    configure(vies_check=True)
    with capture(execute=True):
        vat_check_after_issue(document=invoice)
    assert desk.work() == ["vat_check"]
    assert vies.asked == [BUYER]


@pytest.fixture
def capture(django_capture_on_commit_callbacks: Any) -> Any:
    """Run what waits for the commit."""
    return django_capture_on_commit_callbacks


@pytest.mark.parametrize(
    "columns", [{"kind": "proforma"}, {"kind": "credit_note"}, {"test_mode": True}]
)
def test_only_real_invoices_are_asked_about(
    desk: Desk, vies: FakeVies, invoice: SalesDocument, configure: Configure, columns: Any
) -> None:
    configure(vies_check=True)
    alter(invoice, **columns)
    vat_check_after_issue(document=invoice)
    assert _events(invoice) == []


# --- What comes of it --------------------------------------------------------------------------


def test_a_valid_answer_is_kept_as_proof(invoice: SalesDocument, vies: FakeVies) -> None:
    assert vat_check_request(document=invoice, actor="staff:1") is None
    check = vat_check_attempt(document_id=invoice.pk)
    assert check is not None
    assert VatCheck.objects.values_list(
        "vat_id", "requester_vat_id", "answer", "name", "address", "consultation_number"
    ).get() == (
        BUYER,
        SELLER,
        "valid",
        "Sample Buyer GmbH",
        "Musterstraße 1\n10115 Berlin",
        CONSULTATION,
    )
    assert _events(invoice) == [("vat_check_requested", None), ("vat_checked", "valid")]
    entry = invoice.history.get(event="vat_checked")
    assert entry.params == {"answer": "valid", "check": check.pk}
    assert invoice.history.get(event="vat_check_requested").actor == "staff:1"
    assert _problem(invoice) is None
    assert vat_check_attempt(document_id=invoice.pk) is None  # it is answered
    assert len(vies.questions) == 1


def test_an_invalid_answer_is_a_problem_until_it_is_mended(
    desk: Desk, invoice: SalesDocument, vies: FakeVies, capture: Any
) -> None:
    vies.answers[BUYER] = unknown()
    vat_check_request(document=invoice)
    vat_check_attempt(document_id=invoice.pk)
    problem = _problem(invoice)
    assert problem is not None
    assert (problem.code, "correct the invoice" in problem.remedy) == ("VAT_ID_INVALID", True)
    assert BUYER not in problem.message + str(problem.params)
    vies.answers[BUYER] = known()
    with capture(execute=True):
        problem_retry(problem=problem)
    assert "vat_check" in desk.work()
    assert _problem(invoice) is None
    assert [check.answer for check in VatCheck.objects.order_by("pk")] == ["invalid", "valid"]


def test_publishing_does_not_close_it(
    desk: Desk, own: Any, vies: FakeVies, configure: Configure
) -> None:
    problem_open(
        installation=own.document.installation,
        subject=document_subject(own.document.pk),
        code="VAT_ID_INVALID",
        message="VIES says no.",
    )
    tasks.publication_publish(own.pk)
    own.refresh_from_db()
    assert own.state == "done"
    assert _problem(own.document) is not None


def test_a_fresh_valid_answer_is_used_again(
    seller: LegalEntity, invoice: SalesDocument, vies: FakeVies, clock: Clock
) -> None:
    vat_check_request(document=invoice)
    first = vat_check_attempt(document_id=invoice.pk)
    second = books.invoice(seller)
    clock.forward(hours=23)
    assert vat_check_request(document=second) == first
    assert _events(second) == [("vat_check_requested", None), ("vat_checked", "valid")]
    third = books.invoice(seller)
    clock.forward(hours=2)
    assert vat_check_request(document=third) is None
    vat_check_attempt(document_id=third.pk)
    assert vies.asked == [BUYER, BUYER]


def test_an_invalid_answer_and_one_for_another_requester_are_not(
    store: Installation, seller: LegalEntity, invoice: SalesDocument, vies: FakeVies
) -> None:
    values = {"installation": store, "vat_id": BUYER, "checked_at": timezone.now()}
    VatCheck.objects.create(**values, answer="invalid", requester_vat_id=SELLER)
    VatCheck.objects.create(**values, answer="valid", requester_vat_id="PL1234563218")
    other = factories.installation("https://other.example.com/graphql/")
    VatCheck.objects.create(
        **{**values, "installation": other}, answer="valid", requester_vat_id=SELLER
    )
    assert vat_check_request(document=invoice) is None
    vat_check_attempt(document_id=invoice.pk)
    assert vies.asked == [BUYER]


@pytest.mark.parametrize(
    "away", [fault("MS_UNAVAILABLE"), fault("MS_MAX_CONCURRENT_REQ"), Reply({}, status=503)]
)
def test_while_vies_is_away_it_is_asked_again_ever_more_slowly(
    invoice: SalesDocument, vies: FakeVies, clock: Clock, away: Reply
) -> None:
    vies.answers[BUYER] = away
    vat_check_request(document=invoice)
    pauses = [5, 10, 20, 40, 60, 60]
    for minutes in pauses:
        check = vat_check_attempt(document_id=invoice.pk)
        assert check is not None
        assert check.answer == "unavailable"
        clock.forward(minutes=minutes - 1)
        assert vat_check_attempt(document_id=invoice.pk) is None  # not yet
        clock.forward(minutes=1.1)
    assert _events(invoice) == [("vat_check_requested", None)]
    assert _problem(invoice) is None
    vies.answers[BUYER] = known()
    assert vat_check_attempt(document_id=invoice.pk) is not None
    assert _events(invoice)[-1] == ("vat_checked", "valid")
    assert len(vies.questions) == len(pauses) + 1


def test_after_a_day_the_merchant_is_told(
    invoice: SalesDocument, vies: FakeVies, clock: Clock
) -> None:
    vies.answers[BUYER] = fault("MS_UNAVAILABLE")
    vat_check_request(document=invoice)
    vat_check_attempt(document_id=invoice.pk)
    clock.forward(hours=25)
    vat_check_attempt(document_id=invoice.pk)
    problem = _problem(invoice)
    assert problem is not None
    assert problem.code == "VAT_ID_UNCHECKED"
    assert _events(invoice)[-1] == ("vat_checked", "unavailable")
    assert vat_checks_open() == []
    # Found invalid later, the one problem takes the place of the other.
    vies.answers[BUYER] = unknown()
    problem_retry(problem=problem)
    vat_check_attempt(document_id=invoice.pk)
    assert Problem.objects.filter(resolved_at=None).values_list("code", flat=True).get() == (
        "VAT_ID_INVALID"
    )


def test_the_sweep_asks_for_what_is_open(
    desk: Desk, invoice: SalesDocument, vies: FakeVies, configure: Configure
) -> None:
    alter(invoice, issue_date=timezone.now().date())
    vat_check_request(document=invoice)  # nothing is committed here: its message is lost
    assert desk.work() == []
    assert vat_checks_open() == []  # the store does not want it by itself
    configure(vies_check=True)
    assert vat_checks_open() == [invoice.pk]
    tasks.vat_checks_sweep()
    assert desk.work() == ["vat_check"]
    assert _events(invoice)[-1] == ("vat_checked", "valid")
    assert vat_checks_open() == []


# --- What can't be asked -----------------------------------------------------------------------


def test_a_buyer_without_a_vat_id_is_refused(seller: LegalEntity, vies: FakeVies) -> None:
    draft = replace(
        factories.sample_document(number="", issue_date=None),
        buyer=replace(factories.BUYER, vat_id="TAX-1"),
    )
    row = books.post(seller, draft)
    with pytest.raises(InvalidInput) as caught:
        vat_check_request(document=row)
    assert caught.value.code == "VAT_ID_MISSING"
    assert _events(row) == []


def test_drafts_and_erased_documents_are_refused(invoice: SalesDocument, vies: FakeVies) -> None:
    alter(invoice, state="draft")
    with pytest.raises(Conflict) as caught:
        vat_check_request(document=invoice)
    assert caught.value.code == "NOT_ISSUED"
    alter(invoice, state="issued", erased_at=timezone.now())
    with pytest.raises(Conflict) as caught:
        vat_check_request(document=invoice)
    assert caught.value.code == "ERASED"


def test_what_was_erased_meanwhile_is_not_asked_about(
    invoice: SalesDocument, vies: FakeVies
) -> None:
    vat_check_request(document=invoice)
    alter(invoice, erased_at=timezone.now(), snapshot=b"")
    assert vat_check_attempt(document_id=invoice.pk) is None
    assert vies.questions == []
    assert vat_check_attempt(document_id="00000000-0000-0000-0000-000000000000") is None
