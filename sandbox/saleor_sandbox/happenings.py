"""What every change of an order does: refuse in Saleor's words, note it, tell the apps."""

from typing import Any

from .events import fire
from .model import OrderEvent
from .order_model import Order
from .state import State


class RefusedError(Exception):
    """A refusal with the error code and the input field that Saleor would name."""

    def __init__(self, message: str, code: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code, self.field = code, field


def fire_all(state: State, names: list[str], order: Order, principal: Any) -> None:
    for name in names:
        fire(state, name, principal=principal, order=order)


def note(order: Order, kind: str, principal: Any, **details: Any) -> None:
    by = "app" if type(principal).__name__ == "App" else "user"
    order.events.append(OrderEvent(type=kind, **{by: principal}, **details))
    order.touch()
