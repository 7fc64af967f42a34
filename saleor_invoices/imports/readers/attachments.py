"""The files beside a table or JSON Lines: in a ZIP there are some, otherwise none."""

from typing import Protocol

from saleor_invoices.domain.findings import Finding, blocking, warning
from saleor_invoices.imports.records import AttachedFile
from saleor_invoices.imports.shaping.work import shortened


class Attachments(Protocol):
    """Finds a PDF by the name that an item gives it."""

    def find(self, name: str) -> AttachedFile | None:
        """The file, which from now on belongs to something; ``None`` where there is none."""
        ...


class NoAttachments:
    """A file that came alone."""

    def find(self, name: str) -> AttachedFile | None:
        """See ``Attachments``."""
        return None


def attached(
    name: str, files: Attachments, column: str
) -> tuple[AttachedFile | None, list[Finding]]:
    """The PDF of that name, and what is wrong with it: one that is missing is rendered by us."""
    if not name:
        return None, []
    found = files.find(name)
    if found is None:
        return None, [_missing(name, column)]
    with found.path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    return (found, []) if is_pdf else (None, [_no_pdf(name, column)])


def _missing(name: str, column: str) -> Finding:
    return warning(
        "PDF_FILE_MISSING",
        f"The file {shortened(name)!r} is not there; the invoice goes in without it.",
        remedy="A ZIP that holds this file and its PDFs, under the names that it gives them.",
        column=column,
        value=shortened(name),
    )


def _no_pdf(name: str, column: str) -> Finding:
    return blocking(
        "PDF_INVALID",
        f"The file {shortened(name)!r} is no PDF.",
        remedy="The invoice's PDF under that name, or no name.",
        column=column,
        value=shortened(name),
    )
