"""Opening documents over plain HTTP: private links and short-lived downloads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.text import slugify
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from saleor_invoices.domain.errors import AppError, Conflict, NotFound, Throttled, Unverified
from saleor_invoices.invoices.models import DocumentFile, DownloadLink, SalesDocument
from saleor_invoices.invoices.services.document_open import document_open
from saleor_invoices.invoices.services.download import unsign
from saleor_invoices.invoices.services.link_open import (
    link_code_check,
    link_code_send,
    link_find,
    link_opens_itself,
)
from saleor_invoices.invoices.services.link_session import link_session_find, link_session_open
from saleor_invoices.web.hosted.page import Opened, page_context
from saleor_invoices.web.hosted.policy import closed_up, paying_policy, policy
from saleor_invoices.web.hosted.recovery import recovery
from saleor_invoices.web.link_texts import texts_for

_FILES = {"pdf": DocumentFile.Kind.PDF, "xml": DocumentFile.Kind.XML}


@csrf_exempt  # no cookies, no session: there is nothing that a forged request could borrow
@require_http_methods(["GET", "HEAD", "POST"])
def private_link(request: HttpRequest, token: str) -> HttpResponse:
    """The address that Saleor's ``Invoice.url`` carries.

    Opens by itself for a set time, then only with a code mailed to the customer's own address: the
    hosted page for people, the PDF for programs. Unknown and revoked links look alike.
    """
    try:
        link = link_find(token=token)
    except NotFound:
        answer = recovery(request, token)
    else:
        if link.document.erased_at is not None:
            answer = _page(request, link.document.language, "unknown", status=410, closed=False)
        else:
            answer = _answer(request, link, token)
    patch_vary_headers(answer, ["Accept"])
    return answer


@require_GET
def signed_download(request: HttpRequest, token: str) -> HttpResponse:
    """The PDF behind a short-lived address that the API gave out."""
    try:
        document = SalesDocument.objects.filter(pk=unsign(token), state="issued").first()
    except Unverified as error:
        status = 410 if error.code == "DOWNLOAD_EXPIRED" else 404
        return _page(request, "en", "unknown", status=status, closed=False)
    if document is None:
        return _page(request, "en", "unknown", status=404, closed=False)
    if document.erased_at is not None:
        return _page(request, document.language, "unknown", status=410, closed=False)
    if request.GET.get("format") == "xml":
        return _file(request, document, inline=False, kind=DocumentFile.Kind.XML)
    return _file(request, document, inline=request.GET.get("inline") == "1")


def _answer(request: HttpRequest, link: DownloadLink, token: str) -> HttpResponse:
    if request.method == "POST":
        return _post(request, link)
    if link_opens_itself(link):
        return _opened(request, Opened(document=link.document, token=token))
    return _page(request, link.document.language)


def _post(request: HttpRequest, link: DownloadLink) -> HttpResponse:
    if "session" in request.POST:
        return _resumed(request, link, request.POST["session"][:400])
    if "code" not in request.POST:
        return _send_code(request, link)
    try:
        document = link_code_check(link=link, code=request.POST["code"][:40])
    except Conflict:
        return _page(request, link.document.language, "wrong", status=403, ask_code=True)
    session = link_session_open(link=link)
    return _opened(request, Opened(document=document, token=session, session=session))


def _resumed(request: HttpRequest, link: DownloadLink, session: str) -> HttpResponse:
    """The page again, or a file of it, within the half hour after the code."""
    try:
        found = link_session_find(token=session)
    except NotFound:
        found = None
    if found is None or found.pk != link.pk:
        return _page(request, link.document.language, status=403)
    return _opened(request, Opened(document=link.document, token=session, session=session))


def _opened(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The page for people; a file for programs, and where the page's own buttons ask for one."""
    asked = request.POST if request.method == "POST" else request.GET
    kind = _FILES.get(asked.get("format", ""))
    if kind is not None:
        return _file(request, opened.document, inline="inline" in asked, kind=kind)
    if "text/html" not in request.headers.get("Accept", ""):
        return _file(request, opened.document, inline=True)
    response = render(request, "web/hosted.html", page_context(request, opened))
    return closed_up(response, paying_policy())


def _send_code(request: HttpRequest, link: DownloadLink) -> HttpResponse:
    words = texts_for(link.document.language)
    try:
        link_code_send(link=link, subject=words.mail_subject, body=words.mail_body)
    except Throttled as refused:
        answer = _page(request, link.document.language, "wait", status=429, ask_code=True)
        answer["Retry-After"] = str(int(refused.retry_after))
        return answer
    except AppError:
        return _page(request, link.document.language, "mail_failed", status=503)
    return _page(request, link.document.language, "sent", ask_code=True)


def _file(
    request: HttpRequest,
    document: SalesDocument,
    *,
    inline: bool,
    kind: DocumentFile.Kind = DocumentFile.Kind.PDF,
) -> HttpResponse:
    try:
        file = document_open(document=document, kind=kind)
    except AppError:  # the merchant has the problem before them
        file = None
    else:
        if file is None and kind is DocumentFile.Kind.XML and document.files.exists():
            # Both are made together: it has none and will have none.
            return _page(request, document.language, "unknown", status=404, closed=False)
    if file is None:
        answer = _page(request, document.language, "preparing", status=503, closed=False)
        answer["Retry-After"] = "5"
        return answer
    response = HttpResponse(file.content, content_type=f"application/{kind}")
    name = slugify(document.number) or "document"
    response["Content-Disposition"] = (
        f'{"inline" if inline else "attachment"}; filename="{name}.{kind}"'
    )
    closed_up(response, "default-src 'none'; frame-ancestors 'none'")
    response["Cache-Control"] = "private, no-store"
    response["ETag"] = f'"{file.sha256}"'
    return response


def _page(
    request: HttpRequest,
    language: str,
    message: str = "closed",
    *,
    status: int = 200,
    closed: bool = True,
    ask_code: bool = False,
) -> HttpResponse:
    words = texts_for(language)
    context = {
        "words": words,
        "message": getattr(words, message),
        "can_send": closed,
        "ask_code": ask_code,
    }
    response = render(request, "web/link.html", context, status=status)
    return closed_up(response, policy())
