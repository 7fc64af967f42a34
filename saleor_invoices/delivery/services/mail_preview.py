"""Looking at a mail before it goes out, of a document or with made-up values."""

from dataclasses import dataclass

from django.conf import settings

from saleor_invoices.delivery.compose.dispatch_mail import document_letter, own_texts
from saleor_invoices.delivery.compose.letter import Letter, Texts, letter_write
from saleor_invoices.delivery.compose.values import sample_values
from saleor_invoices.delivery.words import Occasion, language_for, words_for
from saleor_invoices.domain import mail_text
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.states import DocumentState
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.stores.models import Installation
from saleor_invoices.stores.profile import ChannelProfile
from saleor_invoices.stores.selectors import channel_profile

SAMPLE_PATH = "/i/sample"  # no link is made for a preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a mail would say. ``problems`` say which own texts could not be used, and why."""

    language: str
    subject: str
    text: str
    html: str
    problems: tuple[InvalidInput, ...]
    default_subject: str  # the app's own texts, to begin from
    default_body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A mail with made-up values: which one, and the texts to try (None: the channel's)."""

    installation: Installation
    channel: str  # slug
    kind: DocumentKind = DocumentKind.INVOICE
    occasion: Occasion = Occasion.DOCUMENT
    language: str = ""  # empty: the channel's
    texts: Texts | None = None

    @property
    def profile(self) -> ChannelProfile:
        """What the channel's settings say."""
        return channel_profile(installation=self.installation, channel=self.channel)


def mail_preview(
    *,
    document: SalesDocument,
    occasion: Occasion,
    texts: Texts | None = None,
    message: str = "",
) -> Preview:
    """The mail about a document as it would be written now; nothing is kept or sent.

    Raises ``Conflict`` DOCUMENT_ERASED, DOCUMENT_NOT_ISSUED; ``InvalidInput`` MAIL_TEXT_INVALID
    for a line break in a subject.
    """
    if document.erased_at is not None:
        raise Conflict("The document was erased.", code="DOCUMENT_ERASED")
    if document.state != DocumentState.ISSUED:
        raise Conflict("A draft is not sent.", code="DOCUMENT_NOT_ISSUED")
    _refuse_lines(texts)
    profile = channel_profile(installation=document.installation, channel=document.channel)
    addressed = document_letter(
        document,
        profile=profile,
        occasion=occasion,
        language=language_for(document.language, _default_language(profile)),
        link=f"{settings.PUBLIC_URL}{SAMPLE_PATH}",
        message=message,
        own=texts,
    )
    return _shown(addressed.letter, kind=DocumentKind(document.kind), occasion=occasion)


def sample_preview(*, sample: Sample) -> Preview:
    """The same with made-up values, for whoever edits texts but may not see documents."""
    return _shown(sample_letter(sample), kind=sample.kind, occasion=sample.occasion)


def sample_letter(sample: Sample) -> Letter:
    """A letter with made-up values. Raises ``InvalidInput`` as ``mail_preview``."""
    _refuse_lines(sample.texts)
    profile, occasion = sample.profile, sample.occasion
    language = language_for(sample.language, _default_language(profile))
    seller = profile.legal_entity_or_none
    values = sample_values(
        language=language,
        kind=sample.kind,
        seller_name=seller_name(profile),
        country=seller.country if seller else "",
        link=f"{settings.PUBLIC_URL}{SAMPLE_PATH}",
    )
    own = sample.texts
    if own is None:
        own = own_texts(profile.mailing, occasion=occasion, language=language)
    return letter_write(
        kind=sample.kind, occasion=occasion, language=language, values=values, own=own
    )


def seller_name(profile: ChannelProfile) -> str:
    """Who a channel's mails are from."""
    if profile.document_or_none is None:
        return "Sample Shop"
    seller = profile.document_or_none.seller
    return seller.trading_name or seller.name


def _shown(letter: Letter, *, kind: DocumentKind, occasion: Occasion) -> Preview:
    default = words_for(letter.language).text(kind, occasion)
    return Preview(
        language=letter.language,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        problems=letter.problems,
        default_subject=default.subject,
        default_body=default.body,
    )


def _refuse_lines(texts: Texts | None) -> None:
    if texts is None:
        return
    if not texts.get("subject", "").isprintable():
        raise InvalidInput(
            "A subject is one line of printable characters.",
            code="MAIL_TEXT_INVALID",
            params={"field": "subject"},
        )
    if len(texts.get("body", "")) > mail_text.MAX_SOURCE:
        raise InvalidInput(
            "The text is too long.", code="MAIL_TEXT_INVALID", params={"field": "body"}
        )


def _default_language(profile: ChannelProfile) -> str:
    return profile.document_or_none.default_language if profile.document_or_none else ""
