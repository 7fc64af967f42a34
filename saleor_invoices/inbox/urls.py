"""Where deliveries arrive."""

from django.urls import path

from saleor_invoices.inbox import views

urlpatterns = [path("saleor/", views.saleor_webhook, name="saleor-webhook")]
