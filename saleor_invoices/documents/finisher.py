"""The last step for every engine's PDF: PDF/A-3, and the e-invoice inside it (Factur-X).

What a file's own XMP says of PDF/A-3 is kept, with all that belongs to it: typst's is PDF/A-3a and
PDF/UA-1 with tags, language and output intent; the XML is added and told of. Any other PDF becomes
PDF/A-3b first, as far as that can be mended from outside: its engine has to embed the fonts. No
clock and no chance get into the bytes, so that the same input gives the same file.
"""

import io
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

import pikepdf
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf
from pikepdf.pdfa import prepare

from saleor_invoices.documents.einvoice.profiles import Profile
from saleor_invoices.documents.xmp import Conformance, Packet, Properties
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.document import Document
from saleor_invoices.domain.errors import InvalidInput

FILE_NAME = "factur-x.xml"  # Factur-X 1.0, 6.2.1
PRODUCER = "Saleor Invoices"
_PART = "3"
_EPOCH = date(1970, 1, 1)  # a draft has no date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """An e-invoice in a PDF: its XML, and the profile as the metadata name it."""

    xml: bytes = field(repr=False)
    level: str


def attach(
    pdf: bytes,
    xml: bytes,
    document: Document,
    *,
    profile: Profile,
    conformance: Conformance = "B",
) -> bytes:
    """The PDF as PDF/A-3 with the XML as its associated file ``factur-x.xml``.

    ``xml`` is the CII of the document in the profile; for ``conformance`` see ``archive``. Raises
    ``InvalidInput`` PROFILE_INVALID for a profile that no PDF carries, and PDF_INVALID for what is
    no PDF, is locked, or has an e-invoice already.
    """
    if not profile.conformance_level:
        raise InvalidInput(
            f"An e-invoice of the profile {profile} travels alone, not inside a PDF.",
            code="PROFILE_INVALID",
            params={"field": "profile"},
        )
    with _opened(pdf) as file:
        if FILE_NAME in file.attachments:
            raise _invalid("it has an e-invoice already")
        packet = _archivable(file, document, conformance)
        _embed(file, xml, document)
        packet.declare_factur_x(file_name=FILE_NAME, level=profile.conformance_level)
        return _saved(file, packet)


def archive(pdf: bytes, document: Document, *, conformance: Conformance = "B") -> bytes:
    """The PDF as PDF/A-3 without an e-invoice. Raises ``InvalidInput`` PDF_INVALID.

    ``conformance`` is declared for a file that says nothing of PDF/A-3 itself: B, or U where the
    engine maps every glyph to Unicode. A needs tags, which only an engine can write.
    """
    with _opened(pdf) as file:
        return _saved(file, _archivable(file, document, conformance))


def extract(pdf: bytes) -> Inside | None:
    """The e-invoice inside the PDF, or ``None`` where there is none.

    Raises ``InvalidInput`` PDF_INVALID.
    """
    with _opened(pdf) as file:
        if FILE_NAME not in file.attachments:
            return None
        packet = _packet(file)
        xml = file.attachments[FILE_NAME].get_file().read_bytes()
        return Inside(xml=xml, level=packet.factur_x_level if packet else "")


def _opened(pdf: bytes) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise _invalid(str(error)) from error


def _invalid(fault: str) -> InvalidInput:
    return InvalidInput(f"The PDF can't be finished: {fault}.", code="PDF_INVALID")


def _packet(file: Pdf) -> Packet | None:
    found = file.Root.get(Name.Metadata)
    return Packet.parse(found.read_bytes()) if isinstance(found, pikepdf.Stream) else None


def _archivable(file: Pdf, document: Document, conformance: Conformance) -> Packet:
    """The XMP of the file, which is PDF/A-3 from now on."""
    packet = _packet(file)
    if packet and packet.pdfa_part == _PART:
        return packet
    # Output intent, printable links, no interpolated images and the like. It would also say when
    # it did so, hence metadata of our own after it.
    prepare(file, "3b", output_intent="sRGB")
    for page in file.pages:
        if Name.Trans in page:  # reportlab gives every page an empty transition
            del page[Name.Trans]
    return _declared(file, document, conformance)


def _declared(file: Pdf, document: Document, conformance: Conformance) -> Packet:
    title, author = str(file.docinfo.get("/Title", "")), document.seller.name
    properties = Properties(
        title=title or document.number or document.kind.value,
        author=author,
        language=document.language,
        creator_tool=str(file.docinfo.get("/Creator", "")) or PRODUCER,
        producer=PRODUCER,
        created=_instant(document),
    )
    stamp = f"D:{properties.created:%Y%m%d%H%M%S}Z"
    file.trailer.Info = file.make_indirect(
        Dictionary(
            Title=properties.title,
            Author=properties.author,
            Creator=properties.creator_tool,
            Producer=properties.producer,
            CreationDate=stamp,
            ModDate=stamp,
        )
    )
    file.Root.Lang = pikepdf.String(document.language)
    return Packet.new(properties, conformance)


def _embed(file: Pdf, xml: bytes, document: Document) -> None:
    kind = "credit note" if document.kind is DocumentKind.CREDIT_NOTE else "invoice"
    stamp = _instant(document)
    spec = AttachedFileSpec(
        file,
        xml,
        description=f"The {kind} {document.number} as Factur-X",
        filename=FILE_NAME,
        mime_type="text/xml",
        creation_date=f"D:{stamp:%Y%m%d%H%M%S}Z",
        mod_date=f"D:{stamp:%Y%m%d%H%M%S}Z",
    )
    # The same invoice in another form (ISO 19005-3, annex E).
    spec.obj.AFRelationship = Name.Alternative
    file.attachments[FILE_NAME] = spec
    if spec.obj not in (associated := file.Root.get(Name.AF, pikepdf.Array()).as_list()):
        file.Root.AF = pikepdf.Array([*associated, spec.obj])


def _saved(file: Pdf, packet: Packet) -> bytes:
    file.Root.Metadata = file.make_stream(packet.to_bytes(), Type=Name.Metadata, Subtype=Name.XML)
    output = io.BytesIO()
    # Object streams make a tagged file a third smaller, and PDF/A has allowed them since part 2.
    compact = pikepdf.ObjectStreamMode.generate
    file.save(output, deterministic_id=True, object_stream_mode=compact)
    return output.getvalue()


def _instant(document: Document) -> datetime:
    return datetime.combine(document.issue_date or _EPOCH, time(), tzinfo=UTC)
