"""Saleor is asked to tell the customer once, and rather not at all than twice."""

import pytest

from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.invoices.models import Problem, Publication
from saleor_invoices.invoices.services.document_render import document_render_attempt
from saleor_invoices.invoices.services.problem_report import problem_retry
from saleor_invoices.invoices.services.publication_publish import publication_publish
from saleor_invoices.invoices.services.publication_request import publication_request
from saleor_invoices.saleor import publishing
from saleor_invoices.stores.models import Installation, LegalEntity
from tests.invoices.conftest import Configure
from tests.invoices.orders import issue, paid
from tests.invoices.publications import again, attempt, events
from tests.invoices.shop import Shop, refused, throttled

pytestmark = pytest.mark.django_db


class TestOnIssue:
    """By the policy "on issue"."""

    @pytest.fixture(autouse=True)
    def _on_issue(self, configure: Configure) -> None:
        configure(notify_policy=NotifyPolicy.ON_ISSUE.value)

    def test_the_customer_is_told_once(self, own: Publication, shop: Shop) -> None:
        attempt(own)
        assert shop.mutations() == ["invoiceCreate", "invoiceSendNotification"]
        assert shop.notified == ["own-1"]
        assert own.notified_at is not None
        assert events(own) == ["published", "notified"]

    def test_a_second_request_does_not_tell_again(self, requested: Publication, shop: Shop) -> None:
        attempt(requested)
        second = shop.request_invoice("o", "asked-again")
        publication = publication_request(
            document=requested.document, saleor_invoice_id=second, notify=True
        )
        attempt(publication)
        assert publication.state == "done"
        assert shop.notified == ["asked"]

    def test_a_customer_without_an_address_is_not_told(
        self, store: Installation, seller: LegalEntity, shop: Shop
    ) -> None:
        shop.orders["o"] = {"id": "o"}
        document = issue(store, paid("o", email="", customer=None))
        document_render_attempt(document_id=document.pk)
        publication = document.publications.get()
        attempt(publication)
        assert publication.state == "done"
        assert shop.notified == []

    def test_a_pause_that_saleor_asks_for_delays_the_mail(
        self, own: Publication, shop: Shop
    ) -> None:
        shop.faults["invoiceSendNotification"] = [throttled(5)]
        attempt(own)
        assert (own.state, own.notified_at) == ("pending", None)
        again(own)
        assert own.state == "done"
        assert shop.notified == ["own-1"]
        assert shop.mutations().count("invoiceCreate") == 1

    def test_where_the_answer_was_lost_it_is_not_asked_again(
        self, own: Publication, shop: Shop
    ) -> None:
        shop.lost_answers.add("invoiceSendNotification")
        attempt(own)
        assert own.state == "done"
        assert shop.notified == ["own-1"]
        assert events(own) == ["published", "notification_uncertain"]

    def test_a_worker_that_died_while_telling_does_not_tell_again(
        self, own: Publication, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def killed(*_client: object, **_said: object) -> None:
            raise SystemExit

        with monkeypatch.context() as patch:
            patch.setattr(publishing, "invoice_send_notification", killed)
            with pytest.raises(SystemExit):
                publication_publish(publication_id=own.pk)
        again(own)
        assert own.state == "done"
        assert shop.notified == []

    def test_a_refusal_is_a_problem_and_after_the_repair_the_customer_is_told(
        self, own: Publication, shop: Shop
    ) -> None:
        name = "invoiceSendNotification"
        shop.faults[name] = [refused(name, "EMAIL_NOT_SET")]
        attempt(own)
        assert (own.state, own.notified_at) == ("failed", None)
        problem = Problem.objects.get()
        assert problem.code == "PUBLISH_REFUSED"

        problem_retry(problem=problem)
        attempt(own)
        assert own.state == "done"
        assert shop.notified == ["own-1"]
        assert len(shop.invoices) == 1
