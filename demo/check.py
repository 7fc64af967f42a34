"""``make demo CHECK=1``: everything twice, out of order, and the worker killed in the middle."""

import json
from collections.abc import Callable

from demo.errors import DemoError
from demo.plans import PLANS, Plan
from demo.stack import Stack
from demo.verdict import Evidence, faults, is_published, unmet

Plans = dict[str, Plan]  # by order id
DEADLINE = 150.0
"""Seconds from the first order until everything must be quiet."""

KILL_AFTER = 3
"""So many invoices are out when the worker is killed: in the middle, not before or after."""


class Check:
    """One run against a fresh stack."""

    def __init__(self, stack: Stack) -> None:
        self._stack, self._shop, self._say = stack, stack.shop, stack.progress.say
        self._plans: Plans = {}
        self._deadline = stack.progress.seconds + DEADLINE
        self._faults: list[str] = []

    def run(self) -> tuple[dict[str, int | bool], list[str]]:
        """Returns the figures and every failed expectation in words."""
        self._shop.control("mode", {"duplicates": 2, "shuffle": True, "hold": True})
        self._refuse_unplanned_kinds()
        self._say(f"Placing {len(PLANS)} orders")
        for plan in PLANS:
            self._plans[self._shop.place(plan.kind)["id"]] = plan
        due = {order_id: plan.after_first() for order_id, plan in self._plans.items()}
        self._wave(lambda plan: plan.first)
        self._kill_worker(due)
        self._settle(due)
        self._wave(lambda plan: plan.second)
        self._settle(self._plans)
        self._say("Comparing both sides")
        evidence = self._evidence()
        return evidence.figures(), self._faults + faults(evidence)

    def _refuse_unplanned_kinds(self) -> None:
        kinds = set(self._shop.control("kinds")["kinds"])
        if kinds != {plan.kind for plan in PLANS}:
            raise DemoError("demo/plans.py does not name the kinds that the sandbox has.")

    def _wave(self, steps: Callable[[Plan], str]) -> None:
        for order_id, plan in self._plans.items():
            for step in steps(plan).split():
                if step == "request":
                    self._shop.request_invoice(order_id)
                else:
                    self._shop.advance(order_id, step)
        released = self._shop.control("flush", {})["released"]
        self._say(f"{released} deliveries let loose, each twice and in no order")

    def _kill_worker(self, due: Plans) -> None:
        self._stack.wait(lambda: self._published() >= KILL_AFTER, "The first invoices")
        self._stack.worker_kill()
        self._say(f"Worker killed when {self._published()} invoices were out")
        self._stack.supervisor.pause(1)
        if not self._lacking(due):
            self._faults.append("the worker was killed too late: everything was done")
        self._stack.worker_restart()

    def _published(self) -> int:
        return sum(is_published(row) for order in self._shop.orders() for row in order["invoices"])

    def _lacking(self, due: Plans) -> bool:
        return any(unmet(due[order["id"]], order) for order in self._shop.orders())

    def _settle(self, due: Plans) -> None:
        """Wait until nothing is on its way any more; at the deadline say so and go on."""
        while not self._is_quiet(due):
            if self._stack.progress.seconds > self._deadline:
                self._faults.append(f"not quiet after {DEADLINE:.0f} s")
                return
            self._stack.supervisor.pause(0.25)

    def _is_quiet(self, due: Plans) -> bool:
        state = self._shop.control("deliveries")
        if state["pending"] or state["held"] or self._lacking(due):
            return False
        return " pending" not in self._stack.manage("inbox", "--limit", "0")

    def _evidence(self) -> Evidence:
        ledger = self._stack.manage("verify_ledger", "--json", "--files", may_fail=True)
        orders, token = self._shop.orders(), self._shop.app_token()
        urls = {row["url"] for order in orders for row in order["invoices"] if row["url"]}
        return Evidence(
            plans=self._plans,
            orders=orders,
            deliveries=self._shop.deliveries(),
            documents=self._stack.app.documents(token),
            problems=self._stack.app.problems(token),
            files={url: self._stack.app.read(url) for url in urls},
            ledger=json.loads(ledger),
        )
