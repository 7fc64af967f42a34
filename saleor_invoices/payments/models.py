"""What customers pay: written down before a provider hears of it.

The ledger knows nothing of a payment until its money is there. Amounts are in the currency's
smallest unit.
"""

import uuid
from typing import ClassVar

from django.db import models

from saleor_invoices.invoices.models import OrderRecord, SalesDocument
from saleor_invoices.stores.crypto import EncryptedTextField
from saleor_invoices.stores.models import Installation, LegalEntity


class PaymentProvider(models.TextChoices):
    """By whom customers pay."""

    STRIPE = "stripe"  # by the shop's own keys
    SALEOR_APP = "saleor_app"  # by the payment app of its Saleor


class CustomerPayment(models.Model):
    """One payment of a customer, for one invoice or several of one seller and currency.

    ``payer`` is "customer:<Saleor's id>" or "link:<document>"; ``key`` is the browser's, unique
    for the payer, so that asking twice is once. Our id makes the provider's idempotency key.
    """

    class State(models.TextChoices):
        NEW = "new"  # the provider may know of it, and its answer was not kept
        OPEN = "open"
        PROCESSING = "processing"
        SUCCEEDED = "succeeded"  # and in the ledger
        FAILED = "failed"
        CANCELED = "canceled"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="customer_payments"
    )
    legal_entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, related_name="customer_payments"
    )
    provider = models.CharField(max_length=20, choices=PaymentProvider)
    payer = models.CharField(max_length=260)
    key = models.CharField(max_length=200)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=12, choices=State, default=State.NEW)
    provider_id = models.CharField(max_length=200, default="", blank=True)  # PaymentIntent's
    is_test = models.BooleanField(default=False)
    save_method = models.BooleanField(default=False)
    saved_method = models.CharField(max_length=200, default="", blank=True)
    failure_code = models.CharField(max_length=80, default="", blank=True)
    failure_message = models.CharField(max_length=500, default="", blank=True)
    app_session = models.JSONField(default=dict, blank=True)  # what the Saleor app answered
    checked_at = models.DateTimeField(null=True, blank=True)  # when the provider was asked last
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "payer", "key"], name="customer_payment_once"
            ),
            models.UniqueConstraint(
                fields=["installation", "provider", "provider_id"],
                name="customer_payment_provider_once",
                condition=~models.Q(provider_id=""),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["created_at"],
                name="customer_payment_unsettled",
                condition=models.Q(state__in=["new", "open", "processing"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} {self.currency} ({self.state})"

    @property
    def is_final(self) -> bool:
        """Whether nothing will become of it any more."""
        return self.state in (self.State.SUCCEEDED, self.State.FAILED, self.State.CANCELED)


class PaymentPart(models.Model):
    """What of a payment is for a document; ``order`` is where Saleor is told of it, if anywhere."""

    payment = models.ForeignKey(CustomerPayment, on_delete=models.PROTECT, related_name="parts")
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="payment_parts"
    )
    order = models.ForeignKey(
        OrderRecord, on_delete=models.PROTECT, null=True, blank=True, related_name="payment_parts"
    )
    amount_minor = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["document"], name="payment_part_document")]

    def __str__(self) -> str:
        return f"{self.amount_minor} to {self.document_id}"


class ProviderRefundRequest(models.Model):
    """A refund that staff asked of the provider; ``key`` is unique, so that asking is once."""

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    payment = models.ForeignKey(
        CustomerPayment, on_delete=models.PROTECT, related_name="refund_requests"
    )
    document = models.ForeignKey(
        SalesDocument, on_delete=models.PROTECT, related_name="provider_refunds"
    )
    order = models.ForeignKey(
        OrderRecord, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    key = models.CharField(max_length=200)
    amount_minor = models.BigIntegerField()
    reason = models.CharField(max_length=300, default="", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    provider_id = models.CharField(max_length=200, default="", blank=True)
    message = models.CharField(max_length=2000, default="", blank=True)
    requested_by = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["payment", "key"], name="provider_refund_once"),
        ]

    def __str__(self) -> str:
        return f"{self.amount_minor} of {self.payment_id} ({self.state})"


class ProviderEndpoint(models.Model):
    """Where a provider tells us of one set of keys; its id is a part of the address.

    ``legal_entity`` null: of the app's own keys. ``key_hash`` tells keys that were changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="provider_endpoints"
    )
    legal_entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    key_hash = models.CharField(max_length=64)
    provider_id = models.CharField(max_length=200, default="", blank=True)
    secret = EncryptedTextField(default="", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)  # other keys took its place

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "key_hash"], name="provider_endpoint_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ProviderCustomer(models.Model):
    """A customer's id at the provider, where methods are kept; one for each account."""

    installation = models.ForeignKey(
        Installation, on_delete=models.PROTECT, related_name="provider_customers"
    )
    account = models.CharField(max_length=200)  # the provider's id of the shop
    customer_id = models.CharField(max_length=200)  # Saleor's
    provider_id = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["installation", "account", "customer_id"], name="provider_customer_once"
            ),
        ]

    def __str__(self) -> str:
        return self.provider_id


class PaymentAddress(models.Model):
    """Where an invoice is paid outside: wins over every provider of ours. https only."""

    document = models.OneToOneField(
        SalesDocument, on_delete=models.PROTECT, related_name="payment_address", primary_key=True
    )
    url = models.CharField(max_length=2000)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"address of {self.document_id}"
