"""What is noticed while an order becomes a document, with what the merchant can do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from saleor_invoices.domain.errors import CannotIssue

_PLACES = {
    "BILLING_ADDRESS_MISSING": "order:billing_address",
    "BUYER_NAME_MISSING": "order:billing_address",
    "BUYER_VAT_ID_INVALID": "order:metadata.vat_id",
    "BUYER_VAT_ID_MISSING": "order:metadata.vat_id",
    "CHANNEL_DISABLED": "settings:enabled",
    "DELIVERY_COUNTRY_MISSING": "order:shipping_address",
    "EXEMPTION_REASON_MISSING": "settings:zero_rate_reason",
    "LEGAL_ENTITY_MISSING": "settings:legal_entity",
    "LINE_QUANTITY_INVALID": "order:lines",
    "ORDER_EMPTY": "order:lines",
    "ORDER_NOT_CONFIRMED": "order",
    "OUTSIDE_SCOPE_MIXED": "order:lines",
    "SELLER_INCOMPLETE": "seller:address",
    "SELLER_INVALID": "seller:name",
    "SELLER_TAX_ID_MISSING": "seller:vat_id",
    "SELLER_VAT_ID_MISSING": "seller:vat_id",
    "SUPPLY_DATE_UNKNOWN": "order:fulfillments",
    "TAX_DIFFERS_FROM_RATE": "order:lines",
    "TAX_RATE_INVALID": "order:lines",
    "TAX_RATE_MISSING": "order:lines",
    "TOTALS_DIFFER": "order",
    "TOTALS_INCONSISTENT": "order",
    "UNKNOWN_CURRENCY": "order",
    "ZERO_RATE_UNEXPLAINED": "settings:zero_rate_category",
}
"""Where the merchant mends what a code names, unless the finding itself says it."""


class Severity(StrEnum):
    """``BLOCKING`` stops the issue; ``WARNING`` is shown and the issue goes on."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing noticed. ``code`` is stable; the texts are English and for the merchant."""

    code: str
    severity: Severity
    message: str
    remedy: str
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        """The rule it breaks: of EN 16931, Peppol, XRechnung, or our own code."""
        return self.params.get("rule", self.code)

    @property
    def place(self) -> str:
        """Where to mend it: ``settings:<key>``, ``seller:<field>``, ``order:<part>``, or empty."""
        return self.params.get("place") or _PLACES.get(self.code, "")

    @property
    def is_blocking(self) -> bool:
        """Whether nothing may be issued while this holds."""
        return self.severity is Severity.BLOCKING


def blocking(code: str, message: str, *, remedy: str, **params: object) -> Finding:
    """A finding that stops the issue."""
    return _finding(code, Severity.BLOCKING, message, remedy, params)


def warning(code: str, message: str, *, remedy: str, **params: object) -> Finding:
    """A finding that is shown only."""
    return _finding(code, Severity.WARNING, message, remedy, params)


def refuse_blocking(findings: Iterable[Finding]) -> None:
    """Raise ``CannotIssue`` with the first blocking finding's code, naming every blocking one."""
    stopping = [finding for finding in findings if finding.is_blocking]
    if not stopping:
        return
    raise CannotIssue(
        " ".join(finding.message for finding in stopping),
        code=stopping[0].code,
        params={
            **stopping[0].params,
            "remedy": stopping[0].remedy,
            "findings": [finding.code for finding in stopping],
        },
    )


def finding_json(finding: Finding) -> dict[str, str]:
    """A finding as JSON to keep."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "place": finding.place,
    }


def _finding(
    code: str, severity: Severity, message: str, remedy: str, params: Mapping[str, object]
) -> Finding:
    texts = {name: str(value) for name, value in params.items()}
    return Finding(code=code, severity=severity, message=message, remedy=remedy, params=texts)
