"""Opening a private link: by itself for a set time, afterwards with a mailed code."""

import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from saleor_invoices.domain.errors import Conflict, NotFound, Throttled, Unreachable
from saleor_invoices.invoices.models import DownloadLink, LinkCode, SalesDocument
from saleor_invoices.invoices.services.history import history_append
from saleor_invoices.invoices.services.link_create import token_hash
from saleor_invoices.stores.selectors import setting_resolve

CODE_LIFE = timedelta(minutes=15)
CODE_PAUSE = timedelta(minutes=1)
CODES_A_DAY = 5
TRIES_A_CODE = 5


def link_find(*, token: str) -> DownloadLink:
    """The link of a token. Raises ``NotFound`` for an unknown or revoked one: both look alike."""
    link = (
        DownloadLink.objects.select_related("document__installation")
        .filter(token_hash=token_hash(token), revoked_at__isnull=True)
        .first()
    )
    if link is None:
        raise NotFound("There is no such link.", code="LINK_UNKNOWN")
    return link


def link_opens_itself(link: DownloadLink) -> bool:
    """Whether the link still opens its document without a code.

    Strict mode that was chosen later closes the links that were given out before, too.
    """
    if link.opens_until is None or timezone.now() >= link.opens_until:
        return False
    document = link.document
    strict, _ = setting_resolve(
        installation=document.installation, channel=document.channel, key="strict_links"
    )
    return not strict


def link_code_send(*, link: DownloadLink, subject: str, body: str) -> None:
    """Mail a fresh code to the customer's own address, which is never shown.

    ``body`` has a ``{code}``. Without an address nothing is sent and nothing is said. Raises
    ``Throttled`` when a code was sent within a minute or five within a day, ``Unreachable`` when
    the mail server does not take it.
    """
    code = _new_code(link)
    if not _is_one_address(link.document.customer_email):
        return
    link_mail(link=link, subject=subject, body=body.format(code=f"{code[:4]} {code[4:]}"))
    history_append(document=link.document, event="link_code_sent")


def link_mail(*, link: DownloadLink, subject: str, body: str) -> None:
    """Mail something about a link to the customer's own address, and to that alone.

    Raises ``Unreachable`` MAIL_FAILED when the mail server does not take it. Without one address
    nothing is sent and nothing is said.
    """
    if not _is_one_address(link.document.customer_email):
        return
    mail = EmailMessage(
        subject,
        body,
        settings.DEFAULT_FROM_EMAIL,
        [link.document.customer_email],
        reply_to=_reply_to(link.document),
    )
    try:
        mail.send()
    except OSError as error:  # smtplib's errors are OSErrors
        raise Unreachable("The mail could not be sent.", code="MAIL_FAILED") from error


def link_code_check(*, link: DownloadLink, code: str) -> SalesDocument:
    """The document, if the code is the newest one sent, unused, in time, and not tried too often.

    Raises ``Conflict`` CODE_WRONG for anything else, without telling which.
    """
    newest = link.codes.order_by("-pk").first()
    digits = "".join(character for character in code if character in "0123456789")
    # Counted before it is compared, so that parallel guesses are counted too.
    counted = newest is not None and link.codes.filter(
        pk=newest.pk, used_at__isnull=True, attempts__lt=TRIES_A_CODE, expires_at__gt=timezone.now()
    ).update(attempts=F("attempts") + 1)
    if (
        not newest
        or not counted
        or not hmac.compare_digest(newest.code_hash, _code_hash(link, digits))
    ):
        raise Conflict("The code is wrong or has expired.", code="CODE_WRONG")
    if not link.codes.filter(pk=newest.pk, used_at__isnull=True).update(used_at=timezone.now()):
        raise Conflict("The code was used already.", code="CODE_WRONG")
    history_append(document=link.document, event="link_opened_by_code", actor="customer")
    return link.document


def _new_code(link: DownloadLink) -> str:
    with transaction.atomic():
        # Counted under the link's lock: many requests at once are a flood, too.
        DownloadLink.objects.select_for_update().only("pk").get(pk=link.pk)
        _refuse_flood(link)
        code = f"{secrets.randbelow(10**8):08}"
        LinkCode.objects.create(
            link=link, code_hash=_code_hash(link, code), expires_at=timezone.now() + CODE_LIFE
        )
    return code


def _is_one_address(text: str) -> bool:
    # Saleor's word, as it was at issue: a second address in it would get the code as well.
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _reply_to(document: SalesDocument) -> list[str]:
    address, _ = setting_resolve(
        installation=document.installation, channel=document.channel, key="reply_to"
    )
    return [address] if address else []


def _refuse_flood(link: DownloadLink) -> None:
    now = timezone.now()
    if link.codes.filter(created_at__gt=now - CODE_PAUSE).exists():
        raise Throttled("A code was sent a moment ago.", retry_after=CODE_PAUSE.total_seconds())
    if link.codes.filter(created_at__gt=now - timedelta(days=1)).count() >= CODES_A_DAY:
        raise Throttled("Too many codes were sent today.", retry_after=86_400)


def _code_hash(link: DownloadLink, code: str) -> str:
    # Keyed, since eight digits alone could be found from a bare hash of a stolen database.
    message = f"{link.pk}:{code}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), message, "sha256").hexdigest()
