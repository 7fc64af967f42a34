"""The app's settings with the environment in which tests run."""

import os
import tempfile

for _name, _value in {
    "DEBUG": "true",
    "PUBLIC_URL": "https://invoices.example.com",
    "DATA_DIR": tempfile.mkdtemp(prefix="saleor-invoices-tests-"),
    "BROKER_URL": "memory://",
    "LOG_LEVEL": "WARNING",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", ""),
}.items():
    os.environ[_name] = _value

from saleor_invoices.settings import *  # noqa: E402, F403
