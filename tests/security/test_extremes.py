"""The ends of time and of length: refused or kept, and never a fault of ours."""

import pytest

from saleor_invoices.invoices.models import IssueRun
from saleor_invoices.stores.models import LegalEntity
from tests.api.conftest import Ask, World, bearer
from tests.plugins import factories
from tests.security.test_new_verbs import EVERY_RIGHT, Things, things_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(world: World) -> Things:
    """What is in the store."""
    return things_of(world.charlies)


DAYS = ("0001-01-01", "9999-12-31")


@pytest.mark.parametrize("day", DAYS)
def test_the_ends_of_time_are_no_fault_of_ours(
    ask: Ask, world: World, mine: Things, day: str
) -> None:
    boss = bearer(factories.staff_token(world.store, rights=EVERY_RIGHT), world.store)
    IssueRun.objects.all().delete()
    span = f'createdFrom: "{day}", createdTo: "{day}"'
    pattern = "A{YYYY}{MM}{DD}-{seq}"
    queries = [
        f"mutation {{ issueRunStart(input: {{ {span} }}) {{ run {{ id }} }} }}",
        f'mutation ($id: ID!) {{ reminderHold(id: $id, until: "{day}") {{ document {{ id }} }} }}',
        f'{{ salesInvoices(filter: {{dueDate: {{gte: "{day}"}}}}) {{ totalCount }} }}',
        *(
            f'{{ salesNumberSamples(pattern: "{pattern}", reset: {reset}, on: "{day}") }}'
            for reset in ("YEARLY", "MONTHLY", "DAILY", "NEVER")
        ),
        *(
            'mutation ($id: ID!) { paymentRecord(invoiceId: $id, input: {amount: "1", reference: '
            f'"r{zone}", occurredAt: "{day}T00:00:00{zone}"}}) {{ document {{ id }} }} }}'
            for zone in ("", "Z", "+14:00", "-12:00")
        ),
    ]
    for query in queries:
        answer = ask(query, boss, id=mine["invoice"]) if "$id" in query else ask(query, boss)
        found = {error["extensions"]["code"] for error in answer.get("errors", ())}
        assert "INTERNAL_ERROR" not in found, (query, answer)


def test_a_text_of_any_length_is_refused_or_kept(ask: Ask, world: World, mine: Things) -> None:
    boss = bearer(factories.staff_token(world.store, rights=EVERY_RIGHT), world.store)
    IssueRun.objects.all().delete()
    long = "x" * 100_000
    tried = {
        "($t: String!) { issueRunStart(input: {channel: $t}) { run { id } } }": {},
        "($i: ID!, $t: String!) { invoiceVoid(id: $i, reason: $t) { creditNote { id } } }": {
            "i": mine["invoice"]
        },
        "($i: ID!, $t: String!) { documentErase(id: $i, reason: $t) { erasure { reason } } }": {
            "i": mine["invoice"]
        },
        "($i: ID!, $t: String!) { invoiceTransmit(id: $i, channel: $t) { document { id } } }": {
            "i": mine["invoice"]
        },
        "($i: ID!, $t: String!) { invoiceSend(id: $i, idempotencyKey: $t) { document { id } } }": {
            "i": mine["invoice"]
        },
    }
    for query, variables in tried.items():
        answer = ask(f"mutation {query}", boss, t=long, **variables)
        found = {error["extensions"]["code"] for error in answer.get("errors", ())}
        assert found, query
        assert "INTERNAL_ERROR" not in found, (query, answer)
    assert not IssueRun.objects.filter(channel=long).exists()
    assert LegalEntity.objects.filter(installation=world.store).count() == 2
