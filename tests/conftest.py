"""Fixtures of all tests are plugins, one per area."""

import importlib.util

from hypothesis import settings

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
# How long one example takes says something of the machine, and nothing of the code.
settings.register_profile("plain", deadline=None)
settings.load_profile("plain")
