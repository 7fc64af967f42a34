"""What the settings say for one channel, resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import CannotIssue
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.domain.profile import (
    CreditPolicy,
    DocumentProfile,
    IssuePolicy,
    IssueRule,
    NotifyPolicy,
)
from saleor_invoices.stores.models import LegalEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """How documents reach the customer by mail."""

    policy: NotifyPolicy = NotifyPolicy.NEVER
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by language
    attach_xml: bool = False
    reminder_days: tuple[int, ...] = ()  # after the due date; negative: before it
    reminder_texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoicing:
    """Which e-invoice a document becomes, and how it goes out."""

    profile: str = "auto"  # registry.EINVOICE_PROFILES
    required: bool = False
    transmission: str = "none"  # "email" or "access_point"
    access_point_url: str = ""
    access_point_token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelProfile:
    """Everything that the app does for a channel follows this.

    A channel without a legal entity has a profile all the same, so that it can be switched off;
    asking it for ``legal_entity`` or ``document`` raises ``CannotIssue``.
    """

    channel: str  # slug
    enabled: bool
    issue_policy: IssuePolicy
    issue_rules: tuple[IssueRule, ...]
    issue_not_before: date | None
    credit_policy: CreditPolicy
    notify_policy: NotifyPolicy
    number_patterns: Mapping[DocumentKind, str]
    number_reset: Reset
    template: str  # name of the layout
    paper: str  # "a4" or "letter"
    accent: str  # #rrggbb
    footer: tuple[str, ...]
    link_open_days: int
    strict_links: bool
    show_in_storefront: bool
    allow_download: bool
    reply_to: str  # e-mail address or empty
    mailing: Mailing
    einvoicing: EInvoicing
    vies_check: bool
    html_template: str  # of the template "html"
    legal_entity_or_none: LegalEntity | None
    document_or_none: DocumentProfile | None
    legal_entity_key: str  # what the settings name, also where it does not exist
    logo: bytes | None = field(default=None, repr=False)  # PNG or JPEG; None: the name in type

    @property
    def legal_entity(self) -> LegalEntity:
        """The seller; raises ``CannotIssue`` LEGAL_ENTITY_MISSING."""
        if self.legal_entity_or_none is None:
            raise self._without_seller()
        return self.legal_entity_or_none

    @property
    def document(self) -> DocumentProfile:
        """What an order needs to become a document; raises ``CannotIssue`` as above."""
        if self.document_or_none is None:
            raise self._without_seller()
        return self.document_or_none

    def _without_seller(self) -> CannotIssue:
        named = f" ({self.legal_entity_key!r} does not exist)" if self.legal_entity_key else ""
        return CannotIssue(
            f"Channel {self.channel} has no legal entity{named}.",
            code="LEGAL_ENTITY_MISSING",
            params={
                "channel": self.channel,
                "legal_entity": self.legal_entity_key,
                "remedy": "Add the seller's legal entity and name it for this channel.",
            },
        )
