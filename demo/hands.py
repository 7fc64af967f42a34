"""What people do to the orders of a plan: customers and staff in Saleor, accountants in the app."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from demo.books import Row
from demo.errors import DemoError
from demo.plans import IN_THE_APP, INVOICE, STEPS, Plan
from demo.stack import Stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A plan with the orders that were placed for it."""

    plan: Plan
    orders: tuple[str, ...]  # ids
    numbers: tuple[str, ...]


class Hands:
    """Does the steps of plans, as staff of the store and with its token."""

    def __init__(self, stack: Stack) -> None:
        self._shop, self._app = stack.shop, stack.app

    def place(self, plan: Plan) -> Case:
        """Place the plan's orders."""
        rows = [self._shop.place(plan.kind) for _ in range(plan.orders)]
        orders, numbers = (tuple(str(row[name]) for row in rows) for name in ("id", "number"))
        return Case(plan=plan, orders=orders, numbers=numbers)

    def do(self, case: Case, wave: int) -> None:
        """The steps of one wave, in their order."""
        for step in case.plan.wave(wave):
            if step in IN_THE_APP:
                self._in_the_app(case, step)
                continue
            for order_id in case.orders:
                self._in_saleor(order_id, step)

    def _in_saleor(self, order_id: str, step: str) -> None:
        if step == "request":
            self._shop.request_invoice(order_id)
            return
        name, given = STEPS.get(step, (step, {}))
        self._shop.advance(order_id, name, **given)

    def _in_the_app(self, case: Case, step: str) -> None:
        verbs: dict[str, Callable[[Case], None]] = {
            "collect": self._collect,
            "proforma": self._proforma,
            "correct": self._correct,
            "record_payment": self._record_payment,
        }
        verbs[step](case)

    def _collect(self, case: Case) -> None:
        self._app.collective_issue(self._shop.app_token(), case.orders)

    def _proforma(self, case: Case) -> None:
        self._app.proforma_issue(self._shop.app_token(), case.orders[0])

    def _correct(self, case: Case) -> None:
        token = self._shop.app_token()
        self._app.invoice_correct(token, str(self._invoice(case, token)["id"]))

    def _record_payment(self, case: Case) -> None:
        token = self._shop.app_token()
        invoice = self._invoice(case, token)
        owed = Decimal(invoice["balance"]["amount"])
        self._app.payment_record(token, str(invoice["id"]), owed, f"bank-{case.numbers[0]}")

    def _invoice(self, case: Case, token: str) -> Row:
        rows = self._app.documents(token, order_id=case.orders[0])
        invoices = [row for row in rows if row["kind"].lower() == INVOICE]
        if len(invoices) != 1:
            raise DemoError(f"Order {case.numbers[0]} has {len(invoices)} invoices, not one.")
        return invoices[0]
