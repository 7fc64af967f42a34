import type { Translated } from "../../catalogue";
import type { settingNames as english } from "../en/settingNames";

export const settingNames: Translated<typeof english> = {
  "setting.enabled": "Rechnungen erstellen",
  "setting.enabled.hint": "Ausgeschaltet entstehen gar keine Belege, auch nicht auf Anforderung.",
  "setting.legal_entity": "Verkäufer",
  "setting.legal_entity.hint":
    "Das Unternehmen, dessen Name, Steuernummern und Nummernkreise gelten. Nur nötig, wenn es mehrere gibt.",
  "setting.test_mode": "Testbetrieb",
  "setting.test_mode.hint":
    "Belege erhalten ein Wasserzeichen und eigene TEST-Nummern. Sie sind rechtlich ohne Bedeutung, und nichts wird von selbst verschickt.",
  "setting.retention_years": "Aufbewahrung in Jahren",
  "setting.retention_years.hint":
    "0: so lange, wie es das Land des Verkäufers verlangt. Vorher kann nichts gelöscht werden.",
  "setting.issue_policy": "Wann eine Rechnung entsteht",
  "setting.issue_policy.hint":
    "Wann aus einer Bestellung von selbst eine Rechnung wird. Die Schaltfläche an der Bestellung geht jederzeit.",
  "setting.issue_rules": "Ausnahmen für bestimmte Käufer",
  "setting.issue_rules.hint":
    "Ein anderer Zeitpunkt für Unternehmen, Privatkunden oder einzelne Länder. Die erste passende Regel gilt.",
  "setting.issue_not_before": "Bestellungen auslassen vor dem",
  "setting.issue_not_before.hint":
    "Ältere Bestellungen nur auf Anforderung, damit nichts doppelt berechnet wird, was schon anderswo berechnet wurde.",
  "setting.credit_policy": "Erstattungen und Stornos",
  "setting.credit_policy.hint":
    "Was aus einer Erstattung oder Stornierung in Saleor von selbst wird.",
  "setting.number_pattern_invoice": "Rechnungsnummern",
  "setting.number_pattern_invoice.hint":
    "Text mit genau einem {seq} und beliebigen Datumsteilen. {seq:05} füllt mit Nullen auf.",
  "setting.number_pattern_credit_note": "Gutschriftsnummern",
  "setting.number_pattern_credit_note.hint":
    "Ein eigener Nummernkreis, von Rechnungen zu unterscheiden.",
  "setting.number_pattern_proforma": "Proforma-Nummern",
  "setting.number_pattern_proforma.hint":
    "Proforma-Rechnungen sind keine Rechnungen und werden getrennt gezählt.",
  "setting.number_reset": "Wieder bei 1 beginnen",
  "setting.number_reset.hint":
    "Die Nummern müssen dann den Zeitraum zeigen: das Jahr, oder Jahr und Monat.",
  "setting.payment_terms_days": "Zahlungsziel in Tagen",
  "setting.payment_terms_days.hint": "Vom Rechnungsdatum bis zur Fälligkeit.",
  "setting.payment_terms": "Zahlungsbedingungen in Worten",
  "setting.payment_terms.hint": "Wird so gedruckt. Leer: ein Satz mit dem Fälligkeitsdatum.",
  "setting.bank_accounts": "Bankkonten",
  "setting.bank_accounts.hint":
    "Wohin Kunden überweisen. Steht auf Rechnungen, die noch zu zahlen sind.",
  "setting.payment_code": "Code für die Banking-App",
  "setting.payment_code.hint":
    "Ein QR-Code, der die Überweisung ausfüllt: EPC für Euro, QR-Rechnung für die Schweiz.",
  "setting.stripe_secret_key": "Geheimer Schlüssel",
  "setting.stripe_secret_key.hint":
    "Aus dem Stripe-Dashboard unter Entwickler, API-Schlüssel. Ein eingeschränkter (rk_...) ist sicherer. Wird verschlüsselt aufbewahrt und nie wieder gezeigt.",
  "setting.stripe_publishable_key": "Veröffentlichbarer Schlüssel",
  "setting.stripe_publishable_key.hint": "Beginnt mit pk_ und gehört zum selben Konto.",
  "setting.payment_provider": "Online bezahlt über",
  "setting.payment_provider.hint":
    "Eigene Stripe-Schlüssel, die Zahlungs-App Ihres Saleor oder niemand.",
  "setting.payment_app": "Zahlungs-App",
  "setting.payment_app.hint": "Ihr Bezeichner in Saleor, für Zahlungen über die Zahlungs-App.",
  "setting.default_language": "Sprache der Belege",
  "setting.default_language.hint":
    "Für Bestellungen in einer Sprache, die Belege nicht können. Andere haben ihre eigene.",
  "setting.second_language": "Zweite Sprache",
  "setting.second_language.hint": "Steht kleiner neben der ersten.",
  "setting.template": "Layout",
  "setting.template.hint":
    "Das eingebaute Layout ist schnell, barrierefrei und mit E-Rechnungen erprobt.",
  "setting.html_template": "Eigenes HTML",
  "setting.html_template.hint":
    "Für ein Aussehen, das das eingebaute Layout nicht bietet. Ausgestellte Belege behalten ihres.",
  "setting.paper": "Papier",
  "setting.paper.hint": "Die Seitengröße der PDF-Datei.",
  "setting.accent_color": "Farbe",
  "setting.accent_color.hint":
    "Für Überschriften und Linien. Eine dunkle bleibt auch gedruckt lesbar.",
  "setting.footer": "Fuß jeder Seite",
  "setting.footer.hint": "Zum Beispiel Handelsregister, Geschäftsführung, Anschrift..",
  "setting.notes": "Hinweise auf jedem Beleg",
  "setting.notes.hint": "Stehen unter den Summen und in der E-Rechnung.",
  "setting.link_open_days": "Tage, die ein Link ohne Code öffnet",
  "setting.link_open_days.hint":
    "Danach fragt der private Link nach einem Code, den der Kunde per E-Mail erhält.",
  "setting.strict_links": "Immer nach einem Code fragen",
  "setting.strict_links.hint": "Private Links öffnen nie von selbst.",
  "setting.show_in_storefront": "Im Shop zeigen",
  "setting.show_in_storefront.hint": "Angemeldete Kunden sehen ihre Rechnungen.",
  "setting.allow_download": "Herunterladen erlauben",
  "setting.allow_download.hint": "Kunden dürfen die PDF-Datei speichern.",
  "setting.notify_policy": "Nachricht von Saleor",
  "setting.notify_policy.hint":
    "Saleor meldet dem Kunden, dass die Rechnung bereit ist, sofern eine App für solche Nachrichten installiert ist.",
  "setting.mail_policy": "Belege per E-Mail senden",
  "setting.mail_policy.hint": "Die App schickt dem Kunden jeden Beleg mit der PDF-Datei.",
  "setting.mail_texts": "Text der E-Mail",
  "setting.mail_texts.hint": "Je Sprache. Was leer bleibt, behält den eingebauten Wortlaut.",
  "setting.mail_attach_xml": "E-Rechnung anhängen",
  "setting.mail_attach_xml.hint": "Die XML-Datei geht mit der PDF-Datei hinaus, wo es eine gibt.",
  "setting.reminder_days": "An offene Rechnungen erinnern",
  "setting.reminder_days.hint":
    "Tage nach der Fälligkeit oder davor. An Bezahltes oder Strittiges wird niemand erinnert.",
  "setting.reminder_texts": "Text der Erinnerungen",
  "setting.reminder_texts.hint": "Je Sprache. Was leer bleibt, behält den eingebauten Wortlaut.",
  "setting.reply_to": "Antworten gehen an",
  "setting.reply_to.hint": "Die Adresse, an die Kunden schreiben, wenn sie antworten.",
  "setting.einvoice_profile": "E-Rechnung",
  "setting.einvoice_profile.hint":
    "Automatisch richtet sich nach Land und Art des Käufers, z. B. XRechnung für deutsche Behörden.",
  "setting.einvoice_required": "Keine Rechnung ohne gültige E-Rechnung",
  "setting.einvoice_required.hint":
    "Was die amtlichen Regeln ablehnen, wird nicht ausgestellt, und Sie erfahren, was zu beheben ist.",
  "setting.transmission": "E-Rechnungen versenden",
  "setting.transmission.hint": "Wie sie nach dem Ausstellen von selbst hinausgehen.",
  "setting.access_point_url": "Adresse des Zugangspunkts",
  "setting.access_point_url.hint": "Der Dienst Ihres Anbieters, der Belege per HTTPS annimmt.",
  "setting.access_point_token": "Token des Zugangspunkts",
  "setting.access_point_token.hint":
    "Wird verschlüsselt aufbewahrt und nie wieder gezeigt. Eine neue Adresse verlangt es erneut.",
  "setting.supply_kind": "Sie verkaufen vor allem",
  "setting.supply_kind.hint":
    "Entscheidet, unter die Steuer welches Landes ein Verkauf ins Ausland fällt.",
  "setting.supply_wording": "Wortlaut statt Leistungsdatum",
  "setting.supply_wording.hint": "Wird gedruckt, wo das Leistungsdatum noch nicht feststeht.",
  "setting.tax_name": "Name der Steuer",
  "setting.tax_name.hint": "Leer: nach Land, z. B. MwSt., VAT, TVA.",
  "setting.vat_registered": "Umsatzsteuerpflichtig",
  "setting.vat_registered.hint":
    "Ausschalten, wenn Sie keine berechnen, z. B. als Kleinunternehmer.",
  "setting.zero_rate_category": "Verkäufe mit 0 %",
  "setting.zero_rate_category.hint":
    "Warum ein Verkauf im Inland keine Steuer hat: der Satz allein sagt es nicht.",
  "setting.zero_rate_reason": "Grund in Worten",
  "setting.zero_rate_reason.hint":
    "Steht auf der Rechnung; steuerfreie Verkäufe brauchen ihn oder einen Code.",
  "setting.zero_rate_code": "Grund als Code",
  "setting.zero_rate_code.hint": "Aus der europäischen VATEX-Liste, z. B. VATEX-EU-132.",
  "setting.tax_class_categories": "Steuerklassen ohne Steuer",
  "setting.tax_class_categories.hint":
    "Wo manche Artikel einen anderen Grund haben als die übrigen: nach dem Namen der Steuerklasse in Saleor.",
  "setting.territory": "Sondergebiet",
  "setting.territory.hint": "Spanische Gebiete mit eigener Steuer statt der Mehrwertsteuer.",
  "setting.accounting_currency": "Steuer auch in Ihrer Währung",
  "setting.accounting_currency.hint":
    "Wo das Gesetz die Steuer auf Rechnungen in fremder Währung auch in der eigenen verlangt. Die Kurse geben Sie ein.",
  "setting.vies_check": "USt-IdNr. prüfen",
  "setting.vies_check.hint":
    "VIES der EU wird zur Nummer jedes Käufers befragt; die Antwort bleibt als Nachweis.",
  "setting.vat_id_keys": "USt-IdNr. des Käufers",
  "setting.vat_id_keys.hint":
    "Metadaten von Bestellung, Rechnungsadresse oder Kunde. Der erste gesetzte Schlüssel gilt.",
  "setting.buyer_reference_keys": "Referenz des Käufers",
  "setting.buyer_reference_keys.hint":
    "Metadaten mit dem, was der Käufer lesen will, z. B. eine Leitweg-ID.",
  "setting.purchase_order_keys": "Bestellnummer des Käufers",
  "setting.purchase_order_keys.hint": "Metadaten mit der eigenen Bestellnummer des Käufers.",
  "setting.account_framework": "Kontenrahmen",
  "setting.account_framework.hint":
    "Bestimmt die Konten in DATEV-Dateien, wo Sie selbst keine nennen.",
  "setting.datev_consultant_number": "DATEV-Beraternummer",
  "setting.datev_consultant_number.hint":
    "Die Ihrer Steuerberatung, von 1001 bis 9999999. 0: keine; dann gibt es keine DATEV-Dateien.",
  "setting.datev_client_number": "DATEV-Mandantennummer",
  "setting.datev_client_number.hint": "Ihre Nummer bei der Steuerberatung, von 1 bis 99999.",
  "setting.debtor_account": "Debitorenkonto",
  "setting.debtor_account.hint":
    "Hier wird gebucht, was Kunden schulden. Leer: 10000 für DATEV, 411000 für das FEC.",
  "setting.revenue_accounts": "Erlöskonten",
  "setting.revenue_accounts.hint":
    "Eines je Zeile: S 19 = 8400 sind Verkäufe zu 19 %, K = 8125 Lieferungen innerhalb der EU, OSS FR 20 = 8320 Verkäufe nach Frankreich. Ein DATEV-Steuerschlüssel kann folgen: 8200/3.",
  "setting.vat_accounts": "Umsatzsteuerkonten",
  "setting.vat_accounts.hint":
    "Für das FEC, geschrieben wie Erlöskonten: S 20 = 445711. Was fehlt, steht auf 445710.",
  "setting.fiscal_year_month": "Erster Monat des Wirtschaftsjahrs",
  "setting.fiscal_year_month.hint":
    "1 ist Januar. DATEV-Dateien und das FEC gelten für ein Wirtschaftsjahr.",
  "setting.siren": "SIREN",
  "setting.siren.hint":
    "Neun Ziffern; das FEC trägt sie im Namen. Leer: die Registernummer, wenn sie eine ist.",
  "setting.fec_journal_code": "Journal im FEC",
  "setting.fec_journal_code.hint": "Das Kürzel Ihres Verkaufsjournals.",
  "setting.fec_journal_name": "Name dieses Journals",
  "setting.fec_journal_name.hint": "So, wie Ihre Buchhaltung es nennt.",
  "setting.oss_registered": "One-Stop-Shop",
  "setting.oss_registered.hint":
    "Die Umsatzsteuer anderer Mitgliedstaaten wird dort erklärt. Aus: Es ist die Ihres eigenen Landes.",
  "setting.own_vat_countries": "Dort selbst registriert",
  "setting.own_vat_countries.hint":
    "Kürzel der Mitgliedstaaten, in denen Sie selbst Umsatzsteuer erklären, eines je Zeile: FR. Sie stehen nicht im One-Stop-Shop.",
  "choice.issue_policy.on_request": "Nur auf Anforderung",
  "choice.issue_policy.confirmed": "Wenn die Bestellung bestätigt ist",
  "choice.issue_policy.fully_paid": "Wenn die Bestellung ganz bezahlt ist",
  "choice.issue_policy.fulfilled": "Wenn die Bestellung ausgeliefert ist",
  "choice.issue_policy.per_fulfillment": "Eine je Sendung",
  "choice.credit_policy.automatic": "Gutschrift ausstellen",
  "choice.credit_policy.draft": "Zur Prüfung vorbereiten",
  "choice.credit_policy.off": "Nichts tun",
  "choice.number_reset.never": "Nie",
  "choice.number_reset.yearly": "Jedes Jahr",
  "choice.number_reset.monthly": "Jeden Monat",
  "choice.number_reset.daily": "Jeden Tag",
  "choice.payment_code.auto": "Wo einer passt",
  "choice.payment_code.none": "Keiner",
  "choice.payment_provider.none": "Niemand",
  "choice.payment_provider.stripe": "Stripe, mit eigenen Schlüsseln",
  "choice.payment_provider.saleor_app": "Zahlungs-App von Saleor",
  "choice.template.classic": "Klassisch (eingebaut)",
  "choice.template.html": "Eigenes HTML",
  "choice.paper.a4": "A4",
  "choice.paper.letter": "US Letter",
  "choice.notify_policy.never": "Nie",
  "choice.notify_policy.on_issue": "Mit jeder Rechnung",
  "choice.mail_policy.never": "Nur, wenn Sie ihn senden",
  "choice.mail_policy.on_issue": "Sobald er ausgestellt ist",
  "choice.einvoice_profile.auto": "Automatisch",
  "choice.einvoice_profile.none": "Keine",
  "choice.einvoice_profile.en16931": "EN 16931 (ZUGFeRD, Factur-X)",
  "choice.einvoice_profile.extended": "Factur-X Extended",
  "choice.einvoice_profile.xrechnung_cii": "XRechnung (CII)",
  "choice.einvoice_profile.xrechnung_ubl": "XRechnung (UBL)",
  "choice.einvoice_profile.peppol_bis3": "Peppol BIS Billing 3",
  "choice.transmission.none": "Nicht von selbst",
  "choice.transmission.email": "Per E-Mail",
  "choice.transmission.access_point": "Über einen Zugangspunkt",
  "choice.supply_kind.goods": "Waren",
  "choice.supply_kind.services": "Dienstleistungen",
  "choice.zero_rate_category.": "Keine Angabe",
  "choice.zero_rate_category.Z": "Nullsatz (Z)",
  "choice.zero_rate_category.E": "Steuerfrei (E)",
  "choice.zero_rate_category.O": "Nicht steuerbar (O)",
  "choice.territory.": "Keines",
  "choice.territory.ES-CN": "Kanarische Inseln (IGIC)",
  "choice.territory.ES-CE": "Ceuta (IPSI)",
  "choice.territory.ES-ML": "Melilla (IPSI)",
  "choice.tax_class_categories.S": "Regelsatz (S)",
  "choice.tax_class_categories.Z": "Nullsatz (Z)",
  "choice.tax_class_categories.E": "Steuerfrei (E)",
  "choice.tax_class_categories.AE": "Steuerschuld des Käufers (AE)",
  "choice.tax_class_categories.K": "Innergemeinschaftlich (K)",
  "choice.tax_class_categories.G": "Ausfuhr (G)",
  "choice.tax_class_categories.O": "Nicht steuerbar (O)",
  "choice.tax_class_categories.L": "Kanarische Inseln (L)",
  "choice.tax_class_categories.M": "Ceuta und Melilla (M)",
  "choice.account_framework.skr03": "SKR03",
  "choice.account_framework.skr04": "SKR04",
};
