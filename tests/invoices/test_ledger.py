"""The proof that nothing issued was lost, doubled or altered, and that it would notice."""

# ruff: noqa: S608  (tables and columns of our own, no input)

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from saleor_invoices.domain import chain
from saleor_invoices.invoices import triggers
from saleor_invoices.invoices.models import NumberSeries, SalesDocument
from saleor_invoices.invoices.services.ledger_verify import ledger_verify
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure, sells
from tests.invoices.orders import issue
from tests.invoices.tampering import codes, faults, key_of, tamper, unguarded
from tests.plugins import factories

pytestmark = pytest.mark.django_db
TABLE = "invoices_salesdocument"


@pytest.fixture
def ledger(store: Installation, seller: LegalEntity) -> list[SalesDocument]:
    """Three issued documents."""
    return [issue(store) for _ in range(3)]


def test_an_honest_ledger_holds(ledger: list[SalesDocument], store: Installation) -> None:
    report = ledger_verify(files=True)
    assert (report.ok, report.faults) == (True, [])
    assert (report.series, report.documents, report.files) == (1, 3, 0)
    (head,) = report.heads
    assert (head.chain_length, head.chain_head) == (3, ledger[-1].chain_hash)
    assert (head.store, head.series) == (store.saleor_api_url, "main/invoice")


def test_an_empty_ledger_holds(db: None) -> None:
    assert ledger_verify().ok


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("number = 'INV-0'", {"CHAIN_HASH", "COLUMN"}),
        ("digest = repeat('a', 64)", {"CHAIN_HASH", "DIGEST"}),
        ("digest = 'no hash'", {"CHAIN_HASH", "DIGEST"}),
        ("previous_hash = repeat('a', 64)", {"CHAIN_HASH", "CHAIN_PREVIOUS"}),
        ("chain_hash = repeat('a', 64)", {"CHAIN_HASH", "CHAIN_PREVIOUS"}),
        ("chain_position = 7", {"CHAIN_HASH", "CHAIN_POSITION"}),
        ("sequence = 9", {"SEQUENCE_GAP"}),
        ("period = '1999'", {"SEQUENCE_GAP"}),
        ("issue_date = '2020-01-01'", {"COLUMN", "DATE_BACK"}),
        ("gross_minor = gross_minor - 1", {"COLUMN"}),
        ("net_minor = net_minor - 1", {"COLUMN"}),
        ("tax_minor = tax_minor + 1", {"COLUMN"}),
        ("payable_minor = payable_minor + 7", {"COLUMN"}),
        ("collectable_minor = collectable_minor + 7", {"COLUMN", "PAYMENT_STATE"}),
        ("currency = 'USD'", {"COLUMN"}),
        ("kind = 'credit_note'", {"COLUMN"}),
        ("state = 'draft'", {"COLUMN"}),
        ("due_date = '2099-01-01'", {"COLUMN"}),
        ("customer_id = 'VXNlcjo2NjY='", {"COLUMN"}),
        ("customer_email = 'thief@example.com'", {"COLUMN"}),
        ("buyer_name = 'Someone Else'", {"COLUMN"}),
        ("order_number = '0'", {"COLUMN"}),
        ("channel = 'elsewhere'", {"COLUMN"}),
    ],
)
def test_a_changed_column_is_found(
    ledger: list[SalesDocument], change: str, expected: set[str]
) -> None:
    if connection.vendor == "sqlite":
        change = change.replace("repeat('a', 64)", f"'{'a' * 64}'")
    tamper(f"UPDATE {TABLE} SET {change} WHERE sequence = 2")
    report = ledger_verify()
    assert expected <= codes(report)
    if expected == {"COLUMN"}:
        found = [(f.code, f.detail, f.number) for f in report.faults if f.series]
        assert found == [("COLUMN", change.split(" ")[0], ledger[1].number)]


def test_a_changed_snapshot_is_found_and_so_are_its_sums(ledger: list[SalesDocument]) -> None:
    forged = bytes(ledger[1].snapshot).replace(b'"gross":"119"', b'"gross":"19"')
    assert forged != bytes(ledger[1].snapshot)
    tamper(f"UPDATE {TABLE} SET snapshot = %s WHERE sequence = 2", forged)
    assert {"DIGEST", "COLUMN", "TOTALS"} <= codes(ledger_verify())


