"""Problems of deliveries: what staff see, and what closes them."""

from saleor_invoices.delivery.models import Dispatch, Transmission
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.problem import problem_open, problem_resolve

MAIL, TRANSMISSION, MAIL_TEXT = "mail", "transmission", "mail_text"
"""Kinds of subjects: ``mail:<document>``, ``transmission:<document>``, ``mail_text:<where>``."""

_REMEDIES = {
    "MAIL_REFUSED": "Check the address with the customer, and send it again to the right one.",
    "MAIL_SENDER_REFUSED": "Have the operator check MAIL_FROM and EMAIL_URL; then press Retry.",
    "MAIL_UNCERTAIN": "Ask the customer, or look into the mail server's log. Retry sends it again; "
    "Mark as sent leaves it.",
    "NO_EINVOICE": "Choose an e-invoice profile for the channel; documents issued after that "
    "have an e-invoice.",
}
_REMEDY = "Remove the cause and press Retry."


def mail_problem(dispatch: Dispatch, *, code: str, why: str) -> None:
    """Tell staff that a mail did not go out, or perhaps did; a test mail's sender sees it."""
    document = dispatch.document
    if document is None:
        return
    doubtful = "may not have gone out" if code == "MAIL_UNCERTAIN" else "was not sent"
    problem_open(
        installation=dispatch.installation,
        subject=f"{MAIL}:{document.pk}",
        code=code,
        message=f"A mail with {document.number} {doubtful}: {why}",
        remedy=_REMEDIES.get(code, _REMEDY),
        params={"document_id": str(document.pk), "dispatch_id": str(dispatch.pk)},
    )


def mail_healed(dispatch: Dispatch) -> None:
    """Close the problems of a document's mails once none of them waits for a person."""
    if dispatch.document_id is None:
        return
    waiting = Dispatch.objects.filter(document_id=dispatch.document_id).exclude(pk=dispatch.pk)
    if not waiting.filter(state__in=[Dispatch.State.FAILED, Dispatch.State.UNKNOWN]).exists():
        subject = f"{MAIL}:{dispatch.document_id}"
        problem_resolve(installation=dispatch.installation, subject=subject)


def mail_text_subject(*, channel: str, language: str) -> str:
    """Where a merchant's own text is."""
    return f"{MAIL_TEXT}:{language}:{channel}"[:220]


def mail_text_problem(document: SalesDocument, *, language: str, why: str) -> None:
    """Tell staff that one of their texts can't be used; the mail went out with ours."""
    problem_open(
        installation=document.installation,
        subject=mail_text_subject(channel=document.channel, language=language),
        code="MAIL_TEXT_INVALID",
        message=f"Your own mail text ({language}) was not used: {why}",
        remedy="Mend the text in the settings; press Retry to close this.",
        params={"channel": document.channel, "language": language},
    )


def transmission_problem(transmission: Transmission, *, code: str, why: str) -> None:
    """Tell staff that an e-invoice did not go out, or that nobody confirmed it."""
    document = transmission.document
    problem_open(
        installation=document.installation,
        subject=f"{TRANSMISSION}:{document.pk}",
        code=code,
        message=f"The e-invoice of {document.number} ({transmission.channel}): {why}",
        remedy=_REMEDIES.get(code, _REMEDY),
        params={"document_id": str(document.pk), "channel": transmission.channel},
    )


def transmission_healed(transmission: Transmission) -> None:
    """Close the problems of a document's transmissions once none has failed."""
    others = Transmission.objects.filter(
        document_id=transmission.document_id, state=Transmission.State.FAILED
    )
    if not others.exclude(pk=transmission.pk).exists():
        subject = f"{TRANSMISSION}:{transmission.document_id}"
        problem_resolve(installation=transmission.document.installation, subject=subject)
