"""What the settings say for a channel, resolved."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from saleor_invoices.domain.codes import VatCategory
from saleor_invoices.domain.document import CreditTransfer, Presentation
from saleor_invoices.domain.errors import InvalidInput
from saleor_invoices.domain.numbering import Reset
from saleor_invoices.domain.profile import (
    BuyerKind,
    CreditPolicy,
    DocumentProfile,
    IssuePolicy,
    IssueRule,
    NotifyPolicy,
    SupplyKind,
    TaxProfile,
)
from saleor_invoices.stores import parties
from saleor_invoices.stores.models import Installation, LegalEntity
from saleor_invoices.stores.profile import ChannelProfile, EInvoicing, Mailing
from saleor_invoices.stores.registry import PATTERN_KEYS, SETTINGS, Level
from saleor_invoices.stores.resolution import Resolution, resolve


def setting_resolve(*, installation: Installation, channel: str, key: str) -> tuple[Any, Level]:
    """A setting's value for a channel, and the level it comes from; a secret's is masked.

    Raises ``InvalidInput`` SETTING_UNKNOWN.
    """
    if key not in SETTINGS:
        raise InvalidInput(f"There is no setting {key!r}.", code="SETTING_UNKNOWN")
    return resolve(installation_id=installation.pk, channel=channel).look_up(key)


def channel_profile(
    *, installation: Installation, channel: str, legal_entity: str = ""
) -> ChannelProfile:
    """Everything that is set for a channel, in two queries.

    ``legal_entity`` is the key of another seller than the channel's, for one document.
    ``legal_entity`` and ``document`` of the profile raise ``CannotIssue`` LEGAL_ENTITY_MISSING
    where the channel has no seller.
    """
    found = resolve(installation_id=installation.pk, channel=channel, legal_entity=legal_entity)
    seller = found.seller
    return ChannelProfile(
        channel=channel,
        enabled=found["enabled"],
        issue_policy=IssuePolicy(found["issue_policy"]),
        issue_rules=tuple(_rule(rule) for rule in found["issue_rules"]),
        issue_not_before=_day(found["issue_not_before"]),
        credit_policy=CreditPolicy(found["credit_policy"]),
        notify_policy=NotifyPolicy(found["notify_policy"]),
        number_patterns={kind: found[key] for kind, key in PATTERN_KEYS.items()},
        number_reset=Reset(found["number_reset"]),
        template=found["template"],
        paper=found["paper"],
        accent=found["accent_color"],
        footer=tuple(found["footer"]),
        link_open_days=found["link_open_days"],
        strict_links=found["strict_links"],
        show_in_storefront=found["show_in_storefront"],
        allow_download=found["allow_download"],
        reply_to=found["reply_to"],
        mailing=_mailing(found),
        einvoicing=_einvoicing(found),
        vies_check=found["vies_check"],
        html_template=found["html_template"],
        legal_entity_or_none=seller,
        document_or_none=_document_profile(found, seller) if seller else None,
        legal_entity_key=legal_entity or found["legal_entity"],
        logo=bytes(seller.logo) if seller and seller.logo else None,
    )


def _document_profile(found: Resolution, seller: LegalEntity) -> DocumentProfile:
    return DocumentProfile(
        seller=parties.from_json(seller.seller),
        tax=_tax_profile(found, seller),
        timezone=seller.timezone,
        default_language=found["default_language"],
        second_language=found["second_language"],
        bank_accounts=_accounts(found["bank_accounts"]),
        payment_terms_days=found["payment_terms_days"],
        payment_terms=found["payment_terms"],
        vat_id_keys=tuple(found["vat_id_keys"]),
        buyer_reference_keys=tuple(found["buyer_reference_keys"]),
        purchase_order_keys=tuple(found["purchase_order_keys"]),
        notes=tuple(found["notes"]),
        supply_wording=found["supply_wording"],
        test_mode=found["test_mode"],
        accounting_currency=found["accounting_currency"],
        presentation=presentation_of(found, logo=seller.logo),
    )


def presentation_of(found: Resolution, *, logo: bytes | memoryview | None) -> Presentation:
    """How documents look by the settings."""
    return Presentation(
        template=found["template"],
        paper=found["paper"],
        accent_color=found["accent_color"],
        footer=tuple(found["footer"]),
        payment_code=found["payment_code"],
        html_sha256=_html_sha256(found),
        logo_sha256=hashlib.sha256(logo).hexdigest() if logo else "",
    )


def _html_sha256(found: Resolution) -> str:
    if found["template"] != "html":
        return ""
    return hashlib.sha256(found["html_template"].encode()).hexdigest()


def _rule(rule: dict[str, Any]) -> IssueRule:
    return IssueRule(
        policy=IssuePolicy(rule["policy"]),
        buyer=BuyerKind(rule["buyer"]) if rule["buyer"] else None,
        countries=tuple(rule["countries"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _mailing(found: Resolution) -> Mailing:
    return Mailing(
        policy=NotifyPolicy(found["mail_policy"]),
        texts=found["mail_texts"],
        attach_xml=found["mail_attach_xml"],
        reminder_days=tuple(found["reminder_days"]),
        reminder_texts=found["reminder_texts"],
    )


def _einvoicing(found: Resolution) -> EInvoicing:
    return EInvoicing(
        profile=found["einvoice_profile"],
        required=found["einvoice_required"],
        transmission=found["transmission"],
        access_point_url=found["access_point_url"],
        access_point_token=found.secret("access_point_token"),
    )


def _tax_profile(found: Resolution, seller: LegalEntity) -> TaxProfile:
    category = found["zero_rate_category"]
    classes = found["tax_class_categories"]
    return TaxProfile(
        country=seller.country,
        tax_name=found["tax_name"],
        vat_registered=found["vat_registered"],
        supply_kind=SupplyKind(found["supply_kind"]),
        zero_rate_category=VatCategory(category) if category else None,
        zero_rate_reason=found["zero_rate_reason"],
        zero_rate_code=found["zero_rate_code"],
        tax_class_categories={name: VatCategory(code) for name, code in classes.items()},
        territory=found["territory"],
    )


def _accounts(accounts: Sequence[dict[str, str]]) -> tuple[CreditTransfer, ...]:
    return tuple(CreditTransfer(**account) for account in accounts)
