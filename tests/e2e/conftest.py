"""What tests of the whole running app share."""

import pytest

from demo.stack import Stack


@pytest.fixture(scope="module")
def rested(stack: Stack) -> None:
    """The customer, of whom there is one, has not paid all day: the app refuses a flood."""
    stack.program("tests.e2e.rest")
