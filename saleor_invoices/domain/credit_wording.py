"""What a credit note says by itself, in the languages that documents speak; frozen with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.numbers import format_percent


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditWording:
    """One language's words; ``{}`` parts are named in each."""

    language: str
    part_of_rate: str  # BT-153 of a line that takes back a part of one VAT rate: {number} {rate}
    refunded: str  # BT-22 and the reason on the page
    cancelled: str
    corrected: str
    voided: str
    order: str  # {number}: of a collective invoice's line

    def percent(self, rate: Decimal) -> str:
        """A rate given in percent, as the language writes it."""
        # The language's own spaces and signs, with as many decimals as the rate has: 8.875 %.
        pattern = Locale.parse(self.language).percent_formats[None].pattern
        exact = pattern.replace("0", "0.####", 1)
        return format_percent(rate / 100, format=exact, locale=self.language)


def credit_wording(language: str) -> CreditWording:
    """The words in the language (BCP 47), or in English where there are none."""
    return _WORDS.get(language.lower().split("-")[0], _WORDS["en"])


def _words(language: str, *texts: str) -> CreditWording:
    part_of_rate, refunded, cancelled, corrected, voided, order = texts
    return CreditWording(
        language=language,
        part_of_rate=part_of_rate,
        refunded=refunded,
        cancelled=cancelled,
        corrected=corrected,
        voided=voided,
        order=order,
    )


_ALL = (
    _words(
        "en",
        "Credit to invoice {number}, tax rate {rate}",
        "Refund",
        "Order cancelled",
        "Replaced by a corrected invoice",
        "Invoice voided",
        "Order {number}",
    ),
    _words(
        "de",
        "Korrektur der Rechnung {number}, Steuersatz {rate}",
        "Erstattung",
        "Bestellung storniert",
        "Ersetzt durch eine berichtigte Rechnung",
        "Rechnung storniert",
        "Bestellung {number}",
    ),
    _words(
        "fr",
        "Avoir sur la facture {number}, taux de {rate}",
        "Remboursement",
        "Commande annulée",
        "Remplacée par une facture rectifiée",
        "Facture annulée",
        "Commande {number}",
    ),
    _words(
        "pl",
        "Korekta faktury {number}, stawka {rate}",
        "Zwrot płatności",
        "Zamówienie anulowane",
        "Zastąpiona poprawioną fakturą",
        "Faktura anulowana",
        "Zamówienie {number}",
    ),
    _words(
        "es",
        "Abono de la factura {number}, tipo {rate}",
        "Reembolso",
        "Pedido cancelado",
        "Sustituida por una factura corregida",
        "Factura anulada",
        "Pedido {number}",
    ),
    _words(
        "it",
        "Accredito sulla fattura {number}, aliquota {rate}",
        "Rimborso",
        "Ordine annullato",
        "Sostituita da una fattura corretta",
        "Fattura annullata",
        "Ordine {number}",
    ),
    _words(
        "nl",
        "Credit op factuur {number}, tarief {rate}",
        "Terugbetaling",
        "Bestelling geannuleerd",
        "Vervangen door een gecorrigeerde factuur",
        "Factuur geannuleerd",
        "Bestelling {number}",
    ),
    _words(
        "ja",
        "請求書{number}の返還分（税率{rate}）",
        "返金",
        "注文のキャンセル",
        "訂正した請求書に差し替え",
        "請求書の取消し",
        "注文{number}",
    ),
    _words(
        "zh",
        "发票{number}的冲减（税率{rate}）",
        "退款",
        "订单已取消",
        "由更正后的发票取代",
        "发票作废",
        "订单{number}",
    ),
    _words(
        "ar",
        "رصيد دائن للفاتورة {number}، نسبة الضريبة {rate}",
        "استرداد المبلغ",
        "تم إلغاء الطلب",
        "استُبدلت بفاتورة مصحّحة",
        "تم إلغاء الفاتورة",
        "الطلب {number}",
    ),
    _words(
        "he",
        "זיכוי לחשבונית {number}, שיעור מס {rate}",
        "החזר כספי",
        "ההזמנה בוטלה",
        "הוחלפה בחשבונית מתוקנת",
        "החשבונית בוטלה",
        "הזמנה {number}",
    ),
)
_WORDS: Mapping[str, CreditWording] = {words.language: words for words in _ALL}
