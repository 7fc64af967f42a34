"""Every verb of the API, tried by everybody who must not: nothing may change, whatever is named.

``VERBS`` must name each mutation of the schema, so that a new one can't be forgotten here.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from saleor_invoices.api.ids import global_id
from saleor_invoices.api.schema import schema
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.desk.models import BulkJob, SavedView, StaffMember, StaffNote
from saleor_invoices.events.models import Endpoint, EventDelivery, EventRecord
from saleor_invoices.imports.models import ImportJob, ImportMapping, ImportUpload
from saleor_invoices.invoices.models import (
    ExternalReference,
    IssueRun,
    Movement,
    Problem,
    SalesDocument,
)
from saleor_invoices.stores.models import ApiKey, Installation, LegalEntity
from saleor_invoices.stores.scopes import Scope
from saleor_invoices.stores.services.api_key import api_key_create
from tests.api.conftest import CHARLIE, Ask, Headers, World, bearer
from tests.plugins import factories

pytestmark = pytest.mark.django_db
PAYMENT = '{amount: "1.00", reference: "r", occurredAt: "2026-03-05T10:00:00+00:00"}'
DRAFT = '{currency: "EUR", buyer: {name: "B", address: {country: "DE"}}, lines: []}'
DOCUMENTS, SETTINGS, STAFF, MONEY = "documents", "settings", "staff", "money"
IMPORTS = "imports"
"""Whose verb it is: of documents' writers, of settings' writers, of cashiers, of who brings
documents of other systems, or of staff only."""
NEEDED = {
    DOCUMENTS: {"documents:read", "documents:write"},
    SETTINGS: {"settings:read", "settings:write"},
    MONEY: {"documents:read", "payments:write"},
    IMPORTS: {"imports:write"},
    STAFF: {""},
}
"""The scopes that a key must have, each of them; staff's verbs are not for keys at all."""