def test_a_snapshot_forged_with_its_digest_breaks_the_chain(ledger: list[SalesDocument]) -> None:
    document = ledger[1]
    forged = bytes(document.snapshot).replace(b"Monospace Tee", b"Monospace Cup")
    digest = chain.digest(forged, bytes(document.salt))
    tamper(f"UPDATE {TABLE} SET snapshot = %s, digest = %s WHERE sequence = 2", forged, digest)
    assert codes(ledger_verify()) == {"CHAIN_HASH"}

    assert document.chain_position is not None
    link = chain.link(document.previous_hash, digest, document.number, document.chain_position)
    tamper(f"UPDATE {TABLE} SET chain_hash = %s WHERE sequence = 2", link)
    (fault,) = ledger_verify().faults
    assert (fault.code, fault.number) == ("CHAIN_PREVIOUS", ledger[2].number)


def test_the_last_document_forged_with_all_its_hashes_is_not_the_series_head(
    ledger: list[SalesDocument],
) -> None:
    document = ledger[2]
    forged = bytes(document.snapshot).replace(b"Monospace Tee", b"Monospace Cup")
    digest = chain.digest(forged, bytes(document.salt))
    link = chain.link(document.previous_hash, digest, document.number, 3)
    tamper(
        f"UPDATE {TABLE} SET snapshot = %s, digest = %s, chain_hash = %s WHERE sequence = 3",
        forged,
        digest,
        link,
    )
    (fault,) = ledger_verify().faults
    assert (fault.code, fault.number) == ("SERIES_HEAD", document.number)
    assert fault.detail.startswith("chain_head: ")


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [("snapshot", b"no json", "SNAPSHOT"), ("salt", b"", "DIGEST"), ("salt", b"x" * 32, "DIGEST")],
)
def test_what_cannot_be_read_is_a_fault_and_no_crash(
    ledger: list[SalesDocument], column: str, value: bytes, code: str
) -> None:
    tamper(f"UPDATE {TABLE} SET {column} = %s WHERE sequence = 2", value)
    assert code in codes(ledger_verify())


def test_a_currency_that_is_none_is_a_fault_and_no_crash(ledger: list[SalesDocument]) -> None:
    forged = bytes(ledger[1].snapshot).replace(b'"currency":"EUR"', b'"currency":"XX1"')
    tamper(f"UPDATE {TABLE} SET snapshot = %s WHERE sequence = 2", forged)
    assert {"DIGEST", "SNAPSHOT"} <= codes(ledger_verify())


def _delete(document: SalesDocument) -> None:
    pk = key_of(document)
    document.refresh_from_db()
    tables = (
        "ordercoverage", "allocation", "paymentstate", "renderjob", "publication", "historyentry",
        "vatshare",
    )  # fmt: skip
    with unguarded(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM invoices_{table} WHERE document_id = %s", [pk])
        cursor.execute(f"DELETE FROM {TABLE} WHERE id = %s", [pk])


def test_a_deleted_document_leaves_a_hole_in_chain_and_sequence(
    ledger: list[SalesDocument],
) -> None:
    _delete(ledger[1])
    assert codes(ledger_verify()) == {"CHAIN_POSITION", "CHAIN_PREVIOUS", "SEQUENCE_GAP"}


def test_the_last_document_deleted_is_missed_by_its_series(ledger: list[SalesDocument]) -> None:
    _delete(ledger[2])
    report = ledger_verify()
    assert codes(report) == {"SERIES_HEAD"}
    assert {fault.detail.split(":")[0] for fault in report.faults} == {
        "chain_length",
        "chain_head",
        "last_sequence",
    }


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("last_sequence = 2", "last_sequence"),
        ("chain_length = 9", "chain_length"),
        ("chain_head = 'f'", "chain_head"),
        ("period = '2099'", "period"),
        ("last_issue_date = '2020-01-01'", "last_issue_date"),
    ],
)
def test_a_series_set_back_is_found(ledger: list[SalesDocument], change: str, column: str) -> None:
    tamper(f"UPDATE invoices_numberseries SET {change}")
    (fault,) = ledger_verify().faults
    assert (fault.code, fault.detail.split(":")[0]) == ("SERIES_HEAD", column)


