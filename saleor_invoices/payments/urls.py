"""Where providers tell of payments, and Saleor asks for refunds."""

from django.urls import path

from saleor_invoices.payments import saleor_views, views

urlpatterns = [
    path("stripe/<uuid:endpoint_id>/", views.stripe_webhook, name="stripe-webhook"),
    path("saleor/refunds/", saleor_views.saleor_refund_webhook, name="saleor-refund"),
]