# What a verb is given besides the ids, which stand as $<name>: a name of ``Things``.
VERBS: dict[str, tuple[str, str]] = {
    "invoiceIssue": (DOCUMENTS, "(orderId: $order) { document { id } }"),
    "invoicePaymentUrlSet": (DOCUMENTS, '(id: $invoice, url: "https://pay.example.com/") { id }'),
    "invoiceLinkRevoke": (DOCUMENTS, "(id: $invoice) { revoked }"),
    "problemRetry": (STAFF, "(problemId: $problem) { problem { id } }"),
    "creditNoteCreate": (
        DOCUMENTS,
        '(invoiceId: $invoice, input: {everything: true}, idempotencyKey: "k") {creditNote { id }}',
    ),
    "draftIssue": (DOCUMENTS, "(id: $draft) { document { id } }"),
    "draftDiscard": (DOCUMENTS, "(id: $draft) { discarded }"),
    "invoiceCorrect": (DOCUMENTS, "(id: $invoice) { invoice { id } }"),
    "invoiceVoid": (DOCUMENTS, "(id: $invoice) { creditNote { id } }"),
    "proformaIssue": (DOCUMENTS, "(orderId: $order) { document { id } }"),
    "invoiceCollectiveIssue": (DOCUMENTS, '(orderIds: [$order, "x"]) { document { id } }'),
    "paymentRecord": (
        MONEY,
        f"(invoiceId: $invoice, input: {PAYMENT}) {{ document {{ id }} }}",
    ),
    "paymentReallocate": (
        MONEY,
        '(paymentId: $payment, fromId: $invoice, toId: $second, amount: "1.00", '
        'idempotencyKey: "k") { document { id } }',
    ),
    "salesPaymentRefund": (
        STAFF,
        '(paymentId: $payment, documentId: $invoice, amount: "1.00", idempotencyKey: "k")'
        " { state }",
    ),
    "stripeConnectionTest": (SETTINGS, " { ok }"),
    "issueRunStart": (STAFF, "(input: {}) { run { id } }"),
    "issueRunCancel": (STAFF, "(id: $run) { run { id } }"),
    "settingsUpdate": (
        SETTINGS,
        '(input: [{level: LEGAL_ENTITY, name: "unused", key: "paper", value: "letter"}])'
        " { changes { id } }",
    ),
    "legalEntityCreate": (
        SETTINGS,
        '(key: "new", input: {name: "Sample", country: "PL"}) { legalEntity { id } }',
    ),
    "legalEntityUpdate": (SETTINGS, '(id: $seller, input: {name: "X"}) { legalEntity { id } }'),
    "legalEntityDelete": (SETTINGS, "(id: $seller) { id }"),
    "legalEntityLogoSet": (SETTINGS, "(id: $seller, logo: null) { legalEntity { id } }"),
    "exchangeRateSet": (
        SETTINGS,
        '(input: {currency: "EUR", target: "PLN", on: "2026-03-02", rate: "4.2", source: "ECB"})'
        " { exchangeRate { rate } }",
    ),
    "vatCheckRequest": (DOCUMENTS, "(id: $invoice) { document { id } }"),
    "documentErase": (STAFF, '(id: $invoice, reason: "r") { document { id } }'),
    "invoiceSend": (DOCUMENTS, '(id: $invoice, idempotencyKey: "k") { dispatch { id } }'),
    "mailTestSend": (SETTINGS, '(to: "a@example.com") { dispatch { id } }'),
    "dispatchRetry": (STAFF, "(id: $mail) { dispatch { id } }"),
    "dispatchMarkSent": (STAFF, "(id: $mail) { dispatch { id } }"),
    "reminderHold": (DOCUMENTS, "(id: $invoice) { document { id } }"),
    "reminderRelease": (DOCUMENTS, "(id: $invoice) { document { id } }"),
    "salesBulkStart": (
        STAFF,
        '(input: {kind: SEND, idempotencyKey: "new", ids: [$invoice]}) { job { id } }',
    ),
    "salesBulkCancel": (STAFF, "(id: $job) { job { id } }"),
    "salesPreferenceSet": (STAFF, '(name: "n", value: 1) { name }'),
    "salesViewSave": (STAFF, '(input: {id: $view, name: "n", state: {}}) { view { id } }'),
    "salesViewDelete": (STAFF, "(id: $view) { deleted }"),
    "staffNoteAdd": (STAFF, '(documentId: $invoice, text: "t") { note { id } }'),
    "staffNoteUpdate": (STAFF, "(id: $note, pinned: true) { note { id } }"),
    "staffNoteDelete": (STAFF, "(id: $note) { deleted }"),
    "invoiceLinkCopy": (STAFF, "(id: $invoice) { link { url } }"),
    "invoiceTransmit": (DOCUMENTS, '(id: $invoice, channel: "email") { document { id } }'),
    "apiKeyCreate": (SETTINGS, '(name: "ERP", scopes: [SETTINGS_READ]) { token }'),
    "apiKeyRevoke": (SETTINGS, "(id: $key) { key { id } }"),
    "ledgerCheckStart": (STAFF, " { check { id } }"),
    "failedWorkRetry": (STAFF, "(kind: MAIL, id: $mail) { id }"),
    "draftCreate": (DOCUMENTS, f'(input: {DRAFT}, idempotencyKey: "k") {{ draft {{ id }} }}'),
    "draftUpdate": (DOCUMENTS, f"(id: $draft, version: 1, input: {DRAFT}) {{ draft {{ id }} }}"),
    "setupStepSkip": (SETTINGS, '(key: "look") { setup { complete } }'),
    "webhookEndpointCreate": (SETTINGS, '(input: {url: "https://a.example/"}) { secret }'),
    "webhookEndpointUpdate": (SETTINGS, "(id: $hook, input: {enabled: false}) {endpoint { id } }"),
    "webhookEndpointDelete": (SETTINGS, "(id: $hook) { id }"),
    "webhookEndpointSecretRotate": (SETTINGS, "(id: $hook) { secret }"),
    "webhookEndpointTest": (SETTINGS, "(id: $hook) { delivery { id } }"),
    "webhookDeliveryRetry": (SETTINGS, "(id: $event) { delivery { id } }"),
    "salesImportStart": (
        IMPORTS,
        '(input: {uploadId: $upload, idempotencyKey: "new", sourceSystem: "erp"}) { job { id } }',
    ),
    "salesImportStop": (IMPORTS, "(id: $import) { job { id } }"),
    "salesImportResume": (IMPORTS, "(id: $import) { job { id } }"),
    "salesImportMappingSave": (IMPORTS, '(name: "n", options: {}) { mapping { id } }'),
    "salesImportMappingDelete": (IMPORTS, "(id: $mapping) { deleted }"),
    "invoiceImport": (
        IMPORTS,
        '(input: {idempotencyKey: "k", sourceSystem: "erp", legalEntity: "main", '
        'documents: [{document: {number: "1"}}]}) { items { outcome } }',
    ),
    "invoiceImportPay": (
        IMPORTS,
        '(input: {sourceSystem: "erp", externalId: "E-1", settled: true}) { documentId }',
    ),
    "invoiceImportDelete": (DOCUMENTS, '(id: $invoice, reason: "r") { id }'),
    "salesImportLink": (DOCUMENTS, "(documentId: $invoice, orderId: $order) { document { id } }"),
    "salesImportUnlink": (DOCUMENTS, "(documentId: $invoice) { document { id } }"),
}
CUSTOMERS = {
    "invoicePaymentCreate", "invoicePaymentCheck", "invoicePaymentCancel", "invoicePaymentProcess",
    "invoiceSavedMethodDelete",
}  # fmt: skip
"""What customers do themselves, each with their own only: see ``tests/payments``."""
OF_ONES_OWN_STORE = {  # they name no row of ours, so that each store has its own
    "invoiceIssue", "proformaIssue", "invoiceCollectiveIssue", "issueRunStart", "legalEntityCreate",
    "exchangeRateSet", "mailTestSend", "webhookEndpointCreate",
    "apiKeyCreate", "setupStepSkip", "stripeConnectionTest",
    "salesPreferenceSet", "salesBulkStart", "ledgerCheckStart", "draftCreate",
    "salesImportMappingSave", "invoiceImport", "invoiceImportPay",
}  # fmt: skip
NOT_THERE = {
    "NOT_FOUND", "LEGAL_ENTITY_NOT_FOUND", "PROBLEM_NOT_FOUND", "API_KEY_NOT_FOUND",
    "WORK_NOT_FAILED",
}  # fmt: skip
EVERY_RIGHT = ["MANAGE_ORDERS", "HANDLE_PAYMENTS", "MANAGE_APPS", "MANAGE_SETTINGS"]
Things = dict[str, str]
Try = Callable[..., dict[str, Any]]