def test_two_invoices_of_one_order_are_found(ledger: list[SalesDocument]) -> None:
    first, second, _ = ledger
    tamper(f"UPDATE {TABLE} SET order_id = %s WHERE id = %s", first.order_id, key_of(second))
    faults = [fault for fault in ledger_verify().faults if fault.code == "ORDER_TWIN"]
    assert [(fault.number, fault.detail) for fault in faults] == [(first.order_number, "2")]


def test_a_document_outside_of_every_series_is_found(
    ledger: list[SalesDocument], seller: LegalEntity
) -> None:
    factories.issued_document(seller, factories.sample_document(number="STRAY-1"), pdf=False)
    assert ("NO_SERIES", "STRAY-1", "") in faults()


def test_a_missing_trigger_is_named(ledger: list[SalesDocument]) -> None:
    triggers.remove()
    report = ledger_verify()
    assert codes(report) == {"TRIGGER_MISSING"}
    assert {fault.detail for fault in report.faults} == {r.name for r in triggers.rules()}


def test_one_store_is_verified_without_the_others(
    ledger: list[SalesDocument], store: Installation
) -> None:
    other = factories.installation("https://other.example.com/graphql/", app_id="QXBwOjI=")
    sells(other)
    foreign = issue(other)
    tamper(f"UPDATE {TABLE} SET sequence = 5 WHERE number = %s AND installation_id = %s",
            foreign.number, other.pk)  # fmt: skip
    assert ledger_verify(installation=store).ok
    assert ledger_verify(installation=store).documents == 3
    assert not ledger_verify(installation=other).ok
    assert not ledger_verify().ok


def test_every_series_is_walked(
    ledger: list[SalesDocument], store: Installation, configure: Configure
) -> None:
    configure(test_mode=True)
    issue(store)
    report = ledger_verify()
    assert (report.ok, report.series, report.documents) == (True, 2, 4)
    assert NumberSeries.objects.count() == 2


Run = Callable[..., str]


@pytest.fixture
def run() -> Run:
    """Run the command; returns what it printed, also when it fails."""

    def command(*options: str) -> str:
        out = StringIO()
        try:
            call_command("verify_ledger", *options, stdout=out)
        except CommandError as error:
            out.write(f"\nexit {error.returncode}: {error}")
        return out.getvalue()

    return command


def test_the_command_says_ok(ledger: list[SalesDocument], run: Run) -> None:
    assert run() == "1 series, 3 documents, 0 credit notes, 3 movements, 0 files: ok\n"


def test_the_command_fails_and_names_every_fault(ledger: list[SalesDocument], run: Run) -> None:
    tamper(f"UPDATE {TABLE} SET sequence = 9 WHERE sequence = 3")
    year = ledger[0].period
    assert run().splitlines() == [
        f"SEQUENCE_GAP: main/invoice {ledger[2].number} {year}:9",
        f"SERIES_HEAD: main/invoice {ledger[2].number} last_sequence: 3 != 9",
        "1 series, 3 documents, 0 credit notes, 3 movements, 0 files: 2 faults",
        "",
        "exit 1: 2 faults",
    ]


def test_the_command_prints_json(
    ledger: list[SalesDocument], run: Run, store: Installation
) -> None:
    printed = json.loads(run("--json", "--files"))
    assert printed["ok"] is True
    assert printed["faults"] == []
    assert printed["heads"] == [
        {
            "store": store.saleor_api_url,
            "series": "main/invoice",
            "chain_length": 3,
            "chain_head": ledger[2].chain_hash,
        }
    ]


def test_the_command_prints_json_also_when_it_fails(ledger: list[SalesDocument], run: Run) -> None:
    tamper(f"UPDATE {TABLE} SET sequence = 9 WHERE sequence = 2")
    first, _, last = run("--json").partition("\nexit ")
    printed = json.loads(first)
    assert printed["ok"] is False
    assert {fault["code"] for fault in printed["faults"]} == {"SEQUENCE_GAP"}
    assert last.startswith("1: ")


def test_the_command_looks_at_one_store(
    ledger: list[SalesDocument], run: Run, store: Installation
) -> None:
    assert run("--store", store.saleor_api_url).endswith("ok\n")
    assert run("--store", "https://nobody.example.com/graphql/") == (
        "\nexit 1: No store is installed for https://nobody.example.com/graphql/."
    )
