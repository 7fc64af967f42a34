"""Where files are brought for imports."""

from django.urls import path

from saleor_invoices.api import uploads

urlpatterns = [path("", uploads.upload, name="import-upload")]
