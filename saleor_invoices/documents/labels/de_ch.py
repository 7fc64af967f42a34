"""German as Switzerland and Liechtenstein write it, where the tax has another name."""

from dataclasses import replace

from saleor_invoices.documents.labels import de
from saleor_invoices.domain.codes import VatCategory

LABELS = replace(
    de.LABELS,
    proforma_note="Keine Rechnung im Sinne des Mehrwertsteuerrechts",
    vat_id="MWST-Nr.",
    tax_names=dict(de.LABELS.tax_names) | {"VAT": "MWST"},
    exemptions=dict(de.LABELS.exemptions)
    | {
        VatCategory.EXEMPT: "Von der MWST ausgenommen.",  # MWSTG, article 21
        VatCategory.EXPORT: "Von der MWST befreite Ausfuhr.",  # MWSTG, article 23
    },
)
