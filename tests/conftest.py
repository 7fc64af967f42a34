"""Fixtures of all tests are plugins, one per area."""

import importlib.util

PLUGINS = (
    "tests.plugins.database",
    "tests.plugins.shared",
    "tests.plugins.sandbox",
    "tests.plugins.stripe",
    "tests.plugins.outside",
    "tests.plugins.stack",
    "tests.plugins.browser",
    "tests.plugins.looks",
    "tests.plugins.factories",
)
pytest_plugins = [name for name in PLUGINS if importlib.util.find_spec(name)]
