"""A VIES of the test's own."""

from collections.abc import Iterator

import pytest

from tests.vies.fake_vies import FakeVies, open_vies


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client minds proxies of the environment; a local server is reached without."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def vies() -> Iterator[FakeVies]:
    """A running VIES that knows no VAT id."""
    with open_vies() as running:
        yield running
