"""The stores and people of the API's tests are those that are attacked here."""

from tests.api.conftest import ask, world

__all__ = ["ask", "world"]
