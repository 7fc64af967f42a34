"""Writing invoices by hand over the API: the operations, and a form to send."""

from typing import Any

FORM = """form { legalEntity channel currency language orderId customerId customerEmail
  buyer { name tradingName person vatId electronicAddress { value scheme }
    address { street additional postalCode city subdivision country } }
  deliveryAddress { street additional postalCode city subdivision country }
  supplyDate dueDate paymentTerms buyerReference purchaseOrder pricesIncludeTax
  lines { id name description sku quantity unitCode unitPrice discountPercent discountAmount
    discountReason taxCategory taxRate exemptionReason exemptionCode orderLineId }
  allowances { id amount reason taxCategory taxRate }
  charges { id amount reason taxCategory taxRate } notes }"""
DRAFT = f"""id version updatedAt updatedBy {FORM}
  document {{ id number state total {{ amount }} orderId channel customerEmail }}"""
CREATE = f"""mutation ($input: SalesDraftInput!, $key: String! = "k") {{
  draftCreate(input: $input, idempotencyKey: $key) {{ draft {{ {DRAFT} }} }} }}"""
UPDATE = f"""mutation ($id: ID!, $version: Int!, $input: SalesDraftInput!) {{
  draftUpdate(id: $id, version: $version, input: $input) {{ draft {{ {DRAFT} }} }} }}"""
ISSUE = """mutation ($id: ID!, $version: Int) { draftIssue(id: $id, version: $version) {
  document { id number state total { amount } payable { amount } balance { amount } orderId
    paymentStatus } } }"""
DISCARD = "mutation ($id: ID!) { draftDiscard(id: $id) { discarded } }"
READ = f"query ($id: ID!) {{ salesDraft(id: $id) {{ {DRAFT} }} }}"
CHECK = """query ($id: ID!) { draftCheck(id: $id) { canBeIssued total { amount }
  findings { code place severity } } }"""
OF_ORDER = f"query ($id: ID!) {{ salesDraftOfOrder(orderId: $id) {FORM.removeprefix('form ')} }}"
PREVIEW = """query ($input: SalesDraftInput!) { salesDraftPreview(input: $input) {
  net { amount } tax { amount } total { amount } payable { amount currency } dueDate canBeIssued
  lines { id netAmount taxAmount grossAmount unitPriceNet tax { category rate } }
  vatBreakdown { tax { category rate } taxableAmount taxAmount }
  findings { code severity place message remedy } } }"""


def line(**changes: Any) -> dict[str, Any]:
    """Six hours at 95.00."""
    plain = {"name": "Planning", "quantity": "6", "unitPrice": "95.00", "taxRate": "19"}
    return {**plain, "unitCode": "HUR", **changes}


def typed(**changes: Any) -> dict[str, Any]:
    """A form that can be issued, of 570.00 and 108.30 of tax."""
    plain = {
        "currency": "EUR",
        "buyer": {
            "name": "Sample Buyer GmbH",
            "address": {
                "street": "Musterstraße 5",
                "postalCode": "20095",
                "city": "Hamburg",
                "country": "DE",
            },
        },
        "customerEmail": "buyer@example.com",
        "supplyDate": "2026-11-02",
        "lines": [line()],
    }
    return {**plain, **changes}
