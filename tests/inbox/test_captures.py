"""Deliveries that a real Saleor sent go through the door as they came."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from saleor_invoices.inbox.models import Delivery
from tests.plugins import factories

pytestmark = [pytest.mark.django_db, pytest.mark.shared]


def _captures(saleor_shared: Path) -> list[dict[str, Any]]:
    files = sorted((saleor_shared / "captures").glob("*--*.json"))
    captures = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [capture for capture in captures if "webhooks" in capture["path"]]


def _post(client: Client, capture: dict[str, Any], body: bytes) -> int:
    headers = dict(capture["headers"])
    for name in ("Content-Length", "Content-Type", "Host"):
        headers.pop(name, None)
    return client.post(
        "/webhooks/saleor/", body, content_type="application/json", headers=headers
    ).status_code


def test_captured_deliveries_are_kept_and_with_a_flipped_bit_refused(
    saleor_shared: Path, client: Client
) -> None:
    jwks = json.loads((saleor_shared / "captures" / "jwks.json").read_text(encoding="utf-8"))
    factories.installation("http://127.0.0.1:8000/graphql/", jwks=jwks)
    captures = _captures(saleor_shared)
    assert len(captures) >= 20
    for capture in captures:
        body = base64.b64decode(capture["body_base64"])
        flipped = bytes([*body[:-2], body[-2] ^ 1, body[-1]])
        assert _post(client, capture, flipped) == 401
        assert not Delivery.objects.filter(body=flipped).exists()
        assert _post(client, capture, body) == 200
    assert Delivery.objects.count() == len(
        {(dict(c["headers"]).get("Saleor-Event"), c["body_base64"]) for c in captures}
    )
