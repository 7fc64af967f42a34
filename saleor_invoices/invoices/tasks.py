"""Background work on documents. Every task may run twice, late and at the same time."""

from celery import shared_task
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from saleor_invoices import background, logs
from saleor_invoices.domain.errors import (
    AppError,
    Disconnected,
    NotFound,
    Refused,
    Unreachable,
)
from saleor_invoices.invoices.models import (
    DeletedExternal,
    OrderRecord,
    Problem,
    Publication,
    RefundRequest,
    RenderJob,
)
from saleor_invoices.invoices.services import issue_run, store_check
from saleor_invoices.invoices.services import problem_report as reporting
from saleor_invoices.invoices.services.document_issue import RENDER_TASK
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.external_delete import (
    FINISH_TASK,
    external_deleted_finish,
    external_deleted_open,
)
from saleor_invoices.invoices.services.external_links_follow import (
    LINK_TASK,
    external_links_due,
    external_links_follow,
)
from saleor_invoices.invoices.services.money_report import REPORT_TASK as MONEY_TASK
from saleor_invoices.invoices.services.money_report import movement_report as money_report
from saleor_invoices.invoices.services.money_report import movement_reports_due
from saleor_invoices.invoices.services.order_money import FOLLOW_TASK as ORDER_MONEY_TASK
from saleor_invoices.invoices.services.order_money import (
    READ_TASK,
    order_money_again,
    orders_unread,
    orders_unshared,
)
from saleor_invoices.invoices.services.order_observe import order_observe
from saleor_invoices.invoices.services.order_pending import order_read
from saleor_invoices.invoices.services.payment_refund import (
    FOLLOW_TASK,
    refund_advance,
    refunds_open,
)
from saleor_invoices.invoices.services.publication_publish import (
    publication_publish as publish,
)
from saleor_invoices.invoices.services.publication_request import PUBLISH_TASK
from saleor_invoices.invoices.services.publication_withdraw import TAKE_BACK_TASK
from saleor_invoices.invoices.services.saleor_client import saleor_client
from saleor_invoices.invoices.services.vat_check import (
    CHECK_TASK,
    vat_check_attempt,
    vat_checks_open,
)
from saleor_invoices.saleor.publishing import invoice_delete
from saleor_invoices.stores.models import Installation

BATCH, A_FEW = 500, 20
SETUP_TASK = "saleor_invoices.invoices.tasks.store_setup"

log = logs.get(__name__)


@shared_task
def document_render(document_id: str) -> None:
    """Render a document's files, then let its publications go on."""
    document_render_attempt(document_id=document_id)


@shared_task
def publication_publish(publication_id: int) -> None:
    """Put a document's number and URL into Saleor."""
    publish(publication_id=publication_id)


@shared_task(name=MONEY_TASK)
def movement_report(movement_id: int) -> None:
    """Tell Saleor of money that came through us."""
    money_report(movement_id=movement_id)


@shared_task(autoretry_for=(Unreachable,), retry_backoff=5, retry_backoff_max=3600, max_retries=12)
def problem_report(problem_id: int) -> None:
    """Show a problem in Saleor's dashboard, or take it away there."""
    reporting.problem_report(problem_id=problem_id)


@shared_task(autoretry_for=(Unreachable,), retry_backoff=5, max_retries=3)
def problem_retry(problem_id: int) -> None:
    """Do again what a problem is about; where it fails again, the problem stands."""
    problem = Problem.objects.filter(pk=problem_id, resolved_at__isnull=True).first()
    if problem is None:
        return
    try:
        reporting.problem_retry(problem=problem)
    except AppError as error:
        if not error.permanent:
            raise
        log.warning("problem.retry_failed", problem=problem_id, code=error.code)


@shared_task
def store_setup(installation_id: int) -> None:
    """After a registration or an upgrade: first settings, and webhooks compared with ours."""
    installation = Installation.objects.filter(pk=installation_id).first()
    if installation is not None and installation.is_active:
        store_check.store_check(installation=installation)


@shared_task
def stores_check() -> None:
    """Once a day: is each store's token still alive, are its webhooks still ours?"""
    active = Installation.objects.filter(state=Installation.State.ACTIVE)
    for installation_id in active.values_list("pk", flat=True):
        background.send(SETUP_TASK, installation_id)


@shared_task(autoretry_for=(Unreachable,), retry_backoff=5, retry_backoff_max=600, max_retries=12)
def issue_run_page(run_id: int) -> None:
    """Work off one page of a bulk run."""
    issue_run.issue_run_page(run_id=run_id)


