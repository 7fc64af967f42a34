"""The payment part and receipt of a Swiss QR-bill: headings as SIX prescribes them, and values.

Swiss Implementation Guidelines QR-bill 2.3, annex D: German, French, Italian and English are the
only languages that it may have.
"""

from dataclasses import dataclass

from saleor_invoices.documents.labels import labels_for
from saleor_invoices.documents.swiss import (
    BillParty,
    SwissBill,
    written_iban,
    written_reference,
)
from saleor_invoices.documents.view.model import SlipView
from saleor_invoices.domain.document import Document

_HOME = ("CH", "LI")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Headings:
    payment_part: str
    receipt: str
    account: str
    reference: str
    additional: str
    payable_by: str
    payable_by_hand: str
    currency: str
    amount: str
    acceptance_point: str


_HEADINGS = {
    "de": _Headings(
        payment_part="Zahlteil",
        receipt="Empfangsschein",
        account="Konto / Zahlbar an",
        reference="Referenz",
        additional="Zusätzliche Informationen",
        payable_by="Zahlbar durch",
        payable_by_hand="Zahlbar durch (Name/Adresse)",
        currency="Währung",
        amount="Betrag",
        acceptance_point="Annahmestelle",
    ),
    "fr": _Headings(
        payment_part="Section paiement",
        receipt="Récépissé",
        account="Compte / Payable à",
        reference="Référence",
        additional="Informations supplémentaires",
        payable_by="Payable par",
        payable_by_hand="Payable par (nom/adresse)",
        currency="Monnaie",
        amount="Montant",
        acceptance_point="Point de dépôt",
    ),
    "it": _Headings(
        payment_part="Sezione pagamento",
        receipt="Ricevuta",
        account="Conto / Pagabile a",
        reference="Riferimento",
        additional="Informazioni supplementari",
        payable_by="Pagabile da",
        payable_by_hand="Pagabile da (nome/indirizzo)",
        currency="Valuta",
        amount="Importo",
        acceptance_point="Punto di accettazione",
    ),
    "en": _Headings(
        payment_part="Payment part",
        receipt="Receipt",
        account="Account / Payable to",
        reference="Reference",
        additional="Additional information",
        payable_by="Payable by",
        payable_by_hand="Payable by (name/address)",
        currency="Currency",
        amount="Amount",
        acceptance_point="Acceptance point",
    ),
}


def slip_view(document: Document, bill: SwissBill) -> SlipView:
    """The slip in the document's language, else in its second one, else in English."""
    language = _language(document)
    words = _HEADINGS[language]
    amount = f"{bill.amount:,.2f}".replace(",", "\u00a0")
    alt = labels_for(language).qr_alt
    return SlipView(
        language=language,
        payment_part=words.payment_part,
        receipt=words.receipt,
        account=words.account,
        reference=words.reference,
        additional=words.additional,
        payable_by=words.payable_by if bill.debtor else words.payable_by_hand,
        currency=words.currency,
        amount=words.amount,
        acceptance_point=words.acceptance_point,
        creditor=(written_iban(bill.iban), *_lines(bill.creditor)),
        debtor=_lines(bill.debtor) if bill.debtor else (),
        reference_value=written_reference(bill),
        message=bill.message,
        currency_value=bill.currency,
        amount_value=amount,
        qr_alt=alt.format(amount=f"{bill.currency} {amount}", name=bill.creditor.name),
    )


def _language(document: Document) -> str:
    wanted = (document.language, document.second_language)
    spoken = (one.replace("_", "-").split("-")[0].lower() for one in wanted)
    return next((one for one in spoken if one in _HEADINGS), "en")


def _lines(party: BillParty) -> tuple[str, ...]:
    place = f"{party.postal_code} {party.town}"
    if party.country not in _HOME:
        place = f"{party.country}-{place}"
    return tuple(line for line in (party.name, party.street, place) if line)
