"""``make demo CHECK=1``: everything twice, out of order, and the worker killed in the middle."""

import json

from demo.books import Row
from demo.errors import DemoError
from demo.hands import Case, Hands
from demo.moving import Moving
from demo.plans import PLANS, WAVES
from demo.stack import Stack
from demo.verdict import Evidence, faults, is_published, unmet

DEADLINE = 240.0
"""Seconds from the first order until everything must be quiet."""

KILL_AFTER = 3
"""So many invoices are out when the worker is killed: in the middle, not before or after."""


class Check:
    """One run against a fresh stack."""

    def __init__(self, stack: Stack) -> None:
        self._stack, self._shop, self._say = stack, stack.shop, stack.progress.say
        self._hands = Hands(stack)
        self._cases: list[Case] = []
        self._deadline = stack.progress.seconds + DEADLINE
        self._faults: list[str] = []

    def run(self) -> tuple[dict[str, int | bool], list[str]]:
        """Returns the figures and every failed expectation in words."""
        self._shop.control("mode", {"duplicates": 2, "shuffle": True, "hold": True})
        self._refuse_unplanned_kinds()
        self._say(f"Placing {sum(plan.orders for plan in PLANS)} orders")
        self._cases = [self._hands.place(plan) for plan in PLANS]
        for wave in range(1, WAVES + 1):
            self._wave(wave)
            if wave == 1:
                self._kill_worker()
            self._settle(wave)
        self._say("Comparing both sides")
        evidence = self._evidence()
        self._say("Importing an ERP's invoices and one of our own, and exporting an archive")
        moving = Moving(self._stack)
        moving.run(evidence.documents)
        figures = {**evidence.figures(), **moving.figures}
        return figures, self._faults + faults(evidence) + moving.faults

    def _refuse_unplanned_kinds(self) -> None:
        kinds = set(self._shop.control("kinds")["kinds"])
        if kinds != {plan.kind for plan in PLANS}:
            raise DemoError("demo/plans.py does not name the kinds that the sandbox has.")

    def _wave(self, wave: int) -> None:
        for case in self._cases:
            self._hands.do(case, wave)
        released = self._shop.control("flush", {})["released"]
        self._say(f"{released} deliveries let loose, each twice and in no order")

    def _kill_worker(self) -> None:
        self._stack.wait(lambda: self._published() >= KILL_AFTER, "The first invoices")
        self._stack.worker_kill()
        self._say(f"Worker killed when {self._published()} invoices were out")
        self._stack.supervisor.pause(1)
        if not self._lacking(1):
            self._faults.append("the worker was killed too late: everything was done")
        self._stack.worker_restart()

    def _published(self) -> int:
        return sum(is_published(row) for order in self._shop.orders() for row in order["invoices"])

    def _lacking(self, wave: int) -> bool:
        orders = {order["id"]: order for order in self._shop.orders()}
        return any(
            unmet(case.plan, orders[order_id], wave)
            for case in self._cases
            for order_id in case.orders
        )

    def _settle(self, wave: int) -> None:
        """Wait until nothing is on its way any more; at the deadline say so and go on."""
        while not self._is_quiet(wave):
            if self._stack.progress.seconds > self._deadline:
                self._faults.append(f"not quiet after {DEADLINE:.0f} s")
                return
            self._stack.supervisor.pause(0.25)

    def _is_quiet(self, wave: int) -> bool:
        state = self._shop.control("deliveries")
        if state["pending"] or state["held"] or self._lacking(wave):
            return False
        if not all(row["pdf"] for row in self._documents()):  # proformas are not shown in Saleor
            return False
        return " pending" not in self._stack.manage("inbox", "--limit", "0")

    def _documents(self) -> list[Row]:
        return self._stack.app.documents(self._shop.app_token())

    def _evidence(self) -> Evidence:
        ledger = self._stack.manage("verify_ledger", "--json", "--files", may_fail=True)
        orders, documents = self._shop.orders(), self._documents()
        shown = {row["url"] for order in orders for row in order["invoices"] if row["url"]}
        urls = shown | {row["downloadUrl"] for row in documents if row["downloadUrl"]}
        self._say(f"Judging the e-invoices of {len(documents)} documents by the official rules")
        return Evidence(
            cases=self._cases,
            orders=orders,
            deliveries=self._shop.deliveries(),
            documents=documents,
            problems=self._stack.app.problems(self._shop.app_token()),
            files={url: self._stack.app.read(url) for url in urls},
            ledger=json.loads(ledger),
            judgement=json.loads(self._stack.program("demo.judge")),
        )