@shared_task(autoretry_for=(Unreachable,), retry_backoff=5, max_retries=3)
def refund_follow(request_id: int) -> None:
    """See what became of a refund that staff asked for."""
    rows = RefundRequest.objects.select_related("installation", "document", "order", "movement")
    request = rows.filter(pk=request_id).first()
    if request is not None and request.installation.is_active:
        request.document.installation = request.installation
        refund_advance(request=request)


@shared_task
def external_links(installation_id: int) -> None:
    """Look up whose orders imported documents name."""
    installation = Installation.objects.filter(pk=installation_id).first()
    if installation is not None and installation.is_active:
        external_links_follow(installation=installation)


@shared_task(name=ORDER_MONEY_TASK)
def order_money(order_id: int) -> None:
    """Share an order's money out among its imported invoices."""
    record = OrderRecord.objects.select_related("installation").filter(pk=order_id).first()
    if record is not None:
        order_money_again(record=record)


@shared_task(
    name=READ_TASK,
    autoretry_for=(Unreachable,),
    retry_backoff=5,
    retry_backoff_max=3600,
    max_retries=12,
)
def order_money_read(order_id: int) -> None:
    """Take in an order that an import is linked to and that no event has told of yet."""
    record = OrderRecord.objects.select_related("installation").filter(pk=order_id).first()
    if record is None or record.seen_issued_at is not None or not record.installation.is_active:
        return
    try:
        found = order_read(installation=record.installation, order_id=record.order_id)
    except (Disconnected, NotFound, Refused) as error:
        log.warning("order.not_read", order=order_id, code=error.code)
        return
    order_observe(installation=record.installation, order=found.order, issued_at=found.as_of)


@shared_task(name=FINISH_TASK)
def external_finish(trace_id: int) -> None:
    """Take away what a deleted import left in the storage and in Saleor."""
    trace = DeletedExternal.objects.select_related("installation").filter(pk=trace_id).first()
    if trace is not None:
        external_deleted_finish(trace=trace)


@shared_task(
    name=TAKE_BACK_TASK,
    autoretry_for=(Unreachable,),
    retry_backoff=5,
    retry_backoff_max=3600,
    max_retries=12,
)
def saleor_invoice_take_back(installation_id: int, invoice_id: str) -> None:
    """Delete a Saleor invoice whose document is of another order now."""
    installation = Installation.objects.filter(pk=installation_id).first()
    if installation is not None and installation.is_active:
        invoice_delete(saleor_client(installation), invoice_id=invoice_id)


@shared_task
def vat_check(document_id: str) -> None:
    """Ask VIES about the VAT id of a document's buyer."""
    vat_check_attempt(document_id=document_id)


@shared_task
def vat_checks_sweep() -> None:
    """Ask VIES again where it was not there, or where the message was lost."""
    for document_id in vat_checks_open():
        background.send(CHECK_TASK, str(document_id))


def _sweep_orders() -> None:
    for order_id in orders_unshared(limit=BATCH):
        background.send(ORDER_MONEY_TASK, order_id)
    for order_id in orders_unread(limit=A_FEW):
        background.send(READ_TASK, order_id)


@shared_task
def sweep() -> None:
    """Pick up renderings and publications that a crash or a lost message left behind."""
    now = timezone.now()
    due = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=now)
    renders = RenderJob.objects.filter(due, state="pending").values_list("pk", flat=True)
    for document_id in renders[:BATCH]:
        background.send(RENDER_TASK, str(document_id))
    publications = Publication.objects.filter(
        due,
        state="pending",
        document__installation__state=Installation.State.ACTIVE,
        document__files__isnull=False,
    ).values_list("pk", flat=True)
    for publication_id in publications.distinct()[:BATCH]:
        background.send(PUBLISH_TASK, publication_id)
    for movement_id in movement_reports_due(limit=BATCH):
        background.send(MONEY_TASK, movement_id)
    for run_id in issue_run.issue_runs_stuck():
        background.send(issue_run.RUN_TASK, run_id)
    for installation_id in external_links_due():
        background.send(LINK_TASK, installation_id)
    _sweep_orders()
    for trace_id in external_deleted_open():
        background.send(FINISH_TASK, trace_id)
    for request_id in refunds_open():
        background.send(FOLLOW_TASK, request_id)
    outdated = Installation.objects.filter(state=Installation.State.ACTIVE).exclude(
        app_version=settings.VERSION
    )
    for installation_id in outdated.values_list("pk", flat=True)[:BATCH]:
        background.send(SETUP_TASK, installation_id)
