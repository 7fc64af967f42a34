"""Addresses of plain HTTP."""

from django.urls import path

from saleor_invoices.web import (
    bulk,
    dashboard,
    health,
    imports,
    links,
    manifest,
    pages,
    register,
    reports,
    storefront,
)
from saleor_invoices.web.hosted import brand

urlpatterns = [
    path("manifest.json", manifest.manifest, name="manifest"),
    path("api/manifest", manifest.manifest),  # where Saleor's own apps have it
    path("register/", register.register, name="register"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("i/<str:token>", links.private_link, name="private-link"),
    path("documents/<str:token>/", links.signed_download, name="signed-download"),
    path("documents/<str:token>/pages/<int:number>.png", pages.document_page, name="page"),
    path("documents/<str:token>/logo", brand.document_logo, name="document-logo"),
    path("brand/<str:colour>.css", brand.brand_css, name="brand-css"),
    path("bulk/<str:token>/", bulk.bulk_download, name="bulk-download"),
    path("imports/<str:token>/", imports.import_report, name="import-report"),
    path("reports/<str:token>/", reports.report, name="report"),
    path("storefront/saleor-invoices.js", storefront.module, name="storefront-module"),
    path("dashboard/assets/<path:name>", dashboard.asset, name="dashboard-asset"),
    path("dashboard/", dashboard.shell, name="dashboard"),
    path("dashboard", dashboard.shell),  # so a dashboard asks, which joins its query to our address
    path("dashboard/<path:page>", dashboard.shell, name="dashboard-page"),
]
