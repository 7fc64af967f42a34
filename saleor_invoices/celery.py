"""The Celery application: worker ``-A saleor_invoices.celery`` and beat."""

import os

from celery import Celery
from celery.signals import setup_logging

from saleor_invoices import file_broker, worker  # noqa: F401 worker waits for signals

file_broker.install()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_invoices.settings")
app = Celery("saleor_invoices")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_logging(**_kwargs: object) -> None:
    """Leave logging as the settings made it; Celery would replace the handlers."""
