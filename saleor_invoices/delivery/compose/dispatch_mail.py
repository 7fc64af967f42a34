"""The whole mail of a dispatch, or its preview, from the channel's settings as they are now."""

from dataclasses import dataclass
from datetime import date

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from saleor_invoices.delivery.compose.letter import Letter, Texts, letter_write
from saleor_invoices.delivery.compose.mail import files_attach, mail_write
from saleor_invoices.delivery.compose.values import document_values
from saleor_invoices.delivery.models import Dispatch
from saleor_invoices.delivery.words import Occasion
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.dates import local_date
from saleor_invoices.invoices.models import DocumentFile, SalesDocument
from saleor_invoices.invoices.services.link_create import link_create, link_url
from saleor_invoices.stores.profile import ChannelProfile, Mailing
from saleor_invoices.stores.selectors import channel_profile

REMINDER = "reminder:"
EINVOICE = "einvoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A mail that is ready to go, and what was wrong with the merchant's own texts."""

    mail: EmailMultiAlternatives
    letter: Letter


def reminder_step(purpose: str) -> int | None:
    """The days after the due date of a reminder's purpose; None for other mails."""
    return int(purpose.removeprefix(REMINDER)) if purpose.startswith(REMINDER) else None


def occasion_of(purpose: str) -> Occasion:
    """What a mail of this purpose says."""
    step = reminder_step(purpose)
    if step is None:
        return Occasion.DOCUMENT
    return Occasion.AFTER_DUE if step > 0 else Occasion.BEFORE_DUE


def own_texts(mailing: Mailing, *, occasion: Occasion, language: str) -> Texts:
    """The merchant's texts for an occasion; empty where they have none."""
    texts = mailing.texts if occasion is Occasion.DOCUMENT else mailing.reminder_texts
    return texts.get(language, {})


def dispatch_write(dispatch: Dispatch) -> Written:
    """Write the mail of a dispatch. Raises what reading its files raises."""
    document = dispatch.document
    if document is None:
        raise ValueError("A test mail is written from sample values.")
    profile = channel_profile(installation=document.installation, channel=document.channel)
    kinds = _kinds(dispatch, profile)
    letter = document_letter(
        document,
        profile=profile,
        occasion=occasion_of(dispatch.purpose),
        language=dispatch.language,
        link=_link(document, profile),
        message=dispatch.message,
        has_xml=_has_xml(document, kinds),
    )
    mail = mail_write(
        letter=letter.letter,
        recipient=dispatch.recipient,
        seller_name=letter.seller_name,
        reply_to=profile.reply_to,
        message_id=dispatch.message_id,
        automatic=dispatch.purpose != "manual",
    )
    files_attach(mail, document, kinds=kinds)
    return Written(mail=mail, letter=letter.letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """A letter and who it is from."""

    letter: Letter
    seller_name: str


def document_letter(
    document: SalesDocument,
    *,
    profile: ChannelProfile,
    occasion: Occasion,
    language: str,
    link: str,
    message: str = "",
    has_xml: bool = False,
    own: Texts | None = None,
) -> Addressed:
    """What a mail about a document says; ``own`` tries other texts than the channel's."""
    values = document_values(
        document,
        language=language,
        link=link,
        message=message,
        today=_today(document),
    )
    values["has_xml"] = "yes" if has_xml else ""
    texts = own_texts(profile.mailing, occasion=occasion, language=language) if own is None else own
    letter = letter_write(
        kind=DocumentKind(document.kind),
        occasion=occasion,
        language=language,
        values=values,
        own=texts,
    )
    return Addressed(letter=letter, seller_name=values["seller_name"])


def _today(document: SalesDocument) -> date:
    return local_date(timezone.now(), document.legal_entity.timezone)


def _link(document: SalesDocument, profile: ChannelProfile) -> str:
    found = link_create(
        document=document, open_days=profile.link_open_days, strict=profile.strict_links
    )
    return link_url(found)


def _kinds(dispatch: Dispatch, profile: ChannelProfile) -> tuple[str, ...]:
    with_xml = dispatch.purpose == EINVOICE or profile.mailing.attach_xml
    pdf, xml = DocumentFile.Kind.PDF.value, DocumentFile.Kind.XML.value
    return (pdf, xml) if with_xml else (pdf,)


def _has_xml(document: SalesDocument, kinds: tuple[str, ...]) -> bool:
    xml = DocumentFile.Kind.XML.value
    return xml in kinds and document.files.filter(kind=xml).exists()
