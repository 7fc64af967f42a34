"""Refusals, in the shape of Stripe's errors."""

from typing import Any


class StripeError(Exception):
    """One answer that says no. ``kept``: whether an idempotency key brings it again."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        kind: str = "invalid_request_error",
        code: str = "",
        param: str = "",
        kept: bool = True,
        **more: Any,
    ) -> None:
        super().__init__(message)
        self.status, self.kept = status, kept
        self.error: dict[str, Any] = {"type": kind, "message": message}
        if code:
            self.error |= {
                "code": code,
                "doc_url": f"https://stripe.com/docs/error-codes/{_dashed(code)}",
            }
        if param:
            self.error["param"] = param
        self.error |= more

    @property
    def body(self) -> dict[str, Any]:
        return {"error": self.error}


def invalid(message: str, *, code: str = "", param: str = "") -> StripeError:
    """A parameter that is not right: nothing was begun, so no idempotency key is used up."""
    return StripeError(400, message, code=code, param=param, kept=False)


def missing(kind: str, given: str, param: str = "id") -> StripeError:
    return StripeError(
        404, f"No such {kind}: '{given}'", code="resource_missing", param=param, kept=False
    )


def unexpected_state(verb: str, status: str, intent: dict[str, Any]) -> StripeError:
    return StripeError(
        400,
        f"This PaymentIntent can't be {verb}: its status is {status}.",
        code="payment_intent_unexpected_state",
        payment_intent=intent,
    )


def _dashed(code: str) -> str:
    return code.replace("_", "-")
