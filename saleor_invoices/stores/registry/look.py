"""What a document looks like, and how customers reach it in the storefront."""

from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import Declared, Declaring, Group

_look = Declaring(Group.LOOK)
_storefront = Declaring(Group.STOREFRONT)

DECLARED: tuple[Declared, ...] = (
    _look("default_language", values.language, "en", "Language where the order's has no texts."),
    _look("second_language", values.optional_language, "", "Language beside the first."),
    _look(
        "template",
        values.choice(["classic", "html"]),
        "classic",
        "Name of the layout; html is your own html_template.",
    ),
    _look("html_template", values.source_text(100_000), "", "Your own HTML template."),
    _look("paper", values.choice(["a4", "letter"]), "a4", "Paper size."),
    _look("accent_color", values.colour, "#1f4b7a", "Colour of headings and lines."),
    _look("footer", values.texts(600), [], "Lines at the foot of each page."),
    _look("notes", values.texts(5000), [], "Notes on every document (BG-1)."),
    _storefront(
        "link_open_days",
        values.whole(1, 3650),
        30,
        "Days for which the published link opens by itself; then it asks for a mailed code.",
    ),
    _storefront("strict_links", values.flag, False, "Published links never open by themselves."),
    _storefront("show_in_storefront", values.flag, True, "Customers see their invoices."),
    _storefront("allow_download", values.flag, True, "Customers may download the PDF."),
)
