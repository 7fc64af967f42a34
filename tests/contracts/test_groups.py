"""Tests that share something heavy run in one process, one after the other."""

import os

import pytest


@pytest.mark.xdist_group("sample")
def test_a_group_stays_together(request: pytest.FixtureRequest) -> None:
    """Else each process starts a whole app of its own, and the machine chokes."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("GROUPS NOT TESTED: there is one process only, run `make test`")
    assert request.node.nodeid.endswith("@sample")
