"""Saleor's six invoice mutations, with its refusals. All need MANAGE_ORDERS."""

import graphene
from graphql import GraphQLError

from saleor_sandbox.events import fire, listening
from saleor_sandbox.happenings import RefusedError, note
from saleor_sandbox.model import now
from saleor_sandbox.orders import invoice_add, invoice_check

from .base import MetadataInput, listed, require
from .order_types import Invoice, Order
from .payloads import as_dict, error_type, mutation, sought

InvoiceError = error_type(
    "InvoiceError",
    "REQUIRED NOT_READY URL_NOT_SET EMAIL_NOT_SET NUMBER_NOT_SET NOT_FOUND INVALID_STATUS "
    "NO_INVOICE_PLUGIN",
)


class InvoiceCreateInput(graphene.InputObjectType):
    number = graphene.String(required=True)
    url = graphene.String(required=True)
    metadata = listed(MetadataInput)
    private_metadata = listed(MetadataInput)


class UpdateInvoiceInput(graphene.InputObjectType):
    number = graphene.String()
    url = graphene.String()
    metadata = listed(MetadataInput)
    private_metadata = listed(MetadataInput)


def fits_columns(number, url):
    # Saleor checks neither: a longer value is an error of its database.
    if len(number or "") > 255 or len(url or "") > 2048:
        raise GraphQLError("Internal Server Error", extensions={"exception": {"code": "DataError"}})


def invoice_request(info, order_id, number=None):
    require(info, "MANAGE_ORDERS")
    state, order = info.context.state, sought(info, order_id, "Order", field="orderId")
    invoice_check(order)
    builtin = state.config.get("builtin_invoicing") and state.settings.version < (3, 21, 0)
    if not builtin and not listening(state, "INVOICE_REQUESTED"):
        raise RefusedError("No app listens to invoice requests.", "NO_INVOICE_PLUGIN")
    invoice = invoice_add(order, number, None, "PENDING")
    if builtin:
        invoice.number = number or f"{order.number}/BUILTIN"
        invoice.file_url = f"{state.settings.public_url}/media/invoices/{invoice.pk}.pdf"
        invoice.status = "SUCCESS"
    principal = info.context.principal
    note(order, "INVOICE_REQUESTED", principal, invoice_number=number)
    fire(state, "INVOICE_REQUESTED", principal=principal, invoice=invoice, order=order)
    # The webhook plugin hands no invoice back, so Saleor answers null from 3.21 on.
    return {"order": order, "invoice": invoice if builtin else None}


def invoice_create(info, order_id, input):  # noqa: A002 - Saleor's argument name
    require(info, "MANAGE_ORDERS")
    order = sought(info, order_id, "Order", field="orderId")
    invoice_check(order)
    for name in ("number", "url"):
        if not input[name]:
            raise RefusedError(f"{name} cannot be empty.", "REQUIRED", name)
    fits_columns(input["number"], input["url"])
    invoice = invoice_add(order, input["number"], input["url"], "SUCCESS")
    write_metadata(invoice, input)
    note(order, "INVOICE_GENERATED", info.context.principal, invoice_number=invoice.number)
    return {"invoice": invoice}


def write_metadata(invoice, given):
    invoice.meta |= as_dict(given.get("metadata"))
    invoice.private_meta |= as_dict(given.get("private_metadata"))


def invoice_update(info, id, input):  # noqa: A002
    require(info, "MANAGE_ORDERS")
    invoice = sought(info, id, "Invoice")
    number, url = input.get("number") or invoice.number, input.get("url") or invoice.url
    if not number:
        raise RefusedError(
            "After the update the invoice would lack a number.", "NUMBER_NOT_SET", "invoice"
        )
    if not url:
        raise RefusedError(
            "After the update the invoice would lack a URL.", "URL_NOT_SET", "invoice"
        )
    fits_columns(number, url)
    invoice.number = number
    invoice.external_url = input.get("url") or invoice.external_url
    invoice.status, invoice.updated_at = "SUCCESS", now()
    write_metadata(invoice, input)
    note(invoice.order, "INVOICE_UPDATED", info.context.principal, invoice_number=number)
    return {"invoice": invoice}


def invoice_delete(info, id):  # noqa: A002
    """A hard delete; no event tells of it."""
    require(info, "MANAGE_ORDERS")
    invoice = sought(info, id, "Invoice")
    invoice.order.invoices.remove(invoice)
    return {"invoice": invoice}


def invoice_request_delete(info, id):  # noqa: A002
    require(info, "MANAGE_ORDERS")
    invoice = sought(info, id, "Invoice")
    invoice.status, invoice.updated_at = "PENDING", now()
    fire(
        info.context.state,
        "INVOICE_DELETED",
        principal=info.context.principal,
        invoice=invoice,
        order=invoice.order,
    )
    return {"invoice": invoice}


def invoice_send_notification(info, id):  # noqa: A002
    require(info, "MANAGE_ORDERS")
    invoice = sought(info, id, "Invoice")
    order = invoice.order
    checks = (
        (invoice.status == "SUCCESS", "INVALID_STATUS", "The invoice is not ready to be sent."),
        (invoice.url, "URL_NOT_SET", "The invoice has no URL."),
        (invoice.number, "NUMBER_NOT_SET", "The invoice has no number."),
        (order.user_email, "EMAIL_NOT_SET", "The order has no e-mail address."),
    )
    for passed, code, message in checks:
        if not passed:
            raise RefusedError(message, code, "invoice")
    principal = info.context.principal
    note(order, "INVOICE_SENT", principal, invoice_number=invoice.number)
    fire(info.context.state, "INVOICE_SENT", principal=principal, invoice=invoice, order=order)
    return {"invoice": invoice}


ID = {"id": graphene.ID(required=True)}
ORDER_ID = {"order_id": graphene.ID(required=True)}


def field(name, resolver, arguments, **outputs):
    return mutation(
        name,
        InvoiceError,
        resolver,
        arguments,
        legacy="invoice_errors",
        invoice=graphene.Field(Invoice),
        **outputs,
    )


class InvoiceMutations(graphene.ObjectType):
    invoice_request = field(
        "InvoiceRequest",
        invoice_request,
        {"number": graphene.String(), **ORDER_ID},
        order=graphene.Field(Order),
    )
    invoice_create = field(
        "InvoiceCreate", invoice_create, {"input": InvoiceCreateInput(required=True), **ORDER_ID}
    )
    invoice_update = field(
        "InvoiceUpdate", invoice_update, {"input": UpdateInvoiceInput(required=True), **ID}
    )
    invoice_delete = field("InvoiceDelete", invoice_delete, ID)
    invoice_request_delete = field("InvoiceRequestDelete", invoice_request_delete, ID)
    invoice_send_notification = field("InvoiceSendNotification", invoice_send_notification, ID)
