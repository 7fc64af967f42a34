"""The beginning of a file, before anything of it is kept."""

from saleor_invoices.imports.models import ImportUpload
from saleor_invoices.imports.reading import reader_find
from saleor_invoices.imports.records import Preview, ReadOptions
from saleor_invoices.imports.services.upload import upload_opened


def import_preview(*, upload: ImportUpload, options: ReadOptions) -> tuple[str, Preview]:
    """The reader's name and what it shows.

    Raises ``InvalidInput`` for a file that can't be read at all, ``NotFound`` for one that is gone.
    """
    with upload_opened(upload) as path:
        reader = reader_find(path, upload.name)
        return reader.name, reader.preview(path, options)
