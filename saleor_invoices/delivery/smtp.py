"""Handing a mail over so that it is known afterwards whether the server has it.

Django's SMTP backend tells only that something failed. What matters is when: until the server
says 354 to DATA it has nothing, and trying again is safe; from then on only its last answer tells,
and without that nobody knows.
"""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parseaddr

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.utils.encoding import punycode

from saleor_invoices.domain.errors import ExternalFailure, Unreachable


class NotAccepted(Unreachable):
    """The server has not taken the mail and may take it later."""

    code = "MAIL_UNREACHABLE"


class MailRefused(ExternalFailure):
    """The server said no for good; ``params["reply"]`` is its code, ``params["at"]`` the step."""

    code = "MAIL_REFUSED"


class Uncertain(ExternalFailure):
    """The connection broke after the mail was on its way: the server may have it or not."""

    code = "MAIL_UNCERTAIN"


class Line:
    """An open connection to the mail server."""

    def __init__(self, backend: BaseEmailBackend) -> None:
        self._backend = backend

    def send(self, mail: EmailMessage) -> None:
        """Hand one mail to one recipient over. Raises the three errors of this module."""
        if isinstance(self._backend, EmailBackend) and self._backend.connection is not None:
            _transact(self._backend.connection, mail)
            return
        try:  # files in developer mode, the list of Django's tests
            self._backend.send_messages([mail])
        except OSError as error:
            raise NotAccepted(f"The mail could not be written: {error.strerror}.") from error


@contextmanager
def opened() -> Iterator[Line]:
    """A line to the server of Django's mail settings; ``NotAccepted`` while there is none."""
    backend = get_connection(fail_silently=False)
    try:
        backend.open()
    except OSError as error:  # smtplib's errors are OSErrors: refused, no TLS, wrong password
        raise NotAccepted(f"The mail server can't be used: {_words(error)}.") from error
    try:
        yield Line(backend)
    finally:
        _hang_up(backend)


def _hang_up(backend: BaseEmailBackend) -> None:
    try:
        backend.close()
    except OSError:
        return  # what was said counts; goodbye is a courtesy


def _transact(smtp: smtplib.SMTP, mail: EmailMessage) -> None:
    # Django's own messages take the line ends of SMTP (RFC 5321, 2.3.8).
    content: bytes = mail.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]
    sender, recipient = _bare(mail.from_email), _bare(mail.to[0])
    try:
        smtp.ehlo_or_helo_if_needed()
        _ask(smtp, f"MAIL FROM:<{sender}>{_options(smtp, content)}", at="sender")
        _ask(smtp, f"RCPT TO:<{recipient}>", at="recipient")
        _ask(smtp, "DATA", at="data", wanted=354)
    except OSError as error:
        raise NotAccepted(f"The mail server broke off: {_words(error)}.") from error
    try:
        smtp.send(_dotted(content))
        reply = smtp.getreply()
    except OSError as error:
        raise Uncertain(
            "The connection broke while the mail was handed over; it may have arrived."
        ) from error
    if not 200 <= reply[0] <= 599:
        raise Uncertain("The mail server's answer to the mail can't be read; it may have arrived.")
    if reply[0] >= 300:
        _judge(reply, at="content", wanted=250)


def _ask(smtp: smtplib.SMTP, command: str, *, at: str, wanted: int = 0) -> None:
    _judge(smtp.docmd(command), at=at, wanted=wanted)


def _judge(reply: tuple[int, bytes], *, at: str, wanted: int) -> None:
    code, text = reply
    if code == wanted or (not wanted and code in (250, 251)):
        return
    words = " ".join(text.decode("utf-8", "replace").split())[:200]
    params = {"reply": code, "at": at}
    if 500 <= code <= 599:
        raise MailRefused(f"The mail server refused the {at} ({code} {words}).", params=params)
    # 4xx, and answers that mean nothing here: it has said that it did not take the mail.
    raise NotAccepted(f"The mail server can't take it now ({code} {words}).", params=params)


def _options(smtp: smtplib.SMTP, content: bytes) -> str:
    size = f" SIZE={len(content)}" if smtp.has_extn("size") else ""
    eight = " BODY=8BITMIME" if smtp.has_extn("8bitmime") and not content.isascii() else ""
    return size + eight


def _dotted(content: bytes) -> bytes:
    """The content as DATA wants it: dots at line starts doubled, and the end (RFC 5321, 4.5.2)."""
    body = content.replace(b"\r\n.", b"\r\n..")
    body = b"." + body if body.startswith(b".") else body
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def _bare(address: str) -> str:
    local, _, domain = parseaddr(address)[1].rpartition("@")
    return f"{local}@{punycode(domain)}"


def _words(error: OSError) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {error.smtp_error!r}"[:200]
    return type(error).__name__ if error.strerror is None else error.strerror