def things_of(document: SalesDocument) -> Things:
    """Global ids of a store with this document, all of which exist."""
    entity, store = document.legal_entity, document.installation
    unused = factories.legal_entity(store, "unused")
    draft = factories.sample_document(number="", issue_date=None)
    second = factories.issued_document(entity)
    dispatch = Dispatch.objects.create(
        installation=store, document=document, purpose="issue", recipient="x@example.com",
        key="k", state="failed", message_id="<x@example.com>",
    )  # fmt: skip
    movement = Movement.objects.create(
        installation=store, order=document.order, kind="manual", amount_minor=100, currency="PLN",
        key="manual:1", source="manual", occurred_at=timezone.now(),
    )  # fmt: skip
    movement.allocations.create(document=document, amount_minor=100)
    now = timezone.now()
    problem = Problem.objects.create(
        installation=store, subject=f"document:{document.pk}", code="X", message="m",
        opened_at=now, last_seen_at=now,
    )  # fmt: skip
    run = IssueRun.objects.create(installation=store, started_by="staff:1")
    spare, _ = api_key_create(installation=store, name="Spare", scopes=["settings:read"])
    job = BulkJob.objects.create(
        installation=store, kind="send", key="k", fingerprint="f", total=0, started_by="staff:1"
    )
    note = StaffNote.objects.create(document=document, author="staff:1", text="t")
    view = SavedView.objects.create(
        installation=store, user_id="1", name="n", state={}, shared=True
    )
    hook = Endpoint.objects.create(installation=store, url="https://b.example/", secret="whsec_AA")
    event = EventRecord.objects.create(installation=store, type="webhook.test", key="k", body="{}")
    told = EventDelivery.objects.create(
        installation=store, endpoint=hook, event=event, state="failed"
    )
    return {
        **things_of_imports(store, entity),
        "invoice": global_id("SalesInvoice", document.pk),
        "hook": global_id("SalesWebhookEndpoint", hook.pk),
        "event": global_id("SalesWebhookDelivery", told.pk),
        "second": global_id("SalesInvoice", second.pk),
        "draft": global_id("SalesInvoice", factories.issued_document(entity, draft, pdf=False).pk),
        "seller": global_id("SalesLegalEntity", unused.pk),
        "mail": global_id("SalesDispatch", dispatch.pk),
        "payment": global_id("SalesPayment", movement.pk),
        "problem": global_id("SalesProblem", problem.pk),
        "job": global_id("SalesBulkJob", job.pk),
        "note": global_id("SalesStaffNote", note.pk),
        "view": global_id("SalesSavedView", view.pk),
        "run": global_id("SalesRun", run.pk),
        "key": global_id("SalesApiKey", spare.pk),
        "order": document.order.order_id if document.order else "",
    }


