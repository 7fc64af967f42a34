"""What a refund or a cancellation takes back of each invoice of an order."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from saleor_invoices.domain.credit import CreditLine, CreditRequest, credit_worth
from saleor_invoices.domain.credit_wording import credit_wording
from saleor_invoices.domain.money import ZERO, from_minor, to_minor
from saleor_invoices.domain.shares import filled
from saleor_invoices.invoices.models import SalesDocument
from saleor_invoices.invoices.services.credit_content import Content
from saleor_invoices.invoices.services.credit_share import Share
from saleor_invoices.invoices.services.document_issue import decoded

Requests = Iterator[tuple[SalesDocument, CreditRequest | None]]
Parts = tuple[tuple[CreditLine, ...], tuple[str, ...]]


def cancel_request(*, share: Share, reason: str) -> CreditRequest | None:
    """All that is left of the invoice; of a collective one, what is left of the order's share."""
    if share.is_whole:
        return None if share.rest.is_empty else CreditRequest(everything=True, reason=reason)
    if share.left <= 0:
        return None
    content = Content(lines={line.source_id: line.quantity for line in share.lines}, shipping=True)
    lines, charges = _parts(share, content, dict(content.lines))
    return CreditRequest(
        lines=lines, charges=charges, amount=share.left, rates=share.rates(), reason=reason
    )


def refund_requests(
    *,
    shares: Sequence[Share],
    content: Content | None,
    left: Decimal,
    credited: Sequence[SalesDocument],
    is_covered: bool,
) -> Requests:
    """What to credit on each invoice, None for nothing, when ``left`` of a refund needs it.

    ``content`` is what it was for, if that is known, and ``credited`` what was credited for it on
    other invoices already. What it was for may wait for its own invoice (``is_covered``).
    """
    if content is not None and left > 0:
        asked = _asked(shares, content, credited)
        if any(lines or charges for lines, charges in asked):
            yield from _by_parts(shares, content, left, asked)
            return
        has_it = [bool(share.rates(content)) for share in shares]
        if not any(has_it) and not is_covered and not credited:
            left = ZERO
        # What it was for has been credited: the money is taken from its rates.
        shares = [share for share, has in zip(shares, has_it, strict=True) if has] + [
            share for share, has in zip(shares, has_it, strict=True) if not has
        ]
    for share in shares:
        amount = min(left, share.left)
        yield share.invoice, _plain(share, content, amount, left) if amount > 0 else None
        left -= max(amount, ZERO)


def _plain(share: Share, content: Content | None, amount: Decimal, left: Decimal) -> CreditRequest:
    """An amount without lines."""
    reason = (content.reason if content else "") or credit_wording(share.invoice.language).refunded
    if content is None and share.is_whole and _is_all(share, amount, left):
        return CreditRequest(everything=True, reason=reason, refunded=left)
    rates = share.rates(content) if content else {} if share.is_whole else share.rates()
    return CreditRequest(amount=amount, rates=rates, reason=reason, refunded=amount)


def _is_all(share: Share, amount: Decimal, left: Decimal) -> bool:
    """Whether nothing stays; a rounding amount (BT-114) is part of what was paid."""
    due = from_minor(share.collectable_minor, share.invoice.currency)
    has_cards = any(one.kind == "gift_card" for one in share.content.prepayments)
    return amount == share.rest.gross or (not share.notes and not has_cards and left >= due)


def _asked(
    shares: Sequence[Share], content: Content, credited: Sequence[SalesDocument]
) -> list[Parts]:
    """The lines and charges of each invoice that the refund was for, the oldest invoice first."""
    wanted = dict(content.lines)
    for line in (line for row in credited for line in decoded(row).lines):
        if line.source_id in wanted and line.preceding_id:
            wanted[line.source_id] -= line.quantity
    return [_parts(share, content, wanted) for share in shares]


def _parts(share: Share, content: Content, wanted: dict[str, Decimal]) -> Parts:
    quantities = {one.line.id: one.quantity for one in share.rest.lines}
    open_charges = {one.charge.id for one in share.rest.charges}
    lines = []
    for line in share.lines:
        quantity = min(wanted.get(line.source_id, ZERO), quantities.get(line.id, ZERO))
        if quantity > 0:
            wanted[line.source_id] -= quantity
            lines.append(CreditLine(line_id=line.id, quantity=quantity))
    charges = [one.id for one in share.charges if content.shipping and one.id in open_charges]
    return tuple(lines), tuple(charges)


def _by_parts(
    shares: Sequence[Share], content: Content, left: Decimal, asked: list[Parts]
) -> Requests:
    """Each invoice bears what its lines are worth; what is less or more goes by that as well."""
    currency = shares[0].invoice.currency
    caps, worth = [], []
    for share, (lines, charges) in zip(shares, asked, strict=True):
        cap = to_minor(share.left, currency) if lines or charges else 0
        own = credit_worth(share.content, share.earlier, lines=lines, charges=charges)
        caps.append(cap)
        worth.append(Fraction(min(to_minor(own, currency), cap)))
    amounts = filled(worth, caps, min(to_minor(left, currency), sum(caps)))
    for share, (lines, charges), minor in zip(shares, asked, amounts, strict=True):
        amount = from_minor(minor, currency)
        reason = content.reason or credit_wording(share.invoice.language).refunded
        request = CreditRequest(
            lines=lines,
            charges=charges,
            amount=amount,
            rates=share.rates(content),
            reason=reason,
            refunded=amount,
        )
        yield share.invoice, request if minor else None
