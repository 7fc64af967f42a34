"""Delivers events to webhook endpoints, signed; tries again while the receiver fails."""

import asyncio
import hashlib
import hmac
import json
import random
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from .errors import missing
from .keys import Scope
from .state import Row, State

RETRY_SECONDS = (300.0, 1800.0, 7200.0)
"""Three times over a few hours, as in Stripe's sandboxes; live it is three days."""
TIMEOUT = httpx.Timeout(20.0, connect=5.0)


@dataclass
class Mode:
    hold: bool = False  # keep all until a flush
    shuffle: bool = False  # as hold, and in any order afterwards
    duplicates: int = 1  # how often each one is sent
    drop: bool = False  # lose all
    drop_next: int = 0  # lose so many


@dataclass
class Delivery:
    pk: int
    event: dict[str, Any]
    endpoint: str
    url: str
    body: bytes
    copy: int = 1
    status: str = "PENDING"
    attempts: list[dict[str, Any]] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        last = self.attempts[-1] if self.attempts else {}
        return {
            "id": self.pk,
            "event": self.event["id"],
            "type": self.event["type"],
            "object": self.event["data"]["object"]["id"],
            "endpoint": self.endpoint,
            "url": self.url,
            "copy": self.copy,
            "status": self.status,
            "code": last.get("code"),
            "attempts": list(self.attempts),
        }


class Courier:
    def __init__(self, state: State) -> None:
        self.state, self.mode = state, Mode()
        self.log: list[Delivery] = []
        self.tasks: set[asyncio.Task[None]] = set()
        self.client = httpx.AsyncClient(timeout=TIMEOUT, trust_env=False)

    def receivers(self, scope: Scope, kind: str) -> list[Row]:
        """The endpoints of an account that want this kind of event."""
        found = []
        for row in self.state.of("webhook_endpoint", scope):
            endpoint = row.more["object"]
            enabled = endpoint["enabled_events"]
            if endpoint["status"] == "enabled" and ("*" in enabled or kind in enabled):
                found.append(row)
        return found

    def post(self, event: dict[str, Any], scope: Scope) -> list[Delivery]:
        """Deliver an event, as the mode has it."""
        made = []
        for row in self.receivers(scope, event["type"]):
            for copy in range(1, self.mode.duplicates + 1):
                delivery = self._delivery(event, row, copy)
                made.append(delivery)
                self._begin(delivery)
        return made

    def flush(self) -> int:
        """Send what is held; the number of deliveries."""
        held = [each for each in self.log if each.status == "HELD"]
        if self.mode.shuffle:
            random.shuffle(held)
        self._spawn(self._in_turn(held))
        for each in held:
            each.status = "PENDING"
        return len(held)

    def find(self, pk: int) -> Delivery:
        found = next((each for each in self.log if each.pk == pk), None)
        if found is None:
            raise missing("delivery", str(pk))
        return found

    def resend(self, pk: int, age: float = 0) -> None:
        """Once more; ``age`` seconds old by its signature."""
        delivery = self.find(pk)
        delivery.status = "PENDING"
        self._spawn(self._carry(delivery, age=age))

    def signed(self, delivery: Delivery, age: float = 0) -> dict[str, str]:
        """The headers of a delivery, signed now or ``age`` seconds ago."""
        at = int(time.time() - age)
        row = self.state.rows.get(delivery.endpoint)
        secret = row.more["secret"] if row else ""
        signed = hmac.new(secret.encode(), b"%d." % at + delivery.body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/json; charset=utf-8",
            "Cache-Control": "no-cache",
            "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
            "Accept": "*/*; q=0.5, application/xml",
            "Stripe-Signature": f"t={at},v1={signed}",
        }

    def pending(self) -> int:
        return sum(each.status == "PENDING" for each in self.log)

    def clear(self) -> None:
        for task in self.tasks:
            task.cancel()
        self.mode, self.log = Mode(), []

    async def close(self) -> None:
        self.clear()
        await self.client.aclose()

    def _delivery(self, event: dict[str, Any], row: Row, copy: int) -> Delivery:
        endpoint = row.more["object"]
        shown = event | {"api_version": endpoint["api_version"] or event["api_version"]}
        body = json.dumps(shown, indent=2).encode()
        delivery = Delivery(len(self.log) + 1, event, row.id, endpoint["url"], body, copy)
        self.log.append(delivery)
        return delivery

    def _begin(self, delivery: Delivery) -> None:
        mode = self.mode
        if mode.drop or mode.drop_next > 0:
            mode.drop_next = max(mode.drop_next - 1, 0)
            delivery.status = "DROPPED"
        elif mode.hold or mode.shuffle:
            delivery.status = "HELD"
        else:
            self._spawn(self._carry(delivery))

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _in_turn(self, deliveries: list[Delivery]) -> None:
        """In this order, so that a shuffle is one: each waits for the first answer of the last."""
        for each in deliveries:
            if not await self._attempt(each):
                self._spawn(self._carry(each, first=1))

    async def _carry(self, delivery: Delivery, *, first: int = 0, age: float = 0) -> None:
        waits = (0.0, *RETRY_SECONDS)[first:]
        for wait in waits:
            await asyncio.sleep(wait * self.state.settings.retry_scale)
            if await self._attempt(delivery, age):
                return
        delivery.status = "FAILED"

    async def _attempt(self, delivery: Delivery, age: float = 0) -> bool:
        """One POST; whether nothing more is to be done."""
        if delivery.endpoint not in self.state.rows:
            delivery.status = "ENDPOINT_GONE"
            return True
        code, problem, began = None, "", time.monotonic()
        try:
            headers = self.signed(delivery, age)
            answer = await self.client.post(delivery.url, content=delivery.body, headers=headers)
            code = answer.status_code
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            problem = f"{type(error).__name__}: {error}"
        ms = round((time.monotonic() - began) * 1000, 1)
        delivery.attempts.append({"code": code, "problem": problem, "ms": ms, "at": time.time()})
        if code is not None and 200 <= code < 300:
            delivery.status = "SUCCESS"
            return True
        return False
