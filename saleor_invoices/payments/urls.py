"""Where providers tell of payments."""

from django.urls import path

from saleor_invoices.payments import views

urlpatterns = [path("<uuid:endpoint_id>/", views.stripe_webhook, name="stripe-webhook")]
