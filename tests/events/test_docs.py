"""What the page for integrators shows is what they get."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from saleor_invoices.domain.credit import CreditRequest
from saleor_invoices.events.models import EventDelivery, EventRecord, EventType
from saleor_invoices.invoices.services.credit_issue import Credit, credit_note_create
from saleor_invoices.stores.models import Installation
from tests.events.conftest import Listen, again, issued

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "webhooks.md").read_text("utf-8")
SHOWN: list[dict[str, Any]] = [
    json.loads(text) for text in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
]
EXAMPLES = {example["type"]: example["data"] for example in SHOWN}


def test_every_type_has_its_row_and_its_example() -> None:
    for name in EventType.values:
        assert f"| `{name}` |" in PAGE
    documented = set(EXAMPLES) | (
        {"credit_note.issued"} if "`credit_note.issued` has" in PAGE else set()
    )
    assert documented == set(EventType.values)


def test_examples_have_the_fields_that_bodies_have(store: Installation, listen: Listen) -> None:
    listen()
    life = issued(store)
    life.charge("10.00").tell()
    wanted = Credit(cause="request:1", request=CreditRequest(everything=True), actor="staff:1")
    credit_note_create(invoice=life.invoice, credit=wanted)
    for record in EventRecord.objects.all():
        body = json.loads(record.body)
        data = body["data"]
        if record.type == "credit_note.issued":
            assert data["creditNote"].keys() == EXAMPLES["invoice.credited"]["creditNote"].keys()
            continue
        example = EXAMPLES[record.type]
        assert set(body) == {"type", "timestamp", "data"}
        assert data.keys() == example.keys()
        assert data["invoice"].keys() == EXAMPLES["invoice.issued"]["invoice"].keys()
        assert example["invoice"].keys() <= data["invoice"].keys()
        assert data.get("previous", {}).keys() == example.get("previous", {}).keys()


@pytest.mark.parametrize("right", [True, False])
def test_the_server_of_the_page_takes_what_is_signed_and_nothing_else(
    store: Installation, listen: Listen, right: bool
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    endpoint = listen(url=f"http://127.0.0.1:{port}/")
    issued(store)
    secret = endpoint.secret if right else "whsec_AAAAAAAAAAAAAAAAAAAAAAAA"
    program = code.replace("8999", str(port)).replace('("",', '("127.0.0.1",')
    server = subprocess.Popen(
        [sys.executable, "-c", program],
        env={**os.environ, "WEBHOOK_SECRET": secret},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _listening(port)
        delivery = again(EventDelivery.objects.get())
    finally:
        server.kill()
        server.wait()
    assert (delivery.status_code == 204, delivery.state == "delivered") == (right, right)


def _listening(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the page's server did not start")
