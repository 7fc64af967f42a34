"""Saleor's schemas and captures, read from the workplace's shared folder when it is there."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SALEOR_SHARED", ROOT.parent / "shared" / "saleor"))


@pytest.fixture(scope="session")
def saleor_shared() -> Path:
    """Folder with ``schema-3.2x.graphql`` and ``captures/``; skips loudly where it is missing."""
    if not SHARED.is_dir():
        pytest.skip(f"NOT CHECKED AGAINST SALEOR: no schemas and captures at {SHARED}")
    return SHARED
