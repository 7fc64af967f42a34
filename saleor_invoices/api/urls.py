"""The API's one address."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from saleor_invoices.api.schema import schema
from saleor_invoices.api.views import api_view

urlpatterns = [
    # Credentials come in headers that no browser adds by itself: there is nothing to forge.
    path("", csrf_exempt(api_view(schema))),
]
