import type { Translated } from "../../catalogue";
import type { importFindings as english } from "../en/importFindings";

export const importFindings: Translated<typeof english> = {
  "imports.finding.DATE_INVALID": "„{value}“ ist kein Datum.",
  "imports.right.DATE_INVALID":
    "Ein Datum wie 2026-11-02; oder wählen Sie „{dateOrder}“ unter „{reading}“, wenn Tag und Monat vertauscht sind.",
  "imports.finding.AMBIGUOUS_DATE": "Ein Datum kann zweierlei heißen: Tag oder Monat zuerst.",
  "imports.right.AMBIGUOUS_DATE": "Wählen Sie „{dateOrder}“ unter „{reading}“.",
  "imports.finding.AMOUNT_INVALID": "„{value}“ ist kein Betrag.",
  "imports.right.AMOUNT_INVALID":
    "Eine Zahl wie 1234,50; siehe auch „{decimalSign}“ unter „{reading}“.",
  "imports.finding.AMBIGUOUS_AMOUNT":
    "Ein Betrag kann zweierlei heißen: mit Nachkommastellen oder mit Tausendern.",
  "imports.right.AMBIGUOUS_AMOUNT": "Wählen Sie „{decimalSign}“ unter „{reading}“.",
  "imports.finding.NUMBER_MISSING": "Der Beleg hat keine Nummer.",
  "imports.right.NUMBER_MISSING": "Die Nummer, unter der er ausgestellt wurde.",
  "imports.finding.ISSUE_DATE_MISSING": "Der Beleg hat kein Rechnungsdatum.",
  "imports.right.ISSUE_DATE_MISSING": "Der Tag, an dem er ausgestellt wurde.",
  "imports.finding.DATE_IMPLAUSIBLE": "Am {value} wurde nichts ausgestellt.",
  "imports.right.DATE_IMPLAUSIBLE": "Ein Datum von 1970 bis 2199.",
  "imports.finding.DUE_BEFORE_ISSUE": "Er ist am {value} fällig, vor dem Rechnungsdatum.",
  "imports.right.DUE_BEFORE_ISSUE": "Eine Fälligkeit, die nicht vor dem Rechnungsdatum liegt.",
  "imports.finding.BUYER_NAME_MISSING": "Der Name des Käufers fehlt.",
  "imports.right.BUYER_NAME_MISSING":
    "Name oder Firma des Käufers; für einen unbekannten etwa „Barverkauf“.",
  "imports.finding.COUNTRY_UNKNOWN": "„{value}“ ist kein Land.",
  "imports.right.COUNTRY_UNKNOWN": "Die zwei Buchstaben des Landes, etwa DE.",
  "imports.finding.CURRENCY_MISSING": "Die Währung fehlt.",
  "imports.right.CURRENCY_MISSING": "Eine Währung wie EUR, in einer Spalte oder unter „{reading}“.",
  "imports.finding.UNKNOWN_CURRENCY": "„{value}“ ist keine bekannte Währung.",
  "imports.right.UNKNOWN_CURRENCY": "Drei Buchstaben wie EUR.",
  "imports.finding.KIND_UNKNOWN": "„{value}“ ist keine Belegart.",
  "imports.right.KIND_UNKNOWN": "Rechnung oder Gutschrift.",
  "imports.finding.TOTALS_DIFFER":
    "{column}: {stated} ist angegeben, die Bestandteile ergeben {computed}.",
  "imports.right.TOTALS_DIFFER": "{computed}, oder Positionen, die {stated} ergeben.",
  "imports.finding.LINE_TOTALS_DIFFER":
    "Netto und USt der Position ergeben {computed}, angegeben ist {stated}.",
  "imports.right.LINE_TOTALS_DIFFER": "Ein Bruttobetrag aus Netto und USt.",
  "imports.finding.LINE_AMOUNT_MISSING": "Netto- und Bruttobetrag fehlen.",
  "imports.right.LINE_AMOUNT_MISSING": "Ein Netto- oder Bruttobetrag oder ein Einzelpreis.",
  "imports.finding.AMOUNT_ROUNDED":
    "{value} hat mehr Nachkommastellen als die Währung; {computed} wurde genommen.",
  "imports.right.AMOUNT_ROUNDED": "Beträge mit so vielen Nachkommastellen, wie die Währung hat.",
  "imports.finding.AMOUNT_TOO_LARGE": "{value} ist zu groß.",
  "imports.right.AMOUNT_TOO_LARGE": "Ein kleinerer Betrag.",
  "imports.finding.NEGATIVE_INVOICE": "Eine Rechnung kann keine negative Summe haben.",
  "imports.right.NEGATIVE_INVOICE": "Eine Gutschrift mit positiven Beträgen.",
  "imports.finding.VAT_RATE_MISSING": "USt-Satz und USt-Betrag fehlen beide.",
  "imports.right.VAT_RATE_MISSING": "Der USt-Satz in Prozent oder der USt-Betrag.",
  "imports.finding.VAT_RATE_INVALID": "{value} % ist kein USt-Satz.",
  "imports.right.VAT_RATE_INVALID": "Ein Satz in Prozent von 0 bis 100, etwa 19.",
  "imports.finding.VAT_RATE_DERIVED":
    "Ein USt-Satz fehlt, und keiner passt genau zu den Beträgen; {computed} % wurde genommen.",
  "imports.right.VAT_RATE_DERIVED": "Der USt-Satz in Prozent.",
  "imports.finding.VAT_RATE_AMBIGUOUS":
    "Der Satz {value} kann ein Bruchteil oder ein Prozentsatz sein.",
  "imports.right.VAT_RATE_AMBIGUOUS":
    "Der Satz in Prozent: 19 für 19 %; oder der USt-Betrag daneben.",
  "imports.finding.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "Warum keine USt anfällt, steht nirgends; angenommen wurde der Nullsatz (Z).",
  "imports.right.VAT_CATEGORY_UNKNOWN_AT_ZERO":
    "Die USt-Kategorie: E befreit, AE Steuerschuldnerschaft des Empfängers, K innergemeinschaftlich, G Ausfuhr, O nicht steuerbar, Z Nullsatz.",
  "imports.finding.VAT_CATEGORY_UNKNOWN": "„{value}“ ist keine USt-Kategorie.",
  "imports.right.VAT_CATEGORY_UNKNOWN": "Eine von S, Z, E, AE, K, G, O oder nichts.",
  "imports.finding.VAT_CATEGORY_CONTRADICTS_RATE":
    "USt-Kategorie {value} und USt-Satz widersprechen sich.",
  "imports.right.VAT_CATEGORY_CONTRADICTS_RATE":
    "S mit einem Satz über 0; bei 0 eine von Z, E, AE, K, G und O.",
  "imports.finding.DUPLICATE_IN_FILE": "Derselbe Beleg steht mehrmals in der Datei.",
  "imports.finding.DUPLICATE_IN_FILE.at": "Derselbe Beleg steht schon in der Datei: {earlier}.",
  "imports.right.DUPLICATE_IN_FILE": "Lassen Sie einen davon, oder geben Sie jedem eine eigene ID.",
  "imports.finding.NUMBER_TAKEN": "Eine hier ausgestellte Rechnung hat diese Nummer.",
  "imports.right.NUMBER_TAKEN": "Berichtigen Sie die Nummer, oder lassen Sie den Beleg weg.",
  "imports.finding.NUMBER_REPEATED": "Ein anderer importierter Beleg hat diese Nummer auch.",
  "imports.right.NUMBER_REPEATED": "Prüfen Sie, welcher stimmt; beide wurden behalten.",
  "imports.finding.CHANGED_REFUSED": "Er wurde früher importiert und sagt jetzt etwas anderes.",
  "imports.right.CHANGED_REFUSED":
    "Importieren Sie noch einmal und wählen Sie bei „{policy}“ etwas anderes.",
  "imports.finding.CHANGED_PAID":
    "Er wurde früher importiert und hat seitdem Geld erhalten: Er kann sich nicht mehr ändern.",
  "imports.right.CHANGED_PAID":
    "Stellen Sie im anderen System eine Gutschrift aus, oder importieren Sie ihn als neue Version.",
  "imports.finding.ROWS_DIFFER":
    "Der Beleg sagt hier „{value}“ und in seiner ersten Zeile „{stated}“.",
  "imports.right.ROWS_DIFFER":
    "In allen Zeilen eines Belegs dasselbe, oder nichts nach der ersten.",
  "imports.finding.TOO_MANY_CELLS": "Die Zeile hat mehr Felder, als die Tabelle Spalten hat.",
  "imports.right.TOO_MANY_CELLS":
    "Ein Text oder Betrag mit dem Trennzeichen steht in Anführungszeichen; siehe auch „{reading}“.",
  "imports.finding.PAYMENT_STATUS_UNKNOWN": "„{value}“ ist kein Zahlungsstatus.",
  "imports.right.PAYMENT_STATUS_UNKNOWN": "paid, partially_paid oder unpaid.",
  "imports.finding.PAID_AMOUNT_MISSING": "Er ist teilweise bezahlt, aber wie viel, steht nirgends.",
  "imports.right.PAID_AMOUNT_MISSING": "Der bezahlte Betrag.",
  "imports.finding.PDF_FILE_MISSING": "Das PDF ist nicht im ZIP; der Beleg kommt ohne es hinein.",
  "imports.right.PDF_FILE_MISSING":
    "Ein ZIP mit der Tabelle und ihren PDFs, unter den Namen aus der Tabelle.",
  "imports.finding.FILE_UNUSED": "Die Datei gehört zu keiner Rechnung.",
  "imports.right.FILE_UNUSED":
    "Nennen Sie sie in der Tabelle, geben Sie ihr den Namen ihres XML, oder lassen Sie sie weg.",
  "imports.finding.FORMULA_NOT_COMPUTED": "Die Zelle enthält eine Formel ohne Wert.",
  "imports.right.FORMULA_NOT_COMPUTED":
    "Öffnen Sie die Datei in einer Tabellenkalkulation, speichern Sie sie, und importieren Sie sie noch einmal.",
  "imports.place.row": "Zeile {at}",
  "imports.place.rows": "Zeilen {at}",
  "imports.place.line": "Zeile {at}",
};
