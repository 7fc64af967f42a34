"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_invoices.settings")
application = get_wsgi_application()

# A full collection walks models, schema and routes for nothing and stops every thread of the
# process for some 80 ms. Load them now, not at the first request, and set them aside.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
