"""All addresses of the app, one include per area."""

from django.urls import include, path

urlpatterns = [
    path("", include("saleor_invoices.web.urls")),
    path("webhooks/", include("saleor_invoices.payments.urls")),
    path("webhooks/", include("saleor_invoices.inbox.urls")),
    path("graphql/", include("saleor_invoices.api.urls")),
    path("imports/", include("saleor_invoices.api.upload_urls")),
]
