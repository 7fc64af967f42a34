"""Which e-invoice a document becomes, and how it goes out."""

from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import Declared, Declaring, Group

EINVOICE_PROFILES = (
    "auto",
    "none",
    "en16931",
    "extended",
    "xrechnung_cii",
    "xrechnung_ubl",
    "peppol_bis3",
)

_einvoices = Declaring(Group.EINVOICES)

DECLARED: tuple[Declared, ...] = (
    _einvoices(
        "einvoice_profile",
        values.choice(EINVOICE_PROFILES),
        "auto",
        "Which e-invoice to make; auto is by the buyer's country and kind.",
    ),
    _einvoices(
        "einvoice_required",
        values.flag,
        False,
        "Issue nothing whose e-invoice the rules refuse.",
    ),
    _einvoices(
        "transmission",
        values.choice(["none", "email", "access_point"]),
        "none",
        "How e-invoices go out by themselves.",
    ),
    _einvoices("access_point_url", values.https_url, "", "Where the access point takes documents."),
    _einvoices("access_point_token", values.text(500), "", "Its bearer token.", is_secret=True),
)
