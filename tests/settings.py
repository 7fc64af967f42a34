"""The app's settings with the environment in which tests run."""

import os
import tempfile

for _name, _value in {
    "DEBUG": "true",
    "PUBLIC_URL": "https://invoices.example.com",
    "DATA_DIR": tempfile.mkdtemp(prefix="saleor-invoices-tests-"),
    "BROKER_URL": "memory://",
    "LOG_LEVEL": "WARNING",
    "LOG_FORMAT": "console",
    "ALLOW_PRIVATE_SALEOR": "true",
    "CORS_ORIGINS": "*",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", ""),
}.items():
    os.environ[_name] = _value

from saleor_invoices.settings import *  # noqa: E402, F403

# Django's in-memory test database is one cache for all threads, with locks of its own that nobody
# waits for; a file locks as in production.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # noqa: F405
