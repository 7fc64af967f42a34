"""Tests that share something heavy run in one process, one after the other."""

import pytest


@pytest.mark.xdist_group("sample")
def test_a_group_stays_together(request: pytest.FixtureRequest) -> None:
    """Else each process starts a whole app of its own, and the machine chokes."""
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("GROUPS NOT TESTED: `make test` runs with --dist loadgroup, this does not")
    assert request.node.nodeid.endswith("@sample")