def things_of_imports(store: Installation, entity: LegalEntity) -> Things:
    """The same of imports; the imported document itself is named by its id elsewhere."""
    upload = ImportUpload.objects.create(
        installation=store, name="a.csv", size=1, sha256="0" * 64, storage_key="k",
        uploaded_by="staff:1", expires_at=timezone.now(),
    )  # fmt: skip
    job = ImportJob.objects.create(
        installation=store, legal_entity=entity, upload=upload, source_system="erp", key="k",
        fingerprint="f", started_by="staff:1", state="stopped",
    )  # fmt: skip
    mapping = ImportMapping.objects.create(installation=store, name="m", saved_by="staff:1")
    imported = factories.issued_document(
        entity, factories.sample_document(number="R-1", order=None), source="imported", pdf=False
    )
    ExternalReference.objects.create(
        document=imported, installation=store, source_system="erp", external_id="E-1",
        fingerprint="f",
    )  # fmt: skip
    return {
        "upload": str(upload.pk),
        "import": global_id("SalesImportJob", job.pk),
        "mapping": global_id("SalesImportMapping", mapping.pk),
    }


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row that says something, in every table of ours.

    But keys, which are used, and who of the staff was seen.
    """
    models = (
        model
        for label in ("stores", "invoices", "delivery", "events", "desk", "imports")
        for model in apps.get_app_config(label).get_models()
        if model not in (ApiKey, StaffMember)
    )
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in models
    }


@pytest.fixture
def mine(world: World) -> Things:
    """What is in the store; the document is Charlie's, and the guest's link opens it."""
    return things_of(world.charlies)


@pytest.fixture
def attempt(ask: Ask) -> Try:
    """Try one verb as somebody; its answer."""

    def send(verb: str, who: Headers, things: Things) -> dict[str, Any]:
        used = {name: value for name, value in things.items() if f"${name}" in VERBS[verb][1]}
        heads = ", ".join(f"${name}: ID!" for name in used)
        head = f"({heads})" if heads else ""
        return ask(f"mutation {head} {{ {verb}{VERBS[verb][1]} }}", who, **used)

    return send


def codes(answer: dict[str, Any]) -> set[str]:
    """The codes of an answer that has nothing but errors."""
    assert set(answer["data"].values()) == {None}, answer
    return {error["extensions"]["code"] for error in answer["errors"]}


def test_no_verb_is_forgotten() -> None:
    assert set(VERBS) | CUSTOMERS == set(schema._schema.mutation_type.fields)  # type: ignore[union-attr]


def people_without(world: World) -> dict[str, Headers]:
    """Everybody of the store, and next to it, who may change nothing there."""
    store = world.store
    return {
        "the customer": bearer(factories.customer_token(store, user=CHARLIE), store),
        "another customer": world.people["dora"],
        "a customer of another store": world.people["conny"],
        "the holder of a link": world.people["guest"],
        "staff without rights": world.people["bob"],
        "staff with other rights": bearer(
            factories.staff_token(store, rights=["MANAGE_USERS", "HANDLE_PAYMENTS"]), store
        ),
        "a key that reads": key(world, "documents:read", "settings:read"),
        "a key that only writes": key(world, "documents:write", "settings:write"),
        "a key of imports": key(world, "imports:write", "payments:write"),
        "nobody": {},
    }


def key(world: World, *scopes: str) -> Headers:
    """A key of the store."""
    _, token = api_key_create(installation=world.store, name="ERP", scopes=scopes)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_without_the_right(attempt: Try, world: World, mine: Things, verb: str) -> None:
    people = people_without(world)
    before = everything()
    if VERBS[verb][0] == IMPORTS:
        del people["a key of imports"]
    for name, who in people.items():
        expected = "UNAUTHENTICATED" if name == "nobody" else "PERMISSION_DENIED"
        assert codes(attempt(verb, who, mine)) == {expected}, name
    assert everything() == before


@pytest.mark.parametrize("verb", sorted(set(VERBS) - OF_ONES_OWN_STORE))
def test_staff_and_keys_of_another_store(
    attempt: Try, world: World, mine: Things, verb: str
) -> None:
    rights = factories.staff_token(world.other, rights=EVERY_RIGHT)
    _, token = api_key_create(
        installation=world.other, name="ERP", scopes=[scope.value for scope in Scope]
    )
    before = everything()
    answer = attempt(verb, bearer(rights, world.other), mine)
    assert codes(answer) <= NOT_THERE
    refusal = codes(attempt(verb, {"Authorization": f"Bearer {token}"}, mine))
    assert refusal <= {*NOT_THERE, "PERMISSION_DENIED"}
    assert everything() == before


@pytest.mark.parametrize("given", ["payment", "invoice", "second"])
def test_money_is_not_moved_between_stores(
    attempt: Try, world: World, mine: Things, given: str
) -> None:
    theirs = things_of(world.others)
    cashier = bearer(factories.staff_token(world.store, rights=EVERY_RIGHT), world.store)
    before = everything()
    answer = attempt("paymentReallocate", cashier, {**mine, given: theirs[given]})
    assert codes(answer) == {"NOT_FOUND"}
    assert everything() == before
    assert "errors" not in attempt("paymentReallocate", cashier, mine)


@pytest.mark.parametrize("verb", sorted(set(VERBS) - OF_ONES_OWN_STORE - {"settingsUpdate"}))
def test_an_id_of_another_kind_is_no_id(
    attempt: Try, world: World, mine: Things, verb: str
) -> None:
    boss = bearer(factories.staff_token(world.store, rights=EVERY_RIGHT), world.store)
    before = everything()
    for wrong in ("1", "", mine["order"], global_id("Order", 1), global_id("SalesInvoice", "1")):
        assert codes(attempt(verb, boss, dict.fromkeys(mine, wrong))) == {"INVALID_ID"}, wrong
    for odd in (global_id("SalesLegalEntity", "1" * 18), global_id("SalesRun", "٣")):
        found = codes(attempt(verb, boss, dict.fromkeys(mine, odd)))
        assert found <= {*NOT_THERE, "INVALID_ID"}, odd
    assert everything() == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_key_needs_each_of_its_rights(
    attempt: Try, world: World, mine: Things, verb: str
) -> None:
    every = {scope.value for scope in Scope}
    keys = {lacking: key(world, *(every - {lacking})) for lacking in NEEDED[VERBS[verb][0]]}
    before = everything()
    for lacking, who in keys.items():
        assert codes(attempt(verb, who, mine)) == {"PERMISSION_DENIED"}, lacking
    assert everything() == before
