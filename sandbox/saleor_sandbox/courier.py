"""Carries webhooks: retries as Saleor does, and on demand holds, doubles and shuffles them."""

import heapq
import itertools
import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from .app_model import Webhook
from .model import now
from .state import State

RETRIES = 5
FIRST_DELAY = 10.0
TIMEOUT = httpx.Timeout(18.0, connect=2.0)
WORKERS = 4
SHUFFLE_WINDOW = 0.4


@dataclass
class Mode:
    duplicates: int = 1
    shuffle: bool = False
    hold: bool = False


@dataclass
class Delivery:
    pk: int
    event: str
    webhook: Webhook
    body: bytes
    signature: str
    copy: int = 1
    status: str = "PENDING"
    attempts: list[dict[str, Any]] = field(default_factory=list)
    created: str = field(default_factory=lambda: now().isoformat())

    def summary(self) -> dict[str, Any]:
        last = self.attempts[-1] if self.attempts else {}
        return {
            "id": self.pk,
            "event": self.event,
            "app": self.webhook.app.identifier,
            "webhook": self.webhook.name,
            "url": self.webhook.target_url,
            "copy": self.copy,
            "status": self.status,
            "status_code": last.get("status_code"),
            "ms": last.get("ms"),
            "attempts": len(self.attempts),
            "history": list(self.attempts),
            "bytes": len(self.body),
            "created": self.created,
        }


def common_headers(state: State) -> dict[str, str]:
    return {
        "User-Agent": f"Saleor/{state.settings.schema_version}",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
    }


def host_without_port(url: str) -> str:
    """Saleor's IP filter rewrites Host and loses the port: receivers must not build URLs on it."""
    return urlsplit(url).hostname or ""


class Courier:
    def __init__(self, state: State) -> None:
        self.state, self.mode = state, Mode()
        self.log: list[Delivery] = []
        self.held: list[Delivery] = []
        self.queue: list[tuple[float, int, Delivery]] = []
        self.order = itertools.count()
        self.wakeup = threading.Condition()
        self.stopped = False
        self.client = httpx.Client(timeout=TIMEOUT, trust_env=False)

    def start(self) -> None:
        for target in [self._work] * WORKERS + [self._release_shuffled]:
            threading.Thread(target=target, daemon=True).start()

    def stop(self) -> None:
        with self.wakeup:
            self.stopped = True
            self.wakeup.notify_all()

    def post(self, event: str, webhook: Webhook, body: bytes) -> None:
        signature = self.state.keys.sign_detached(body)
        with self.wakeup:
            delivery = Delivery(next(self.order) + 1, event, webhook, body, signature)
            self.log.append(delivery)
            if self.mode.hold or self.mode.shuffle:
                delivery.status = "HELD"
                self.held.append(delivery)
                return
            for index, each in enumerate(self._copies(delivery)):
                self._schedule(each, index * 0.05)

    def ask(self, event: str, webhook: Webhook, body: bytes) -> tuple[int | None, bytes]:
        """Send one and wait: the answer's status and content, without any None and nothing."""
        with self.wakeup:
            signature = self.state.keys.sign_detached(body)
            delivery = Delivery(next(self.order) + 1, event, webhook, body, signature)
            self.log.append(delivery)
        code, said = self._attempt(delivery)
        delivery.status = "SUCCESS" if code is not None and code < 300 else "FAILED"
        return code, said

    def flush(self) -> int:
        """Send what is held, shuffled when so set; the number of deliveries released."""
        with self.wakeup:
            batch, self.held = self.held, []
            rounds = [self._copies(delivery) for delivery in batch]
            copies = [each for group in rounds for each in group]
            if self.mode.shuffle:
                random.shuffle(copies)
            for index, each in enumerate(copies):
                self._schedule(each, index * 0.005)
            return len(copies)

    def retry(self, pk: int) -> bool:
        """`eventDeliveryRetry`: the same body and signature once more."""
        with self.wakeup:
            found = next((each for each in self.log if each.pk == pk), None)
            if found:
                self._schedule(found, 0)
            return found is not None

    def clear(self) -> None:
        with self.wakeup:
            self.mode = Mode()
            self.log, self.held, self.queue = [], [], []

    def pending(self) -> int:
        with self.wakeup:
            return sum(each.status == "PENDING" for each in self.log)

    def _copies(self, delivery: Delivery) -> list[Delivery]:
        extra = [
            Delivery(
                next(self.order) + 1,
                delivery.event,
                delivery.webhook,
                delivery.body,
                delivery.signature,
                number,
            )
            for number in range(2, self.mode.duplicates + 1)
        ]
        self.log.extend(extra)
        return [delivery, *extra]

    def _schedule(self, delivery: Delivery, delay: float) -> None:
        delivery.status = "PENDING"
        heapq.heappush(self.queue, (time.monotonic() + delay, next(self.order), delivery))
        self.wakeup.notify()

    def _next(self) -> Delivery | None:
        with self.wakeup:
            while not self.stopped:
                wait = self.queue[0][0] - time.monotonic() if self.queue else None
                if wait is not None and wait <= 0:
                    return heapq.heappop(self.queue)[2]
                self.wakeup.wait(wait)
            return None

    def _work(self) -> None:
        while delivery := self._next():
            code, _ = self._attempt(delivery)
            with self.wakeup:
                self._settle(delivery, code)

    def _release_shuffled(self) -> None:
        while not self.stopped:
            time.sleep(SHUFFLE_WINDOW)
            if self.mode.shuffle and not self.mode.hold:
                self.flush()

    def _attempt(self, delivery: Delivery) -> tuple[int | None, bytes]:
        started = time.monotonic()
        code, content, problem = self._send(delivery)
        row = {"at": now().isoformat(), "status_code": code}
        row |= {"ms": round((time.monotonic() - started) * 1000, 1), "problem": problem}
        with self.wakeup:
            delivery.attempts.append(row)
        return code, content

    def _settle(self, delivery: Delivery, code: int | None) -> None:
        """2xx is success; 3xx and 4xx are final; 5xx, time-outs and no connection are retried."""
        failures = len(delivery.attempts)
        if code is not None and code < 500:
            delivery.status = "SUCCESS" if code < 300 else "FAILED"
        elif failures > RETRIES:
            delivery.status = "FAILED"
        else:
            delay = FIRST_DELAY * 2 ** (failures - 1) * self.state.settings.retry_scale
            self._schedule(delivery, delay)

    def _send(self, delivery: Delivery) -> tuple[int | None, bytes, str | None]:
        hook = delivery.webhook
        try:
            answer = self.client.post(
                hook.target_url, content=delivery.body, headers=self._headers(delivery)
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return None, b"", f"{type(error).__name__}: {error}"
        return answer.status_code, answer.content, None

    def _headers(self, delivery: Delivery) -> dict[str, str]:
        settings, hook = self.state.settings, delivery.webhook
        event = delivery.event.lower()
        return {
            **common_headers(self.state),
            "Host": host_without_port(hook.target_url),
            "Content-Type": "application/json",
            "X-Saleor-Event": event,
            "X-Saleor-Domain": settings.domain,
            "X-Saleor-Signature": delivery.signature,
            "Saleor-Event": event,
            "Saleor-Domain": settings.domain,
            "Saleor-Signature": delivery.signature,
            "Saleor-Api-Url": settings.api_url,
            **hook.custom_headers,
        }
