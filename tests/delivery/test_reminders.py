"""Reminders: at the steps that are reached, once each, and never for what is settled."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from saleor_invoices.delivery.compose.dispatch_mail import dispatch_write
from saleor_invoices.delivery.models import Dispatch, ReminderHold
from saleor_invoices.delivery.selectors import step_window
from saleor_invoices.delivery.services import dispatch_send as sending
from saleor_invoices.delivery.services import reminders_plan as planning
from saleor_invoices.delivery.services.dispatch_request import dispatch_request
from saleor_invoices.delivery.services.reminder_hold import reminder_hold, reminder_release
from saleor_invoices.delivery.services.reminders_plan import reminders_plan
from saleor_invoices.domain.errors import Conflict, InvalidInput, NotFound
from saleor_invoices.domain.states import PaymentStatus
from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.stores.models import LegalEntity
from tests.delivery.conftest import Configure, Issue, again, attempt, events, paid
from tests.delivery.smtp_server import Mailbox
from tests.plugins import factories

NOW = datetime(2026, 3, 10, 11, tzinfo=UTC)
TODAY = NOW.date()
STEPS = [-3, 1, 7, 14]


@pytest.fixture(autouse=True)
def _steps(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(reminder_days=STEPS)

    class Clock:
        now = staticmethod(lambda: NOW)

    from saleor_invoices.delivery import selectors
    from saleor_invoices.delivery.services import reminder_hold as holding

    for module in (selectors, holding):
        monkeypatch.setattr(module, "timezone", Clock)


def due(issue: Issue, days_ago: int, **changes: Any) -> SalesDocument:
    """An invoice that was due so many days ago."""
    day = TODAY - timedelta(days=days_ago)
    return issue(**{"due_date": day, "issue_date": day - timedelta(days=30), **changes})


def planned() -> list[str]:
    """The purposes of what was planned."""
    return list(Dispatch.objects.order_by("created_at").values_list("purpose", flat=True))


@pytest.mark.parametrize(
    ("days_ago", "step"),
    [
        (-4, None), (-3, "reminder:-3"), (-1, "reminder:-3"), (0, "reminder:-3"),
        (1, "reminder:1"), (3, "reminder:1"), (6, "reminder:1"), (7, "reminder:7"),
        (13, "reminder:7"), (14, "reminder:14"), (21, "reminder:14"), (22, None), (400, None),
    ],
)  # fmt: skip
def test_the_newest_step_that_was_reached_is_planned(
    issue: Issue, days_ago: int, step: str | None
) -> None:
    due(issue, days_ago)
    assert reminders_plan(now=NOW) == (step is not None)
    assert planned() == ([step] if step else [])
    assert reminders_plan(now=NOW) == 0


def test_every_step_comes_once_as_time_goes_by(issue: Issue) -> None:
    due(issue, -5)
    for hour in range(0, 24 * 40, 5):
        reminders_plan(now=NOW + timedelta(hours=hour))
    assert planned() == [f"reminder:{step}" for step in STEPS]


@pytest.mark.parametrize(
    "columns",
    [
        {"balance_minor": 0}, {"disputed_minor": 100}, {"status": PaymentStatus.CANCELLED},
        {"balance_minor": 0, "status": PaymentStatus.PAID, "credited_minor": 15840},
    ],
)  # fmt: skip
def test_nobody_is_reminded_of_what_is_settled_or_disputed(
    issue: Issue, columns: dict[str, Any]
) -> None:
    paid(due(issue, 2), **{"balance_minor": 15840, **columns})
    assert reminders_plan(now=NOW) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "credit_note"}, {"kind": "proforma"}, {"columns": {"test_mode": True}},
        {"columns": {"state": "draft"}}, {"email": ""}, {"columns": {"erased_at": NOW}},
        {"issue_date": TODAY}, {"email": "no address"},
    ],
)  # fmt: skip
def test_what_is_no_open_invoice_is_not_reminded_of(issue: Issue, changes: dict[str, Any]) -> None:
    due(issue, 2, **changes)
    assert reminders_plan(now=NOW) == 0
    assert planned() == []


def test_an_imported_invoice_is_reminded_of_like_ours(issue: Issue) -> None:
    due(issue, 2, columns={"source": "imported"})
    assert reminders_plan(now=NOW) == 1


def test_a_disconnected_store_reminds_nobody(issue: Issue) -> None:
    store = due(issue, 2).installation
    store.state = "disconnected"
    store.save()
    assert reminders_plan(now=NOW) == 0


def test_channels_have_steps_of_their_own(issue: Issue, configure: Configure) -> None:
    configure("quiet", reminder_days=[])
    due(issue, 2, columns={"channel": "quiet"})
    loud = due(issue, 2)
    reminders_plan(now=NOW)
    assert Dispatch.objects.get().document_id == loud.pk


@pytest.mark.parametrize(
    ("zone", "hour", "reminds"),
    [
        ("Europe/Warsaw", 6, False), ("Europe/Warsaw", 7, True),  # 7 and 8 o'clock in winter
        ("Pacific/Auckland", 23, True),  # noon of the next day there: the day it is due after
        ("America/Los_Angeles", 15, False), ("America/Los_Angeles", 16, False),
    ],
)  # fmt: skip
def test_days_and_hours_are_those_of_the_legal_entity(
    entity: LegalEntity, issue: Issue, configure: Configure, zone: str, hour: int, reminds: bool
) -> None:
    configure(reminder_days=[1])
    LegalEntity.objects.filter(pk=entity.pk).update(timezone=zone)
    local_due = {"Pacific/Auckland": 0, "America/Los_Angeles": 0}.get(zone, 1)
    due(issue, local_due)
    moment = NOW.replace(hour=hour)
    assert reminders_plan(now=moment) == reminds


def test_a_reminder_goes_out_in_its_own_words(box: Mailbox, issue: Issue) -> None:
    document = due(issue, 7, language="de")
    reminders_plan(now=NOW)
    sent = attempt(Dispatch.objects.get())
    assert (sent.state, sent.language) == (Dispatch.State.SENT, "de")
    (mail,) = box.mails
    assert mail["Subject"] == f"Zahlungserinnerung: Rechnung {document.number}"
    body = mail.get_body(("plain",))
    assert body is not None
    assert "3. März 2026" in body.get_content()
    assert len(list(mail.iter_attachments())) == 1


def test_own_words_of_reminders(box: Mailbox, issue: Issue, configure: Configure) -> None:
    texts = {"pl": {"subject": "{{ days_overdue }} d", "body": "{{ amount_due }}"}}
    configure(reminder_texts=texts, mail_texts={"pl": {"subject": "no", "body": "no"}})
    document = due(issue, 1)
    paid(document, balance_minor=1234)
    reminders_plan(now=NOW)
    attempt(Dispatch.objects.get())
    body = box.mails[0].get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "12,34\xa0zł"


@pytest.mark.parametrize(
    ("columns", "why"),
    [({"balance_minor": 0}, "settled"), ({"disputed_minor": 5}, "disputed")],
)
def test_what_was_settled_meanwhile_is_not_sent(
    box: Mailbox, issue: Issue, columns: dict[str, Any], why: str
) -> None:
    document = due(issue, 2)
    reminders_plan(now=NOW)
    paid(document, **{"balance_minor": 15840, **columns})
    dispatch = attempt(Dispatch.objects.get())
    assert (dispatch.state, dispatch.last_error) == (Dispatch.State.CANCELLED, why)
    assert box.mails == []
    assert events(document) == ["mail_cancelled"]


def test_a_payment_while_the_mail_is_written_still_stops_it(
    box: Mailbox, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = due(issue, 2)
    reminders_plan(now=NOW)

    def slow(dispatch: Dispatch) -> object:
        written = dispatch_write(dispatch)
        paid(document)
        return written

    monkeypatch.setattr(sending, "dispatch_write", slow)
    assert attempt(Dispatch.objects.get()).state == Dispatch.State.CANCELLED
    assert box.mails == []


def test_a_reminder_that_a_newer_one_overtook_is_not_sent(box: Mailbox, issue: Issue) -> None:
    document = due(issue, 6)
    reminders_plan(now=NOW)
    old = Dispatch.objects.get()
    reminders_plan(now=NOW + timedelta(days=1))
    old.refresh_from_db()
    assert (old.state, old.last_error) == (Dispatch.State.CANCELLED, "overtaken")
    assert planned() == ["reminder:1", "reminder:7"]
    assert Dispatch.objects.filter(document=document, state="pending").count() == 1


def test_a_reminder_that_could_not_go_for_a_week_is_dropped(box: Mailbox, issue: Issue) -> None:
    document = due(issue, 22)
    late = dispatch_request(document=document, purpose="reminder:14", recipient="a@example.com")
    assert again(late).last_error == "too_late"
    assert box.mails == []


def test_a_hold_stops_reminders_until_it_ends(box: Mailbox, issue: Issue) -> None:
    document = due(issue, 1)
    reminder_hold(document=document, reason="talks", until=TODAY + timedelta(days=2), actor="s")
    assert [reminders_plan(now=NOW + timedelta(days=day)) for day in range(4)] == [0, 0, 0, 1]


def test_a_hold_stops_what_was_planned_already(box: Mailbox, issue: Issue) -> None:
    document = due(issue, 1)
    reminders_plan(now=NOW)
    reminder_hold(document=document, reason="", until=None, actor="staff:1")
    dispatch = attempt(Dispatch.objects.get())
    assert (dispatch.state, dispatch.last_error) == (Dispatch.State.CANCELLED, "held")


@pytest.mark.parametrize(
    ("seen", "charged", "refunded", "reminded"),
    [
        (True, 158.40, 0, False), (True, 200, 0, False), (True, 0, 158.40, False),
        (True, 158.39, 0, True), (True, 0, 0, True), (False, 0, 0, True),
    ],
)  # fmt: skip
def test_an_import_of_an_order_that_was_paid_in_saleor_is_not_dunned_for(
    issue: Issue, seen: bool, charged: float, refunded: float, reminded: bool
) -> None:
    document = due(issue, 1, columns={"source": "imported"})
    assert document.order is not None
    OrderRecord.objects.filter(pk=document.order.pk).update(
        total_minor=15840, charged_minor=round(charged * 100), refunded_minor=refunded * 100,
        seen_issued_at=NOW if seen else None,
    )  # fmt: skip
    assert reminders_plan(now=NOW) == reminded
    dispatch = dispatch_request(document=document, purpose="reminder:1", recipient="a@example.com")
    if not reminded:
        dispatch = attempt(dispatch)
        assert (dispatch.state, dispatch.last_error) == (Dispatch.State.CANCELLED, "order_paid")


def test_one_of_ours_is_owed_whatever_its_order_says(issue: Issue) -> None:
    document = due(issue, 1)
    assert document.order is not None
    OrderRecord.objects.filter(pk=document.order.pk).update(
        total_minor=100, charged_minor=100, seen_issued_at=NOW
    )
    assert reminders_plan(now=NOW) == 1


def test_a_hold_is_changed_released_and_told(issue: Issue) -> None:
    document = due(issue, 1)
    reminder_hold(document=document, reason="a", until=None, actor="staff:1")
    reminder_hold(document=document, reason="b", until=TODAY, actor="staff:2")
    hold = ReminderHold.objects.get()
    assert (hold.reason, hold.until, hold.held_by) == ("b", TODAY, "staff:2")
    reminder_release(document=document, actor="staff:3")
    with pytest.raises(NotFound) as error:
        reminder_release(document=document, actor="staff:3")
    assert error.value.code == "HOLD_UNKNOWN"
    assert events(document) == ["reminders_held", "reminders_held", "reminders_released"]
    assert reminders_plan(now=NOW) == 1


def test_a_hold_that_makes_no_sense_is_refused(entity: LegalEntity, issue: Issue) -> None:
    document = due(issue, 1)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"until": TODAY - timedelta(days=1)}, "HOLD_IN_THE_PAST"),
        ({"reason": "x" * 501}, "REASON_TOO_LONG"),
        ({"document": factories.credit_note(entity, document)}, "NOT_REMINDED"),
    ]
    for changes, code in wrong:
        with pytest.raises((InvalidInput, Conflict)) as error:
            reminder_hold(
                **{"document": document, "reason": "", "until": None, "actor": "s", **changes}
            )
        assert error.value.code == code


def test_windows_of_steps_do_not_overlap_and_leave_no_gap() -> None:
    reached = [
        {
            first + timedelta(days=day)
            for first, last in [step_window(today=TODAY, step=step, following=following)]
            for day in range((last - first).days + 1)
        }
        for step, following in zip(STEPS, [*STEPS[1:], None], strict=True)
    ]
    assert sum(map(len, reached)) == len(set().union(*reached))
    newest = {max(s for s in STEPS if (TODAY - day).days >= s) for day in set().union(*reached)}
    assert newest == set(STEPS)
    assert min(set().union(*reached)) == date(2026, 2, 17)  # 14 and 7 days ago


def test_many_due_at_once_are_all_planned(
    entity: LegalEntity, issue: Issue, django_assert_max_num_queries: Any
) -> None:
    for _ in range(30):
        due(issue, 1)
    assert reminders_plan(now=NOW) == 30
    with django_assert_max_num_queries(40):  # nothing left: one look at each step
        assert reminders_plan(now=NOW) == 0
    assert planning.FROM_HOUR == 8
